import type { SearchWords } from '../i18n/search.ts';
import { csv } from '../lib/search/csv.ts';
import type { Labels } from '../lib/search/catalog.ts';
import type { Hit } from './search-api.ts';
import { make } from './search-dom.ts';

/** Notices fetched at once. */
const batch = 20;

/** Saves the list of all hits as CSV, in the order shown. */
export async function downloadHits(
  hits: readonly Hit[],
  labels: Labels,
  words: SearchWords,
): Promise<void> {
  const rows = [
    [
      words['csv.title'],
      words['csv.number'],
      words['csv.issuers'],
      words['csv.date'],
      words['facet.gazette'],
      words['csv.url'],
    ],
  ];
  for (let i = 0; i < hits.length; i += batch) {
    const loaded = await Promise.all(hits.slice(i, i + batch).map((hit) => hit.load()));
    for (const [k, { title, number, issuers, date, gazette }] of loaded.entries())
      rows.push([
        title,
        number ?? '',
        issuers.join('；'),
        date ?? '',
        labels.gazette[gazette] ?? gazette,
        new URL(hits[i + k]?.url ?? '', location.href).href,
      ]);
  }
  const url = URL.createObjectURL(new Blob([csv(rows)], { type: 'text/csv' }));
  make('a', { href: url, download: 'gongbao-search.csv' }).click();
  // The browser has taken the content over once the click is handled.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

import { allowedEdits, nearestIn } from '../lib/search/near.ts';
import { parseQuery } from '../lib/search/query.ts';
import type { OpenArchive } from './search-archive.ts';

/** Notices whose titles are compared with a misspelled word, and spellings offered. */
const compared = 20;
const offered = 3;

/** The query with a word that nothing holds spelled as a body, a type or a title of the archive is, the nearest first. */
export async function nearQueries(query: string, archive: OpenArchive): Promise<string[]> {
  const { analyzer, find } = archive;
  for (const { text } of parseQuery(query).clauses.flat()) {
    const fragment = analyzer.fold(text);
    if (allowedEdits(Array.from(fragment).length) === 0 || (await find(fragment)).size > 0)
      continue;
    const spelled = await namesAndTitles(fragment, archive);
    const found = spelled
      .flatMap((name) => nearestIn(name, fragment, analyzer) ?? [])
      .sort((a, b) => a.edits - b.edits);
    const known = [];
    for (const spelling of new Set(found.map((one) => one.text))) {
      if (known.length === offered) break;
      if ((await find(analyzer.fold(spelling))).size > 0) known.push(spelling);
    }
    if (known.length > 0) return known.map((spelling) => query.replace(text, () => spelling));
  }
  return [];
}

/** All names of facet values, and the titles that share most pairs of characters with a fragment. */
async function namesAndTitles(fragment: string, archive: OpenArchive): Promise<string[]> {
  const names = Object.values(await archive.names()).flatMap((own) => Object.values(own).flat());
  const chars = Array.from(fragment);
  const pairs = chars.slice(1).map((char, i) => (chars[i] ?? '') + char);
  const shared = new Map<number, number>();
  for (const holders of await Promise.all(pairs.map(archive.find)))
    for (const [notice, region] of holders)
      if (region === 'title') shared.set(notice, (shared.get(notice) ?? 0) + 1);
  const likely = [...shared].sort(([, a], [, b]) => b - a).slice(0, compared);
  const titles = likely.map(async ([notice]) => (await archive.stored(notice)).title);
  return [...names, ...(await Promise.all(titles))];
}

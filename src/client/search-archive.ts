import type { Language } from '../lib/address.ts';
import { createAnalyzer, type Analyzer } from '../lib/search/analyze.ts';
import {
  allBlocks,
  unpackForms,
  type Catalog,
  type Labels,
  type StoredNotice,
} from '../lib/search/catalog.ts';
import type { Archive } from '../lib/search/evaluate.ts';
import { openIndex } from '../lib/search/find.ts';
import { namedBy, type Names } from '../lib/search/names.ts';
import { regionHolding } from '../lib/search/places.ts';
import { fetchBytes, fetchPacked } from './search-files.ts';
import { openRows, type ReadRows } from './search-rows.ts';

/** The module that this is part of is served as `<base>search/api.js`. */
export const base = new URL('../', import.meta.url);

/** What all searches share, once it is here. */
export interface OpenArchive extends Archive {
  catalog: Catalog;
  analyzer: Analyzer;
  rows: ReadRows;
  stored: (notice: number) => Promise<StoredNotice>;
  names: () => Promise<Names>;
  labels: (lang: Language) => Promise<Labels>;
}

let start = once(open);

/** Opens the archive anew the next time: files that its catalog leads to were not there. */
export function forgetArchive(): void {
  start = once(open);
}

/**
 * Does something with the archive. A page may stay open while the archive is renewed: then the files that its catalog
 * leads to are gone, and a new catalog leads to others.
 *
 * @throws where the archive cannot be reached
 */
export async function withArchive<T>(act: (archive: OpenArchive) => Promise<T>): Promise<T> {
  const { tag } = (await start()).catalog;
  try {
    return await act(await start());
  } catch (error) {
    forgetArchive();
    const archive = await start();
    if (archive.catalog.tag === tag) throw error;
    return act(archive);
  }
}

async function open(): Promise<OpenArchive> {
  // Its name stays while its content changes, so the browser must ask whether it has.
  const catalog = await fetchPacked<Catalog>(new URL('search/catalog.bin', base), 'no-cache');
  const analyzer = createAnalyzer(unpackForms(catalog.forms));
  const address = (file: string): URL => new URL(`search/${catalog.tag}/${file}`, base);
  const rows = openRows(catalog, (file) => address(`rows/${file}.bin`));
  const loaded = new Map<number, Promise<StoredNotice>>();
  const fetchNotice = async (notice: number): Promise<StoredNotice> => {
    const { id } = (await rows([notice]))(notice);
    return fetchPacked<StoredNotice>(address(`notices/${id}.bin`));
  };
  const stored = (notice: number): Promise<StoredNotice> => {
    const content = loaded.get(notice) ?? fetchNotice(notice);
    loaded.set(notice, content);
    // A failure, such as a lost connection, is not to be remembered.
    content.catch(() => loaded.delete(notice));
    return content;
  };
  const names = once(() => fetchPacked<Names>(address('names.bin')));
  return {
    catalog,
    analyzer,
    rows,
    names,
    labels: (lang) => fetchPacked<Labels>(address(`labels.${lang}.bin`)),
    notices: catalog.notices,
    fold: analyzer.fold,
    async named(fragment) {
      const named = namedBy(fragment, await names(), analyzer.fold).map(({ facet, value }) => ({
        facet,
        place: catalog.values[facet].indexOf(value),
      }));
      if (named.length === 0) return [];
      const all = Array.from({ length: catalog.notices }, (_, notice) => notice);
      const rowOf = await rows(all);
      return all.filter((notice) =>
        named.some(({ facet, place }) => rowOf(notice).facets[facet].includes(place)),
      );
    },
    words,
    stored,
    find: openIndex({
      directory: catalog,
      chunk: (number) => fetchBytes(address(`index/${number}.bin`)),
      async regionIn(notice, fragment) {
        return regionHolding(allBlocks(await stored(notice)), fragment, analyzer);
      },
    }),
    async texts(notice) {
      const { title, blocks } = await stored(notice);
      return [title, ...blocks.map(({ text }) => text)];
    },
  };
}

/** Does something once; a failure, such as a lost connection, is not remembered. */
function once<T>(act: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () =>
    (done ??= act().catch((error: unknown) => {
      done = undefined;
      throw error;
    }));
}

let segmenter: Intl.Segmenter | undefined;

function words(text: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

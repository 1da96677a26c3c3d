import { addressOf, type Language } from '../lib/address.ts';
import { createAnalyzer, type Analyzer } from '../lib/search/analyze.ts';
import {
  allBlocks,
  unpackForms,
  type Catalog,
  type Labels,
  type Row,
  type StoredNotice,
} from '../lib/search/catalog.ts';
import { evaluate, type Archive } from '../lib/search/evaluate.ts';
import { narrow, type FacetCount, type Filters } from '../lib/search/narrow.ts';
import { namedBy, valuesOf, type Named, type Names } from '../lib/search/names.ts';
import { mark, opening, passages, type Passage, type Segment } from '../lib/search/passages.ts';
import { openIndex } from '../lib/search/find.ts';
import { facets, type Facet } from '../lib/search/facets.ts';
import { regionHolding } from '../lib/search/places.ts';
import { allowedEdits, nearestIn } from '../lib/search/near.ts';
import { parseQuery } from '../lib/search/query.ts';
import { rank, type Sort } from '../lib/search/score.ts';
import { fetchBytes, fetchPacked } from './search-files.ts';
import { openRows, type ReadRows } from './search-rows.ts';

/*
 * `/search/api.js`: the search of the archive, for its own search page and for any page that embeds it.
 *
 *   const { search } = await import('https://archive.example/search/api.js');
 *   const { total, hits } = await search('生活垃圾分类', { filters: { year: ['2021'] } });
 *   const { title, sections } = await hits[0].load();
 */

/** How to search; all of it may be left out. */
export interface SearchOptions {
  /** Values per facet (`department`, `type`, `region`, `gazette`, `year`), by id or name: one or several, of which one must fit. */
  filters?: Partial<Record<Facet, string | readonly string[]>>;
  /** `relevance` (the default), `newest` or `oldest`; `date` means `newest`. */
  sort?: Sort | 'date';
  /** First day of a range of dates: `2021-05-01`, `2021-05` or `2021`. */
  from?: string | null;
  /** Last day, inclusive. */
  to?: string | null;
  /** Language of the pages that hits lead to. */
  lang?: Language;
}

/** A passage of a hit with the address of its very paragraph. */
export interface Section extends Passage {
  url: string;
  /** The passage without marks. */
  text: string;
}

/** What a result shows. */
export interface LoadedHit {
  id: string;
  /** Address of the notice's page, which marks the words. */
  url: string;
  title: string;
  titleSegments: Segment[];
  number: string | null;
  issuers: string[];
  /** `YYYY-MM-DD`, or null. */
  date: string | null;
  gazette: string;
  /** Plain text of the first passage, else the beginning of the notice. */
  excerpt: string;
  /** Up to three passages with the words marked. */
  sections: Section[];
}

/** A notice that was found. */
export interface Hit {
  id: string;
  /** Address of the notice's page. */
  url: string;
  load: () => Promise<LoadedHit>;
}

/** What a search found. */
export interface SearchResult {
  total: number;
  /** True where no notice held the words exactly and looser matches are given. */
  relaxed: boolean;
  /** The document number that was asked for, where no notice bears it and the hits are those that print it. */
  cited: string | null;
  /** All hits, best first. */
  hits: Hit[];
  /** Counts per facet, most frequent first, as if that facet itself were not narrowed. */
  facets: Record<Facet, FacetCount[]>;
  /** What was looked for, folded; the notice page marks these: `?highlight=`. */
  fragments: string[];
}

/** This file is served as `<base>search/api.js`. */
const base = new URL('../', import.meta.url);

/** What all searches share, once it is here. */
interface Shared extends Archive {
  catalog: Catalog;
  analyzer: Analyzer;
  rows: ReadRows;
  stored: (notice: number) => Promise<StoredNotice>;
  names: () => Promise<Names>;
  labels: (lang: Language) => Promise<Labels>;
}

/** What the hits of one search share. */
interface Shown {
  archive: Shared;
  fragments: readonly string[];
  lang: Language;
}

let start = once(open);

/**
 * Does something with the archive. A page may stay open while the archive is renewed: then the files that its catalog
 * leads to are gone, and a new catalog leads to others.
 *
 * @throws where the archive cannot be reached
 */
async function withArchive<T>(act: (archive: Shared) => Promise<T>): Promise<T> {
  const { tag } = (await start()).catalog;
  try {
    return await act(await start());
  } catch (error) {
    start = once(open);
    const archive = await start();
    if (archive.catalog.tag === tag) throw error;
    return act(archive);
  }
}

async function open(): Promise<Shared> {
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

/**
 * Fetches what a first search needs, so that it answers sooner. Need not be called.
 *
 * @throws where the archive cannot be reached
 */
export async function preload(): Promise<void> {
  await start();
}

/**
 * Searches the archive. Words separated by spaces must all occur, `"…"` keeps words together, `-word` excludes, `OR`
 * joins two words of which one is enough; a document number in any form comes first; no words find every notice.
 *
 * @throws where the archive cannot be reached
 */
export async function search(query: string, options: SearchOptions = {}): Promise<SearchResult> {
  return withArchive((archive) => searchIn(archive, query, options));
}

async function searchIn(
  archive: Shared,
  query: string,
  options: SearchOptions,
): Promise<SearchResult> {
  const { catalog } = archive;
  const { scores, fragments, relaxed, cited } = await evaluate(query, archive);
  const rowOf = await archive.rows(scores.keys());
  const narrowing = {
    filters: await listed(options.filters ?? {}, archive),
    from: day(options.from),
    to: day(options.to),
  };
  const { notices, counts } = narrow(scores.keys(), narrowing, catalog, rowOf);
  const left = new Map(notices.map((notice) => [notice, scores.get(notice) ?? 0]));
  const shown = { archive, fragments, lang: options.lang ?? 'zh' };
  const order = rank(left, rowOf, sortOf(options.sort, fragments));
  const hits = order.map((notice) => new FoundHit(notice, rowOf(notice), shown));
  return { total: hits.length, relaxed, cited, hits, facets: counts, fragments };
}

/**
 * The departments, types, regions, gazettes and years that a query names, by any name of theirs: 办公室, notice, 2023.
 *
 * @throws where the archive cannot be reached
 */
export async function suggest(query: string): Promise<Named[]> {
  return withArchive(async ({ fold, names }) => {
    const fragment = fold(query);
    return fragment === '' ? [] : namedBy(fragment, await names(), fold);
  });
}

/**
 * The names of the facets' values in a language.
 *
 * @throws where the archive cannot be reached
 */
export async function labels(lang: Language): Promise<Labels> {
  return withArchive((archive) => archive.labels(lang));
}

/** Notices whose titles are compared with a misspelled word, and spellings offered. */
const compared = 20;
const offered = 3;

/**
 * The query with a word that nothing holds spelled as a body, a type or a title of the archive is, the nearest first.
 *
 * @throws where the archive cannot be reached
 */
export async function near(query: string): Promise<string[]> {
  return withArchive((archive) => nearIn(archive, query));
}

async function nearIn(archive: Shared, query: string): Promise<string[]> {
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
async function namesAndTitles(fragment: string, archive: Shared): Promise<string[]> {
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

/** Without words all notices are worth the same, and the newest come first. */
function sortOf(sort: SearchOptions['sort'], fragments: readonly string[]): Sort {
  if (sort === 'date') return 'newest';
  if (sort !== undefined && sort !== 'relevance') return sort;
  return fragments.length === 0 ? 'newest' : 'relevance';
}

/** Filters as lists of ids; a value that is no id is looked up among the names. */
async function listed(
  filters: NonNullable<SearchOptions['filters']>,
  { catalog, fold, names }: Shared,
): Promise<Filters> {
  const entries = facets.map(async (facet) => {
    const asked = filters[facet] ?? [];
    const values = typeof asked === 'string' ? [asked] : asked;
    const known = values.every((value) => catalog.values[facet].includes(value));
    return [facet, known ? values : valuesOf(values, (await names())[facet], fold)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function day(value: string | null | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : value;
}

/** A hit is made for each of what may be thousands of notices, so all but its id is worked out when asked for. */
class FoundHit implements Hit {
  readonly id: string;
  readonly #notice: number;
  readonly #shown: Shown;

  constructor(notice: number, { id }: Pick<Row, 'id'>, shown: Shown) {
    this.id = id;
    this.#notice = notice;
    this.#shown = shown;
  }

  get url(): string {
    const page = addressOf({ kind: 'notice', lang: this.#shown.lang, id: this.id }, base.pathname);
    // An embedding page of another site needs the whole address.
    return base.origin === location.origin ? page : new URL(page, base).href;
  }

  async load(): Promise<LoadedHit> {
    const { archive, fragments } = this.#shown;
    const { analyzer } = archive;
    const stored = await archive.stored(this.#notice);
    const marks = new URLSearchParams(fragments.map((fragment) => ['highlight', fragment]));
    const url = fragments.length === 0 ? this.url : `${this.url}?${marks.toString()}`;
    const sections = passages(stored.blocks, fragments, analyzer).map((passage) => ({
      ...passage,
      url: `${url}#${passage.anchor}`,
      text: passage.segments.map(({ text }) => text).join(''),
    }));
    return {
      id: this.id,
      url,
      title: stored.title,
      titleSegments: mark(stored.title, fragments, analyzer),
      number: stored.docNumber,
      issuers: stored.issuers,
      date: stored.date,
      gazette: stored.gazette,
      excerpt: sections[0]?.text ?? opening(stored.blocks),
      sections,
    };
  }
}

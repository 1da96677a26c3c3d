import { addressOf, type Language } from '../lib/address.ts';
import type { Labels, Row } from '../lib/search/catalog.ts';
import { evaluate } from '../lib/search/evaluate.ts';
import { facets, type Facet } from '../lib/search/facets.ts';
import { namedBy, valuesOf, type Named } from '../lib/search/names.ts';
import { narrow, type FacetCount, type Filters } from '../lib/search/narrow.ts';
import { mark, opening, passages, type Passage, type Segment } from '../lib/search/passages.ts';
import { rank, type Sort } from '../lib/search/score.ts';
import { base, forgetArchive, withArchive, type OpenArchive } from './search-archive.ts';
import { nearQueries } from './search-near.ts';

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

/** What the hits of one search share. */
interface Shown {
  archive: OpenArchive;
  fragments: readonly string[];
  lang: Language;
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
  archive: OpenArchive,
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

/**
 * The query with a word that nothing holds spelled as a body, a type or a title of the archive is, the nearest first.
 *
 * @throws where the archive cannot be reached
 */
export async function near(query: string): Promise<string[]> {
  return withArchive((archive) => nearQueries(query, archive));
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
  { catalog, fold, names }: OpenArchive,
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
    const stored = await archive.stored(this.#notice).catch((error: unknown) => {
      // The archive may have been renewed; the next search will know.
      forgetArchive();
      throw error;
    });
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

import { mapFacets, type Facet } from './facets.ts';
import type { Block } from './records.ts';

/*
 * The files that search reads. Each is gzipped by the indexer, for a static server may not compress; the name ends in
 * `.bin`, for a server may treat `.gz` as an encoding and unpack it on the way.
 *
 *   search/api.js                 the module: src/client/search-api.ts
 *   search/catalog.bin            what every query needs: `Catalog`
 *   search/forms.bin              traditional and simplified characters, packed, for the notice page
 *   search/<tag>/index/<n>.bin    where a stretch of grams stands: see postings.ts
 *   search/<tag>/rows/<n>.bin     what is needed of notices that are found, for a stretch of notices: `Rows`
 *   search/<tag>/notices/<id>.bin what a shown result needs of one notice: `StoredNotice`
 *   search/<tag>/labels.<lang>.bin  names of the facets' values: `Labels`
 *   search/<tag>/names.bin        all their names in both languages: `Names`
 */

/** What every query needs. A notice is its number: the count of those before it, by year and id. */
export interface Catalog {
  /** Changes with the content; folder of what the catalog leads to, so that neither cache nor open page mixes two builds. */
  tag: string;
  /** Traditional and simplified characters in turn. */
  forms: string;
  /** What parts each chunk of the index from the one before: no longer than needed. */
  firsts: string[];
  /** Split grams of two characters or more: see grams.ts. */
  split: string[];
  /** Number of notices. */
  notices: number;
  /** Notices in each file of rows. */
  rowsPerFile: number;
  /** Values of each facet, sorted; a row holds places in that list. */
  values: Record<Facet, string[]>;
}

/** What is needed of a notice that was found. */
export interface Row {
  id: string;
  number: string | null;
  /** `YYYY-MM-DD` or null. */
  date: string | null;
  /** Folded characters of its title: a match is worth more the more of a title it is. */
  title: number;
  /** See `sizeOf`. */
  size: number;
  /** Places in the catalog's values. */
  facets: Record<Facet, number[]>;
}

/** Rows by column, which packs better. */
export interface Rows {
  ids: string[];
  numbers: (string | null)[];
  dates: (string | null)[];
  titles: number[];
  sizes: number[];
  facets: Record<Facet, number[][]>;
}

/** Rows as columns. */
export function toColumns(rows: readonly Row[]): Rows {
  return {
    ids: rows.map(({ id }) => id),
    numbers: rows.map(({ number }) => number),
    dates: rows.map(({ date }) => date),
    titles: rows.map(({ title }) => title),
    sizes: rows.map(({ size }) => size),
    facets: mapFacets((facet) => rows.map((row) => row.facets[facet])),
  };
}

/** Columns as rows. */
export function toRows({ ids, numbers, dates, titles, sizes, facets: columns }: Rows): Row[] {
  return ids.map((id, i) => ({
    id,
    number: numbers[i] ?? null,
    date: dates[i] ?? null,
    title: titles[i] ?? 0,
    size: sizes[i] ?? 0,
    facets: mapFacets((facet) => columns[facet][i] ?? []),
  }));
}

/** How long a notice is, by powers of two: small differences mean nothing to a reader. */
export function sizeOf(blocks: readonly Pick<Block, 'text'>[]): number {
  return Math.round(Math.log2(blocks.reduce((sum, { text }) => sum + text.length, 1)));
}

/** One notice as results show it. */
export interface StoredNotice {
  title: string;
  docNumber: string | null;
  issuers: string[];
  date: string | null;
  gazette: string;
  blocks: Pick<Block, 'kind' | 'place' | 'text'>[];
}

/** All blocks of a stored notice, its head's included. */
export function allBlocks({ title, docNumber, issuers, blocks }: StoredNotice): Block[] {
  const head = (kind: Block['kind'], text: string): Block => ({ kind, place: 0, text });
  return [
    head('title', title),
    ...(docNumber === null ? [] : [head('number', docNumber)]),
    ...issuers.map((name) => head('issuer', name)),
    ...blocks,
  ];
}

/** Facet value to name. */
export type Labels = Record<Facet, Record<string, string>>;

/** Reads a packed table of forms: see `packForms`. */
export function unpackForms(packed: string): Map<string, string> {
  const chars = Array.from(packed);
  const forms = new Map<string, string>();
  for (let i = 0; i + 1 < chars.length; i += 2) forms.set(chars[i] ?? '', chars[i + 1] ?? '');
  return forms;
}

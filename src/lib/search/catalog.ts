import type { Facet } from './facets.ts';
import type { Block } from './records.ts';

/*
 * The files that search reads. Each is gzipped by the indexer, for a static server may not compress; the name ends in
 * `.bin`, for a server may treat `.gz` as an encoding and unpack it on the way.
 *
 *   search/catalog.bin      what every query needs of all notices: `Catalog`
 *   search/index/<n>.bin    where a stretch of terms stands: see postings.ts
 *   search/notices/<id>.bin what a shown result needs of one notice: `StoredNotice`
 *   search/forms.bin        traditional and simplified characters, packed, for the notice page
 *   search/labels.<lang>.json  names of the facets' values: `Labels`
 *   search/names.json       all their names in both languages: `Names`
 */

/** Columns over all notices, in the order of their ids; a notice is its place in them. */
export interface Catalog {
  /** Changes with the content; part of the address of all other files, so that a cache never mixes two builds. */
  tag: string;
  /** Traditional and simplified characters in turn. */
  forms: string;
  /** First term of each chunk of the index. */
  firsts: string[];
  ids: string[];
  numbers: (string | null)[];
  /** `YYYY-MM-DD` or null. */
  dates: (string | null)[];
  /** Folded characters of each title: a match is worth more the more of a title it is. */
  titles: number[];
  /** See `sizeOf`. */
  sizes: number[];
  /** Values of each facet, sorted; a notice's facet holds places in that list. */
  values: Record<Facet, string[]>;
  facets: Record<Facet, number[][]>;
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

/** Facet value to name. */
export type Labels = Record<Facet, Record<string, string>>;

/** Reads a packed table of forms: see `packForms`. */
export function unpackForms(packed: string): Map<string, string> {
  const chars = Array.from(packed);
  const forms = new Map<string, string>();
  for (let i = 0; i + 1 < chars.length; i += 2) forms.set(chars[i] ?? '', chars[i + 1] ?? '');
  return forms;
}

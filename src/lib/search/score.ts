import type { Catalog } from './catalog.ts';
import { isNumber, type NumberQuery } from './number.ts';
import { regionOf } from './places.ts';

/** Notices and what each match is worth. */
export type Scores = Map<number, number>;

/** Worth of a match by its place; a whole title is worth twice a part of one. */
const worth = { wholeTitle: 16, title: 8, head: 5, heading: 3, text: 1, number: 100 };

/**
 * What a match is worth: a title more than a number or an issuer, these more than a heading, that more than text.
 * In a title, the more of it the fragment makes up, the better.
 *
 * @param place of the first match
 * @param length characters of the fragment
 * @param title characters of the notice's title
 */
export function placeWorth(place: number, length: number, title: number): number {
  const region = regionOf(place);
  if (region !== 'title') return worth[region];
  return length === title ? worth.wholeTitle : worth.title + length / title;
}

/** Puts the notices that bear the number that was asked for before all others. */
export function promoteNumber(
  scores: Scores,
  wanted: NumberQuery,
  { numbers }: Pick<Catalog, 'numbers'>,
  fold: (text: string) => string,
): void {
  numbers.forEach((number, notice) => {
    if (number !== null && isNumber(number, wanted, fold))
      scores.set(notice, (scores.get(notice) ?? 0) + worth.number);
  });
}

/** How results are ordered; undated notices come last in both date orders. */
export type Sort = 'relevance' | 'newest' | 'oldest';

/**
 * Orders notices. Where two are worth the same, the clearly shorter one comes first, then the
 * newer.
 */
export function rank(
  scores: Scores,
  { dates, sizes, ids }: Pick<Catalog, 'dates' | 'sizes' | 'ids'>,
  sort: Sort,
): number[] {
  // Looked up once each: a sort of thousands compares each notice many times.
  const entries = Array.from(scores, ([notice, score]) => ({
    notice,
    score,
    size: sizes[notice] ?? 0,
    date: dates[notice] ?? null,
    id: ids[notice] ?? '',
  }));
  type Entry = (typeof entries)[number];
  const newer = (a: Entry, b: Entry): number => byDate(b.date, a.date);
  const worthier = (a: Entry, b: Entry): number =>
    b.score - a.score || a.size - b.size || newer(a, b);
  const orders = {
    relevance: worthier,
    newest: (a: Entry, b: Entry) => newer(a, b) || worthier(a, b),
    oldest: (a: Entry, b: Entry) =>
      lastIfNull(a.date, b.date) || byDate(a.date, b.date) || worthier(a, b),
  };
  const order = orders[sort];
  return entries.sort((a, b) => order(a, b) || (a.id < b.id ? -1 : 1)).map(({ notice }) => notice);
}

/** Earlier dates first, undated before all. */
function byDate(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}

function lastIfNull(a: string | null, b: string | null): number {
  return Number(a === null) - Number(b === null);
}

import type { Catalog } from './catalog.ts';
import type { NumberQuery } from './number.ts';
import { isNumber } from './number.ts';

/** Notices and what each match is worth. */
export type Scores = Map<number, number>;

/** Worth of a match by its place; a whole title is worth twice a part of one. */
const worth = { wholeTitle: 16, title: 8, head: 5, heading: 3, text: 1, number: 100 };

/**
 * What a match is worth: a title more than a number or an issuer, these more than a heading, that more than text.
 * In a title, the more of it the fragment makes up, the better.
 *
 * @param place token place of the first match
 * @param length characters of the fragment
 * @param ends see `Catalog`
 */
export function placeWorth(
  place: number,
  length: number,
  [title, head, headings]: readonly [number, number, number],
): number {
  if (place < title) return length === title ? worth.wholeTitle : worth.title + length / title;
  if (place < head) return worth.head;
  return place < headings ? worth.heading : worth.text;
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
 * Orders notices. Where two are worth the same, the clearly shorter one comes first (by powers of two, for small
 * differences mean nothing), then the newer.
 */
export function rank(
  scores: Scores,
  { dates, lengths, ids }: Pick<Catalog, 'dates' | 'lengths' | 'ids'>,
  sort: Sort,
): number[] {
  const size = (notice: number): number => Math.round(Math.log2((lengths[notice] ?? 0) + 1));
  const byDate = (a: number, b: number, direction: 1 | -1): number => {
    const [x, y] = [dates[a] ?? null, dates[b] ?? null];
    if (x === y) return 0;
    if (x === null || y === null) return x === null ? 1 : -1;
    return x < y ? -direction : direction;
  };
  const byId = (a: number, b: number): number => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1);
  const byWorth = (a: number, b: number): number =>
    (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || size(a) - size(b) || byDate(a, b, -1);
  const orders = {
    relevance: byWorth,
    newest: (a: number, b: number) => byDate(a, b, -1) || byWorth(a, b),
    oldest: (a: number, b: number) => byDate(a, b, 1) || byWorth(a, b),
  };
  return [...scores.keys()].sort((a, b) => orders[sort](a, b) || byId(a, b));
}

import type { Row } from './catalog.ts';
import type { Region } from './places.ts';

/** Notices and what each match is worth. */
export type Scores = Map<number, number>;

const worth = { head: 5, heading: 3, text: 1 };

/** A whole title is worth twice a part of one. */
const wholeTitle = 16;
const partOfTitle = 8;

/** What the bearer of a number that was asked for, and a notice that prints it, gain: they come before all others. */
export const numberWorth = { borne: 100, printed: 50 };

/**
 * What a match is worth: a title more than a number or an issuer, these more than a heading, that more than text.
 * In a title, the more of it the fragment makes up, the better.
 *
 * @param region best region in which the fragment stands
 * @param length characters of the fragment
 * @param title characters of the notice's title
 */
export function matchWorth(region: Region, length: number, title: number): number {
  if (region !== 'title') return worth[region];
  return length === title ? wholeTitle : partOfTitle + length / title;
}

/** How results are ordered; undated notices come last in both date orders. */
export type Sort = 'relevance' | 'newest' | 'oldest';

/**
 * Orders notices. Where two are worth the same, the clearly shorter one comes first, then the
 * newer.
 */
export function rank(
  scores: Scores,
  rowOf: (notice: number) => Pick<Row, 'date' | 'size' | 'id'>,
  sort: Sort,
): number[] {
  // Looked up once each: a sort of thousands compares each notice many times.
  const entries = Array.from(scores, ([notice, score]) => {
    const { id, date, size } = rowOf(notice);
    return { notice, score, id, date, size };
  });
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

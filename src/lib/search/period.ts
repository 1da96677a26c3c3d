import { readDate } from '../text/dates.ts';
import { bare } from '../text/spaces.ts';

/** Days `YYYY-MM-DD`, both included. */
export interface Period {
  from: string;
  to: string;
}

const month =
  /^(?<year>[\d〇○零一二三四五六七八九]{4})(?:年|[.\-/](?=\d))(?<month>[\d一二三十]{1,2})月?$/u;

/**
 * Reads a query as a day or a month, in Arabic or Chinese numerals: 2021年5月3日, 2021-05-03, 二〇二一年五月, 2021.5.
 *
 * @returns null where it is neither; a year is a facet of its own
 */
export function readPeriod(query: string): Period | null {
  const day = readDate(query);
  if (day !== null) return { from: day, to: day };
  const groups = month.exec(bare(query).normalize('NFKC'))?.groups;
  const first = groups && readDate(`${groups.year ?? ''}年${groups.month ?? ''}月1日`);
  if (first === undefined || first === null) return null;
  // Day 0 of the next month is the last of this one.
  const last = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0));
  return { from: first, to: last.toISOString().slice(0, 10) };
}

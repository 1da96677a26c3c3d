import type { Lexicon } from '../../../lexicon/lexicon.ts';
import { fits, mayFill, mayGrow, type Column, type Placed } from './cells.ts';
import type { Word } from '../words.ts';

/** A row's words by column. */
export type Reading = readonly (readonly Placed[])[];

/** What stands in columns of these kinds can stand in no other. */
const closedKinds: ReadonlySet<Column['kind']> = new Set([
  'serial',
  'figures',
  'grades',
  'numbers',
]);

/** Rows that can be read in more ways than this are hopeless. */
const mostReadings = 400;

/** Are all filled cells such as can be nothing else, so that the columns after them are empty? */
const isClosed = (cells: Reading, columns: readonly Column[]): boolean =>
  cells.filter((cell) => cell.length > 0).length > 1 &&
  cells.every((cell, at) => cell.length === 0 || closedKinds.has(columns[at]?.kind ?? 'text'));

/** All ways to give a row's words to the columns, in their order, so that each cell is what its column holds. */
export function readingsOf(
  lines: readonly (readonly Word[])[],
  columns: readonly Column[],
  lexicon: Lexicon,
): Reading[] {
  const words = lines.flatMap((line, at) =>
    line.map((word, place): Placed => ({ ...word, line: at, opens: place === 0 })),
  );
  const required = columns.findLastIndex((column) => column.kind !== 'notes') + 1;
  if (lines.length === 1 && words.length >= required && words.length <= columns.length) {
    const cells = columns.map((_, at) => words.slice(at, at + 1));
    const whole = columns.every((column, at) =>
      fits(cells[at] ?? [], column, undefined, true, lexicon),
    );
    if (whole) return [cells];
  }
  const found: Reading[] = [];
  const known = new Map<string, number[]>();
  /** Where a cell of the column may end that begins at a word. */
  const endsOf = (at: number, from: number): number[] => {
    const key = `${at} ${from}`;
    const before = known.get(key);
    if (before) return before;
    const ends: number[] = [];
    const column = columns[at];
    for (let to = from; column && to <= words.length; to += 1) {
      const cell = words.slice(from, to);
      if (fits(cell, column, columns[at + 1], to === words.length, lexicon)) ends.push(to);
      if (!mayGrow(cell, column)) break;
    }
    known.set(key, ends);
    return ends;
  };
  const dead = new Set<string>();
  const walk = (column: number, from: number, cells: Reading): boolean => {
    const isWhole = from === words.length;
    if (column === columns.length || (isWhole && isClosed(cells, columns))) {
      if (isWhole) found.push(columns.map((_, at) => cells[at] ?? []));
      return isWhole;
    }
    const key = `${column} ${from}`;
    if (dead.has(key) || found.length > mostReadings) return false;
    let alive = false;
    for (const to of endsOf(column, from))
      alive = walk(column + 1, to, [...cells, words.slice(from, to)]) || alive;
    if (!alive) dead.add(key);
    return alive;
  };
  walk(0, 0, []);
  return found.length > mostReadings ? [] : found;
}

/**
 * A row of one line for every column, those at its end that may be empty aside, read so though the vocabulary does not
 * know what stands in it; null for any other.
 */
export function evenReading(
  lines: readonly (readonly Word[])[],
  columns: readonly Column[],
  lexicon: Lexicon,
): Reading | null {
  const required = columns.findLastIndex(({ kind }) => kind !== 'notes') + 1;
  if (lines.length !== required || lines.some((line) => line.length !== 1)) return null;
  const cells = columns.map((_, at) =>
    (lines[at] ?? []).map((word): Placed => ({ ...word, line: at, opens: true })),
  );
  const isWhole = columns
    .slice(0, required)
    .every((column, at) => mayFill(cells[at] ?? [], column, lexicon));
  return isWhole ? cells : null;
}

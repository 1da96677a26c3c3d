import type { Lexicon } from '../../../lexicon/lexicon.ts';
import { readMarker, type Marker } from '../../../text/markers.ts';
import { widthOf } from '../../../text/width.ts';
import {
  bodiesOn,
  holdsPersons,
  linesOfCell,
  oddities,
  valuesOf,
  type Column,
  type Placed,
} from './cells.ts';
import type { Reading } from './readings.ts';

/** What the certain cells of a column have in common. */
interface Habit {
  /** Its width, which shows where cells are wrapped; Infinity where none is. */
  width: number;
  /** Width of its widest line. */
  widest: number;
  /** Its words. */
  words: ReadonlySet<string>;
  /** Is any broken over lines? */
  wraps: boolean;
  /** Do all hold one value? */
  single: boolean;
  /** Are all figures? */
  figures: boolean;
  /** The numbering that most begin with; null where they differ. */
  marker: Marker['kind'] | 'none' | null;
  /** The two characters that most end in; null where they differ. */
  ending: string | null;
}

const figure = /^[-－+]?\d[\d.,]*[%％]?(?:以上|以下|左右|以内)?$|^[-－—/]$/u;

type MarkerKind = Marker['kind'] | 'none';
const markerOf = (cell: readonly Placed[]): MarkerKind =>
  readMarker(cell[0]?.text ?? '')?.kind ?? 'none';
const endingOf = (cell: readonly Placed[]): string =>
  cell
    .map((word) => word.text)
    .join('')
    .slice(-2);
/** So many of a column's cells must begin, or end, alike. */
const mostCells = 0.8;

/** What most of the values are; null where they differ. */
function common<T>(values: readonly T[]): T | null {
  const share = (value: T): number => values.filter((other) => other === value).length;
  return values.find((value) => share(value) >= values.length * mostCells) ?? null;
}

function habitOf(cells: readonly (readonly Placed[])[], column: Column, lexicon: Lexicon): Habit {
  const filled = cells.filter((cell) => cell.length > 0);
  const lines = filled.map(linesOfCell);
  const wraps = lines.some((cell) => cell.length > 1);
  const widest = Math.max(0, ...lines.flat().map(widthOf));
  return {
    width: wraps ? widest : Infinity,
    widest,
    wraps,
    words: new Set(filled.flat().map((word) => word.text)),
    single: filled.every((cell) => valuesOf(cell, column, lexicon).length === 1),
    figures: filled.length > 0 && filled.flat().every((word) => figure.test(word.text)),
    marker: common(filled.map(markerOf)),
    ending: column.kind === 'text' ? common(filled.map(endingOf)) : null,
  };
}

/** A line may be so much wider than its column: signs hang over its edge. */
const overhang = 2;

/** Is a cell of a column that none wraps no wider by far than those that are certain? */
const isAsWide = (cell: readonly Placed[], widest: number): boolean =>
  linesOfCell(cell).every((line) => widthOf(line) <= 2 * widest);

/** Rows with one plainest reading must be so many, and this share of all, to teach how the others are read. */
const teachers = { least: 3, share: 0.4 };

/** What stands alone on a line in so many rows is a value of its column. */
const leastRecurring = 3;

/** Lines of a row, as they stand in any of its readings. */
const linesOfRow = (readings: readonly Reading[]): string[] =>
  linesOfCell(readings[0]?.flat() ?? []);

/** Lines that come again in row after row: 行政处罚. */
function recurringIn(rows: readonly (readonly Reading[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const line of new Set(linesOfRow(row))) counts.set(line, (counts.get(line) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= leastRecurring).map(([line]) => line));
}

/** How unlikely it is that a cell begins beside a figure, in oddities. */
const partedFigure = 2;

/** Does a cell part a figure of a text from the words beside it: `整治人行道 3.2` | `万平方米`, `完成` | `320 户`? */
function partsFigure(
  cell: readonly Placed[],
  column: Column | undefined,
  before: readonly Placed[] = [],
  columnBefore: Column | undefined,
): boolean {
  const [last, first] = [before.at(-1), cell[0]];
  if (!last || last.line !== first?.line || columnBefore?.kind !== 'text') return false;
  return (
    (/\d$/u.test(last.text) && !/^\d/u.test(first.text)) ||
    (column?.kind === 'text' && /^\d/u.test(first.text))
  );
}

/** Does a cell hold bodies that nothing lists, though the column of bodies after it is left empty? */
function emptiesNext(
  cell: readonly Placed[],
  column: Column | undefined,
  next: readonly Placed[] = [],
  columnNext: Column | undefined,
  lexicon: Lexicon,
): boolean {
  return (
    column?.kind === 'bodies' &&
    columnNext?.kind === 'bodies' &&
    next.length === 0 &&
    valuesOf(cell, column, lexicon).length > 1
  );
}

/** Rows as they are read. */
export interface Settled {
  readings: Reading[];
  /** True where only what other rows hold decided between two readings of a row that are as plain. */
  inferred: boolean;
  /** How unlikely their cells are; see `oddities`. */
  odd: number;
}

/**
 * Reads every row in one way. Rows of which one reading is the plainest show what their columns hold; readings of other
 * rows that are against it fall.
 *
 * @returns null where a row is still left with two readings, or none
 */
export function settle(
  rows: readonly (readonly Reading[])[],
  columns: readonly Column[],
  lexicon: Lexicon,
): Settled | null {
  const recurring = recurringIn(rows);
  /** Values of a column that a reading makes a part of a longer text. */
  const swallowed = (cell: readonly Placed[], column: Column | undefined): number => {
    const lines = linesOfCell(cell);
    if (column?.kind !== 'text' || lines.length < 2) return 0;
    return lines.filter((line) => recurring.has(line)).length;
  };
  const plain = (reading: Reading): number =>
    -reading.reduce(
      (sum, cell, at) =>
        sum +
        oddities(cell, columns[at], columns[at - 1], lexicon) +
        swallowed(cell, columns[at]) +
        partedFigure * Number(partsFigure(cell, columns[at], reading[at - 1], columns[at - 1])) +
        Number(emptiesNext(cell, columns[at], reading[at + 1], columns[at + 1], lexicon)),
      0,
    );
  const certain = rows
    .map((readings) => best(readings, plain))
    .filter(({ length }) => length === 1);
  const taught = certain.length >= teachers.least && certain.length >= rows.length * teachers.share;
  if (!taught && certain.length < rows.length) return null;
  const habits = columns.map((column, at) =>
    habitOf(
      certain.flat().map((reading) => reading[at] ?? []),
      column,
      lexicon,
    ),
  );
  const isSingle = (cell: readonly Placed[], column: Column | undefined): boolean =>
    valuesOf(cell, column, lexicon).length === 1;
  const plainest = rows.map((readings) => {
    const possible = readings.filter((reading) => keepsTo(reading, habits));
    return [
      (reading: Reading) =>
        matches(
          reading,
          habits,
          (cell, { marker }) => marker === null || marker === markerOf(cell),
        ),
      (reading: Reading) =>
        matches(
          reading,
          habits,
          (cell, { ending }) => ending === null || ending === endingOf(cell),
        ),
      (reading: Reading) => Number(labelsAgree(reading, columns, habits)),
      plain,
    ].reduce(best, possible);
  });
  const known = new Set(certain.flat().flatMap((reading) => bodiesIn(reading, columns, lexicon)));
  const settled = plainest.map((readings) =>
    [
      // A name that another row surely holds is likelier than one that a cell's edge has cut.
      (reading: Reading) =>
        bodiesIn(reading, columns, lexicon).filter((name) => known.has(name)).length,
      (reading: Reading) =>
        matches(reading, habits, (cell, { wraps }) => wraps || linesOfCell(cell).length === 1),
      (reading: Reading) => matches(reading, habits, (cell, { widest }) => isAsWide(cell, widest)),
      // One leads, though others may share the task: where all that is certain says so, it decides.
      (reading: Reading) =>
        matches(
          reading,
          habits,
          (cell, { single }, at) =>
            columns[at]?.leads === true && single && isSingle(cell, columns[at]),
        ),
      (reading: Reading) =>
        matches(
          reading,
          habits,
          (cell, { words }, at) =>
            holdsPersons(columns[at]) && cell.every((word) => words.has(word.text)),
        ),
    ].reduce(best, readings),
  );
  if (!settled.every(({ length }) => length === 1)) return null;
  const read = settled.flat();
  return {
    readings: read,
    inferred: plainest.some(({ length }) => length > 1),
    odd: -read.reduce((sum, reading) => sum + plain(reading), 0),
  };
}

/** All bodies that a reading names. */
const bodiesIn = (
  reading: Reading,
  columns: readonly Column[],
  lexicon: Lexicon,
): readonly string[] =>
  reading.flatMap((cell, at) =>
    columns[at]?.kind === 'bodies' ? (bodiesOn(linesOfCell(cell), lexicon) ?? []) : [],
  );

/** The readings with the highest score. */
function best(readings: readonly Reading[], score: (reading: Reading) => number): Reading[] {
  const scores = readings.map(score);
  const most = Math.max(...scores);
  return readings.filter((_, at) => scores[at] === most);
}

/** How many filled cells of a reading pass a test. */
function matches(
  reading: Reading,
  habits: readonly Habit[],
  test: (cell: readonly Placed[], habit: Habit, column: number) => boolean,
): number {
  return reading.filter((cell, at) => {
    const habit = habits[at];
    return cell.length > 0 && habit !== undefined && test(cell, habit, at);
  }).length;
}

/** Does every cell keep to its column's width, and hold figures where all others do? */
function keepsTo(reading: Reading, habits: readonly Habit[]): boolean {
  const filled = reading.filter((cell) => cell.length > 0).length;
  return (
    matches(
      reading,
      habits,
      (cell, { width, figures }) =>
        linesOfCell(cell).every((line) => widthOf(line) <= width + overhang) &&
        (!figures || cell.every(({ text }) => /\d/u.test(text) || figure.test(text))),
    ) === filled
  );
}

/** Columns of figures hold the same labels in a row: 近视率≤51.9 肥胖率＝10.5. */
function labelsAgree(
  reading: Reading,
  columns: readonly Column[],
  habits: readonly Habit[],
): boolean {
  const labels = reading
    .filter((_, at) => columns[at]?.kind !== 'serial' && habits[at]?.figures === true)
    .map((cell) => cell.map((word) => word.text.replace(/[^\p{Script=Han}].*$/u, '')).join(' '));
  return new Set(labels).size <= 1;
}

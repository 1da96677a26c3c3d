import { readMarker } from '../../../text/markers.ts';
import { widthOf } from '../../../text/width.ts';
import { unbroken } from '../../joining/signs.ts';
import type { Place } from '../places.ts';

/** A cell's words on one line. */
export interface Placed extends Place {
  column: number;
}
export type CellLine = readonly Placed[];

/** Lines of a table's body that make one row, and that of them which every row has. */
export interface RowLines {
  first: number;
  anchor: number;
  last: number;
}

export interface Grouping {
  rows: RowLines[];
  /** How many lines of cells break though the next word had room: the fewer, the surer. */
  loose: number;
  cost: number;
}

const serial = /^\d{1,4}$/u;
export const figure = /^[-－—+]?\d[\d.,]*[%％‰]?$/u;
const none = /^[—－\-/…]+$/u;
const total = /合\s*计|总\s*计|小\s*计/u;
/** A cell's line is full where it is so much narrower than its column's widest at most, in half-width columns. */
const slack = 3;
/** A way that costs so little more is as good. */
const margin = 0.45;
/** What a doubt costs when lines are given to rows. */
const costs = { loose: 2, empty: 1, offCentre: 0.5, below: 0.1, blank: 1.5 };

export const cellsOf = (lines: readonly CellLine[], column: number): Placed[] =>
  lines.flatMap((line) => line.filter((cell) => cell.column === column));

/** Do a column's cells count on? */
function isSerialColumn(cells: readonly Placed[]): boolean {
  const values = cells.filter(({ text }) => serial.test(text)).map(({ text }) => Number(text));
  const others = cells.length - values.length;
  return (
    values.length > 1 &&
    others * 4 <= values.length &&
    values.every((value, at) => at === 0 || value === (values[at - 1] ?? 0) + 1)
  );
}

const isFigureColumn = (cells: readonly Placed[]): boolean =>
  cells.length > 1 &&
  cells.some(({ text }) => figure.test(text)) &&
  cells.every(({ text }) => figure.test(text) || none.test(text));

export interface Anchors {
  /** The first column that never runs over lines. */
  column: number;
  /** Lines that hold such a cell: one a row. */
  lines: number[];
  /** Is what stands in the column a count or a figure, so that it proves a table? */
  sure: boolean;
}

/** Lines of which each row has one: serial numbers and figures never break; where there are none, the first column. */
export function anchorsOf(lines: readonly CellLine[], columns: number): Anchors {
  const indexes = Array.from({ length: columns }, (_, column) => column);
  const where = (test: (cell: Placed) => boolean): number[] =>
    lines.flatMap((line, at) => (line.some(test) ? [at] : []));
  const counting = indexes.find((column) => isSerialColumn(cellsOf(lines, column)));
  const figures = indexes.filter((column) => isFigureColumn(cellsOf(lines, column)));
  const holdsFigure = ({ column }: Placed): boolean => figures.includes(column);
  if (counting !== undefined) {
    const counted = where(({ column, text }) => column === counting && serial.test(text));
    const totals = where(({ text }) => total.test(text));
    return {
      column: counting,
      lines: [...new Set([...counted, ...totals])].sort((a, b) => a - b),
      sure: true,
    };
  }
  const [first] = figures;
  if (first !== undefined) return { column: first, lines: where(holdsFigure), sure: true };
  return { column: 0, lines: where(({ column }) => column === 0), sure: false };
}

/** What a cell may set on a line of its own: an entry with a number, an addition in brackets. */
const ownLine = /^[（(]/u;

/** Does a cell's line end though the next word had room, and no stop or new entry gives a reason? */
function isLoose(before: Placed, next: Placed, widest: ReadonlyMap<number, number>): boolean {
  const [word = ''] = unbroken.exec(next.text) ?? [];
  const needed = Math.max(0, widthOf(word) - widthOf('字'));
  const room = (widest.get(before.column) ?? 0) - widthOf(before.text) - needed;
  const hasReason =
    /[。；：]$/u.test(before.text) || ownLine.test(next.text) || readMarker(next.text) !== null;
  return room > slack && !hasReason;
}

/**
 * Gives the lines between two anchors to the row above or below: cells stand at the top of their row or in its middle,
 * a cell's line breaks only where it is full, rows leave few cells empty, and a wider gap parts them.
 *
 * @param gaps - blank lines above each line
 * @returns null where two ways are as good
 */
export function groupRows(
  lines: readonly CellLine[],
  anchors: readonly number[],
  gaps: readonly number[],
  columns: number,
): Grouping | null {
  const widest = new Map(
    Array.from({ length: columns }, (_, column) => [
      column,
      Math.max(0, ...cellsOf(lines, column).map(({ text }) => widthOf(text))),
    ]),
  );
  const closest = Math.min(...gaps.slice(1));
  const named = new Set(lines.flatMap((line) => line.map((cell) => cell.column))).size;
  const looseIn = (from: number, to: number): number => {
    let count = 0;
    for (let column = 0; column < columns; column += 1) {
      const cells = cellsOf(lines.slice(from, to), column);
      count += cells.filter((cell, at) => {
        const before = cells[at - 1];
        return before !== undefined && isLoose(before, cell, widest);
      }).length;
    }
    return count;
  };
  const costOf = (from: number, anchor: number, to: number): number => {
    const filled = new Set(
      lines.slice(from, to).flatMap((line) => line.map((cell) => cell.column)),
    );
    const [above, below] = [anchor - from, to - 1 - anchor];
    const shape = above === 0 ? below * costs.below : Math.abs(above - below) * costs.offCentre;
    const blanks = gaps.slice(from + 1, to).filter((gap) => gap > closest).length;
    return (
      shape +
      blanks * costs.blank +
      looseIn(from, to) * costs.loose +
      (named - filled.size) * costs.empty
    );
  };
  interface Way {
    cost: number;
    starts: number[];
    alone: boolean;
  }
  let ways = new Map<number, Way>([[0, { cost: 0, starts: [0], alone: true }]]);
  for (const [index, anchor] of anchors.entries()) {
    const next = anchors[index + 1];
    const ends =
      next === undefined
        ? [lines.length]
        : Array.from({ length: next - anchor }, (_, more) => anchor + 1 + more);
    const reached = new Map<number, Way>();
    for (const end of ends)
      for (const [start, way] of ways) {
        const cost = way.cost + costOf(start, anchor, end);
        const best = reached.get(end);
        const isClose = best !== undefined && Math.abs(best.cost - cost) < margin;
        if (!best || cost < best.cost)
          reached.set(end, { cost, starts: [...way.starts, end], alone: way.alone && !isClose });
        else if (isClose) best.alone = false;
      }
    ways = reached;
  }
  const best = ways.get(lines.length);
  if (!best) return null;
  const groupingOf = (starts: readonly number[], cost: number): Grouping => {
    const rows = anchors.map((anchor, at) => ({
      first: starts[at] ?? anchor,
      anchor,
      last: (starts[at + 1] ?? lines.length) - 1,
    }));
    const loose = rows.reduce((sum, { first, last }) => sum + looseIn(first, last + 1), 0);
    return { rows, loose, cost };
  };
  const grouping = groupingOf(best.starts, best.cost);
  const fromTop = anchors[0] === 0 ? groupingOf(anchors, best.cost) : null;
  if (fromTop?.loose === 0 && isMostlyFromTop(grouping)) return fromTop;
  return best.alone ? grouping : null;
}

/** One table sets all cells alike: do most rows of several lines begin with the line that every row has? */
function isMostlyFromTop({ rows }: Grouping): boolean {
  const centred = rows.filter(({ first, anchor }) => first < anchor).length;
  const fromTop = rows.filter(({ first, anchor, last }) => first === anchor && anchor < last);
  return fromTop.length > 1 && fromTop.length > 2 * centred;
}

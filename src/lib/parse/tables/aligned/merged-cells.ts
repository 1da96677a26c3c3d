import type { RowLines } from './rows.ts';

/** How far from the middle of its rows a cell may stand, in lines: not at all, or else half a line. */
const offCentre = [0, 0.5];

/**
 * For each line that holds a piece of a merged cell, the row with which the cell begins: it stands beside its rows, in
 * the middle of them or at their top.
 *
 * @param pieces - lines on which pieces of merged cells stand
 * @returns null where they can be given to rows in no way, or in more than one
 */
export function mergedOver(
  pieces: readonly number[],
  rows: readonly RowLines[],
): Map<number, number> | null {
  const [top] = rows;
  const isCentred =
    rows.some(({ first, anchor }) => first < anchor) ||
    (top !== undefined && !pieces.some((line) => line >= top.first && line <= top.last)) ||
    pieces.some((line) => rows.every(({ first, last }) => line < first || line > last));
  if (!isCentred) return atTop(pieces, rows);
  for (const most of offCentre) {
    const cells = centred(pieces, rows, most);
    if (cells) return cells;
  }
  return null;
}

/** A way to part the rows into runs, each beside one cell. */
interface Way {
  cells: Map<number, number>;
  runs: number;
  /** Is there no other with as many runs? */
  alone: boolean;
}

/** The way to part the rows into most runs, each with pieces whose middle is its own; null for none, or for two. */
function centred(
  pieces: readonly number[],
  rows: readonly RowLines[],
  most: number,
): Map<number, number> | null {
  const ways = new Map<number, Way>([[rows.length, { cells: new Map(), runs: 0, alone: true }]]);
  for (let start = rows.length - 1; start >= 0; start -= 1)
    for (let end = start; end < rows.length; end += 1) {
      const rest = ways.get(end + 1);
      const own = rest ? piecesBeside(pieces, rows, [start, end], most) : [];
      if (!rest || own.length === 0) continue;
      const best = ways.get(start);
      const runs = rest.runs + 1;
      if (best && runs < best.runs) continue;
      const cells = new Map([...own.map((line): [number, number] => [line, start]), ...rest.cells]);
      ways.set(start, { cells, runs, alone: rest.alone && best?.runs !== runs });
    }
  const way = ways.get(0);
  return way?.alone ? way.cells : null;
}

/** Pieces of a cell that stands in the middle of the rows from `start` to `end`; none where they do not. */
function piecesBeside(
  pieces: readonly number[],
  rows: readonly RowLines[],
  [start, end]: readonly [number, number],
  most: number,
): number[] {
  const first = rows[start]?.first ?? 0;
  const last = rows[end]?.last ?? 0;
  const above = rows[start - 1]?.last ?? -1;
  const below = end === rows.length - 1 ? Infinity : last;
  const own = pieces.filter((line) => line > above && line <= below);
  const middle = own.reduce((sum, line) => sum + line, 0) / own.length;
  const isOwn = own.every((line) => line >= first && line <= last);
  return isOwn && Math.abs(middle - (first + last) / 2) <= most ? own : [];
}

/** Cells at the top of their first row; a piece on any other of its lines goes on with them. */
function atTop(pieces: readonly number[], rows: readonly RowLines[]): Map<number, number> | null {
  const found = new Map<number, number>();
  let begun: number | null = null;
  for (const line of pieces) {
    const opens = rows.findIndex(({ first }) => first === line);
    if (opens >= 0) begun = opens;
    if (begun === null) return null;
    found.set(line, begun);
  }
  return found;
}

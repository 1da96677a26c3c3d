import { span, splitLine } from '../../tree/build.ts';
import type { Cell, Furniture, Line, Row } from '../../tree/types.ts';

/** A run of characters of a line that may be a cell, or a part of one. */
export interface Piece {
  line: Line;
  text: string;
}

/** Cuts a line at every match of `gap`; what matches belongs to no piece. */
export function piecesOf(line: Line, gap: RegExp): Piece[] {
  return cutAt(
    line,
    [...line.value.matchAll(gap)].map((match) => match.index + match[0].length),
  );
}

/** Cuts a line before each of the characters at `cuts`; blanks there belong to no piece. */
export function cutAt(line: Line, cuts: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  let rest: Line | undefined = line;
  let from = 0;
  const end = line.value.length;
  for (const cut of [...cuts, end]) {
    if (!rest) break;
    const [piece, after]: Line[] = cut < end ? splitLine(rest, cut - from) : [rest];
    if (piece) pieces.push({ line: piece, text: piece.value });
    from = after ? (after.position?.start.offset ?? 0) - (line.position?.start.offset ?? 0) : end;
    rest = after;
  }
  return pieces;
}

export function cellOf(column: number, children: (Line | Furniture)[]): Cell {
  return { type: 'cell', column, children, position: span(children) };
}

export function rowOf(children: Cell[], continues = false): Row {
  return { type: 'row', children, position: span(children), ...(continues ? { continues } : {}) };
}

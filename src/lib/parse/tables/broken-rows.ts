import { span } from '../../tree/build.ts';
import type { Line, Row, Table } from '../../tree/types.ts';
import { rowOf } from './pieces.ts';
import { cellsOf, columnsOf } from './tabs.ts';

/** Fewer columns or rows prove nothing. */
const least = { columns: 3, rows: 2 };

const serialOf = (line: Line | undefined): number => {
  const first = line?.value.split('\t')[0]?.trim() ?? '';
  return /^\d{1,4}$/u.test(first) ? Number(first) : 0;
};

/** How many lines from the first on fill one row, where each goes on with the last cell of the one before; 0 where none do. */
function linesOfRow(lines: readonly Line[], columns: number): number {
  let filled = 0;
  for (const [at, line] of lines.entries()) {
    if (at > 0 && serialOf(line) > 0) return 0;
    filled += columnsOf(line) - (at > 0 ? 1 : 0);
    if (filled >= columns) return filled === columns ? at + 1 : 0;
  }
  return 0;
}

/** The lines of one row, the first of them its row and the others what goes on with it. */
function rowsOf(lines: readonly Line[]): Row[] {
  let shift = 0;
  return lines.map((line, at) => {
    const cells = cellsOf(line).map((cell) => ({ ...cell, column: cell.column + shift }));
    shift += columnsOf(line) - 1;
    return rowOf(cells, at > 0);
  });
}

/**
 * A table of tabs whose cells hold line breaks, as a word processor exports them: below the head every row begins with the
 * next serial number and fills all columns, on one line or on several.
 *
 * @param lines - lines from the head on
 * @returns the table and how many lines it takes; null where no cell is broken, or a row does not fill its columns
 */
export function brokenRows(lines: readonly Line[]): { table: Table; length: number } | null {
  const [head] = lines;
  const columns = head ? columnsOf(head) : 0;
  if (!head || columns < least.columns || cellsOf(head).length < columns) return null;
  const rows: Row[][] = [];
  let at = 1;
  while (serialOf(lines[at]) === rows.length + 1) {
    const length = linesOfRow(lines.slice(at), columns);
    if (length === 0) return null;
    rows.push(rowsOf(lines.slice(at, at + length)));
    at += length;
  }
  const isBroken = rows.some((row) => row.length > 1);
  if (!isBroken || rows.length < least.rows) return null;
  const children = [rowOf(cellsOf(head)), ...rows.flat()];
  return {
    table: { type: 'table', columns, head: 1, children, position: span(children) },
    length: at,
  };
}

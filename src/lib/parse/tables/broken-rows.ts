import type { Lexicon } from '../../lexicon/lexicon.ts';
import { span, textOf } from '../../tree/build.ts';
import type { Cell, Line, Row, Table } from '../../tree/types.ts';
import { cellOf, rowOf } from './pieces.ts';
import { cellsOf, columnsOf } from './tabs.ts';

/** Fewer columns or rows prove nothing; without serial numbers more of them must. */
const least = { counted: { columns: 3, rows: 2 }, uncounted: { columns: 4, rows: 3 } };

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

/**
 * Are lines that no number counts one row, whole or broken once? Rows whose last cells are empty are alike, and would not
 * fill the columns together.
 */
const isSurelyOne = (lines: readonly Line[]): boolean => {
  const [first, second, ...more] = lines.map(columnsOf);
  return more.length === 0 && (second === undefined || (second > 1 && second !== first));
};

/** One row of its lines: the first cell of each line after the first goes on with the last of the one before, bodies as a list. */
function rowFrom(lines: readonly Line[], lexicon: Lexicon): Row {
  const cells: Cell[] = [];
  let shift = 0;
  for (const line of lines) {
    for (const cell of cellsOf(line)) {
      const column = cell.column + shift;
      const open = cells.at(-1);
      if (open?.column !== column) {
        cells.push({ ...cell, column });
        continue;
      }
      const listed = [open.children.slice(-1), cell.children].every((part) =>
        lexicon.isAgency(textOf(part)),
      );
      const at = open.children.length;
      const list = [...(open.list ?? []), ...(listed ? [at] : [])];
      const children = [...open.children, ...cell.children];
      cells[cells.length - 1] = {
        ...cellOf(column, children),
        ...(list.length > 0 ? { list } : {}),
      };
    }
    shift += columnsOf(line) - 1;
  }
  return rowOf(cells);
}

/**
 * A table of tabs whose cells hold line breaks, as a word processor exports them: below the head every row fills all
 * columns, on one line or on several; it begins with the next serial number, or is broken once.
 *
 * @param lines - lines from the head on
 * @returns the table and how many lines it takes; null where no cell is broken, or a row does not fill its columns
 */
export function brokenRows(
  lines: readonly Line[],
  lexicon: Lexicon,
): { table: Table; length: number } | null {
  const [head] = lines;
  const columns = head ? columnsOf(head) : 0;
  const isCounted = serialOf(lines[1]) === 1;
  const enough = isCounted ? least.counted : least.uncounted;
  if (!head || columns < enough.columns || cellsOf(head).length < columns) return null;
  const rows: Row[] = [];
  const isRow = (line: Line | undefined): boolean =>
    isCounted ? serialOf(line) === rows.length + 1 : line?.value.includes('\t') === true;
  let at = 1;
  while (isRow(lines[at])) {
    const length = linesOfRow(lines.slice(at), columns);
    if (length === 0 || !(isCounted || isSurelyOne(lines.slice(at, at + length)))) return null;
    rows.push(rowFrom(lines.slice(at, at + length), lexicon));
    at += length;
  }
  const isBroken = at - 1 > rows.length;
  if (!isBroken || rows.length < enough.rows) return null;
  const children = [rowOf(cellsOf(head)), ...rows];
  return {
    table: { type: 'table', columns, head: 1, children, position: span(children) },
    length: at,
  };
}

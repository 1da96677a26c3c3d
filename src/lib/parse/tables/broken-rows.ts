import type { Lexicon } from '../../lexicon/lexicon.ts';
import { readMarker } from '../../text/markers.ts';
import { span, textOf } from '../../tree/build.ts';
import type { Cell, Line, Row, Table } from '../../tree/types.ts';
import { cellOf, rowOf } from './pieces.ts';
import { cellsOf, columnsOf } from './tabs.ts';

/** Fewer columns or rows prove nothing. */
const least = { columns: 3, rows: 2 };

/** The serial number that a row begins with; 0 for none. */
export const serialOf = (line: Line | undefined): number => {
  const first = line?.value.split('\t')[0]?.trim() ?? '';
  return /^\d{1,4}$/u.test(first) ? Number(first) : 0;
};

/** Numbering of the text around a table. */
const outer: ReadonlySet<string> = new Set(['chapter', 'section', 'article', 'first', 'second']);

/** May a line go on with a cell? Below a wider gap, or where a sentence or a heading stands alone, the table is over. */
const goesOn = (line: Line, gap: number): boolean =>
  line.data.gap <= gap &&
  (line.value.includes('\t') ||
    !(line.value.includes('。') || outer.has(readMarker(line.value)?.kind ?? '')));

/**
 * How many lines from `from` on fill one row, where each goes on with the last cell of the one before; 0 where none do.
 */
function linesOfRow(lines: readonly Line[], from: number, columns: number, gap: number): number {
  let filled = 0;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || (at > from && (serialOf(line) > 0 || !goesOn(line, gap)))) return 0;
    filled += columnsOf(line) - (at > from ? 1 : 0);
    if (filled >= columns) return filled === columns ? at - from + 1 : 0;
  }
  return 0;
}

/**
 * One row of its lines: the first cell of each line after the first goes on with the last of the one before, bodies as a
 * list.
 */
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
 * A table of tabs whose cells hold line breaks, as a word processor exports them: below the head every row begins with
 * the next serial number and fills all columns, on one line or on several.
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
  const gap = lines[1]?.data.gap ?? 0;
  if (!head || columns < least.columns || cellsOf(head).length < columns) return null;
  const rows: Row[] = [];
  let at = 1;
  while (serialOf(lines[at]) === rows.length + 1) {
    const length = linesOfRow(lines, at, columns, gap);
    if (length === 0) return null;
    rows.push(rowFrom(lines.slice(at, at + length), lexicon));
    at += length;
  }
  const isBroken = at - 1 > rows.length;
  if (!isBroken || rows.length < least.rows) return null;
  const children = [rowOf(cellsOf(head)), ...rows];
  return {
    table: { type: 'table', columns, head: 1, children, position: span(children) },
    length: at,
  };
}

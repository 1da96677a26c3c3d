import { span, splitLine } from '../../tree/build.ts';
import type { Block, Cell, Line, Paragraph, Row } from '../../tree/types.ts';
import { cellOf, rowOf } from './pieces.ts';

/** A table's head has at most so many rows. */
const mostHeadRows = 3;

/** Cells of a line between its tabs; an empty cell is a gap in `column`. */
export function cellsOf(line: Line): Cell[] {
  const start = line.position?.start.offset ?? 0;
  const cells: Cell[] = [];
  let column = 0;
  let from = 0;
  for (const raw of line.value.split('\t')) {
    const text = raw.trim();
    if (text !== '') {
      const at = from + raw.indexOf(text);
      const tail = at > 0 ? splitLine(line, at).at(-1) : line;
      const piece = tail
        ? splitLine(tail, at + text.length - ((tail.position?.start.offset ?? 0) - start))[0]
        : undefined;
      if (piece) cells.push(cellOf(column, [piece]));
    }
    from += raw.length + 1;
    column += 1;
  }
  return cells;
}

/** Columns of a line of tab-separated cells, empty ones at its end included. */
export const columnsOf = (line: Line): number => line.value.split('\t').length;

/**
 * How many rows are the head. A head row leaves cells empty only where a cell above or to the left spans them, so a
 * second row belongs to the head where it begins with an empty cell below one that is filled.
 */
function headRows(rows: readonly Row[], columns: number): number {
  const filled = (row: Row | undefined): Set<number> =>
    new Set(row?.children.map((cell) => cell.column));
  let head = 1;
  while (head < mostHeadRows && head < rows.length) {
    const above = filled(rows[head - 1]);
    const here = filled(rows[head]);
    if (above.size >= columns || here.size === 0 || here.has(0)) break;
    head += 1;
  }
  return head < rows.length ? head : 1;
}

/** A table of lines whose cells are parted by tabs; a first row of one cell is its caption. */
export function tabTable(lines: readonly Line[]): Block[] {
  const columns = lines.reduce((most, line) => Math.max(most, columnsOf(line)), 0);
  const captions: Paragraph[] = [];
  const rows: Row[] = [];
  for (const line of lines) {
    const cells = cellsOf(line);
    const [only] = cells;
    if (rows.length === 0 && cells.length === 1 && columns > 2 && only)
      captions.push({
        type: 'paragraph',
        role: 'caption',
        children: only.children,
        position: span(only.children),
      });
    else if (cells.length > 0) rows.push(rowOf(cells));
  }
  if (rows.length === 0) return captions;
  return [
    ...captions,
    { type: 'table', columns, head: headRows(rows, columns), children: rows, position: span(rows) },
  ];
}

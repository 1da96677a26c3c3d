import { span, textOf } from '../../../tree/build.ts';
import type { Furniture, Line, Row, Table } from '../../../tree/types.ts';
import { namesApart, piecesAt } from '../name-lists.ts';
import { cellOf, rowOf } from '../pieces.ts';
import { isAlignedRow } from './lines.ts';

/** Serial numbers in a column of a table, in order; an empty list where one of its cells is no number. */
function serialsIn({ head, children }: Table, column: number): number[] {
  const rows = children.filter((row) => row.type === 'row').slice(head);
  const cells = rows.flatMap((row) => row.children.filter((cell) => cell.column === column));
  const texts = cells.map((cell) => textOf(cell.children));
  return texts.every((text) => /^\d{1,4}$/u.test(text)) ? texts.map(Number) : [];
}

/** Do the rows of a table count from one on, in any of its columns? */
export const isCounted = (table: Table): boolean =>
  Array.from({ length: table.columns }, (_, column) => serialsIn(table, column)).some(
    (serials) => serials.length > 1 && serials.every((serial, at) => serial === at + 1),
  );

/** Joins a table without a head to the one on the page before; null where no column counts on from one to the other. */
export function continuedTable(
  table: Table,
  between: readonly Furniture[],
  next: Table,
): Table | null {
  if (next.head > 0 || table.columns !== next.columns) return null;
  const countsOn = Array.from({ length: table.columns }, (_, column) => {
    const [before, after] = [serialsIn(table, column), serialsIn(next, column)];
    return after[0] === (before.at(-1) ?? NaN) + 1;
  });
  if (!countsOn.includes(true)) return null;
  const children = [...table.children, ...between, ...next.children];
  return { ...table, children, position: span(children) };
}

/**
 * Rows of a page that go on with the table of the page before: each has a cell for every column. Pages are bound left or
 * right, so only their order counts.
 */
export function rowsOnNextPage(lines: readonly Line[], columns: number): Row[] {
  const rows: Row[] = [];
  for (const line of lines) {
    if (!isAlignedRow(line)) break;
    const places = namesApart(line);
    if (places.length !== columns) break;
    rows.push(rowOf(piecesAt(line, places).map((piece, column) => cellOf(column, [piece]))));
  }
  return rows;
}

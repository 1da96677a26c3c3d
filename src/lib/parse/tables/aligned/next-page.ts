import { span, textOf } from '../../../tree/build.ts';
import type { Furniture, Line, Row, Table } from '../../../tree/types.ts';
import { namesApart, piecesAt } from '../name-lists.ts';
import { cellOf, rowOf } from '../pieces.ts';
import { isAlignedRow } from './lines.ts';

/** Serial number that a row begins with; null for none. */
function serialOf(row: Row | Furniture | undefined): number | null {
  const first = row?.type === 'row' ? row.children[0] : undefined;
  const text = first?.column === 0 ? textOf(first.children) : '';
  return /^\d{1,4}$/u.test(text) ? Number(text) : null;
}

/** Joins a table without a head to the one on the page before; null where it does not go on with that. */
export function continuedTable(
  table: Table,
  between: readonly Furniture[],
  next: Table,
): Table | null {
  const serials = table.children.map(serialOf).filter((serial) => serial !== null);
  const first = next.children.map(serialOf).find((serial) => serial !== null);
  if (next.head > 0 || first !== (serials.at(-1) ?? NaN) + 1 || table.columns !== next.columns)
    return null;
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

import type { Lexicon } from '../../lexicon/lexicon.ts';
import { readMarker } from '../../text/markers.ts';
import { widthOf } from '../../text/width.ts';
import { span } from '../../tree/build.ts';
import type { Furniture, Line, Row, Table } from '../../tree/types.ts';
import { isFigure } from './figures.ts';
import { cellOf, rowOf } from './pieces.ts';
import { isTotal } from './totals.ts';

/** Fewer columns are a list, more have never been seen without a serial number; one row proves nothing. */
const limits = { columns: 3, mostColumns: 10, rows: 2 };
/** A cell that fills one line is narrower than this, in half-width columns. */
const cellWidth = 50;

/** A cell of one line; furniture after it goes along. */
type TornCell = [Line, ...Furniture[]];

/** May the line be a whole cell: short, no sentence, no numbered text, no remark in brackets? */
export function isCell({ value }: Line): boolean {
  return (
    widthOf(value) < cellWidth &&
    !/[。；：:\t]/u.test(value) &&
    !/^[（(].*[)）]$/u.test(value) &&
    readMarker(value) === null
  );
}

/** The lines from the first node on that may be cells, each with the furniture after it; none after the last. */
export function cellsOf(nodes: readonly (Line | Furniture)[]): TornCell[] {
  const cells: TornCell[] = [];
  let between: Furniture[] = [];
  for (const node of nodes) {
    if (node.type === 'furniture') {
      between.push(node);
      continue;
    }
    if (!isCell(node)) break;
    cells.at(-1)?.push(...between);
    between = [];
    cells.push([node]);
  }
  return cells;
}

/** Is each column of the rows below the head all figures or all words, and are there both? The head is all words. */
function isEven(cells: readonly TornCell[], columns: number): boolean {
  const figures = cells.map(([line]) => isFigure(line.value));
  const body = figures.slice(columns);
  const even = body.every((figure, at) => figure === body[at % columns]);
  return (
    even && body.includes(true) && body.includes(false) && !figures.slice(0, columns).includes(true)
  );
}

/**
 * Is the first row a head? Where the vocabulary lacks its first name it has all others, and none that goes on with them.
 */
function isHead(
  cells: readonly TornCell[],
  columns: number,
  isName: (cell: TornCell) => boolean,
): boolean {
  const [first, ...others] = cells.slice(0, columns);
  const next = cells[columns];
  if (!first || !next) return false;
  return isName(first) || (others.every(isName) && !isName(next));
}

/** How many columns the cells make whole rows of, in one way only; null for none or more. */
function columnsOf(cells: readonly TornCell[], isName: (cell: TornCell) => boolean): number | null {
  const ways: number[] = [];
  for (let columns = limits.columns; columns <= limits.mostColumns; columns += 1)
    if (
      cells.length % columns === 0 &&
      cells.length >= columns * (limits.rows + 1) &&
      isHead(cells, columns, isName) &&
      cells.every(([line], cell) => cell % columns === 0 || !isTotal(line.value)) &&
      isEven(cells, columns)
    )
      ways.push(columns);
  return ways.length === 1 ? (ways[0] ?? null) : null;
}

/** The row of totals in the last cells: a figure in each column that holds figures; null where they are none. */
function totalRow(
  cells: readonly TornCell[],
  body: readonly TornCell[],
  columns: number,
): Row | null {
  const [name, ...sums] = cells;
  const first = body.slice(columns, 2 * columns);
  const figures = first.flatMap(([line], column) => (isFigure(line.value) ? [column] : []));
  if (!name || sums.length !== figures.length || !sums.every(([line]) => isFigure(line.value)))
    return null;
  return rowOf([cellOf(0, name), ...sums.map((sum, at) => cellOf(figures[at] ?? 0, sum))]);
}

/**
 * A table torn into lines of one cell each: its head, then rows in which the same columns hold figures, and a row of
 * totals perhaps. It counts where the cells make whole rows in one way only.
 *
 * @param at - the node that may be the head's first cell
 * @returns the table and its length in nodes; null where there is none
 */
export function tornTable(
  nodes: readonly (Line | Furniture)[],
  at: number,
  lexicon: Lexicon,
): { table: Table; length: number } | null {
  const first = nodes[at];
  const isName = ([line]: TornCell): boolean => lexicon.columnKindOf(line.value) !== null;
  const second = nodes[at + 1];
  if (first?.type !== 'line' || !isCell(first) || lexicon.isTableTitle(first.value)) return null;
  if (!isName([first]) && (second?.type !== 'line' || !isName([second]))) return null;
  const cells = cellsOf(nodes.slice(at));
  const totalAt = cells.findLastIndex(([line]) => isTotal(line.value));
  const body = totalAt < 0 || columnsOf(cells, isName) !== null ? cells : cells.slice(0, totalAt);
  const columns = columnsOf(body, isName);
  if (columns === null) return null;
  const total = body === cells ? null : totalRow(cells.slice(totalAt), body, columns);
  if (body !== cells && !total) return null;
  const rows = Array.from({ length: body.length / columns }, (_, row) =>
    rowOf(
      body
        .slice(row * columns, (row + 1) * columns)
        .map((children, column) => cellOf(column, children)),
    ),
  );
  const children = total ? [...rows, total] : rows;
  return {
    table: { type: 'table', columns, head: 1, children, position: span(children) },
    length: cells.flat().length,
  };
}

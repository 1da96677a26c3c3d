import { readMarker } from '../../text/markers.ts';
import { span } from '../../tree/build.ts';
import type { Block, Line, Row, Table } from '../../tree/types.ts';
import { cellOf, rowOf } from './pieces.ts';

/** Fewer columns or rows, the head among them, are no table. */
const least = { columns: 2, rows: 2 };

/** Rows of the lines from `from` on: a tab alone on a line stands between two cells, none between two rows. */
function rowsFrom(nodes: readonly (Block | Line)[], from: number): Line[][] {
  const rows: Line[][] = [];
  for (let at = from; at < nodes.length; at += 1) {
    const [node, next] = [nodes[at], nodes[at + 1]];
    const goesOn = next?.type === 'line' && next.data.tabs > 0;
    if (node?.type !== 'line') break;
    if (at > from && node.data.tabs > 0) rows.at(-1)?.push(node);
    else if (goesOn) rows.push([node]);
    else break;
  }
  return rows;
}

const widthOfRow = (row: readonly Line[]): number =>
  row.reduce((sum, { data }, at) => sum + (at > 0 ? data.tabs : 1), 0);

function rowFrom(lines: readonly Line[]): Row {
  let column = 0;
  return rowOf(
    lines.map((line, at) => {
      column += at > 0 ? line.data.tabs : 0;
      return cellOf(column, [line]);
    }),
  );
}

/** What no column is called: a sentence, or what is numbered. */
const isText = ({ value }: Line): boolean =>
  /[。；：:]$/u.test(value) || readMarker(value) !== null;

/** The table of rows that all have as many columns; null where one has not, they are too few, or texts are in the head. */
function tableOf(rows: readonly Line[][]): Table | null {
  const columns = widthOfRow(rows[0] ?? []);
  const uneven = rows.findIndex((row) => widthOfRow(row) !== columns);
  if (rows[0]?.some(isText)) return null;
  if (uneven >= 0 || columns < least.columns || rows.length < least.rows) return null;
  const children = rows.map(rowFrom);
  return { type: 'table', columns, head: 1, children, position: span(children) };
}

/** Tables as the text of a web page has them: each cell on lines of its own, a tab alone on a line between two. */
export function withWebCells(nodes: readonly (Block | Line)[]): (Block | Line)[] {
  const result: (Block | Line)[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node) continue;
    const next = nodes[at + 1];
    const rows = next?.type === 'line' && next.data.tabs > 0 ? rowsFrom(nodes, at) : [];
    if (rows.length === 0) result.push(node);
    else {
      const table = tableOf(rows);
      result.push(...(table ? [table] : rows.flat()));
      at += rows.flat().length - 1;
    }
  }
  return result;
}

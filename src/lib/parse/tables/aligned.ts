import { span } from '../../tree/build.ts';
import type { Line, Row, Table } from '../../tree/types.ts';
import { widthOf } from '../../text/width.ts';
import { cellOf, piecesOf, rowOf } from './pieces.ts';

/** Cells of a layout-preserving export stand at least two spaces apart. */
const gap = /[ \u3000]{2,}/gu;
const hasGap = /\S(?: {2,}|\u3000{2,})\S/u;
/** Fewer columns are a list of names and posts, fewer rows prove nothing. */
const least = { columns: 3, rows: 3 };

/** A piece of a line and the columns of the page that it covers, in half-width columns, end exclusive. */
interface Placed {
  line: Line;
  from: number;
  to: number;
}

function placed(line: Line): Placed[] {
  const start = line.position?.start.offset ?? 0;
  return piecesOf(line, gap).map((piece) => {
    const before = line.value.slice(0, (piece.line.position?.start.offset ?? 0) - start);
    const from = line.data.indent + widthOf(before.replaceAll('\u3000', '　'));
    return { line: piece.line, from, to: from + widthOf(piece.text) };
  });
}

/** How many lines from `at` are an aligned table: lines of several cells, and between them lines that stand under one. */
export function alignedLength(lines: readonly Line[], at: number): number {
  let last = at;
  let rows = 0;
  for (let here = at; here < lines.length; here += 1) {
    const line = lines[here];
    if (!line || line.value.includes('\t')) break;
    if (hasGap.test(line.value)) {
      rows += 1;
      last = here + 1;
    } else if (rows === 0 || here - last > 2 || line.data.indent < 4 || /。$/u.test(line.value))
      break;
  }
  return rows >= least.rows ? last - at : 0;
}

/** Stretches of the page that cells cover, left to right: the table's columns. */
function columnsOf(rows: readonly Placed[][]): { from: number; to: number }[] {
  const columns: { from: number; to: number }[] = [];
  for (const piece of rows.flat().sort((a, b) => a.from - b.from)) {
    const last = columns.at(-1);
    if (last && piece.from < last.to + 1) last.to = Math.max(last.to, piece.to);
    else columns.push({ from: piece.from, to: piece.to });
  }
  return columns;
}

/**
 * Rebuilds a table whose cells are aligned with spaces. A line whose first column is empty goes on with the row above.
 *
 * @returns null where the columns do not show: fewer than three, or cells that cover two
 */
export function alignedTable(lines: readonly Line[]): Table | null {
  const rows = lines.map(placed);
  const full = rows.filter((row) => row.length >= least.columns);
  if (full.length < least.rows) return null;
  const columns = columnsOf(full);
  if (columns.length < least.columns) return null;
  const built: Row[] = [];
  for (const row of rows) {
    const taken = new Set<number>();
    const cells = row.map((piece) => {
      const column = columns.findIndex(
        ({ from, to }) => piece.from < to + 1 && piece.to > from - 1,
      );
      taken.add(column);
      return cellOf(column, [piece.line]);
    });
    if (taken.has(-1) || taken.size < cells.length) return null;
    built.push(rowOf(cells, built.length > 0 && !taken.has(0)));
  }
  const head = headLength(built);
  return { type: 'table', columns: columns.length, head, children: built, position: span(built) };
}

/** Rows up to the first that begins with a number, or else one. */
function headLength(rows: readonly Row[]): number {
  const first = rows.findIndex(
    (row) =>
      /^\d/u.test(row.children[0]?.children[0]?.value ?? '') && row.children[0]?.column === 0,
  );
  const continued = rows.findIndex((row, at) => at > 0 && row.continues !== true);
  return first > 0 && first <= 4 ? first : Math.max(1, continued);
}

import { span, textOf } from '../../tree/build.ts';
import type { Lexicon } from '../../lexicon.ts';
import type { Cell, Furniture, Line, Row, Table } from '../../tree/types.ts';
import { widthOf } from '../../text/width.ts';
import { cellOf, piecesOf, rowOf } from './pieces.ts';

/** Cells of a layout-preserving export stand at least two spaces apart. */
const gap = /[ \u3000]{2,}/gu;
const hasGap = /\S(?: {2,}|\u3000{2,})\S/u;
/** Fewer columns are a list of names and posts, fewer rows prove nothing. */
const least = { columns: 3, rows: 3 };
/** A name is centred over what it spans: twice its distance from the middle is no more than this share of the width. */
const offCentre = 0.5;
const figure = /^[-－+]?\d[\d.,]*[%％]?$/u;
/** Below a head that names columns, two are enough. */
const leastUnderHead = 2;

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

/** May the line be a row of an aligned table? */
export const isAlignedRow = (line: Line): boolean => hasGap.test(line.value);

/** How many lines from `at` are an aligned table: lines of several cells, and between them lines that stand under one. */
export function alignedLength(lines: readonly Line[], at: number): number {
  let last = at;
  const rows: Placed[][] = [];
  for (let here = at; here < lines.length; here += 1) {
    const line = lines[here];
    if (!line || line.value.includes('\t')) break;
    if (hasGap.test(line.value)) rows.push(placed(line));
    else if (!goesOnUnder(line, rows)) {
      if (here - last > 2 || line.data.indent < 4 || line.value.endsWith('。')) break;
      continue;
    }
    last = here + 1;
  }
  return rows.length >= least.rows ? last - at : 0;
}

/** Does a line begin where a cell begins that is not the first of its row? */
function goesOnUnder(line: Line, rows: readonly Placed[][]): boolean {
  const column = columnsOf(rows).findIndex(({ from }) => Math.abs(from - line.data.indent) <= 1);
  return column > 0;
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

interface Column {
  from: number;
  to: number;
}

/** Columns, and the last ones that a head names though no row fills them: 备注. */
function withEmptyColumns(columns: readonly Column[], rows: readonly Placed[][]): Column[] {
  const end = columns.at(-1)?.to ?? 0;
  return [...columns, ...columnsOf([rows.flat().filter(({ from }) => from > end)])];
}

const columnOf = ({ from, to }: Column, columns: readonly Column[]): number =>
  columns.findIndex((column) => from < column.to + 1 && to > column.from - 1);

/**
 * Names that span columns, each with the first of those: they stand centred over names on the last line of the head, of
 * which each belongs to the nearest.
 */
function spanningNames(head: readonly Placed[][], columns: readonly Column[]): Map<Placed, number> {
  const found = new Map<Placed, number>();
  const lower = head.at(-1)?.map((piece) => ({ piece, column: columnOf(piece, columns) })) ?? [];
  const distance = (one: Placed, other: Placed): number =>
    Math.abs(one.from + one.to - other.from - other.to);
  for (const row of head.slice(0, -1)) {
    const over = row.filter((piece) => {
      const column = columnOf(piece, columns);
      return column < 0 || lower.some((name) => name.column === column);
    });
    if (over.length >= lower.length) continue;
    const groups = over.map((name) => ({
      name,
      below: lower.filter(({ piece }) =>
        over.every((o) => distance(name, piece) <= distance(o, piece)),
      ),
    }));
    const isCentred = groups.every(({ name, below }) => {
      const from = below[0]?.piece.from ?? 0;
      const to = below.at(-1)?.piece.to ?? 0;
      return below.length > 1 && distance(name, { ...name, from, to }) <= (to - from) * offCentre;
    });
    if (isCentred) for (const { name, below } of groups) found.set(name, below[0]?.column ?? -1);
  }
  return found;
}

/**
 * Rebuilds a table whose cells are aligned with spaces. A line whose first column is empty goes on with the row above.
 *
 * @returns null where the columns do not show: fewer than three, or cells that cover two
 */
export function alignedTable(lines: readonly Line[], lexicon: Lexicon): Table | null {
  const rows = lines.map(placed);
  const headed = lexicon.opensTable(lines[0]?.value ?? '');
  const fewest = headed ? leastUnderHead : least.columns;
  const full = rows.filter((row) => row.length >= fewest);
  if (full.length < least.rows) return null;
  const columns = withEmptyColumns(columnsOf(full), rows);
  if (columns.length < fewest) return null;
  const opens = rows.findIndex((row) => row.some(({ line }) => figure.test(line.value)));
  const spans = spanningNames(rows.slice(0, Math.max(opens, 0)), columns);
  const built: Row[] = [];
  for (const [at, row] of rows.entries()) {
    const cells: Cell[] = [];
    for (const piece of row) {
      const { line } = piece;
      const column = spans.get(piece) ?? columnOf(piece, columns);
      const before = cells.at(-1);
      if (before?.column === column && isLetter(line) && before.children.every(isLetter))
        cells[cells.length - 1] = cellOf(column, [...before.children, line]);
      else cells.push(cellOf(column, [line]));
    }
    const taken = new Set(cells.map((cell) => cell.column));
    if (taken.has(-1) || taken.size < cells.length) return null;
    const goesOn =
      spans.size > 0 && at < opens
        ? at > 0 && at < opens - 1
        : at > 0 && !taken.has(0) && !fillsFigures(cells, built);
    built.push(rowOf(cells, goesOn));
  }
  groupByBlankLines(lines, built);
  const head = headLength(built);
  return { type: 'table', columns: columns.length, head, children: built, position: span(built) };
}

/** A letter of a word that is set wide: 合　　计. */
const isLetter = (node: Line | Furniture): boolean =>
  node.type === 'line' && /^\p{Script=Han}$/u.test(node.value);

function withLettersJoined(pieces: readonly Line[][]): Line[][] {
  const cells: Line[][] = [];
  for (const piece of pieces) {
    const before = cells.at(-1);
    if (before?.every(isLetter) === true && piece.every(isLetter)) before.push(...piece);
    else cells.push([...piece]);
  }
  return cells;
}

/** A figure stands on one line: where a second fills its column, a row begins, though a merged cell leaves the first empty. */
function fillsFigures(cells: readonly Cell[], above: readonly Row[]): boolean {
  const opening = above.findLastIndex((row) => row.continues !== true);
  const filled = above.slice(opening).flatMap((row) => row.children);
  const isFigure = (cell: Cell): boolean => figure.test(textOf(cell.children));
  return cells.some(
    (cell) =>
      isFigure(cell) && filled.some((other) => other.column === cell.column && isFigure(other)),
  );
}

/**
 * Cells may be centred against the longest of their row; then the first column is filled on a middle line. Where blank
 * lines part the rows, and each part fills the first column once, the parts are the rows.
 */
function groupByBlankLines(lines: readonly Line[], rows: readonly Row[]): void {
  const groups: Row[][] = [];
  for (const [at, row] of rows.entries()) {
    if (at === 0 || (lines[at]?.data.gap ?? 0) > 0) groups.push([row]);
    else groups.at(-1)?.push(row);
  }
  const once = groups.every(
    (group) => group.filter((row) => row.children.some((cell) => cell.column === 0)).length === 1,
  );
  if (groups.length < least.rows || !once) return;
  for (const group of groups)
    for (const [at, row] of group.entries()) {
      if (at > 0) row.continues = true;
      else delete row.continues;
    }
}

/** Serial number that a row begins with; null for none. */
function serialOf(row: Row | Furniture | undefined): number | null {
  const first = row?.type === 'row' ? row.children[0] : undefined;
  const text = first?.column === 0 ? textOf(first.children) : '';
  return /^\d{1,4}$/u.test(text) ? Number(text) : null;
}

/** Joins a table to the one on the page before, where its first serial goes on with the last; null where it does not. */
export function continuedTable(
  table: Table,
  between: readonly Furniture[],
  next: Table,
): Table | null {
  const last = table.children
    .map(serialOf)
    .filter((serial) => serial !== null)
    .at(-1);
  const first = next.children.map(serialOf).find((serial) => serial !== null);
  if (last === undefined || first !== last + 1 || table.columns !== next.columns) return null;
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
    const pieces = isAlignedRow(line) ? piecesOf(line, gap).map((piece) => [piece.line]) : [];
    const cells = pieces.length > columns ? withLettersJoined(pieces) : pieces;
    if (cells.length !== columns) break;
    rows.push(rowOf(cells.map((children, column) => cellOf(column, children))));
  }
  return rows;
}

/** Rows up to the first that holds a serial number in its first column, or a figure in any; or else one. */
function headLength(rows: readonly Row[]): number {
  const numbered = rows.findIndex(
    ({ children: [cell] }) => cell?.column === 0 && /^\d/u.test(textOf(cell.children)),
  );
  const filled = rows.findIndex(({ children }) =>
    children.some((cell) => figure.test(textOf(cell.children))),
  );
  const opens = numbered < 0 ? filled : numbered;
  const first = rows.findLastIndex((row, at) => at <= opens && row.continues !== true);
  const continued = rows.findIndex((row, at) => at > 0 && row.continues !== true);
  return first > 0 && first <= 4 ? first : Math.max(1, continued);
}

import type { Lexicon } from '../../lexicon.ts';
import { bare } from '../../text/spaces.ts';
import { readMarker, type Marker } from '../../text/markers.ts';
import { widthOf } from '../../text/width.ts';
import { span } from '../../tree/build.ts';
import type { Line, Row, Table } from '../../tree/types.ts';
import { cellOf, piecesOf, rowOf } from './pieces.ts';

/** Names of a table's last column and of the one before it. */
const deadlineColumn = /^(?:完成)?(?:时限|时间|期限)$|^(?:时间节点|完成进度)$/u;
const bodiesColumn = /(?:单位|部门|主体)$/u;
/** What stands in a column of deadlines: `2023年`, `2021年底前`, `10月底`, `长期坚持`. */
const deadline =
  /^(?:\d{4}\.?年?(?:\.年)?(?:底|\d{1,2}月(?:底|\d{1,2}日)?)?(?:之?前)?|\d{1,2}月(?:底|\d{1,2}日)(?:之?前)?|年底前?|长期(?:坚持|执行)?|持续(?:推进)?|常态化|立即|全年)$/u;
/** How a cell of bodies ends. */
const bodiesEnd = /(?:牵头|配合|负责|参与|落实|完成|部门|单位)$/u;
/** A column of categories is narrower than the next: a line this much wider than those before opens the next. */
const widening = 1.8;

/** Lines of one row by column; a category that spans rows stands in the first of them. */
interface DatedRow {
  category: Line[];
  item: Line[];
  bodies: Line[];
  deadline: Line[];
}

/** Numbers of one kind must count on from row to row. */
function countsOn(markers: readonly (Marker | null)[]): boolean {
  const found = markers.filter((marker) => marker !== null);
  return found.every((marker, at) => at === 0 || marker.value === (found[at - 1]?.value ?? 0) + 1);
}

/**
 * Rebuilds a table that was torn into the lines of its cells, where each row ends in a deadline and the column before
 * names bodies: 主要任务 重点内容 责任单位 完成时限. Its head, repeated on each page, opens a table of its own.
 *
 * @param lines - the head and all lines after it
 * @returns one table a head; null where a row lacks a cell, or numbers do not count on
 */
export function deadlineTables(lines: readonly Line[], lexicon: Lexicon): Table[] | null {
  const [headLine] = lines;
  if (!headLine) return null;
  const head = bare(headLine.value);
  const names = piecesOf(headLine, /\s+/gu).map((piece) => piece.text);
  const hasCategory = names.length === 4;
  if (names.length < 3 || names.length > 4) return null;
  if (!deadlineColumn.test(names.at(-1) ?? '') || !bodiesColumn.test(names.at(-2) ?? ''))
    return null;
  const pages: { head: Line; rows: DatedRow[] }[] = [];
  let open: Line[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) continue;
    if (bare(line.value) === head) {
      if (open.length > 0) return null;
      pages.push({ head: line, rows: [] });
      continue;
    }
    const length = deadlineLength(lines, at);
    if (length === 0) {
      open.push(line);
      continue;
    }
    const row = rowFrom(open, lines.slice(at, at + length), hasCategory, lexicon);
    if (!row) return null;
    pages.at(-1)?.rows.push(row);
    open = [];
    at += length - 1;
  }
  const rows = pages.flatMap((page) => page.rows);
  const markersOf = (part: (row: DatedRow) => Line[]): (Marker | null)[] =>
    rows.map((row) => readMarker(part(row)[0]?.value ?? ''));
  if (open.length > 0 || rows.length === 0) return null;
  if (!countsOn(markersOf((row) => row.category)) || !countsOn(markersOf((row) => row.item)))
    return null;
  return pages.map((page) => tableOf(page.head, page.rows, names.length));
}

/** How many lines from `at` are a deadline: one, or two where it was torn. */
function deadlineLength(lines: readonly Line[], at: number): number {
  const one = bare(lines[at]?.value ?? '');
  const two = one + bare(lines[at + 1]?.value ?? '');
  if (/^\d{4}$/u.test(one) && deadline.test(two)) return 2;
  return deadline.test(one) ? 1 : 0;
}

function rowFrom(
  lines: readonly Line[],
  deadlineLines: Line[],
  hasCategory: boolean,
  lexicon: Lexicon,
): DatedRow | null {
  const start = hasCategory ? categoryLength(lines) : 0;
  const end = lines.findLastIndex((line) => line.value.endsWith('。')) + 1;
  const bodies = lines.slice(end);
  const text = bodies.map((line) => bare(line.value)).join('');
  const named = bodiesEnd.test(text) || lexicon.isBodyLine(text);
  if (start >= end || bodies.length === 0 || !named || text.includes('。')) return null;
  return {
    category: lines.slice(0, start),
    item: lines.slice(start, end),
    bodies,
    deadline: deadlineLines,
  };
}

/** How many of a row's first lines are its category: those of a heading in brackets, up to the wider column. */
function categoryLength(lines: readonly Line[]): number {
  if (readMarker(lines[0]?.value ?? '')?.kind !== 'second') return 0;
  let widest = 0;
  for (const [at, line] of lines.entries()) {
    if (
      at > 0 &&
      (readMarker(line.value)?.kind === 'third' || widthOf(line.value) > widest * widening)
    )
      return at;
    widest = Math.max(widest, widthOf(line.value));
  }
  return lines.length;
}

function tableOf(head: Line, rows: readonly DatedRow[], columns: number): Table {
  const headRow = rowOf(
    piecesOf(head, /\s+/gu).map((piece, column) => cellOf(column, [piece.line])),
  );
  const first = columns - 3;
  const body = rows.map((row): Row => {
    const cells = [
      cellOf(first, row.item),
      cellOf(first + 1, row.bodies),
      cellOf(first + 2, row.deadline),
    ];
    return rowOf(row.category.length > 0 ? [cellOf(0, row.category), ...cells] : cells);
  });
  const children = [headRow, ...body];
  return { type: 'table', columns, head: 1, children, position: span(children) };
}

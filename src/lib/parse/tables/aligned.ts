import type { Lexicon } from '../../lexicon/lexicon.ts';
import { readMarker } from '../../text/markers.ts';
import { widthOf } from '../../text/width.ts';
import { span, textOf } from '../../tree/build.ts';
import type { Cell, Furniture, Line, Row, Table } from '../../tree/types.ts';
import { namesOf, type Name } from './aligned-head.ts';
import {
  anchorsOf,
  figure,
  cellsOf,
  groupRows,
  type Anchors,
  type CellLine,
  type Grouping,
} from './aligned-rows.ts';
import { columnsBetween } from './gutters.ts';
import { mergedOver } from './merged-cells.ts';
import { namesApart, piecesAt } from './name-lists.ts';
import { cellOf, rowOf } from './pieces.ts';
import {
  measures,
  overlaps,
  placesOf,
  wordsOn,
  type Place,
  type Stretch,
  type Word,
} from './places.ts';

/** Cells of a layout-preserving export stand at least two spaces apart. */
const hasGap = /\S(?: {2,}|\u3000{2,})\S/u;
/** Fewer columns are a list of names and posts, fewer rows prove nothing. */
const least = { columns: 3, rows: 2 };
/** Below a head that names columns, two are enough. */
const leastUnderHead = 2;
/** A head has at most so many lines. */
const longestHead = 5;
/** Of so many rows one may hold a line that breaks early, and no more. */
const looseShare = 0.25;
/** What it costs to leave a line out at the end. */
const dropCost = 1.5;

/** May the line be a row of an aligned table? */
export const isAlignedRow = (line: Line): boolean =>
  hasGap.test(line.value.slice(readMarker(line.value)?.length ?? 0));

/** Titles and units stand above a table, `表 1　主要指标`, `单位：万元`. */
const caption = /^(?:续?表|图)\s*\d|^[（(]?(?:计量)?单位\s*[：:]/u;
const note = /^[（(]?(?:备注|注|说明|资料来源|来源)\s*[：:]/u;

/** How many lines from `at` may be an aligned table: lines of several cells, and between them lines of one. */
export function alignedLength(lines: readonly Line[], at: number): number {
  const first = lines[at];
  if (!first || caption.test(first.value)) return 0;
  let last = at;
  let widest = 1;
  let rows = 0;
  for (let here = at; here < lines.length; here += 1) {
    const line = lines[here];
    if (!line || line.value.includes('\t')) break;
    const isRow = isAlignedRow(line);
    if (here > at && line.data.gap > (isRow ? widest + 1 : Math.max(widest, rows > 2 ? 0 : 1)))
      break;
    if (note.test(line.value) || (!isRow && !mayGoOn(line, first, here - last))) break;
    if (here > at) widest = rows === 1 ? line.data.gap : Math.max(widest, line.data.gap);
    if (isRow) rows += 1;
    last = here + 1;
  }
  return rows >= least.rows + 1 ? last - at : 0;
}

/** A cell's line is narrower than this, in half-width columns. */
const cellWidth = 50;
/** So many lines of one cell may stand between two rows. */
const mostBetween = 5;

/** `4.1　响应措施`, `第二章　管理`: cells bear no such numbers. */
const isHeading = (line: Line): boolean =>
  /^(?:decimal|chapter|section|article)/u.test(readMarker(line.value)?.kind ?? '');

/** May a line of one cell stand in a table? A sentence or numbering at the margin does not. */
function mayGoOn(line: Line, first: Line, since: number): boolean {
  const isInside = line.data.indent > first.data.indent + 2;
  return (
    since <= mostBetween &&
    widthOf(line.value) < cellWidth &&
    !isHeading(line) &&
    (isInside || (readMarker(line.value) === null && !/[。：:]$/u.test(line.value)))
  );
}

/** A body's lines in cells, its columns and its rows. */
interface Reading {
  head: number;
  /** Lines that belong to the table. */
  length: number;
  columns: Stretch[];
  cells: CellLine[];
  anchors: Anchors;
  grouping: Grouping;
  words: Word[][];
  /** Blank lines above each line of the body. */
  gaps: number[];
  /** Row with which each merged cell in the first column begins, by line. */
  merged: ReadonlyMap<number, number>;
}

const cellsOn = (words: readonly Word[], columns: readonly Stretch[]): CellLine => {
  const columnOf = (word: Stretch): number => columns.findIndex((column) => overlaps(word, column));
  return placesOf(words, (before, next) => columnOf(before) === columnOf(next)).map((place) => ({
    ...place,
    column: columnOf(place),
  }));
};

/** Names on a line of a head: two spaces part them. */
const namesOn = (words: readonly Word[]): Place[] => placesOf(words, (_, next) => !next.apart);

/** Names that touch, one over each of the columns below: `办结率（%）满意率（%）`. */
const touching = /(?<=[)）])(?=\p{Script=Han})/u;
function partTouching(name: Place, columns: readonly Stretch[]): Place[] {
  const parts = name.text.split(touching);
  const below = columns.filter((column) => overlaps(name, column));
  if (parts.length < 2 || parts.length !== below.length) return [name];
  return below.map((column, at) => ({
    ...column,
    text: parts[at] ?? '',
    at: name.at + parts.slice(0, at).join('').length,
  }));
}

const headNames = (head: readonly (readonly Word[])[], columns: readonly Stretch[]): Name[] =>
  namesOf(
    head.map((line) => namesOn(line).flatMap((name) => partTouching(name, columns))),
    columns,
  );

/** Columns that the head names though no row fills them stand to the right: 备注. */
function withEmpty(columns: readonly Stretch[], head: readonly (readonly Word[])[]): Stretch[] {
  const end = columns.at(-1)?.to ?? 0;
  const beyond = head.flatMap(namesOn).filter(({ from }) => from > end);
  return [...columns, ...columnsBetween([beyond.map((place) => ({ ...place, apart: true }))], [])];
}

/** The lines read as a table whose first `head` lines are its head; null where they cannot be. */
function readWith(words: Word[][], lines: readonly Line[], head: number): Reading | null {
  const [above, body] = [words.slice(0, head), words.slice(head)];
  const columns = withEmpty(columnsBetween(body, above), above);
  const cells = body.map((line) => cellsOn(line, columns));
  const anchors = anchorsOf(cells, columns.length);
  const gaps = lines.slice(head, words.length).map((line) => line.data.gap);
  const common = { head, length: words.length, columns, cells, anchors, words, gaps };
  const plain = groupRows(cells, anchors.lines, gaps, columns.length);
  const isMerged = anchors.column > 0 && plain !== null && !fillsFirst(plain, cells);
  if (plain && !isMerged) return { ...common, grouping: plain, merged: new Map() };
  return anchors.column > 0 ? readMerged(common) : null;
}

const holdsFirst = (line: CellLine | undefined): boolean =>
  line?.some(({ column }) => column === 0) === true;

/** Does each row fill the first column? */
const fillsFirst = ({ rows }: Grouping, cells: readonly CellLine[]): boolean =>
  rows.every(({ first, last }) => cells.slice(first, last + 1).some(holdsFirst));

/** As a table whose first column holds cells of several rows: those say nothing of where rows begin. */
function readMerged(common: Omit<Reading, 'grouping' | 'merged'>): Reading | null {
  const { cells, anchors, columns, gaps } = common;
  const others = cells.map((line) => line.filter(({ column }) => column > 0));
  const kept = cells.flatMap((_, at) => (others[at]?.length === 0 ? [] : [at]));
  const grouping = groupRows(
    kept.map((at) => others[at] ?? []),
    anchors.lines.map((at) => kept.indexOf(at)),
    kept.map((at) => gaps[at] ?? 0),
    columns.length,
  );
  if (!grouping) return null;
  const rows = grouping.rows.map(({ first, anchor, last }) => ({
    first: kept[first] ?? 0,
    anchor: kept[anchor] ?? 0,
    last: kept[last] ?? 0,
  }));
  const pieces = cells.flatMap((line, at) => (holdsFirst(line) ? [at] : []));
  const merged = mergedOver(pieces, rows);
  return merged && { ...common, grouping: { ...grouping, rows }, merged };
}

/** Lines that may be a head: all before the first figure, or the second line that fills the first column. */
function headLengths(words: readonly Word[][], headless: boolean): number[] {
  const places = words.map((line) => namesOn(line));
  const first = places.findIndex((line) => line.some(({ text }) => figure.test(text)));
  const left = Math.min(...words.flatMap((line) => line.slice(0, 1).map(({ to }) => to)));
  const filled = words.flatMap((line, at) => ((line[0]?.from ?? left) < left ? [at] : []));
  const most = Math.min(longestHead, Math.max(1, first < 0 ? (filled[1] ?? 1) : first));
  const lengths = Array.from({ length: most }, (_, at) => at + 1);
  return headless ? [0, ...lengths] : lengths;
}

/** A box to tick: a form to fill in has no columns. */
const box = /[□☐]/u;

/** Does anything prove a table: counts or figures, or a head that names columns? Rows of names alone are a list. */
function isProven(reading: Reading, lines: readonly Line[], lexicon: Lexicon): boolean {
  const { anchors, cells, columns, head } = reading;
  if (lines.some((line) => lexicon.opensPost(line.value) || box.test(line.value))) return false;
  if (anchors.sure) return true;
  const names = lines.slice(0, head);
  const known = names.some(
    (line, at) =>
      lexicon.opensTable(line.value) ||
      namesOn(reading.words[at] ?? []).some(({ text }) => lexicon.columnKindOf(text) !== null),
  );
  const measured = columns.some((_, column) => {
    const own = cells.flat().filter((cell) => cell.column === column);
    return own.length > 1 && own.every(({ text }) => /\d/u.test(text));
  });
  return known || measured;
}

/** How many lines at the end hold one place, and so may be no part of the table. */
const looseEnd = (words: readonly Word[][]): number =>
  words.length - 1 - words.findLastIndex((line) => namesOn(line).length > 1);

const letter = /^\p{Script=Han}$/u;

/** Does a gap stand inside a cell, other than that of a name set wide? Then it is two. */
const holdsGap = ({ words, head, length, columns }: Reading): boolean =>
  words.slice(head, length).some((line) =>
    line.some((word, at) => {
      const before = line[at - 1];
      const wide = word.apart && before && !(letter.test(word.text) && letter.test(before.text));
      return wide && columns.some((column) => overlaps(word, column) && overlaps(before, column));
    }),
  );

/** A count or a figure, but no year, opens it: `3`, `10至30`, but not `2020年`. */
const counts = /^\d(?!\d{3}年)/u;

/** Is what stands in the head's place a row like those below: a sentence, a number, figures in their columns? */
function isHeadedByRow({ words, head, columns, cells }: Reading): boolean {
  const [first = []] = words.slice(0, head);
  const names = cellsOn(first, columns);
  if (words.slice(0, head).some((line) => line.some(({ text }) => /[，。；]/u.test(text))))
    return true;
  const measured = columns.flatMap((_, column) => {
    const own = cellsOf(cells, column);
    return own.length > 0 && own.every(({ text }) => counts.test(text)) ? [column] : [];
  });
  const counted = names.filter(
    ({ column, text }) => measured.includes(column) && counts.test(text),
  );
  return counted.length > 0 && counted.length === measured.length;
}

/** How badly a head fits: columns without a name, names without a row, names beside their column. */
function misfit({ words, head, columns, cells }: Reading): number {
  const names = headNames(words.slice(0, head), columns);
  const named = new Set(
    names.flatMap(({ column, span: width }) =>
      Array.from({ length: width }, (_, at) => column + at),
    ),
  );
  const filled = new Set(cells.flat().map(({ column }) => column));
  const beside = names.filter(({ column, span: width, ...name }) => {
    const [first, last] = [columns[column], columns[column + width - 1]];
    return !first || !last || !overlaps(name, { from: first.from, to: last.to });
  });
  const missing = columns.filter((_, column) => !filled.has(column) || !named.has(column));
  return missing.length + beside.length / 2;
}

/** All ways to read the lines as a table, that with the fewest doubts first. */
function readingsOf(lines: readonly Line[], lexicon: Lexicon, headless: boolean): Reading[] {
  const fewest = lines.slice(0, 2).some((line) => lexicon.opensTable(line.value))
    ? leastUnderHead
    : least.columns;
  const readings = measures.flatMap((measure) => {
    const words = lines.map((line) => wordsOn(line, measure));
    return Array.from({ length: looseEnd(words) + 1 }, (_, dropped) =>
      words.slice(0, words.length - dropped),
    ).flatMap((some) =>
      headLengths(some, headless).flatMap((head) => readWith(some, lines, head) ?? []),
    );
  });
  const cost = (reading: Reading): number =>
    reading.grouping.cost +
    (reading.head > 0 ? misfit(reading) : 0) +
    (lines.length - reading.length) * dropCost;
  return readings
    .filter(
      (reading) =>
        reading.columns.length >= fewest &&
        reading.grouping.rows.length >= least.rows &&
        reading.grouping.loose <= reading.grouping.rows.length * looseShare &&
        !holdsGap(reading) &&
        !isHeadedByRow(reading) &&
        isProven(reading, lines, lexicon),
    )
    .sort((a, b) => cost(a) - cost(b));
}

/** A head of one line has no more above it: what stands there is the table's title. */
const leastParted = 2;

/** What stands around lines that may be a table. */
export interface Surroundings {
  /** The line above: it may hold one name of the head. */
  above: Line | null;
  /** May the head stand on a page before? */
  headless: boolean;
}

/**
 * Rebuilds a table whose cells are aligned with spaces.
 *
 * @returns the table and how many lines are in it, `above` counted too where it `leads`; null where the columns do not
 * show
 */
export function alignedTable(
  lines: readonly Line[],
  lexicon: Lexicon,
  { above, headless }: Surroundings,
): { table: Table; length: number; leads: boolean } | null {
  const [reading] = lines.length > 0 ? readingsOf(lines, lexicon, headless) : [];
  if (!reading) return null;
  const isParted = reading.head >= leastParted;
  const whole = above && isParted && mayLead(above, lexicon) ? [above, ...lines] : lines;
  const [led] = whole === lines ? [] : readingsOf(whole, lexicon, false);
  const leads = led?.head === reading.head + 1 && isName(led);
  const table = leads ? tableOf(whole, led) : tableOf(lines, reading);
  return { table, length: table.children.length, leads };
}

/** May a line above a table's first hold a name of its head? */
const mayLead = (line: Line, lexicon: Lexicon): boolean =>
  !/[。；：:，]/u.test(line.value) &&
  !caption.test(line.value) &&
  !lexicon.isTableTitle(line.value);

/** Is the one place on the first line a name: over columns with names of their own, or over the rest of its own? */
function isName({ words, head, columns }: Reading): boolean {
  const names = headNames(words.slice(0, head), columns);
  const [first, ...others] = names;
  if (first?.line !== 0 || others[0]?.line === 0 || first.column === 0) return false;
  const over = columns.filter((column) => overlaps(first, column)).length;
  return first.span > 1 || (over === 1 && others.some(({ column }) => column === first.column));
}

function tableOf(lines: readonly Line[], reading: Reading): Table {
  const children = [...headRows(lines, reading), ...bodyRows(lines, reading)];
  return {
    type: 'table',
    columns: reading.columns.length,
    head: reading.head,
    children,
    position: span(children),
  };
}

/** The head's lines: names of one level make one row. */
function headRows(lines: readonly Line[], { head, words, columns }: Reading): Row[] {
  const names = headNames(words.slice(0, head), columns);
  let open = -1;
  return lines.slice(0, head).map((line, at) => {
    const own = names.filter((name) => name.line === at);
    const deepest = Math.max(...own.map(({ level }) => level));
    const continues = deepest <= open;
    open = continues ? open : open + 1;
    const pieces = piecesAt(line, own);
    const cells = own.flatMap((name, index) => {
      const piece = pieces[index];
      return piece ? [cellAbove(name.column, piece, open - name.level)] : [];
    });
    return rowOf(cells, continues);
  });
}

const cellAbove = (column: number, piece: Line, up: number): Cell => ({
  ...cellOf(column, [piece]),
  ...(up > 0 ? { up } : {}),
});

function bodyRows(lines: readonly Line[], reading: Reading): Row[] {
  const { head, cells, grouping, merged, length } = reading;
  return lines.slice(head, length).map((line, at) => {
    const row = Math.max(
      0,
      grouping.rows.findLastIndex(({ first }) => first <= at),
    );
    const pieces = piecesAt(line, cells[at] ?? []);
    const own = (cells[at] ?? []).flatMap(({ column }, index): Cell[] => {
      const piece = pieces[index];
      const begun = column === 0 ? merged.get(at) : undefined;
      return piece ? [cellAbove(column, piece, begun === undefined ? 0 : row - begun)] : [];
    });
    return rowOf(own, at > 0 && grouping.rows[row]?.first !== at);
  });
}

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

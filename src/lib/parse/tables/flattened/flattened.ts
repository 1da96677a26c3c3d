import type { Lexicon } from '../../../lexicon/lexicon.ts';
import { bare } from '../../../text/spaces.ts';
import { widthOf } from '../../../text/width.ts';
import { span } from '../../../tree/build.ts';
import type { Cell, Furniture, Line, Row, Table } from '../../../tree/types.ts';
import { holdsPersons, valuesOf, type Column } from './cells.ts';
import { columnsOf, namesOfColumns } from './columns.ts';
import { headLength, headsOf, heightOf, type Head } from '../head.ts';
import { cellOf, rowOf } from '../pieces.ts';
import type { Reading } from './readings.ts';
import { draftsOf, type Draft } from './row-cuts.ts';
import { settle } from './settle.ts';
import { totalOf } from '../totals.ts';
import { wordLines, type Word, type WordLine } from '../words.ts';

/** A column of texts is narrower than this share of the page. */
const narrow = 0.8;

/** One page of a table: the ways to read its head, and the lines below it. */
interface Page {
  heads: readonly Head[];
  lines: WordLine[];
}

/**
 * Rebuilds a table that was torn into the lines of its cells. The head names the columns, on one line or torn too; the rows are
 * found by what counts on from row to row, or ends each; and of every row one reading must be left.
 *
 * @param nodes - the head and all lines after it; the head may be repeated on later pages
 * @param prose - width of the lines of the notice
 * @returns one table a head; null where anything is left open
 */
export function flattenedTables(
  nodes: readonly (Line | Furniture)[],
  prose: number,
  lexicon: Lexicon,
): Table[] | null {
  const pages = pagesOf(nodes, lexicon);
  const lines = pages.flatMap((page) => page.lines);
  const starts = pages.map((_, at) => pages.slice(0, at).flatMap((page) => page.lines).length);
  const ways = (pages[0]?.heads ?? []).flatMap((head, way): Way[] => {
    for (const columns of columnsOf(head, lines, lexicon)) {
      const body =
        rowsOf(lines, columns, starts, lexicon) ?? formOf(lines, columns, starts, prose, lexicon);
      if (body && !(head.guessed && !isEven(body, columns.length)))
        return [{ way, height: heightOf(head.names), strained: head.strained, columns, body }];
    }
    return [];
  });
  const [chosen, other] = ways;
  if (!chosen || (other && !isBetter(chosen, other))) return null;
  const { way, columns, body } = chosen;
  return pages.flatMap(({ heads }, at): Table[] => {
    const head = heads[way];
    if (!head) return [];
    const end = starts[at + 1] ?? lines.length;
    const own = body.rows.filter(({ from }) => from >= (starts[at] ?? 0) && from < end);
    const names = headRows(head, columns.length - namesOfColumns(head).length);
    const children = [...names, ...own.flatMap((row) => row.rows)];
    const position = span(children);
    const size = { columns: columns.length, head: names.length };
    const table: Table = { type: 'table', ...size, children, position };
    return [body.inferred ? { ...table, inferred: true } : table];
  });
}

/** Does every row fill every column, each with a line? Then the count of the names is that of the columns. */
const isEven = ({ rows }: Body, columns: number): boolean =>
  rows.every(({ rows: own }) =>
    own.every(
      ({ children }) =>
        children.length === columns && children.every((cell) => cell.children.length === 1),
    ),
  );

/** A way to read the head by which all rows can be read. */
interface Way {
  /** Its place among the ways to read the head. */
  way: number;
  height: number;
  strained: number;
  columns: readonly Column[];
  body: Body;
}

/**
 * Is a way better than the next: its cells likelier, its names each whole, its head lower, or columns of figures apart
 * that the other takes together? Of texts nothing tells where one ends.
 */
function isBetter(one: Way, other: Way): boolean {
  if (one.body.odd !== other.body.odd) return one.body.odd < other.body.odd;
  if (one.strained !== other.strained) return one.strained < other.strained;
  const texts = ({ columns }: Way): number => columns.filter(({ kind }) => kind === 'text').length;
  return one.columns.length === other.columns.length
    ? one.height < other.height
    : texts(one) === texts(other);
}

/**
 * The rows of a head: one, and one of the parts, if there are any. `shift`: columns that stand before the second name.
 */
function headRows({ names, parts, spanning }: Head, shift: number): Row[] {
  const wider = Math.max(parts.length - 1, 0);
  const placed = names.map((name, at) => {
    const column = at > spanning && spanning >= 0 ? at + wider : at;
    return cellIn(column > 0 ? column + shift : 0, [name]);
  });
  const below = parts.map((part, at) => cellIn(spanning + shift + at, [part]));
  return below.length > 0 ? [rowOf(placed), rowOf(below)] : [rowOf(placed)];
}

/** The rows of a table, and where each begins. */
interface Body {
  rows: { from: number; rows: Row[] }[];
  /** See `Settled`. */
  inferred: boolean;
  odd: number;
}

/** The rows of a table, each with the names that stand over it; null where one is left open. */
function rowsOf(
  all: readonly WordLine[],
  columns: readonly Column[],
  starts: readonly number[],
  lexicon: Lexicon,
): Body | null {
  const figures = columns.flatMap(({ kind }, column) => (kind === 'figures' ? [column] : []));
  const total = totalOf(all, { count: columns.length, figures });
  const lines = total ? all.slice(0, total.from) : all;
  const drafts = draftsOf(lines, columns, starts, lexicon);
  if (!drafts || !isProven(drafts, lines, columns)) return null;
  const settled = settle(
    drafts.map((draft) => draft.readings),
    columns,
    lexicon,
  );
  if (!settled) return null;
  const rows = settled.readings.flatMap((reading, at) => {
    const { from = 0, groups = [] } = drafts[at] ?? {};
    const names = groups.map((words) => rowOf([cellIn(0, words)]));
    const row = from + groups.length;
    const next = drafts[at + 1]?.from ?? lines.length;
    const turned = starts.find((start) => start > row && start < next);
    const [own, rest] = partedAt(reading, (turned ?? next) - row);
    const first = { from, rows: [...names, rowFrom(own, columns, lexicon)] };
    if (turned === undefined) return [first];
    return [first, { from: turned, rows: [rowFrom(rest, columns, lexicon)] }];
  });
  return {
    rows: [...rows, ...(total ? [total] : [])],
    inferred: settled.inferred,
    odd: settled.odd,
  };
}

/** What of a row stands above one of its lines, and what below: a page may end inside a row. */
function partedAt(reading: Reading, line: number): [Reading, Reading] {
  return [
    reading.map((cell) => cell.filter((word) => word.line < line)),
    reading.map((cell) => cell.filter((word) => word.line >= line)),
  ];
}

/** Where rows differ in their lines, no more than this share may hold what the vocabulary does not know. */
const unknownShare = 0.25;

/** Rows of several lines prove one another, where what they name shows where texts end. */
function isProven(
  drafts: readonly Draft[],
  lines: readonly WordLine[],
  columns: readonly Column[],
): boolean {
  const unknown = drafts.filter((draft) => draft.unknown).length;
  if (unknown > drafts.length * unknownShare && !drafts.every((draft) => draft.even)) return false;
  const whole = drafts.flatMap((draft) => draft.groups).length + drafts.length === lines.length;
  const closed = columns.some(
    (column) => holdsPersons(column) || column.kind === 'bodies' || column.kind === 'deadline',
  );
  const besideText = columns.some(
    ({ kind }, at) => kind === 'text' && columns[at + 1]?.kind === 'text',
  );
  const sure = drafts.filter(({ readings }) => readings.length === 1).length;
  return whole || (drafts.length > 1 && (closed || !besideText || sure > drafts.length / 2));
}

/**
 * The rows of a form: only its first column is filled, with serial numbers or with counted texts narrower than prose.
 */
function formOf(
  lines: readonly WordLine[],
  columns: readonly Column[],
  starts: readonly number[],
  prose: number,
  lexicon: Lexicon,
): Body | null {
  const [first, ...others] = columns;
  if (!first || lines.some((line) => line.length > 1)) return null;
  const widest = Math.max(...lines.flat().map((word) => widthOf(word.text)));
  if (first.kind !== 'serial' && (starts.length > 1 || widest > prose * narrow)) return null;
  const empty = others.map((): Column => ({
    kind: 'notes',
    merges: false,
    leads: false,
    mayBeEmpty: true,
  }));
  return rowsOf(lines, [first, ...empty], starts, lexicon);
}

/** The pages of a table: each begins with its head. */
function pagesOf(nodes: readonly (Line | Furniture)[], lexicon: Lexicon): Page[] {
  const lines = nodes.flatMap((node, at) => (node.type === 'line' ? [{ node, at }] : []));
  const linesIn = (from: number, to?: number): Line[] =>
    lines.slice(from, to).map(({ node }) => node);
  const length = headLength(linesIn(0), lexicon);
  if (length === 0) return [];
  const textAt = (at: number): string =>
    linesIn(at, at + length)
      .map(({ value }) => bare(value))
      .join('\n');
  const starts = lines.flatMap((_, at) => (textAt(at) === textAt(0) ? [at] : []));
  return starts.map((start, page) => {
    const [first = 0, body = nodes.length, end] = [start, start + length, starts[page + 1]].map(
      (at) => (at === undefined ? undefined : lines[at]?.at),
    );
    const heads = headsOf(linesIn(start, start + length), lexicon).map((head) =>
      withFurniture(head, nodes.slice(first, body)),
    );
    const last = heads[0]?.parts.at(-1) ?? heads[0]?.names.at(-1);
    return { heads, lines: wordLines(nodes.slice(body, end), last) };
  });
}

const offsetOf = (node: Line | Furniture | undefined): number => node?.position?.start.offset ?? 0;

/** A head with the furniture that interrupts it in the name above each; ways to read a head share their words. */
function withFurniture(head: Head, nodes: readonly (Line | Furniture)[]): Head {
  const words = [...head.names, ...head.parts];
  const furniture = nodes.filter((node) => node.type === 'furniture');
  const wordAbove = (node: Furniture): Word | undefined =>
    words.findLast((word) => offsetOf(word.nodes[0]) < offsetOf(node));
  const holding = (word: Word): Word => {
    const own = furniture.filter((node) => wordAbove(node) === word);
    const all = [...word.nodes, ...own].sort((one, other) => offsetOf(one) - offsetOf(other));
    return { ...word, nodes: all };
  };
  return { ...head, names: head.names.map(holding), parts: head.parts.map(holding) };
}

const cellIn = (column: number, words: readonly Word[]): Cell =>
  cellOf(
    column,
    words.flatMap((word) => word.nodes),
  );

function rowFrom(reading: Reading, columns: readonly Column[], lexicon: Lexicon): Row {
  const cells = reading.flatMap((words, at): Cell[] => {
    const column = columns[at];
    if (!column || words.length === 0) return [];
    const values = valuesOf(words, column, lexicon);
    const begins = values.map((word) => word.nodes[0]);
    const cell = cellIn(at, words);
    const list = cell.children.flatMap((node, child) => (begins.includes(node) ? [child] : []));
    return [list.length > 1 ? { ...cell, list } : cell];
  });
  return rowOf(cells);
}

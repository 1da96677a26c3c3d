import type { Lexicon } from '../../lexicon.ts';
import { readMarker, type Marker } from '../../text/markers.ts';
import { bare } from '../../text/spaces.ts';
import { widthOf } from '../../text/width.ts';
import { span } from '../../tree/build.ts';
import type { Cell, Furniture, Line, Row, Table } from '../../tree/types.ts';
import { holdsPersons, isCounted, isDeadline, isGrade, valuesOf, type Column } from './cells.ts';
import { headLength, headsOf, heightOf, linesOfName, type Head } from './head.ts';
import { cellOf, rowOf } from './pieces.ts';
import { readingsOf, type Reading } from './readings.ts';
import { settle } from './settle.ts';
import { wordLines, type Word } from './words.ts';

type WordLine = readonly Word[];

/** A serial may be left out; more than so many at once is no serial. */
const largestGap = 2;
/** A row ends at one of the next so many places where another could begin. */
const mostTries = 3;
/** A column of texts is narrower than this share of the page. */
const narrow = 0.8;
const totalName = /^(?:合计|总计|小计)$/u;
/** Names of columns of those who lead, and of those who help, if anyone does. */
const lead = /^(?:牵头|主办)/u;
const help = /^(?:协办|协助|配合)/u;

/** One page of a table: the ways to read its head, and the lines below it. */
interface Page {
  heads: readonly Head[];
  lines: WordLine[];
}

/** A row that is cut out of its lines, but not yet parted into cells. */
interface Draft {
  /** Where it begins, in lines. */
  from: number;
  /** Names that stand over it, each on a line. */
  groups: readonly WordLine[];
  readings: readonly Reading[];
}

/**
 * Rebuilds a table that was torn into the lines of its cells. The head, on one line, names the columns; the rows are
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
    const columns = columnsOf(head, lines, lexicon);
    const body =
      rowsOf(lines, columns, starts, lexicon) ?? formOf(lines, columns, starts, prose, lexicon);
    return body ? [{ way, height: heightOf(head.names), columns, body }] : [];
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

/** A way to read the head by which all rows can be read. */
interface Way {
  /** Its place among the ways to read the head. */
  way: number;
  height: number;
  columns: readonly Column[];
  body: Body;
}

/**
 * Is a way better than the next: its cells likelier, its head lower, or columns of figures apart that the other takes
 * together? Of texts nothing tells where one ends.
 */
function isBetter(one: Way, other: Way): boolean {
  if (one.body.odd !== other.body.odd) return one.body.odd < other.body.odd;
  const texts = ({ columns }: Way): number => columns.filter(({ kind }) => kind === 'text').length;
  return one.columns.length === other.columns.length
    ? one.height < other.height
    : texts(one) === texts(other);
}

/** The names of all columns: those of parts in the place of the name above them. */
const namesOfColumns = ({ names, parts, spanning }: Head): Word[] =>
  names.flatMap((name, at) => (at === spanning ? parts : [name]));

/** The rows of a head: one, and one of the parts, if there are any. `shift`: columns that stand before the second name. */
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
  const total = totalOf(all, columns);
  const lines = total ? all.slice(0, total.from) : all;
  const drafts = draftsOf(lines, columns, starts, lexicon);
  if (!drafts || !isProven(drafts, lines, columns)) return null;
  const settled = settle(
    drafts.map((draft) => draft.readings),
    columns,
    lexicon,
  );
  if (!settled) return null;
  const rows = settled.readings.map((reading, at) => {
    const { from = 0, groups = [] } = drafts[at] ?? {};
    const names = groups.map((words) => rowOf([cellIn(0, words)]));
    return { from, rows: [...names, rowFrom(reading, columns, lexicon)] };
  });
  return {
    rows: [...rows, ...(total ? [total] : [])],
    inferred: settled.inferred,
    odd: settled.odd,
  };
}

/** The row of totals that ends a table: its name, and a figure for each column of figures. */
function totalOf(
  lines: readonly WordLine[],
  columns: readonly Column[],
): { from: number; rows: Row[] } | null {
  const from = lines.findLastIndex((line) => totalName.test(line[0]?.text ?? ''));
  const [name, ...figures] = lines.slice(Math.max(from, 0)).flat();
  const places = columns.flatMap(({ kind }, column) => (kind === 'figures' ? [column] : []));
  if (from < 0 || !name || figures.length === 0 || figures.length !== places.length) return null;
  const cells = figures.map((figure, at) => cellIn(places[at] ?? 0, [figure]));
  return { from, rows: [rowOf([cellIn(0, [name]), ...cells])] };
}

/** Rows of several lines prove one another, where what they name shows where texts end. */
function isProven(
  drafts: readonly Draft[],
  lines: readonly WordLine[],
  columns: readonly Column[],
): boolean {
  const whole = drafts.flatMap((draft) => draft.groups).length + drafts.length === lines.length;
  const closed = columns.some(
    (column) => holdsPersons(column) || column.kind === 'bodies' || column.kind === 'deadline',
  );
  const besideText = columns.some(
    ({ kind }, at) => kind === 'text' && columns[at + 1]?.kind === 'text',
  );
  return whole || (drafts.length > 1 && (closed || !besideText));
}

/** The rows of a form: only its first column is filled, with serial numbers or with counted texts narrower than prose. */
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
  const linesIn = (from: number, to?: number): Line[] =>
    nodes.slice(from, to).filter((node) => node.type === 'line');
  const length = headLength(linesIn(0), lexicon);
  if (length === 0 || linesIn(0, length).length < length) return [];
  const textAt = (at: number): string =>
    linesIn(at, at + length)
      .map(({ value }) => bare(value))
      .join('\n');
  const starts = nodes.flatMap((_, at) => (textAt(at) === textAt(0) ? [at] : []));
  return starts.map((start, at) => {
    const heads = headsOf(linesIn(start, start + length), lexicon);
    const last = heads[0]?.parts.at(-1) ?? heads[0]?.names.at(-1);
    return { heads, lines: wordLines(nodes.slice(start + length, starts[at + 1]), last) };
  });
}

/** Columns by the names of the head. What is set from top to bottom fills one of its own, under the first name. */
function columnsOf(head: Head, lines: readonly WordLine[], lexicon: Lexicon): Column[] {
  const words = lines.flat();
  const graded = words.some(({ text }) => isGrade(text));
  const counted = words.some(({ text }) => isCounted(text));
  const columns = namesOfColumns(head).map(({ text }): Column => {
    const kind = lexicon.columnKindOf(text) ?? 'text';
    const leads = lead.test(text);
    return {
      kind: kind === 'grades' && !graded ? 'text' : kind,
      merges: leads && head.parts.length > 0 && counted,
      leads,
      mayBeEmpty: kind === 'notes' || kind === 'grades' || help.test(text),
    };
  });
  const [first, second] = columns;
  if (first && endsInDeadline(columns))
    first.merges = first.kind === 'text' && second?.kind === 'text';
  if (first && second?.kind === 'serial') {
    first.kind = 'text';
    first.merges = true;
  }
  const vertical = { kind: 'vertical', merges: true, leads: false, mayBeEmpty: false } as const;
  return words.some((word) => word.vertical) ? [vertical, ...columns] : columns;
}

/** Does nothing tell where the last cell of a row ends, so that the name of a group might go on with it? */
const endsOpen = (columns: readonly Column[]): boolean =>
  columns.at(-1)?.kind === 'text' || columns.at(-1)?.kind === 'notes';

const endsInDeadline = (columns: readonly Column[]): boolean =>
  columns.at(-1)?.kind === 'deadline' && columns.every((column) => column.kind !== 'serial');

/** Does a deadline end with the line? One may be torn: 2021年底 / 前. */
function endsDeadline(lines: readonly WordLine[], at: number): boolean {
  const [before, here, next] = [at - 1, at, at + 1].map(
    (line) => lines[line]?.at(-1)?.text ?? '',
  ) as [string, string, string];
  return (isDeadline(here) || isDeadline(before + here)) && !isDeadline(here + next);
}

/** Where a row begins that comes after the one numbered `last`: its first line below its groups, and its number. */
type Opening = (at: number, last: number) => { row: number; value: number } | null;

/** What shows where rows begin: serial numbers, deadlines that end them, or numbered headings in the first column. */
function openingOf(lines: readonly WordLine[], columns: readonly Column[]): Opening {
  if (endsInDeadline(columns))
    return (at) => (at === 0 || endsDeadline(lines, at - 1) ? { row: at, value: 0 } : null);
  if (columns[0]?.kind === 'serial')
    return (at, last) => {
      let row = at;
      while (isGroup(lines[row])) row += 1;
      const text = lines[row]?.[0]?.text ?? '';
      const value = /^\d{1,4}$/u.test(text) ? Number(text) : 0;
      const restarts = value === 1 && (row > at || at === 0);
      return restarts || (value > last && value <= last + largestGap) ? { row, value } : null;
    };
  if (columns[1]?.kind === 'serial')
    return (at, last) => {
      if (endsOpen(columns)) return null;
      const near = lines.slice(at, at + linesOfName + 1).map((line) => line[0]?.text ?? '');
      const value = Number(near.find((text) => /^\d{1,4}$/u.test(text)) ?? 0);
      return value > last && value <= last + largestGap ? { row: at, value } : null;
    };
  const textFrom = (at: number): string =>
    [at, at + 1].flatMap((line) => lines[line]?.map((word) => word.text) ?? []).join('');
  const markerAt = (at: number): Marker | null =>
    readMarker(textFrom(lines[at]?.[0]?.vertical === true ? at + 1 : at));
  const first = markerAt(0);
  return (at, last) => {
    const marker = markerAt(at);
    if (!marker || marker.kind !== first?.kind) return null;
    return at === 0 || marker.value === last + 1 ? { row: at, value: marker.value } : null;
  };
}

/** Is the line the name of the rows below it? */
function isGroup(line: WordLine | undefined): boolean {
  const [only, ...others] = line ?? [];
  if (!only || others.length > 0) return false;
  return (
    isCounted(only.text) || (readMarker(only.text)?.kind === 'first' && !only.text.endsWith('。'))
  );
}

/**
 * Cuts the lines into rows, each as short as the rows after it allow.
 *
 * @param starts - lines where pages begin; no row goes over one
 * @returns null where they cannot be cut so that each row can be read
 */
function draftsOf(
  lines: readonly WordLine[],
  columns: readonly Column[],
  starts: readonly number[],
  lexicon: Lexicon,
): Draft[] | null {
  const opening = openingOf(lines, columns);
  const hopeless = new Set<string>();
  const cut = (from: number, last: number): Draft[] | null => {
    if (from === lines.length) return [];
    const open = opening(from, last);
    const key = `${from} ${last}`;
    if (!open || hopeless.has(key)) return null;
    const end = starts.find((start) => start > from) ?? lines.length;
    // Only a number alone may be something else.
    const numbered = columns.findIndex(({ kind }) => kind === 'serial');
    const most = numbered < 0 ? 1 : mostTries + numbered * linesOfName;
    let tries = 0;
    for (let to = open.row + 1; to <= end && tries < most; to += 1) {
      if (to < lines.length && !opening(to, open.value)) continue;
      tries += 1;
      const readings = readingsOf(lines.slice(open.row, to), columns, lexicon);
      const rest = readings.length > 0 ? cut(to, open.value) : null;
      if (rest) return [{ from, groups: lines.slice(from, open.row), readings }, ...rest];
    }
    hopeless.add(key);
    return null;
  };
  return cut(0, 0);
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

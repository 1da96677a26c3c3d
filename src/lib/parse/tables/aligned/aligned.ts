import type { Lexicon } from '../../../lexicon/lexicon.ts';
import { span } from '../../../tree/build.ts';
import type { Cell, Line, Row, Table } from '../../../tree/types.ts';
import { piecesAt } from '../name-lists.ts';
import { cellOf, rowOf } from '../pieces.ts';
import { overlaps } from '../places.ts';
import { caption } from './lines.ts';
import { headNames, type Reading } from './reading.ts';
import { readingsOf } from './ways.ts';

/** A head of one line has no more above it: what stands there is the table's title. */
const leastParted = 2;

/** What stands around lines that may be a table. */
interface Surroundings {
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
  if (!reading || hidesName(reading)) return null;
  const isParted = reading.head >= leastParted;
  const whole = above && isParted && mayLead(above, lexicon) ? [above, ...lines] : lines;
  const [led] = whole === lines ? [] : readingsOf(whole, lexicon, false);
  const leads = led?.head === reading.head + 1 && isName(led);
  const table = leads ? tableOf(whole, led) : tableOf(lines, reading);
  return { table, length: table.children.length, leads };
}

/** Two words in one name. */
const twoWords = /\p{Script=Han}{2}\s+\p{Script=Han}{2}/u;

/** Has a column no name, where two names have run together in the head: `主持人 地点`? Then the columns do not show. */
function hidesName({ words, head, columns }: Reading): boolean {
  const names = headNames(words.slice(0, head), columns);
  const named = new Set(
    names.flatMap(({ column, span: width }) =>
      Array.from({ length: width }, (_, at) => column + at),
    ),
  );
  return head > 0 && named.size < columns.length && names.some(({ text }) => twoWords.test(text));
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

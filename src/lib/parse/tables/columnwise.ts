import type { Lexicon } from '../../lexicon/lexicon.ts';
import { span } from '../../tree/build.ts';
import type { Cell, Furniture, Line, Row, Table } from '../../tree/types.ts';
import { isFigure } from './figures.ts';
import { cellOf, rowOf } from './pieces.ts';
import { isCell } from './torn.ts';

/** Fewer rows prove nothing, nor do fewer columns, save beside serial numbers. */
const least = { rows: 3, columns: 3, besideSerials: 2 };
/** Blocks of so many figures each, beside one of words, are columns whatever they are called. */
const manyRows = 4;
/** A table of columns is no longer than this, in lines. */
const mostLines = 600;
/** A name stands on no more lines: 最大使用量 | （g/kg）. */
const linesOfName = 2;

/** A line, with the furniture that stands after it. */
type Fragment = [Line, ...Furniture[]];

type Block = readonly Fragment[];

/** A column as printed: its name, then a cell a line. */
interface Column {
  name: Block;
  cells: Block;
  /** How many blocks it takes. */
  blocks: number;
}

/** Runs of lines that no blank line parts, nor the end of a page. */
function blocksOf(nodes: readonly (Line | Furniture)[]): Fragment[][] {
  const blocks: Fragment[][] = [];
  let pageEnds = false;
  for (const node of nodes) {
    if (node.type !== 'line') {
      blocks.at(-1)?.at(-1)?.push(node);
      pageEnds = true;
      continue;
    }
    const block = blocks.at(-1);
    if (block && node.data.gap === 0 && !pageEnds) block.push([node]);
    else blocks.push([[node]]);
    pageEnds = false;
  }
  return blocks;
}

const unit = /^[（(].*[)）]$/u;

/** May it be a cell, or the unit below a name? */
const isShort = ([line]: Fragment): boolean => isCell(line) || unit.test(line.value);
const isWhole = ([line]: Fragment): boolean => isCell(line);

const texts = (block: Block): string[] => block.map(([{ value }]) => value.trim());

/** Does a name go on with its second line: the unit of the figures, or over figures alone? */
const goesOn = (name: Block, cells: Block): boolean =>
  name.length === 1 ||
  unit.test(name[1]?.[0].value ?? '') ||
  texts(cells).every((text) => isFigure(text));

/** The columns of `rows` cells that the blocks begin with, and how many blocks they take. */
function columnsOf(blocks: readonly Block[], rows: number): { columns: Column[]; taken: number } {
  const columns: Column[] = [];
  let taken = 0;
  for (;;) {
    const [block = [], next = []] = blocks.slice(taken);
    const apart = block.length <= linesOfName && next.length === rows;
    const [name, cells] = apart
      ? [block, next]
      : [block.slice(0, block.length - rows), block.slice(block.length - rows)];
    const isColumn =
      cells.length === rows &&
      name.length > 0 &&
      name.length <= linesOfName &&
      name.every(isShort) &&
      cells.every(isWhole) &&
      !texts(name).some((text) => isFigure(text)) &&
      goesOn(name, cells);
    if (!isColumn) return { columns, taken };
    columns.push({ name, cells, blocks: apart ? 2 : 1 });
    taken += apart ? 2 : 1;
  }
}

const isSerial = ({ cells }: Column): boolean =>
  texts(cells).every((text, at) => text === String(at + 1));

/** Is a column all figures, a dash for none among them? */
const isFigures = ({ cells }: Column): boolean =>
  texts(cells).every((text) => isFigure(text)) && texts(cells).some((text) => /\d/u.test(text));

/**
 * Are the columns certain, so that blocks of as many lines are no chance? They are beside serial numbers, where one
 * holds figures or there are enough; in many rows, where several hold figures; where one does and half are named as
 * columns are; and where all are named. Figures alone that begin a table have lost the names of its rows.
 */
function areCertain(columns: readonly Column[], lexicon: Lexicon): boolean {
  const [first, ...others] = columns;
  if (!first) return false;
  const counted = isSerial(first);
  if (columns.length < (counted ? least.besideSerials : least.columns)) return false;
  if (!counted && isFigures(first)) return false;
  const figures = others.filter(isFigures).length;
  if (counted && (figures > 0 || columns.length >= least.columns)) return true;
  if (!counted && figures > 1 && first.cells.length >= manyRows) return true;
  const known = columns.filter(
    ({ name }) => lexicon.columnKindOf(texts(name).join('')) !== null,
  ).length;
  return figures > 0
    ? known * 2 >= columns.length
    : known === columns.length && columns.length > least.columns;
}

/**
 * The columns without the last ones that hold words under a name of no column, save beside serial numbers: a list may
 * stand below a table.
 */
function withoutLists(
  found: { columns: Column[]; taken: number },
  lexicon: Lexicon,
): { columns: Column[]; taken: number } {
  const columns = [...found.columns];
  let { taken } = found;
  const [first] = columns;
  if (first && isSerial(first)) return found;
  for (let last = columns.at(-1); last && columns.length > 1; last = columns.at(-1)) {
    if (isFigures(last) || lexicon.columnKindOf(texts(last.name).join('')) !== null) break;
    columns.pop();
    taken -= last.blocks;
  }
  return { columns, taken };
}

/** The rows: the first column's cells, each in its own; all others follow in the source, and stand beside these. */
function rowsOf(columns: readonly Column[]): Row[] {
  const [first, ...others] = columns.map(({ name, cells }): (Line | Furniture)[][] => [
    name.flat(),
    ...cells.map((cell) => [...cell]),
  ]);
  const last = (first?.length ?? 0) - 1;
  const beside = others.flatMap((column, at) =>
    column.map((lines, row): Cell => ({
      ...cellOf(at + 1, lines),
      ...(row < last ? { up: last - row } : {}),
    })),
  );
  return (first ?? []).map((lines, row) =>
    rowOf([cellOf(0, lines), ...(row === last ? beside : [])]),
  );
}

/**
 * A table printed one column after another, as an extraction may give it: blank lines part the columns, each of which is
 * a name and as many cells, one a line. Nothing that may be another column follows.
 *
 * @param at - the node that may be the first column's name
 * @returns the table and its length in nodes; null where there is none
 */
export function columnwiseTable(
  nodes: readonly (Line | Furniture)[],
  at: number,
  lexicon: Lexicon,
): { table: Table; length: number } | null {
  const first = nodes[at];
  if (first?.type !== 'line' || !isCell(first)) return null;
  const blocks = blocksOf(nodes.slice(at, at + mostLines));
  const [opening = [], next = []] = blocks;
  const rows = opening.length <= linesOfName ? next.length : opening.length - 1;
  if (rows < least.rows || !opening.every(isWhole)) return null;
  const { columns, taken } = withoutLists(columnsOf(blocks, rows), lexicon);
  const after = blocks[taken] ?? [];
  if (!areCertain(columns, lexicon) || (after.length > 1 && after.every(isShort))) return null;
  const children = rowsOf(columns);
  return {
    table: { type: 'table', columns: columns.length, head: 1, children, position: span(children) },
    length: blocks.slice(0, taken).flat(2).length,
  };
}

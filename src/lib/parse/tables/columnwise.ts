import type { Lexicon } from '../../lexicon/lexicon.ts';
import { span } from '../../tree/build.ts';
import type { Cell, Furniture, Line, Row, Table } from '../../tree/types.ts';
import { isFigure } from './figures.ts';
import { cellOf, rowOf } from './pieces.ts';
import { isCell } from './torn.ts';

/** Fewer rows prove nothing, nor do fewer columns, save beside serial numbers. */
const least = { rows: 3, columns: 3, besideSerials: 2 };
/** A name stands on no more lines: 最大使用量 | （g/kg）. */
const linesOfName = 2;

/** A column as printed: its name, then a cell a line. */
interface Column {
  name: readonly Line[];
  cells: readonly Line[];
}

type Block = readonly Line[];

/** Lines from the first on with no more blank lines between them than elsewhere, up to furniture; all of a text's blocks. */
function blocksOf(nodes: readonly (Line | Furniture)[]): Line[][] {
  const blocks: Line[][] = [];
  for (const [at, node] of nodes.entries()) {
    if (node.type !== 'line') break;
    const block = blocks.at(-1);
    if (block && (at === 0 || node.data.gap === 0)) block.push(node);
    else blocks.push([node]);
  }
  return blocks;
}

const unit = /^[（(].*[)）]$/u;

/** May it be a cell, or the unit below a name? */
const isShort = (line: Line): boolean => isCell(line) || unit.test(line.value);

const texts = (lines: readonly Line[]): string[] => lines.map(({ value }) => value.trim());

/** Does a name go on with its second line: the unit of the figures, or over figures alone? */
const goesOn = (name: readonly Line[], cells: readonly Line[]): boolean =>
  name.length === 1 ||
  unit.test(name[1]?.value ?? '') ||
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
      cells.every(isCell) &&
      !texts(name).some((text) => isFigure(text)) &&
      goesOn(name, cells);
    if (!isColumn) return { columns, taken };
    columns.push({ name, cells });
    taken += apart ? 2 : 1;
  }
}

const isSerial = ({ cells }: Column): boolean =>
  texts(cells).every((text, at) => text === String(at + 1));

/** Is a column all figures, a dash for none among them? */
const isFigures = ({ cells }: Column): boolean =>
  texts(cells).every((text) => isFigure(text)) && texts(cells).some((text) => /\d/u.test(text));

/**
 * Are the columns certain: as many as prove something, half of them named as columns are, and one all figures? Then
 * blocks of as many lines are no chance.
 */
function areCertain(columns: readonly Column[], lexicon: Lexicon): boolean {
  const [first] = columns;
  const enough = first && isSerial(first) ? least.besideSerials : least.columns;
  const known = columns.filter(
    ({ name }) => lexicon.columnKindOf(texts(name).join('')) !== null,
  ).length;
  return columns.length >= enough && known * 2 >= columns.length && columns.some(isFigures);
}

/** The rows: the first column's cells, each in its own; all others follow in the source, and stand beside these. */
function rowsOf(columns: readonly Column[]): Row[] {
  const [first, ...others] = columns.map(({ name, cells }) => [
    name,
    ...cells.map((cell) => [cell]),
  ]);
  const last = (first?.length ?? 0) - 1;
  const beside = others.flatMap((column, at) =>
    column.map((lines, row): Cell => ({
      ...cellOf(at + 1, [...lines]),
      ...(row < last ? { up: last - row } : {}),
    })),
  );
  return (first ?? []).map((lines, row) =>
    rowOf([cellOf(0, [...lines]), ...(row === last ? beside : [])]),
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
  const blocks = blocksOf(nodes.slice(at));
  const [opening = [], next = []] = blocks;
  const rows = opening.length <= linesOfName ? next.length : opening.length - 1;
  if (rows < least.rows || !opening.every(isCell)) return null;
  const { columns, taken } = columnsOf(blocks, rows);
  const after = blocks[taken] ?? [];
  if (!areCertain(columns, lexicon) || (after.length > 1 && after.every(isShort))) return null;
  const children = rowsOf(columns);
  return {
    table: { type: 'table', columns: columns.length, head: 1, children, position: span(children) },
    length: blocks.slice(0, taken).flat().length,
  };
}

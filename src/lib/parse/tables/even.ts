import { span } from '../../tree/build.ts';
import type { Furniture, Line, Table } from '../../tree/types.ts';
import { isFigure } from './figures.ts';
import { cellOf, rowOf } from './pieces.ts';
import { totalOf } from './totals.ts';
import { wordLines, type WordLine } from './words.ts';

/** So many columns and rows, all alike, are no chance. */
const least = { columns: 3, rows: 2 };
/** A line that a stop ends is a text, not a row. */
const stop = /[。；：:，,]$/u;

/**
 * A table of a row a line: each has as many words as the head on the first line, save a row of totals that ends it.
 *
 * @returns null where any line is none of its rows
 */
export function evenTable(nodes: readonly (Line | Furniture)[]): Table | null {
  const [head, ...below] = wordLines(nodes);
  const count = head?.length ?? 0;
  if (!head || count < least.columns || head.some(({ text }) => isFigure(text))) return null;
  const even = below.findIndex((line) => line.length !== count);
  const rows = even < 0 ? below : below.slice(0, even);
  const columns = head.map((_, column) => column);
  const figures = columns.filter(
    (column) => column > 0 && rows.every((line) => isFigure(line[column]?.text ?? '')),
  );
  const total = totalOf(below, { count, figures });
  const last = total?.from ?? below.length;
  if (last < least.rows || last > rows.length) return null;
  if (rows.some((line) => stop.test(line.at(-1)?.text ?? ''))) return null;
  const rowFrom = (line: WordLine) => rowOf(line.map((word, column) => cellOf(column, word.nodes)));
  const children = [rowFrom(head), ...rows.slice(0, last).map(rowFrom), ...(total?.rows ?? [])];
  return { type: 'table', columns: count, head: 1, children, position: span(children) };
}

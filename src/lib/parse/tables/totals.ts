import type { Row } from '../../tree/types.ts';
import { cellOf, rowOf } from './pieces.ts';
import type { WordLine } from './words.ts';

const totalName = /^(?:合计|总计|小计|共计|总数)$/u;

/** Is it the name of a row of totals? */
export const isTotal = (text: string): boolean => totalName.test(text);

/** The columns of a table that totals are of. */
interface Columns {
  count: number;
  /** Those that hold figures. */
  figures: readonly number[];
}

/** The row of totals that ends a table: its name, and a figure for each column of figures, or a sign for each column. */
export function totalOf(
  lines: readonly WordLine[],
  { count, figures }: Columns,
): { from: number; rows: Row[] } | null {
  const from = lines.findLastIndex((line) => isTotal(line[0]?.text ?? ''));
  const [name, ...sums] = lines.slice(Math.max(from, 0)).flat();
  const isFull = sums.length === count - 1;
  if (from < 0 || !name || sums.length === 0) return null;
  if (!isFull && sums.length !== figures.length) return null;
  const cells = sums.map((sum, at) => cellOf(isFull ? at + 1 : (figures[at] ?? 0), sum.nodes));
  return { from, rows: [rowOf([cellOf(0, name.nodes), ...cells])] };
}

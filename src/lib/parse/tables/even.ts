import type { Lexicon } from '../../lexicon/lexicon.ts';
import { span } from '../../tree/build.ts';
import type { Furniture, Line, Table } from '../../tree/types.ts';
import { isFigure } from './figures.ts';
import { cellOf, rowOf } from './pieces.ts';
import { totalOf } from './totals.ts';
import { wordLines, type WordLine } from './words.ts';

/** So many columns and rows, all alike, are no chance; rows that count from one may end before the lines do. */
const least = { columns: 3, rows: 2, counted: 3 };
/** A line that a stop ends is a text, not a row. */
const stop = /[。；：:，,]$/u;

const rowFrom = (line: WordLine) => rowOf(line.map((word, column) => cellOf(column, word.nodes)));

const serialOf = (line: WordLine | undefined): number => {
  const text = line?.[0]?.text ?? '';
  return /^\d{1,3}$/u.test(text) ? Number(text) : 0;
};

/** The head and the lines below it: its names stand on one line, or on all above the row numbered 1, which has as many. */
function headed(lines: readonly WordLine[]): { head: WordLine | undefined; below: WordLine[] } {
  const row = lines.findIndex((line) => serialOf(line) === 1);
  const torn = lines.slice(0, Math.max(row, 0)).flat();
  const height = row > 1 && torn.length === lines[row]?.length ? row : 1;
  return { head: height > 1 ? torn : lines[0], below: lines.slice(height) };
}

/** How many of the rows count on from one. */
function countedRows(rows: readonly WordLine[]): number {
  const end = rows.findIndex((line, at) => serialOf(line) !== at + 1);
  return end < 0 ? rows.length : end;
}

/**
 * A table of a row a line: each has as many words as the head, save a row of totals that ends it.
 * Below rows that count from one other text may follow, if it holds no further row.
 *
 * @param isCaptioned - whether a caption stands above, so that the rows may end before the lines do
 * @returns null where the lines are none
 */
export function evenTable(nodes: readonly (Line | Furniture)[], isCaptioned = false): Table | null {
  const { head, below } = headed(wordLines(nodes));
  const count = head?.length ?? 0;
  if (!head || count < least.columns || head.some(({ text }) => isFigure(text))) return null;
  const even = below.findIndex((line) => line.length !== count);
  const rows = even < 0 ? below : below.slice(0, even);
  const columns = head.map((_, column) => column);
  const figures = columns.filter(
    (column) => column > 0 && rows.every((line) => isFigure(line[column]?.text ?? '')),
  );
  const total = totalOf(below, { count, figures });
  const counted = countedRows(rows);
  const after = below.slice(counted);
  const endsCounted = counted >= least.counted && !after.some((line) => serialOf(line) > counted);
  const endsUneven = isCaptioned && figures.length > 0 && rows.length >= least.counted;
  const end = endsCounted ? counted : endsUneven ? rows.length : below.length;
  const last = total?.from ?? end;
  if (last < least.rows || last > rows.length) return null;
  if (rows.slice(0, last).some((line) => stop.test(line.at(-1)?.text ?? ''))) return null;
  const children = [rowFrom(head), ...rows.slice(0, last).map(rowFrom), ...(total?.rows ?? [])];
  return { type: 'table', columns: count, head: 1, children, position: span(children) };
}

/** The line above rows that count from one, each of as many words as it has; undefined where there are none. */
export function headOfCounted(lines: readonly Line[], lexicon: Lexicon): Line | undefined {
  const words = wordLines(lines);
  if (words.length !== lines.length) return undefined;
  return lines.find((_, at) => {
    if (serialOf(words[at + 1]) !== 1) return false;
    const [head = [], ...below] = words.slice(at);
    const rows = below.slice(0, countedRows(below));
    return (
      head.length >= least.columns &&
      rows.length >= least.counted &&
      lexicon.columnKindOf(head[0]?.text ?? '') === 'serial' &&
      rows.every((row) => row.length === head.length)
    );
  });
}

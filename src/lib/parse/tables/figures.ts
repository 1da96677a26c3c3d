import { span } from '../../tree/build.ts';
import type { Line, Table } from '../../tree/types.ts';
import { cellOf, rowOf } from './pieces.ts';
import { wordsOf } from './words.ts';

const numeric = /^[-－+]?\d[\d.,]*[%％]?$|^[-－—/]$/u;
/** A row of figures has at least so many, and so many rows make a table. */
const figures = { cells: 3, rows: 3 };

/** Is the line a name and figures? */
export const isFigureRow = (line: Line): boolean => figureWords(line) > 0;

/** How many words a line of a name and figures has; 0 for any other line. */
function figureWords(line: Line | undefined): number {
  const words = line ? wordsOf(line).map((word) => word.text) : [];
  return words.length > figures.cells && words.slice(1).every((word) => numeric.test(word))
    ? words.length
    : 0;
}

/** Rows of a name and figures, as many in each: their length in lines from `at`; 0 for none. */
export function figuresLength(lines: readonly Line[], at: number): number {
  const first = figureWords(lines[at]);
  if (first === 0) return 0;
  let length = 1;
  while (figureWords(lines[at + length]) === first) length += 1;
  return length >= figures.rows ? length : 0;
}

/** A table of a name and figures in each row, its head unknown. */
export function figuresTable(lines: readonly Line[]): Table {
  const rows = lines.map((line) =>
    rowOf(wordsOf(line).map((word, column) => cellOf(column, word.nodes))),
  );
  const columns = Math.max(...rows.map((row) => row.children.length));
  return { type: 'table', columns, head: 0, children: rows, position: span(rows) };
}

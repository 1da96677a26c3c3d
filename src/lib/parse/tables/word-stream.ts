import type { Lexicon } from '../../lexicon/lexicon.ts';
import { linesFrom, span } from '../../tree/build.ts';
import type { Furniture, Line, Row, Table } from '../../tree/types.ts';
import { isFigure } from './figures.ts';
import { cellOf, rowOf } from './pieces.ts';
import { cellsOf } from './torn.ts';
import { isTotal } from './totals.ts';
import { wordsOf, type Word } from './words.ts';

/** Fewer columns, or rows below the head, prove nothing. */
const least = { columns: 3, rows: 3 };

/** The words of the lines from the first on that may be cells; furniture goes with the word before it. */
function streamOf(nodes: readonly (Line | Furniture)[]): Word[][] {
  return cellsOf(nodes).map(([line, ...furniture]) => {
    const words = wordsOf(line);
    words.at(-1)?.nodes.push(...furniture);
    return words;
  });
}

/**
 * Rows of `columns` words each, from the first line on: a row begins with a line and ends with one. The first row
 * says which columns hold figures; the table ends above a row that holds them in others, save a row of totals.
 */
function rowsFrom(lines: readonly Word[][], columns: number): { rows: Word[][]; lines: number } {
  const rows: Word[][] = [];
  let taken = 0;
  let row: Word[] = [];
  const figures = (words: readonly Word[]): boolean[] => words.map(({ text }) => isFigure(text));
  for (const [at, words] of lines.entries()) {
    row = [...row, ...words];
    if (row.length < columns) continue;
    const own = figures(row);
    const [first] = rows;
    const total = isTotal(row[0]?.text ?? '');
    const alike = !first || figures(first).every((is, column) => is === own[column]);
    if (row.length > columns || !(alike || total)) break;
    rows.push(row);
    row = [];
    taken = at + 1;
    if (total) break;
  }
  return { rows, lines: taken };
}

/** Nor is a table of words longer than this, in lines. */
const mostLines = 3000;
/** A head that is torn too has no more lines. */
const mostHeadLines = 12;

/** The names of the columns: those on one line, or on all lines above the row numbered 1 where the first counts rows. */
function headOf(
  nodes: readonly (Line | Furniture)[],
  at: number,
  lexicon: Lexicon,
): { names: Word[]; height: number } | null {
  const lines = linesFrom(nodes.slice(at, at + mostHeadLines), 0).map((line) => wordsOf(line));
  const [first] = lines;
  if (!first) return null;
  if (lexicon.columnKindOf(first[0]?.text ?? '') !== 'serial') return { names: first, height: 1 };
  const height = lines.findIndex((words) => words[0]?.text === '1');
  return height > 0 ? { names: lines.slice(0, height).flat(), height } : null;
}

/**
 * A table whose head stands on one line, or on all above the row numbered 1, and whose cells follow word by word, one
 * a line or more: an extraction sets what stands apart in the print on lines of its own. In every row the same columns
 * hold figures, and there are both figures and words.
 *
 * @param at - the node that may be the head
 * @returns the table and its length in nodes; null where there is none
 */
export function streamTable(
  nodes: readonly (Line | Furniture)[],
  at: number,
  lexicon: Lexicon,
): { table: Table; length: number } | null {
  const head = headOf(nodes, at, lexicon);
  if (!head) return null;
  const { names, height } = head;
  const known = names.filter(({ text }) => lexicon.columnKindOf(text) !== null).length;
  if (names.length < least.columns || known * 2 < names.length) return null;
  if (names.some(({ text }) => isFigure(text))) return null;
  const stream = streamOf(nodes.slice(at + height, at + height + mostLines));
  const { rows, lines } = rowsFrom(stream, names.length);
  const [first] = rows;
  const figures = first?.filter(({ text }) => isFigure(text)).length ?? 0;
  if (rows.length < least.rows || figures === 0 || figures === names.length) return null;
  const torn = stream.slice(0, lines).some((words) => words.length < names.length);
  const next = stream[lines]?.[0]?.text ?? '';
  if (!torn || (isFigure(next) && isFigure(first?.[0]?.text ?? ''))) return null;
  const counts = lexicon.columnKindOf(names[0]?.text ?? '') === 'serial';
  if (counts && rows.some(([serial], row) => serial?.text !== String(row + 1))) return null;
  const children = [names, ...rows].map((words): Row =>
    rowOf(words.map((word, column) => cellOf(column, word.nodes))),
  );
  const last = children.at(-1)?.position?.end.offset ?? 0;
  const length = nodes
    .slice(at)
    .findIndex((node) => (node.position?.start.offset ?? Infinity) >= last);
  return {
    table: { type: 'table', columns: names.length, head: 1, children, position: span(children) },
    length: length < 0 ? nodes.length - at : length,
  };
}

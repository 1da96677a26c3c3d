import type { Lexicon } from '../../lexicon/lexicon.ts';
import { span } from '../../tree/build.ts';
import type { Line, Row, Table } from '../../tree/types.ts';
import { cellOf, rowOf } from './pieces.ts';
import { wordsOf, type Word } from './words.ts';

const numeric =
  /^[-－+]?\d[\d.,]*(?:[—–~～-]\d[\d.,]*)?[%％]?(?:以上|以下|左右|以内)?$|^[-－—/]{1,2}$/u;
/** A row has a name and at least so many figures, one less beside their unit; and so many rows make a table. */
const least = { figures: 3, besideUnit: 2, rows: 3 };

/** Is the text a figure, or the dash that stands for none? */
export const isFigure = (text: string): boolean => numeric.test(text);

/** The words of a line that is a name, the unit of its figures or none, and figures; an empty list for any other. */
function rowWords(line: Line | undefined, lexicon: Lexicon): Word[] {
  const words = line ? wordsOf(line) : [];
  const unit = lexicon.isUnit(words[1]?.text ?? '') ? 1 : 0;
  const figures = words.slice(1 + unit);
  const enough = figures.length >= (unit > 0 ? least.besideUnit : least.figures);
  return enough && figures.every(({ text }) => isFigure(text)) ? words : [];
}

const rowFrom = (words: readonly Word[]): Row =>
  rowOf(words.map((word, column) => cellOf(column, word.nodes)));

/** Rows of a name and figures, all of as many words, on the lines from the first on; an empty list for none. */
export function figureRows(lines: readonly Line[], lexicon: Lexicon): Row[] {
  const rows: Row[] = [];
  let words = rowWords(lines[0], lexicon);
  const { length } = words;
  while (length > 0 && words.length === length) {
    rows.push(rowFrom(words));
    words = rowWords(lines[rows.length], lexicon);
  }
  return rows.length >= least.rows ? rows : [];
}

/** The head of rows of figures, if the line above them is one: it opens as a table does, and names each column. */
export function headRow(
  above: Line | undefined,
  rows: readonly Row[],
  lexicon: Lexicon,
): Row | null {
  if (!above || !lexicon.opensTable(above.value)) return null;
  const words = wordsOf(above);
  return words.length === rows[0]?.children.length ? rowFrom(words) : null;
}

/** A table of a name and figures in each row. */
export function figuresTable(head: Row | null, rows: readonly Row[]): Table {
  const children = head ? [head, ...rows] : [...rows];
  const columns = Math.max(...children.map((row) => row.children.length));
  return { type: 'table', columns, head: head ? 1 : 0, children, position: span(children) };
}

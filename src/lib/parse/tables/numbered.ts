import type { Lexicon } from '../../lexicon.ts';
import { span } from '../../tree/build.ts';
import type { Line, Row, Table } from '../../tree/types.ts';
import { cellOf, piecesOf, rowOf, type Piece } from './pieces.ts';

const gap = /\s+/gu;
const whole = /^\d{1,4}$/u;
/** What a quantity may be followed by after a space: `91 以上`. */
const afterNumber = /^(?:以上|以下|左右|以内)$/u;
/** Head cells of columns that may be empty. */
const optional = /^(?:备注|说明|附注|完成情况|进展情况)$/u;
/** Fewer columns prove nothing. */
const leastColumns = 3;
/** A serial may be left out; more than so many at once is no serial. */
const largestGap = 2;

/** Pieces of a line, letter-spaced words and quantities put together again: `案 由`, `王 瑛等`, `91 以上`. */
function wordsOf(line: Line): Piece[][] {
  const words: Piece[][] = [];
  for (const piece of piecesOf(line, gap)) {
    const word = words.at(-1) ?? [];
    const before = word.at(-1);
    const spaced = word.length > 0 && word.every((part) => /^\p{Script=Han}$/u.test(part.text));
    const name = word.length === 1 && /^\p{Script=Han}{1,2}等?$/u.test(piece.text);
    const letterSpaced = spaced && (name || /^\p{Script=Han}$/u.test(piece.text));
    if (letterSpaced || (before && /\d$/u.test(before.text) && afterNumber.test(piece.text)))
      words.at(-1)?.push(piece);
    else words.push([piece]);
  }
  return words;
}

const textOf = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text).join('');

/**
 * Rebuilds a table that was printed a row a line with single spaces between cells, its first column a serial number.
 * Cells that broke onto lines of their own go to the column whose other values they are like; where two columns would
 * do, the table is not certain.
 *
 * @param lines - the head on one line, then the rows
 * @returns null where the rows are not certain: serials that do not count, columns that stay empty, cells too many
 */
export function numberedTable(lines: readonly Line[], lexicon: Lexicon): Table | null {
  const [headLine, ...bodyLines] = lines;
  if (!headLine) return null;
  const head = wordsOf(headLine);
  if (head.length < leastColumns) return null;
  const headRow = rowOf(
    head.map((cell, column) =>
      cellOf(
        column,
        cell.map((piece) => piece.line),
      ),
    ),
  );
  if (bodyLines.length === 0)
    return {
      type: 'table',
      columns: head.length,
      head: 1,
      children: [headRow],
      position: span([headRow]),
    };
  if (!/^(?:序号|编号|号)$/u.test(textOf(head[0] ?? []))) return null;
  const drafts = draftRows(bodyLines, head.length);
  if (!drafts) return null;
  const rows = settle(drafts, head, lexicon);
  if (!rows) return null;
  const children = [
    rowOf(
      head.map((cell, column) =>
        cellOf(
          column,
          cell.map((piece) => piece.line),
        ),
      ),
    ),
    ...rows,
  ];
  return { type: 'table', columns: head.length, head: 1, children, position: span(children) };
}

/** A row's first line and the words on the lines after it. */
interface Draft {
  first: Piece[][];
  later: Piece[][];
  group: boolean;
}

function draftRows(lines: readonly Line[], columns: number): Draft[] | null {
  const drafts: Draft[] = [];
  let serial = 0;
  for (const [at, line] of lines.entries()) {
    const words = wordsOf(line);
    const value = whole.test(textOf(words[0] ?? [])) ? Number(textOf(words[0] ?? [])) : null;
    const last = drafts.at(-1);
    const restarts = value === 1 && (last === undefined || last.group);
    const counts = value !== null && value > serial && value <= serial + largestGap;
    if (
      restarts ||
      (counts && (words.length > 1 || last === undefined || last.later.length === 0))
    ) {
      if (words.length > columns) return null;
      drafts.push({ first: words, later: [], group: false });
      serial = value;
      continue;
    }
    const next = lines[at + 1];
    const opensRow = next !== undefined && /^\d{1,4}\s/u.test(next.value);
    const nextIsGroup = next !== undefined && /[（(]?\d+[件项个条][)）]?$/u.test(next.value);
    const heading = words.length === 1 && /\d+[件项个条][)）]?$/u.test(textOf(words[0] ?? []));
    if (heading && (opensRow || nextIsGroup)) drafts.push({ first: words, later: [], group: true });
    else if (last && !last.group) last.later.push(...words);
    else return null;
  }
  return drafts.some((draft) => !draft.group) ? drafts : null;
}

/** Gives every word its column; null where one could go to two, or a column that must be filled stays empty. */
function settle(
  drafts: readonly Draft[],
  head: readonly Piece[][],
  lexicon: Lexicon,
): Row[] | null {
  const columns = head.length;
  const mayBeEmpty = head.map((cell) => optional.test(textOf(cell)));
  const required = columns - (mayBeEmpty.at(-1) === true ? 1 : 0);
  const complete = drafts.filter(
    (draft) => !draft.group && draft.first.length >= required && draft.later.length === 0,
  );
  const blankForm = drafts.every((draft) => draft.first.length === 1 && draft.later.length === 0);
  if (complete.length === 0 && !blankForm) return null;
  const known = head.map(
    (_, column) =>
      new Set(complete.map((draft) => textOf(draft.first[column] ?? [])).filter(Boolean)),
  );
  const isLike = (column: number, text: string): boolean => {
    const values = known[column];
    if (!values || column >= columns) return false;
    if (values.has(text)) return true;
    const all = [...values];
    if (all.length > 0 && all.every((value) => /^[-\d.%％]+(?:以上|以下)?$/u.test(value)))
      return /\d/u.test(text);
    return (
      all.some((value) => lexicon.isBodyLine(value)) &&
      (lexicon.isBodyLine(text) || /[局委办院厅部处区镇乡]$/u.test(text))
    );
  };
  const rows: Row[] = [];
  for (const draft of drafts) {
    if (draft.group) {
      rows.push(
        rowOf([
          cellOf(
            0,
            (draft.first[0] ?? []).map((piece) => piece.line),
          ),
        ]),
      );
      continue;
    }
    const cells: Piece[][] = draft.first.map((word) => [...word]);
    const lists = new Set<number>();
    for (const word of draft.later) {
      const at = cells.length - 1;
      const here = isLike(at, textOf(word));
      const there = at + 1 < required && isLike(at + 1, textOf(word));
      if (here && there) return null;
      if (
        there ||
        (!here && at + 1 < required && known[at + 1]?.size !== 0 && isNameColumn(known[at]))
      )
        cells.push([...word]);
      else if (here || at + 1 === required) {
        cells[at]?.push(...word);
        if (here) lists.add(at);
      } else return null;
    }
    if (!blankForm && cells.length < required) return null;
    rows.push(
      rowOf(
        cells.map((cell, column) =>
          cellOf(
            column,
            cell.map((piece) => piece.line),
            lists.has(column),
          ),
        ),
      ),
    );
  }
  return rows;
}

/** Are all values of a column names of persons, so that anything longer belongs elsewhere? */
function isNameColumn(values: ReadonlySet<string> | undefined): boolean {
  return (
    values !== undefined &&
    values.size > 0 &&
    [...values].every((value) => /^\p{Script=Han}{2,4}等?$/u.test(value))
  );
}

const numeric = /^[-－+]?\d[\d.,]*[%％]?$|^[-－—/]$/u;
/** A row of figures has at least so many, and so many rows make a table. */
const figures = { cells: 3, rows: 3 };

/** Is the line a name and figures? */
export const isFigureRow = (line: Line): boolean => figureWords(line) > 0;

/** How many words a line of a name and figures has; 0 for any other line. */
function figureWords(line: Line | undefined): number {
  const words = line ? wordsOf(line).map(textOf) : [];
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
    rowOf(
      wordsOf(line).map((word, column) =>
        cellOf(
          column,
          word.map((piece) => piece.line),
        ),
      ),
    ),
  );
  const columns = Math.max(...rows.map((row) => row.children.length));
  return { type: 'table', columns, head: 0, children: rows, position: span(rows) };
}

import type { Lexicon } from '../../../lexicon/lexicon.ts';
import type { Line } from '../../../tree/types.ts';
import { measures, overlaps, wordsOn, type Word } from '../places.ts';
import { cellsOn, headNames, namesOn, readWith, type Reading } from './reading.ts';
import { cellsOf, figure } from './rows.ts';

/** Fewer columns are a list of names and posts, fewer rows prove nothing. */
const least = { columns: 3, rows: 2 };
/** Below a head that names columns, two are enough. */
const leastUnderHead = 2;
/** A head has at most so many lines. */
const longestHead = 5;
/** Of so many rows one may hold a line that breaks early, and no more. */
const looseShare = 0.25;
/** What it costs to leave a line out at the end. */
const dropCost = 1.5;

/** Lines that may be a head: all before the first figure, or the second line that fills the first column. */
function headLengths(words: readonly Word[][], headless: boolean): number[] {
  const places = words.map((line) => namesOn(line));
  const first = places.findIndex((line) => line.some(({ text }) => figure.test(text)));
  const left = Math.min(...words.flatMap((line) => line.slice(0, 1).map(({ to }) => to)));
  const filled = words.flatMap((line, at) => ((line[0]?.from ?? left) < left ? [at] : []));
  const most = Math.min(longestHead, Math.max(1, first < 0 ? (filled[1] ?? 1) : first));
  const lengths = Array.from({ length: most }, (_, at) => at + 1);
  return headless ? [0, ...lengths] : lengths;
}

/** A box to tick, a place to sign: a form to fill in has no columns. */
const box = /[□☐]|年\s{2,}月\s{2,}日|[（(](?:盖章|签字|签名)[)）]/u;

/** Does anything prove a table: counts or figures, or a head that names columns? Rows of names alone are a list. */
function isProven(reading: Reading, lines: readonly Line[], lexicon: Lexicon): boolean {
  const { anchors, cells, columns, head } = reading;
  if (lines.some((line) => lexicon.opensPost(line.value) || box.test(line.value))) return false;
  if (anchors.sure) return true;
  const names = lines.slice(0, head);
  const known = names.some(
    (line, at) =>
      lexicon.opensTable(line.value) ||
      namesOn(reading.words[at] ?? []).some(({ text }) => lexicon.columnKindOf(text) !== null),
  );
  const measured = columns.some((_, column) => {
    const own = cells.flat().filter((cell) => cell.column === column);
    return own.length > 1 && own.every(({ text }) => /\d/u.test(text));
  });
  return known || measured;
}

/** How many lines at the end hold one place, and so may be no part of the table. */
const looseEnd = (words: readonly Word[][]): number =>
  words.length - 1 - words.findLastIndex((line) => namesOn(line).length > 1);

const letter = /^\p{Script=Han}$/u;

/** Does a gap stand inside a cell, other than that of a name set wide? Then it is two. */
const holdsGap = ({ words, head, length, columns }: Reading): boolean =>
  words.slice(head, length).some((line) =>
    line.some((word, at) => {
      const before = line[at - 1];
      const wide = word.apart && before && !(letter.test(word.text) && letter.test(before.text));
      return wide && columns.some((column) => overlaps(word, column) && overlaps(before, column));
    }),
  );

/** A count or a figure, but no year, opens it: `3`, `10至30`, but not `2020年`. */
const counts = /^\d(?!\d{3}年)/u;

/** Is what stands in the head's place a row like those below: a sentence, a number, figures in their columns? */
function isHeadedByRow({ words, head, columns, cells }: Reading): boolean {
  const [first = []] = words.slice(0, head);
  const names = cellsOn(first, columns);
  if (words.slice(0, head).some((line) => line.some(({ text }) => /[，。；]/u.test(text))))
    return true;
  const measured = columns.flatMap((_, column) => {
    const own = cellsOf(cells, column);
    return own.length > 0 && own.every(({ text }) => counts.test(text)) ? [column] : [];
  });
  const counted = names.filter(
    ({ column, text }) => measured.includes(column) && counts.test(text),
  );
  return counted.length > 0 && counted.length === measured.length;
}

/** How badly a head fits: columns without a name, names without a row, names beside their column. */
function misfit({ words, head, columns, cells }: Reading): number {
  const names = headNames(words.slice(0, head), columns);
  const named = new Set(
    names.flatMap(({ column, span: width }) =>
      Array.from({ length: width }, (_, at) => column + at),
    ),
  );
  const filled = new Set(cells.flat().map(({ column }) => column));
  const beside = names.filter(({ column, span: width, ...name }) => {
    const [first, last] = [columns[column], columns[column + width - 1]];
    return !first || !last || !overlaps(name, { from: first.from, to: last.to });
  });
  const missing = columns.filter((_, column) => !filled.has(column) || !named.has(column));
  return missing.length + beside.length / 2;
}

/** Does a line hold names of columns that the vocabulary knows, and nothing else: `名  称      内  容`? */
const namesColumns = (line: Line | undefined, lexicon: Lexicon): boolean =>
  line !== undefined &&
  namesOn(wordsOn(line, measures[0])).every(({ text }) => lexicon.columnKindOf(text) !== null);

/** All ways to read the lines as a table, that with the fewest doubts first. */
export function readingsOf(lines: readonly Line[], lexicon: Lexicon, headless: boolean): Reading[] {
  const isHead = lines.slice(0, 2).some((line) => lexicon.opensTable(line.value));
  const fewest = isHead || namesColumns(lines[0], lexicon) ? leastUnderHead : least.columns;
  const readings = measures.flatMap((measure) => {
    const words = lines.map((line) => wordsOn(line, measure));
    return Array.from({ length: looseEnd(words) + 1 }, (_, dropped) =>
      words.slice(0, words.length - dropped),
    ).flatMap((some) =>
      headLengths(some, headless).flatMap((head) => readWith(some, lines, head) ?? []),
    );
  });
  const cost = (reading: Reading): number =>
    reading.grouping.cost +
    (reading.head > 0 ? misfit(reading) : 0) +
    (lines.length - reading.length) * dropCost;
  return readings
    .filter(
      (reading) =>
        reading.columns.length >= fewest &&
        reading.grouping.rows.length >= least.rows &&
        reading.grouping.loose <= reading.grouping.rows.length * looseShare &&
        !holdsGap(reading) &&
        !isHeadedByRow(reading) &&
        isProven(reading, lines, lexicon),
    )
    .sort((a, b) => cost(a) - cost(b));
}

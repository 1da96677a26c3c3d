import type { Line } from '../../../tree/types.ts';
import { overlaps, placesOf, type Place, type Stretch, type Word } from '../places.ts';
import { columnsBetween } from './gutters.ts';
import { namesOf, type Name } from './head.ts';
import { mergedOver } from './merged-cells.ts';
import { anchorsOf, groupRows, type Anchors, type CellLine, type Grouping } from './rows.ts';

/** A body's lines in cells, its columns and its rows. */
export interface Reading {
  head: number;
  /** Lines that belong to the table. */
  length: number;
  columns: Stretch[];
  cells: CellLine[];
  anchors: Anchors;
  grouping: Grouping;
  words: Word[][];
  /** Blank lines above each line of the body. */
  gaps: number[];
  /** Row with which each merged cell in the first column begins, by line. */
  merged: ReadonlyMap<number, number>;
}

export const cellsOn = (words: readonly Word[], columns: readonly Stretch[]): CellLine => {
  const columnOf = (word: Stretch): number => columns.findIndex((column) => overlaps(word, column));
  return placesOf(words, (before, next) => columnOf(before) === columnOf(next)).map((place) => ({
    ...place,
    column: columnOf(place),
  }));
};

/** Names on a line of a head: two spaces part them. */
export const namesOn = (words: readonly Word[]): Place[] =>
  placesOf(words, (_, next) => !next.apart);

/** Names that touch, or nearly so, one over each of the columns below: `办结率（%）满意率（%）`. */
const touching = /(?<=[)）]) ?(?=\p{Script=Han})/gu;
function partTouching(name: Place, columns: readonly Stretch[]): Place[] {
  const ends = [...name.text.matchAll(touching)];
  const below = columns.filter((column) => overlaps(name, column));
  if (ends.length === 0 || ends.length + 1 !== below.length) return [name];
  return below.map((column, at) => {
    const before = ends[at - 1];
    const from = before ? before.index + before[0].length : 0;
    return { ...column, text: name.text.slice(from, ends[at]?.index), at: name.at + from };
  });
}

export const headNames = (
  head: readonly (readonly Word[])[],
  columns: readonly Stretch[],
): Name[] =>
  namesOf(
    head.map((line) => namesOn(line).flatMap((name) => partTouching(name, columns))),
    columns,
  );

/** Columns that the head names though no row fills them stand to the right: 备注. */
function withEmpty(columns: readonly Stretch[], head: readonly (readonly Word[])[]): Stretch[] {
  const end = columns.at(-1)?.to ?? 0;
  const beyond = head.flatMap(namesOn).filter(({ from }) => from > end);
  return [...columns, ...columnsBetween([beyond.map((place) => ({ ...place, apart: true }))], [])];
}

/** The lines read as a table whose first `head` lines are its head; null where they cannot be. */
export function readWith(words: Word[][], lines: readonly Line[], head: number): Reading | null {
  const [above, body] = [words.slice(0, head), words.slice(head)];
  const columns = withEmpty(columnsBetween(body, above), above);
  const cells = body.map((line) => cellsOn(line, columns));
  const anchors = anchorsOf(cells, columns.length);
  const gaps = lines.slice(head, words.length).map((line) => line.data.gap);
  const common = { head, length: words.length, columns, cells, anchors, words, gaps };
  const plain = groupRows(cells, anchors.lines, gaps, columns.length);
  const isMerged = anchors.column > 0 && plain !== null && !fillsFirst(plain, cells);
  if (plain && !isMerged) return { ...common, grouping: plain, merged: new Map() };
  return anchors.column > 0 ? readMerged(common) : null;
}

const holdsFirst = (line: CellLine | undefined): boolean =>
  line?.some(({ column }) => column === 0) === true;

/** Does each row fill the first column? */
const fillsFirst = ({ rows }: Grouping, cells: readonly CellLine[]): boolean =>
  rows.every(({ first, last }) => cells.slice(first, last + 1).some(holdsFirst));

/** As a table whose first column holds cells of several rows: those say nothing of where rows begin. */
function readMerged(common: Omit<Reading, 'grouping' | 'merged'>): Reading | null {
  const { cells, anchors, columns, gaps } = common;
  const others = cells.map((line) => line.filter(({ column }) => column > 0));
  const kept = cells.flatMap((_, at) => (others[at]?.length === 0 ? [] : [at]));
  const grouping = groupRows(
    kept.map((at) => others[at] ?? []),
    anchors.lines.map((at) => kept.indexOf(at)),
    kept.map((at) => gaps[at] ?? 0),
    columns.length,
  );
  if (!grouping) return null;
  const rows = grouping.rows.map(({ first, anchor, last }) => ({
    first: kept[first] ?? 0,
    anchor: kept[anchor] ?? 0,
    last: kept[last] ?? 0,
  }));
  const pieces = cells.flatMap((line, at) => (holdsFirst(line) ? [at] : []));
  const merged = mergedOver(pieces, rows);
  return merged && { ...common, grouping: { ...grouping, rows }, merged };
}

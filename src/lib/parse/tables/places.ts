import { widthOf } from '../../text/width.ts';
import type { Line } from '../../tree/types.ts';

/** How much room a text takes on its line. */
export type Measure = (text: string) => number;

const charactersOf: Measure = (text) => [...text].length;

/**
 * A typist pads with spaces half as wide as Han. A program that keeps the layout of a PDF puts every character into one
 * place of a grid, however wide it is set.
 */
export const measures: readonly [Measure, Measure] = [widthOf, charactersOf];

/** A stretch of a line's places, end exclusive. */
export interface Stretch {
  from: number;
  to: number;
}

/** A run of characters of a line, and where it stands. */
export interface Place extends Stretch {
  text: string;
  /** Where it begins in the line's text. */
  at: number;
}

/** A place without white space in it. */
export interface Word extends Place {
  /** Do two spaces or more, or the line's beginning, stand before it? */
  apart: boolean;
}

const wide = /[ \u3000]{2,}$/u;

export function wordsOn(line: Line, measure: Measure): Word[] {
  return [...line.value.matchAll(/\S+/gu)].map(({ 0: text, index: at }) => {
    const before = line.value.slice(0, at);
    const from = line.data.indent + measure(before);
    return { text, at, from, to: from + measure(text), apart: at === 0 || wide.test(before) };
  });
}

/** Words that one space parts, taken together where `together` says so. */
export function placesOf(
  words: readonly Word[],
  together: (before: Word, next: Word) => boolean,
): Place[] {
  const places: Place[] = [];
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    const last = places.at(-1);
    if (before && last && together(before, word))
      places[places.length - 1] = { ...last, to: word.to, text: `${last.text} ${word.text}` };
    else places.push({ text: word.text, at: word.at, from: word.from, to: word.to });
  }
  return places;
}

export const overlaps = (one: Stretch, other: Stretch): boolean =>
  one.from < other.to && one.to > other.from;

export const middleOf = ({ from, to }: Stretch): number => (from + to) / 2;

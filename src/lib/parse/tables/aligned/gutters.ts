import { overlaps, type Stretch, type Word } from '../places.ts';

const letter = /^\p{Script=Han}$/u;

/** Stretches that words cover, left to right, whatever line each stands on. */
function covered(words: readonly Word[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { from, to } of [...words].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

/** Are the words of a stretch but the second letters of names set wide, whose first stand to its left? */
function isSecondLetters(
  stretch: Stretch,
  left: Stretch,
  lines: readonly (readonly Word[])[],
): boolean {
  return lines.every((line) =>
    line.every((word, at) => {
      if (!overlaps(word, stretch)) return true;
      const before = line[at - 1];
      return before && overlaps(before, left) && letter.test(before.text) && letter.test(word.text);
    }),
  );
}

/**
 * The columns of a table: between them run gutters, in which no word of any row stands. A gutter may be one space wide,
 * as a space inside a cell is, and centred figures may leave one; so a column is only what begins apart from what is
 * left of it, in the head or on a line that fills both.
 */
export function columnsBetween(
  body: readonly (readonly Word[])[],
  head: readonly (readonly Word[])[],
): Stretch[] {
  const columns: Stretch[] = [];
  for (const stretch of covered(body.flat())) {
    const left = columns.at(-1);
    const begins = (word: Word): boolean =>
      word.apart && left !== undefined && word.from >= left.to && overlaps(word, stretch);
    const besides = body.filter((line) => left && line.some((word) => overlaps(word, left)));
    const shown =
      head.flat().some(begins) ||
      (left && !isSecondLetters(stretch, left, body) && besides.flat().some(begins));
    if (left && !shown) left.to = stretch.to;
    else columns.push({ ...stretch });
  }
  return columns;
}

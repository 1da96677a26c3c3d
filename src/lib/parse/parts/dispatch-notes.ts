import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Line } from '../../tree/types.ts';

/** A note below a document runs over at most so many lines, and no such gap. */
const noteLines = 4;
const partingGap = 2;

/** How many of the first lines after a covering text are notes below it: who else receives it, who printed it. */
export function dispatchLength(lines: readonly Line[], lexicon: Lexicon): number {
  let length = 0;
  for (;;) {
    const texts = lines.slice(length, length + noteLines).map(({ value }) => value);
    const opened = texts.findIndex((_, last) =>
      lexicon.opensDispatchNote(texts.slice(0, last + 1).join('')),
    );
    if (opened < 0) return length;
    const isApart = (at: number): boolean => (lines[at]?.data.gap ?? 0) >= partingGap;
    const ended = texts.findIndex(
      (text, at) => at >= opened && (/[。份发制]$/u.test(text) || isApart(length + at + 1)),
    );
    if (ended < 0 && texts.length < noteLines) return lines.length;
    length += Math.max(opened, ended) + 1;
  }
}

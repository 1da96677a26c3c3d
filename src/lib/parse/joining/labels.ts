import type { Lexicon } from '../../lexicon/lexicon.ts';
import { foldPunctuation } from '../../text/punctuation.ts';
import type { Line } from '../../tree/types.ts';

/** So many labels inside lines are no chance. */
const leastInside = 2;

const opening = /^(\p{Script=Han}{2,8})：/u;
const insideLine = /(?<=。)\p{Script=Han}{2,8}(?=：)/gu;

/** The label of a duty that a line opens with: 责任单位; undefined for none. */
export const labelOf = (text: string): string | undefined => opening.exec(text)?.[1];

/**
 * Labels of duties that run in with the text before them, as most of a notice's do: `…还款压力。责任单位：…`. One at the
 * head of a line may have come there by the width of the column alone.
 */
export function labelsRunningIn(lines: readonly Line[], lexicon: Lexicon): Set<string> {
  const texts = lines.map(({ value }) => foldPunctuation(value));
  const within = texts.flatMap((text) =>
    [...text.matchAll(insideLine)].flatMap(([label]) =>
      lexicon.opensDuty(`${label}：`) ? [label] : [],
    ),
  );
  const opens = texts.map(labelOf);
  const counts = (labels: readonly (string | undefined)[]): Map<string | undefined, number> => {
    const found = new Map<string | undefined, number>();
    for (const label of labels) found.set(label, (found.get(label) ?? 0) + 1);
    return found;
  };
  const [inLines, atHeads] = [counts(within), counts(opens)];
  return new Set(
    [...new Set(within)].filter((label) => {
      const inside = inLines.get(label) ?? 0;
      return inside >= leastInside && inside > (atHeads.get(label) ?? 0);
    }),
  );
}

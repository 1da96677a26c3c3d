import type { Lexicon } from '../../lexicon/lexicon.ts';
import { foldPunctuation } from '../../text/punctuation.ts';
import type { Line } from '../../tree/types.ts';

/** So many labels inside lines are no chance. */
const leastInside = 2;

const opening = /^(\p{Script=Han}{2,8})：/u;
const inside = /(?<=。)\p{Script=Han}{2,8}(?=：)/gu;

/** The label of a duty that a line opens with: 责任单位; undefined for none. */
export const labelOf = (text: string): string | undefined => opening.exec(text)?.[1];

/**
 * Labels of duties that run in with the text before them, as most of a notice's do: `…还款压力。责任单位：…`. One at the
 * head of a line may have come there by the width of the column alone.
 */
export function labelsRunningIn(lines: readonly Line[], lexicon: Lexicon): Set<string> {
  const texts = lines.map(({ value }) => foldPunctuation(value));
  const within = texts.flatMap((text) =>
    [...text.matchAll(inside)].flatMap(([label]) =>
      lexicon.opensDuty(`${label}：`) ? [label] : [],
    ),
  );
  const opens = texts.map(labelOf);
  const count = (labels: readonly (string | undefined)[], label: string): number =>
    labels.filter((other) => other === label).length;
  return new Set(
    within.filter(
      (label) => count(within, label) >= leastInside && count(within, label) > count(opens, label),
    ),
  );
}

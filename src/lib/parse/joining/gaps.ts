import { readMarker } from '../../text/markers.ts';
import { foldPunctuation } from '../../text/punctuation.ts';
import { widthOf } from '../../text/width.ts';
import type { Line } from '../../tree/types.ts';
import { terminal } from './signs.ts';

/** Fewer lines show nothing; shorter ones end a sentence or not as they like, in half-width columns. */
const least = { lines: 40, width: 36 };
/**
 * Of the breaks inside sentences so many may have a gap, by pages that end there; of numbered paragraphs, so many have.
 */
const shares = { inside: 0.03, numbered: 0.9 };

/**
 * Do gaps wider than others part the paragraphs of a text? They do where hardly a sentence is broken by one, and where
 * they stand before what is numbered.
 *
 * @returns the gap that parts nothing, in blank lines; null where gaps tell nothing
 */
export function usualGapOf(lines: readonly Line[]): number | null {
  const gaps = lines.map((line) => line.data.gap).sort((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 4)] ?? 0;
  const isParted = ({ data }: Line): boolean => data.gap > usual;
  const inside = lines.filter((line, at) => {
    const before = lines[at - 1];
    return (
      before !== undefined &&
      !line.data.opensPage &&
      widthOf(before.value) >= least.width &&
      !terminal.test(foldPunctuation(before.value)) &&
      readMarker(line.value) === null
    );
  });
  const numbered = lines.filter(({ value }) => readMarker(value) !== null);
  const parts =
    inside.length >= least.lines &&
    inside.filter(isParted).length <= inside.length * shares.inside &&
    numbered.filter(isParted).length >= numbered.length * shares.numbered &&
    lines.some(isParted);
  return parts ? usual : null;
}

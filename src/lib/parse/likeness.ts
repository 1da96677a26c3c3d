import { bare } from '../text/spaces.ts';

/** Zeros among Chinese numerals, as they are printed: 二○○○年, 二OO一年. */
const zeros = /(?<=[一二三四五六七八九])[○〇◯OＯo０0]+/gu;

/** A title without brackets, quotes, spaces and widths: two printings of one title compare equal. */
export function titleKey(title: string): string {
  return bare(title)
    .replace(zeros, (zero) => '〇'.repeat(zero.length))
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** How much two titles have in common: shared two-character pieces over all, from 0 to 1 (Dice). */
export function likeness(one: string, other: string): number {
  const pieces = (text: string): Map<string, number> => {
    const found = new Map<string, number>();
    const key = titleKey(text);
    for (let at = 0; at + 1 < key.length; at += 1) {
      const piece = key.slice(at, at + 2);
      found.set(piece, (found.get(piece) ?? 0) + 1);
    }
    return found;
  };
  const left = pieces(one);
  const right = pieces(other);
  const size = (pieceCounts: Map<string, number>): number =>
    [...pieceCounts.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const [piece, count] of left) shared += Math.min(count, right.get(piece) ?? 0);
  const all = size(left) + size(right);
  return all === 0 ? 0 : (2 * shared) / all;
}

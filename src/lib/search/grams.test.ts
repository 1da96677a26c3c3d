import { describe, expect, test } from 'vitest';
import { coverOf } from './grams.ts';

/** Names the grams of a cover as far as they reach for certain: 工作会@0, and `*` after the tail. */
function cover(fragment: string, split: readonly string[]): string[] {
  const chars = Array.from(fragment);
  const { whole, tail } = coverOf(chars, new Set(split));
  const nameFrom = (from: number): string => {
    const beginnings = chars
      .slice(from + 1)
      .map((_, i) => chars.slice(from, from + i + 2).join(''));
    return beginnings.find((gram) => !split.includes(gram)) ?? chars.slice(from).join('');
  };
  return [...whole, ...(tail === null ? [] : [tail])].map(
    (from) => `${nameFrom(from)}@${from}${from === tail ? '*' : ''}`,
  );
}

describe('coverOf', () => {
  test.each([
    ['甲乙', [], ['甲乙@0']],
    ['甲乙丙', [], ['甲乙@0', '乙丙@1']],
    ['甲乙丙丁', [], ['甲乙@0', '丙丁@2']],
    ['𠀀甲𠀀', [], ['𠀀甲@0', '甲𠀀@1']],
    ['甲乙丙丁', ['甲乙'], ['甲乙丙@0', '丙丁@2']], // a split gram takes one character more
    ['甲乙丙丁', ['甲乙', '甲乙丙'], ['甲乙丙丁@0']],
    ['甲乙丙丁', ['丙丁'], ['甲乙@0', '乙丙@1', '丙丁@2*']], // the end is split: its places are under it
    ['甲乙丙丁', ['丙丁', '乙丙'], ['甲乙@0', '乙丙丁@1']], // a longer gram reaches the end
    ['甲乙丙丁', ['乙丙', '丙丁', '乙丙丁'], ['甲乙@0', '乙丙丁@1*']],
  ])('%s, with %j split, is %j', (fragment, split, expected) => {
    expect(cover(fragment, split)).toEqual(expected);
  });
});

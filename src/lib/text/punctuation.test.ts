import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldPunctuation } from './punctuation.ts';

describe('foldPunctuation', () => {
  test.each([
    [
      '自2023年7月1日起施行,有效期至2028年6月30日。',
      '自2023年7月1日起施行，有效期至2028年6月30日。',
    ],
    ['各县(市、区):', '各县（市、区）：'],
    ['[2015]<甲>', '〔2015〕〈甲〉'],
    ['3.5%', '3.5%'],
  ])('makes %j %j', (text, folded) => {
    expect(foldPunctuation(text)).toBe(folded);
  });

  test('keeps the length of every text, so that places in it still hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(foldPunctuation(text)).toHaveLength(text.length);
      }),
    );
  });
});

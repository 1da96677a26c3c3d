import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthOf } from './width.ts';

describe('widthOf', () => {
  test.each([
    ['甲', 2],
    ['，', 2],
    ['“', 2], // one em in Chinese type
    ['—', 2],
    ['…', 2],
    ['①', 2],
    ['●', 2],
    ['Ａ', 2],
    ['％', 2],
    ['𠮷', 2], // outside the basic plane
    ['a', 1],
    ['%', 1],
    [',', 1],
    ['·', 1],
    ['\t', 1],
    ['\u3000', 2],
    ['2020年“十三五”', 4 + 2 + 2 + 6 + 2],
    ['', 0],
  ])('gives %j %d columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  test('adds up over pieces of a text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (one, other) => {
          expect(widthOf(one + other)).toBe(widthOf(one) + widthOf(other));
        },
      ),
    );
  });
});

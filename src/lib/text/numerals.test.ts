import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumeral } from './numerals.ts';

/** 2021 -> 二千零二十一. */
function withUnits(value: number): string {
  const signs = Array.from('零一二三四五六七八九');
  const units = ['', '十', '百', '千'];
  let text = '';
  let skipped = false;
  for (const [at, digit] of [...String(value)].entries()) {
    if (digit === '0') {
      skipped = true;
      continue;
    }
    if (skipped) text += '零';
    skipped = false;
    text += `${signs[Number(digit)] ?? ''}${units[String(value).length - at - 1] ?? ''}`;
  }
  return value >= 10 && value < 20 ? text.slice(1) : text;
}

describe('readNumeral', () => {
  test.each([
    ['42', 42],
    ['４２', 42],
    ['1 8', 18], // letter-spaced
    ['02', 2],
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['五十一', 51],
    ['一百二十', 120],
    ['一百零三', 103],
    ['三千四百零五', 3405],
    ['两百', 200],
    ['二〇二一', 2021],
    ['二○○八', 2008], // U+25CB, a circle
    ['二零二零', 2020],
    ['二OO八', 2008], // the letter O
    ['二ＯＯ八', 2008], // the same, full width
    ['二 〇 二 三', 2023],
  ])('reads %j as %d', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });

  test.each([
    '',
    ' ',
    '×', // a form to be filled in
    '甲',
    '3.5',
    '-1',
    '42a',
    '第3',
    '一万', // beyond 9999
    '一百甲',
    '廿',
    '壹',
  ])('reads no number in %j', (text) => {
    expect(readNumeral(text)).toBeNull();
  });

  test('reads every number up to 9999, with units and by digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(readNumeral(withUnits(value))).toBe(value);
        expect(
          readNumeral(
            String(value).replace(/\d/gu, (digit) => '〇一二三四五六七八九'.charAt(Number(digit))),
          ),
        ).toBe(value);
      }),
    );
  });
});

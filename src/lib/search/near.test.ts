import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnalyzer } from './analyze.ts';
import { nearestIn } from './near.ts';

const analyzer = createAnalyzer(new Map([['發', '发']]));

describe('nearestIn', () => {
  test.each([
    ['吴忠市财政局', '财证局', '财政局', 1], // a homophone
    ['关于生活垃圾分类的通知', '生活垃极分类', '生活垃圾分类', 1],
    ['关于生活垃圾分类的通知', '生活圾分类', '生活垃圾分类', 1], // left out
    ['关于生活垃圾分类的通知', '生活垃圾的分类', '生活垃圾分类', 1], // put in
    ['吴忠市财政局', '彩政局', '财政局', 1], // the first character too
    ['Education Bureau', 'educaton', 'Education', 1],
    ['《農村公路》發展', '村公路发展', '村公路》發展', 0], // as printed, marks and all
    ['吴忠市财政局', '教育局', null, 0],
    ['吴忠市财政局', '财证', null, 0], // too short
    ['', '财政局', null, 0],
  ])('in %s, %s is near to %s', (text, fragment, near, edits) => {
    expect(nearestIn(text, fragment, analyzer)).toEqual(
      near === null ? null : { text: near, edits },
    );
  });

  test('needs no more edits than were made to a stretch of the text', () => {
    const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), minLength: 8 });
    fc.assert(
      fc.property(word, word, word, fc.nat(7), (before, own, after, at) => {
        const slip = own.slice(0, at) + '戊' + own.slice(at + 1);
        const found = nearestIn(before + own + after, slip, analyzer);
        expect(found?.edits).toBe(1);
      }),
    );
  });
});

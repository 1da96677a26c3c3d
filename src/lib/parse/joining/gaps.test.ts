import { describe, expect, test } from 'vitest';
import { linesOf } from '../../tree/build.ts';
import { parseLines } from '../lines.ts';
import { usualGapOf } from './gaps.ts';

const sentence = [
  '各乡镇人民政府要切实加强组织领导，明确工作责任，细化工作措施',
  '，按照规定的时限完成各项任务，并且及时报送工作进展情况。',
];
const times = (count: number, lines: readonly string[]): string[] =>
  Array.from({ length: count }, () => lines).flat();
const usual = (lines: readonly string[]): number | null =>
  usualGapOf(linesOf(parseLines(lines.join('\n'))));

describe('usualGapOf', () => {
  test('knows blank lines that part paragraphs', () => {
    expect(usual(times(50, [...sentence, '']))).toBe(0);
    expect(usual(times(50, [...sentence.flatMap((line) => [line, '']), '']))).toBe(1);
  });

  test('learns nothing from blank lines that break sentences, nor where there are none', () => {
    expect(
      usual(
        times(
          50,
          sentence.flatMap((line) => [line, '']),
        ),
      ),
    ).toBeNull();
    expect(usual(times(50, sentence))).toBeNull();
    expect(
      usual([...times(50, [...sentence, '']), ...times(9, [sentence[0] ?? '', ''])]),
    ).toBeNull();
  });

  test('learns nothing where numbered paragraphs stand close', () => {
    const numbered = sentence.map((line, at) => (at === 0 ? `一、${line}` : line));
    expect(usual([...times(40, [...sentence, '']), ...times(20, numbered)])).toBeNull();
  });

  test('learns nothing from a few lines', () => {
    expect(usual(times(9, [...sentence, '']))).toBeNull();
  });
});

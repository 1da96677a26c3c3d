import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLines } from '../parse/lines.ts';
import { bare } from '../text/spaces.ts';
import { linesOf, span, splitLine, splitRun, textOf } from './build.ts';
import type { Furniture, Line } from './types.ts';

const linesIn = (text: string): Line[] => linesOf(parseLines(text));

describe('splitLine', () => {
  test.each([
    [8, ['吴忠市人民政府', '2023年5月8日']], // blanks at the cut belong to neither
    [7, ['吴忠市人民政府', '2023年5月8日']],
    [0, ['吴忠市人民政府 2023年5月8日']],
    [99, ['吴忠市人民政府 2023年5月8日']],
  ])('cuts before character %d', (at, pieces) => {
    const line = linesIn('\n  吴忠市人民政府 2023年5月8日')[0];
    expect(line && splitLine(line, at).map((piece) => piece.value)).toEqual(pieces);
  });

  test('gives each piece its place in the source', () => {
    const source = '甲\n  乙 丙丁 \n';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), (at) => {
        for (const piece of linesIn(source).flatMap((line) => splitLine(line, at))) {
          const { start, end } = span([piece]);
          expect(source.slice(start.offset, end.offset)).toBe(piece.value);
          expect(source.split('\n')[start.line - 1]?.slice(start.column - 1, end.column - 1)).toBe(
            piece.value,
          );
        }
      }),
    );
  });
});

describe('splitRun', () => {
  test('cuts the joined text of lines where it is told, and loses nothing', () => {
    fc.assert(
      fc.property(fc.nat({ max: 12 }), (length) => {
        const lines = linesIn('甲乙丙\n丁 戊己\n庚辛');
        const [before, after] = splitRun(lines, length);
        expect(bare(textOf(before))).toBe(bare('甲乙丙丁 戊己庚辛'.slice(0, length)));
        expect(bare(textOf([...before, ...after]))).toBe('甲乙丙丁戊己庚辛');
      }),
    );
  });

  test('leaves a running header on the side of the cut where it stands', () => {
    const [first, header, last] = linesIn('甲\n公报2020年第1期\n乙');
    if (!first || !header || !last) throw new Error('unexpected lines');
    const furniture: Furniture = {
      type: 'furniture',
      kind: 'running-header',
      children: [header],
      position: span([header]),
    };
    const run = [first, furniture, last];
    expect(splitRun(run, 1)).toEqual([[first], [furniture, last]]);
    expect(splitRun(run, 2)).toEqual([run, []]);
  });
});

describe('span', () => {
  test('throws where there is nothing to span', () => {
    expect(() => span([])).toThrow('unexpected empty run of nodes');
  });
});

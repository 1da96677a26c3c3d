import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { assertLaws } from '../tree/laws.ts';
import { parseLines } from './lines.ts';

const lines = (text: string) => parseLines(text).children.filter((node) => node.type === 'line');

describe('parseLines', () => {
  test('makes a leaf of each line that is not blank, blanks around it left out', () => {
    expect(lines('\n  甲 乙 \n\n\n\u3000\u3000丙')).toMatchObject([
      {
        type: 'line',
        value: '甲 乙',
        data: { indent: 2, gap: 1, opensPage: true },
        position: {
          start: { line: 2, column: 3, offset: 3 },
          end: { line: 2, column: 6, offset: 6 },
        },
      },
      {
        type: 'line',
        value: '丙',
        data: { indent: 4, gap: 2, opensPage: false },
        position: {
          start: { line: 5, column: 3, offset: 12 },
          end: { line: 5, column: 4, offset: 13 },
        },
      },
    ]);
  });

  test('keeps tabs at the edges of a row, for they are empty cells', () => {
    expect(lines('\t甲\t乙\t\n \t \n').map((line) => line.value)).toEqual(['\t甲\t乙\t']);
    expect(lines('甲\t1\n\t合计\t\n乙\t2').map((line) => line.value)).toEqual([
      '甲\t1',
      '\t合计\t',
      '乙\t2',
    ]);
  });

  test('takes a tab before any other line for an indent', () => {
    expect(
      lines('\t第一条\n\t1.\t甲。\n\t\t某县人民政府').map(({ value, data }) => [
        value,
        data.indent,
      ]),
    ).toEqual([
      ['第一条', 4],
      ['1.\t甲。', 4],
      ['某县人民政府', 8],
    ]);
  });

  test.each([
    ['\n', 'a line feed'],
    ['\r\n', 'a carriage return and a line feed'],
    ['\r', 'a carriage return'],
    ['\u2028', 'a line separator'],
    ['\u0085', 'a next line'],
  ])('ends lines at %j: %s', (sign) => {
    expect(lines(`甲${sign}乙`).map((line) => [line.value, line.position?.start.line])).toEqual([
      ['甲', 1],
      ['乙', 2],
    ]);
  });

  test('opens a page after a form feed', () => {
    expect(lines('甲\n\f乙\n丙').map((line) => line.data.opensPage)).toEqual([true, true, false]);
  });

  test.each(['', ' \n\t\n\u3000'])('fails on %j: a gazette holds text', (text) => {
    const file = new VFile(text);
    expect(() => parseLines(text, file)).toThrow('unexpected empty text, expected a gazette');
    expect(file.messages[0]).toMatchObject({
      fatal: true,
      ruleId: 'empty-text',
      source: 'gazette',
    });
  });

  test('keeps the laws on any text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...Array.from('甲a1 \t\r\n\f\u2028\u3000\ufeff\u200b𠮷')),
        }),
        (text) => {
          assertLaws(parseLines(text), text);
        },
      ),
    );
  });
});

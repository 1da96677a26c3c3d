import { describe, expect, test } from 'vitest';
import { lexicon } from '../../test-vocabulary.ts';
import { linesOf } from '../../tree/build.ts';
import { parseLines } from '../lines.ts';
import { brokenRows } from './broken-rows.ts';

/** Cells by row of the table that a text begins with, and its length in lines; null where it begins with none. */
function read(text: string): { rows: string[][]; length: number } | null {
  const found = brokenRows(linesOf(parseLines(text)), lexicon);
  if (!found) return null;
  const rows = found.table.children.flatMap((row) =>
    row.type === 'row'
      ? [
          row.children.map((cell) =>
            linesOf(cell)
              .map(({ value }) => value)
              .join('/'),
          ),
        ]
      : [],
  );
  return { rows, length: found.length };
}

const head = '序号\t名称\t数量\t备注';

describe('brokenRows', () => {
  test('puts cells with line breaks together again, up to the next serial number', () => {
    expect(read(`${head}\n1\t甲厂\n乙厂\t3\t无\n2\t丙厂\t4\t无\n以上。`)).toEqual({
      rows: [
        ['序号', '名称', '数量', '备注'],
        ['1', '甲厂/乙厂', '3', '无'],
        ['2', '丙厂', '4', '无'],
      ],
      length: 4,
    });
  });

  test('leaves whole tables to those who read them, and rows that do not fill their columns', () => {
    expect(read(`${head}\n1\t甲厂\t3\t无\n2\t丙厂\t4\t无`)).toBeNull();
    expect(read(`${head}\n1\t甲厂\n乙厂\t3\n2\t丙厂\t4\t无`)).toBeNull();
  });

  test.each([
    ['a gap', '2\t乙厂\t4\n\n\n联系人：张三\t电话：1'],
    ['a sentence', '2\t乙厂\t4\n请抓紧落实。\n联系人：张三\t电话：1'],
    ['a heading', '2\t乙厂\t4\n一、要求\n联系人：张三\t电话：1'],
  ])('takes no text below a row whose last cell is empty for a part of it: %s', (_, rest) => {
    expect(read(`${head}\n1\t甲厂\t3\t无\n${rest}`)).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { lexicon } from '../../test-vocabulary.ts';
import { linesOf } from '../../tree/build.ts';
import { parseLines } from '../lines.ts';
import { tornFigures } from './torn-figures.ts';

/** Cells by row, the head first, of the table that begins at a line; null where there is none. */
function rowsAt(at: number, ...lines: string[]): string[][] | null {
  const found = tornFigures(linesOf(parseLines(lines.join('\n'))), at, lexicon);
  return (
    found?.table.children.flatMap((row) =>
      row.type === 'row'
        ? [
            row.children.map((cell) =>
              linesOf(cell)
                .map((line) => line.value)
                .join(''),
            ),
          ]
        : [],
    ) ?? null
  );
}

const head = ['医疗机构', '级别', '起付标准', '（元）', '支付比例', '（%）'];
const rows = [
  '乡镇卫生院、社区卫',
  '生服务中心',
  '200',
  '90',
  '一级',
  '300',
  '85',
  '二级',
  '600',
  '80',
];

describe('tornFigures', () => {
  test('reads names on one line or more, each with as many figures', () => {
    expect(rowsAt(0, ...head, ...rows, '三、完善门诊保障机制。')).toEqual([
      ['医疗机构级别', '起付标准（元）', '支付比例（%）'],
      ['乡镇卫生院、社区卫生服务中心', '200', '90'],
      ['一级', '300', '85'],
      ['二级', '600', '80'],
    ]);
  });

  test('takes no caption for a part of the head', () => {
    expect(rowsAt(0, '住院待遇标准', ...head, ...rows)).toBeNull();
    expect(rowsAt(1, '住院待遇标准', ...head, ...rows)).toHaveLength(4);
  });

  test('makes none where figures are missing, or too few rows prove it, or the head names other columns', () => {
    expect(rowsAt(0, ...head, ...rows.slice(0, 7))).toBeNull();
    expect(rowsAt(0, ...head, ...rows.slice(0, -1))).toBeNull();
    expect(rowsAt(0, '医疗机构', '级别', '地址', ...rows)).toBeNull();
  });

  test('makes no table of names that all stand on two lines: they may be two columns', () => {
    const columns = ['牵头部门', '2019年', '2020年'];
    const two = [
      '政务服务',
      '政务办',
      '6',
      '12',
      '公共安全',
      '公安局',
      '4',
      '8',
      '医疗',
      '卫健委',
      '3',
      '7',
    ];
    expect(rowsAt(0, ...columns, ...two)).toBeNull();
  });
});

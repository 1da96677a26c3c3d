import { describe, expect, test } from 'vitest';
import { lexicon } from '../../test-vocabulary.ts';
import { linesOf } from '../../tree/build.ts';
import { parseLines } from '../lines.ts';
import { tornTable } from './torn.ts';

/** Cells by row, the head first, of the table that begins at a line; null where there is none. */
function rowsAt(at: number, ...lines: string[]): string[][] | null {
  const found = tornTable(linesOf(parseLines(lines.join('\n'))), at, lexicon);
  return (
    found?.table.children.flatMap((row) => {
      if (row.type !== 'row') return [];
      const cells = Array.from({ length: found.table.columns }, () => '');
      for (const cell of row.children) cells[cell.column] = linesOf(cell)[0]?.value ?? '';
      return [cells];
    }) ?? null
  );
}

const head = ['领域', '牵头部门', '2019年', '2020年'];
const rows = ['政务服务', '政务办', '6', '12', '公共安全', '公安局', '4', '8'];

describe('tornTable', () => {
  test('reads cells one a line that make rows in one way only, in columns it does not know too', () => {
    expect(rowsAt(0, ...head, ...rows, '三、保障措施')).toEqual([
      head,
      rows.slice(0, 4),
      rows.slice(4),
    ]);
  });

  test('sets totals under the columns of figures', () => {
    expect(rowsAt(0, ...head, ...rows, '合计', '10', '20')?.at(-1)).toEqual([
      '合计',
      '',
      '10',
      '20',
    ]);
    expect(rowsAt(0, ...head, ...rows, '合计', '10')).toBeNull();
  });

  test('takes no title for the first name of the head', () => {
    const lines = '名称 数量 去向 甲厂 3 南 乙厂 4 北 丙厂 5'.split(' ');
    expect(rowsAt(0, '任务表', ...lines)).toBeNull();
    expect(rowsAt(1, '任务表', ...lines, '东')?.[1]).toEqual(['甲厂', '3', '南']);
  });

  test('takes nothing for a head that another name would go on with', () => {
    const lines = '具体发放明细 名称 数量 备注 甲厂 3 无 乙厂 4 无 丙厂 7'.split(' ');
    expect(rowsAt(0, ...lines)).toBeNull();
  });

  test('knows totals by their name, not by where they stand', () => {
    expect(rowsAt(0, ...'名称 去向 数量 甲厂 南 8 乙厂 合计 9'.split(' '))).toBeNull();
    expect(rowsAt(0, ...'名称 去向 数量 甲厂 南 8 乙厂 北 9'.split(' '))).toHaveLength(3);
  });
});

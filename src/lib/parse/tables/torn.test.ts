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
    const names = ['乡镇', '线路', '车辆', '时限'];
    const lines = [
      '河口镇',
      '8',
      '64',
      '10月底',
      '高山乡',
      '5',
      '36',
      '11月底',
      '合计',
      '13',
      '100',
    ];
    expect(rowsAt(0, '改造任务表', ...names, ...lines)).toBeNull();
    expect(rowsAt(1, '改造任务表', ...names, ...lines)?.[1]).toEqual([
      '河口镇',
      '8',
      '64',
      '10月底',
    ]);
  });
});

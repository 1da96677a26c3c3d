import { describe, expect, test } from 'vitest';
import { chineseRuns } from './chinese-runs.ts';

/** Runs in one line, Chinese ones in square brackets. */
const cut = (text: string): string =>
  chineseRuns(text)
    .map((run) => (run.chinese ? `[${run.text}]` : run.text))
    .join('');

describe('chineseRuns', () => {
  test.each([
    ['', ''],
    ['Only English, 2019.', 'Only English, 2019.'],
    ['只有中文，没有别的。', '[只有中文，没有别的]。'],
    ['Try 教育 资金.', 'Try [教育 资金].'],
    ['A minus: 教育 -培训. With', 'A minus: [教育 -培训]. With'],
    ['养老 OR 托育', '[养老] OR [托育]'],
    ['written 吴利政办发 2019 51.', 'written [吴利政办发 2019 51].'],
    ['names 《2020年方案》, expected', 'names [《2020年方案》], expected'],
  ])('cuts %j', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  test('loses nothing', () => {
    const text = 'a 《利通区2020年》 b“乡村 振兴”c（一）';
    expect(
      chineseRuns(text)
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
  });
});

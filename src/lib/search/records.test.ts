import { describe, expect, test } from 'vitest';
import { bodyBlocks } from './records.ts';

/** Blocks as lines: kind, place, text. */
function printed(body: string): string[] {
  return bodyBlocks(body).map(({ kind, place, text }) => `${kind} ${place} ${text}`);
}

describe('bodyBlocks', () => {
  test('keeps a run-in heading and its paragraph together', () => {
    expect(printed('**（一）指导思想**。坚持人民至上。\n')).toEqual([
      'text 1 （一）指导思想。坚持人民至上。',
    ]);
  });

  test('counts places as the notice page does, headings included', () => {
    expect(printed('各部门：\n\n## 一、目标\n\n完成任务。\n')).toEqual([
      'text 1 各部门：',
      'heading 2 一、目标',
      'text 3 完成任务。',
    ]);
  });

  test('makes each cell of a table a block of its own, and leaves out empty ones', () => {
    expect(printed('| 序号 | 项目 |\n| --- | --- |\n| 1 | 道路 |\n| 2 |  |\n')).toEqual([
      'cell 1 序号',
      'cell 1 项目',
      'cell 1 1',
      'cell 1 道路',
      'cell 1 2',
    ]);
  });

  test('makes each line of a table that could not be rebuilt a block', () => {
    expect(printed('```table-lines\n序号  项目\n\n1  道路\n```\n')).toEqual([
      'cell 1 序号  项目',
      'cell 1 1  道路',
    ]);
  });

  test('reads escaped characters as printed', () => {
    expect(printed('1\\. 总则 \\*甲\\*\n')).toEqual(['text 1 1. 总则 *甲*']);
  });
});

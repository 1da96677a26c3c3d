import { describe, expect, test } from 'vitest';
import type { Notice } from '../schema/notice.ts';
import { bodyBlocks, withMeant } from './records.ts';

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

describe('withMeant', () => {
  const told = { reason: '漏字。', english: 'Missing.' };
  const meant = (body: string, lines: string[], corrections: Notice['corrections']) =>
    withMeant(bodyBlocks(body), { lines, corrections }).map(
      ({ kind, place, text }) => `${kind} ${place} ${text}`,
    );

  test('adds the clause as it should read, after the block that is misprinted', () => {
    expect(
      meant(
        '请办理。\n\n责任单位：区工业信息和商务局、水务局',
        ['3', '4-6'],
        [{ field: 'text', from: '信息和', to: '信息化和', line: 5, ...told }],
      ),
    ).toEqual([
      'text 1 请办理。',
      'text 2 责任单位：区工业信息和商务局、水务局',
      'text 2 区工业信息化和商务局〔更正〕',
    ]);
  });

  test('adds the words alone where lines of a torn table break them', () => {
    expect(
      meant(
        '```table-lines\n实施\n求是\n```',
        ['3-4'],
        [{ field: 'text', from: '实施求是', to: '实事求是', line: 3, ...told }],
      ),
    ).toEqual(['cell 1 实施', 'cell 1 实事求是〔更正〕', 'cell 1 求是']);
  });

  test('adds nothing for corrections of other kinds', () => {
    expect(
      meant('甲', ['3'], [{ field: 'title', from: '甲', to: '乙', line: 3, ...told }]),
    ).toEqual(['text 1 甲']);
  });
});

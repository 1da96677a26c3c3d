import { describe, expect, test } from 'vitest';
import { rowsOf } from './blocks.ts';
import { doubtCount, doubtMessage, shownDoubt } from './doubts.ts';
import { furnitureLines, lineHref, linesLabel, noticeAt } from './line-places.ts';
import { buildArchive } from './model.ts';
import { remarksOf } from './remarks.ts';
import { content, notice, reading } from './testing.ts';

const at = (startLine: number, endLine: number) => ({
  file: 'jia-2020-1.txt',
  startLine,
  endLine,
});

describe('rowsOf', () => {
  const rows = (startLine: number, endLine: number, body: string, lines: string[]) =>
    rowsOf({ ...notice('a', { source: at(startLine, endLine), lines }), body }).map(
      ({ first, last, numbers }) => [first, last, numbers.map(({ id }) => id).join()],
    );

  test('puts the head first, and lines without a block with the block before them', () => {
    expect(rows(2, 12, '甲\n\n## 乙\n\n丙', ['5', '7-8', '11'])).toEqual([
      [2, 4, ''],
      [5, 6, 'p-1'],
      [7, 10, 'h-2'],
      [11, 12, 'p-3'],
    ]);
  });

  test('keeps blocks that share a line in one row', () => {
    expect(rows(1, 9, '甲\n\n乙\n\n丙', ['2-4', '4-6', '8'])).toEqual([
      [1, 1, ''],
      [2, 7, 'p-1,p-2'],
      [8, 9, 'p-3'],
    ]);
  });

  test('has no head where the first line is a block, and shows every line once', () => {
    const found = rows(3, 9, '甲\n\n乙', ['3-4', '6']);
    expect(found).toEqual([
      [3, 5, 'p-1'],
      [6, 9, 'p-2'],
    ]);
  });
});

describe('places of lines', () => {
  const archive = buildArchive(content(notice('a', { source: at(3, 9) })));
  const gazette = archive.notice('a').gazette;

  test('a line of a notice is shown among its lines, any other among the gazette’s own', () => {
    expect(noticeAt(archive, gazette, 9)?.id).toBe('a');
    expect(noticeAt(archive, gazette, 10)).toBeNull();
    expect(lineHref(archive, 'zh', gazette, 3)).toBe('/zh/notices/a/source/#L3');
    expect(lineHref(archive, 'en', gazette, 2)).toBe('/en/gazettes/jia-2020-1/source/#L2');
    expect(linesLabel(archive, 'en', gazette, 3, 5).text).toBe('Source lines 3-5');
  });

  test('furniture is told line by line', () => {
    const runs = [{ kind: 'contents' as const, startLine: 2, endLine: 4, text: '目录' }];
    expect([...furnitureLines({ ...reading, furniture: runs }).keys()]).toEqual([2, 3, 4]);
  });

  test('a reason is left out where it says nothing of its own, and its code is told apart', () => {
    const said = (reason: string) =>
      shownDoubt(archive, 'en', gazette, { rule: 'rebuild-tables', line: 4, reason }).reason;
    expect(said('unexpected torn table, expected rows')).toBeNull();
    expect(said('unexpected `a`')?.map(({ code }) => code)).toEqual([false, true]);
  });

  test('a doubt has words in the reader’s language and the program’s own reason', () => {
    const doubt = { rule: 'rebuild-tables', line: 4, reason: 'unexpected 甲, expected rows' };
    const shown = shownDoubt(archive, 'zh', gazette, doubt);
    expect(shown.text).toBe('表格不能确切还原，照录原文各行。');
    expect(shown.reason?.flatMap(({ runs }) => runs).filter(({ chinese }) => chinese)).toEqual([
      { text: '甲', chinese: true },
    ]);
    expect(shown.place.href).toBe('/zh/notices/a/source/#L4');
    expect(doubtMessage('a-new-rule')).toBe('doubt.other');
    expect(doubtCount('en', [doubt])).toBe('1 doubt');
    expect(doubtCount('en', [])).toBeNull();
  });
});

describe('remarksOf', () => {
  const corrections = [
    { field: 'text', from: '应运', to: '应用', line: 4, reason: '错字。', english: 'Misprint.' },
    { field: 'date', from: null, to: '2020-01-02', line: null, reason: '原因', english: 'Why' },
  ];
  const notes = [{ line: 5, printed: '六类', text: '实列五类。', english: 'Five follow 六类.' }];
  const archive = buildArchive(content(notice('a', { source: at(3, 9), corrections, notes })));
  const said = (lang: 'zh' | 'en') => {
    const remarks = remarksOf(archive, lang, archive.notice('a'));
    return [...remarks.corrections, ...remarks.notes].map(({ text, reason }) =>
      [text, reason].map((runs) => runs.map((run) => run.text).join('')),
    );
  };

  test('tells each correction and note in the reader’s language', () => {
    expect(said('zh')).toEqual([
      ['原印“应运”，应为“应用”。', '错字。'],
      ['成文日期：原读作“无”，更正为“2020-01-02”。', '原因'],
      ['“六类”', '实列五类。'],
    ]);
    expect(said('en')).toEqual([
      ['Printed “应运”, meant “应用”.', 'Misprint.'],
      ['Date signed: read as “nothing”, corrected to “2020-01-02”.', 'Why'],
      ['“六类”', 'Five follow 六类.'],
    ]);
  });

  test('knows where in the text misprints and notes stand', () => {
    const remarks = remarksOf(archive, 'zh', archive.notice('a'));
    expect(remarks.corrections.map((own) => own.at)).toEqual([{ line: 4, words: '应运' }, null]);
    expect(remarks.notes.map(({ id, at: place }) => [id, place])).toEqual([
      ['note-1', { line: 5, words: '六类' }],
    ]);
  });
});

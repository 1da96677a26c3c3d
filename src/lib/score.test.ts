import { describe, expect, test } from 'vitest';
import { notice } from '../data/testing.ts';
import type { Labels } from './schema/labels.ts';
import type { Notice } from './schema/notice.ts';
import { changesSince, hitsOf, metrics, scoreGazette, tally, type Metric } from './score.ts';

const label: Labels['notices'][number] = {
  n: 1,
  startLine: 2,
  endLine: 6,
  title: '关于甲的通知',
  docNumber: null,
  docType: '通知',
  issuers: ['甲区人民政府'],
  addressees: '各乡镇，区直各部门',
  date: '2020-01-02',
  disclosure: null,
  section: '政府文件',
  attachments: ['甲方案'],
  effective: null,
  repeals: 0,
};
const right: Partial<Notice> = {
  addressees: ['各乡镇', '区直各部门'],
  date: '2020-01-02',
  section: '政府文件',
  attachments: [{ label: null, title: '甲 方案', line: 4 }],
  source: { file: 'jia-2020-1.txt', startLine: 2, endLine: 6 },
};
const samples: Labels['samples'] = { paragraphs: [], headings: [], tables: [] };
const lines = ['', '题', '文', '案', '', '末', '', '— 1 —', ''];

function score(
  differs: Partial<Notice>,
  body = '',
  own: Partial<Labels['samples']> = {},
  others: Partial<Notice>[] = [],
) {
  const read = [{ ...right, ...differs }, ...others].map((front, i) => ({
    data: notice(`a-${i}`, front).data,
    body,
  }));
  return scoreGazette(
    { notices: [label], samples: { ...samples, ...own } },
    { lines, furniture: [{ startLine: 8, endLine: 8 }], notices: read },
  );
}

const missesOf = (outcomes: ReturnType<typeof score>): Metric[] =>
  outcomes.filter(({ hit }) => !hit).map(({ metric }) => metric);

describe('scoreGazette', () => {
  test('finds nothing amiss where the reader agrees, spaces and list signs aside', () => {
    expect(missesOf(score({}))).toEqual([]);
  });

  test('counts every field that carries a label, once', () => {
    const fields = metrics.slice(0, metrics.indexOf('paragraphs'));
    expect(score({}).map(({ metric }) => metric)).toEqual(fields);
  });

  test.each([
    ['title', { title: '关于乙的通知' }],
    ['docNumber', { docNumber: '甲发〔2020〕1号' }],
    ['docType', { docType: null }],
    ['issuers', { issuers: [] }],
    ['addressees', { addressees: ['各乡镇'] }],
    ['date', { date: null }],
    ['disclosure', { disclosure: '此件公开发布' }],
    ['section', { section: null }],
    ['attachments', { attachments: [] }],
    ['effective', { effective: { from: '2020-01-03', until: null, text: '自…起施行' } }],
    ['repeals', { repeals: ['甲发〔2019〕1号'] }],
    ['ends', { source: { file: 'jia-2020-1.txt', startLine: 2, endLine: 4 } }],
  ] as const)('notices a wrong %s', (metric, differs) => {
    expect(missesOf(score({ ...differs } as Partial<Notice>))).toEqual([metric]);
  });

  test('counts blank lines and furniture to neither side', () => {
    const source = { file: 'jia-2020-1.txt', startLine: 1, endLine: 8 };
    expect(missesOf(score({ source }))).toEqual([]);
  });

  test('misses every field of a notice that does not begin where it should', () => {
    const source = { file: 'jia-2020-1.txt', startLine: 3, endLine: 6 };
    expect(missesOf(score({ source }))).toEqual(metrics.slice(0, metrics.indexOf('paragraphs')));
  });

  test('notices a notice that is cut in two', () => {
    const stray = { source: { file: 'jia-2020-1.txt', startLine: 4, endLine: 6 } };
    expect(missesOf(score({}, '', {}, [stray]))).toEqual(['whole']);
  });

  const body =
    '## 一、总则\n\n**（一）目的**。为了 甲。\n\n| 序号 | 名 称 | 数 |\n| - | - | - |\n| 1 | 甲 | 2 |';
  test.each([
    [{ paragraphs: [{ notice: 1, startLine: 3, text: '（一）目的。为了甲。' }] }, true],
    [{ paragraphs: [{ notice: 1, startLine: 3, text: '为了甲。' }] }, false],
    [{ paragraphs: [{ notice: 2, startLine: 3, text: '为了甲。' }] }, false],
    [{ headings: [{ notice: 1, line: 3, text: '一、总则', runIn: false }] }, true],
    [{ headings: [{ notice: 1, line: 3, text: '（一）目的', runIn: true }] }, true],
    [{ headings: [{ notice: 1, line: 3, text: '（一）目的', runIn: false }] }, false],
    [{ tables: [{ notice: 1, startLine: 3, rows: [['1', '', '2']] }] }, true],
    [{ tables: [{ notice: 1, startLine: 3, rows: [['名称', '序号']] }] }, false],
    [{ tables: [{ notice: 1, startLine: 3, rows: [['1'], ['2', '2']] }] }, false],
  ])('holds a sample against the text: %j', (own, hit) => {
    expect(score({}, body, own).at(-1)).toMatchObject({ hit });
  });
});

test('tally counts each metric in its order', () => {
  expect(tally(score({ title: '乙' })).slice(0, 4)).toEqual([
    { metric: 'starts', hit: 1, total: 1 },
    { metric: 'ends', hit: 1, total: 1 },
    { metric: 'whole', hit: 1, total: 1 },
    { metric: 'title', hit: 0, total: 1 },
  ]);
});

test('changesSince names what was gained and what was lost', () => {
  const accepted = { '001': hitsOf(score({ title: '乙' })) };
  const now = { '001': hitsOf(score({ date: null })) };
  expect(changesSince(accepted, now)).toEqual({
    gained: ['001 title 1'],
    lost: ['001 date 1'],
  });
});

import { describe, expect, test } from 'vitest';
import type { Notice } from '../lib/schema/notice.ts';
import { blockAt } from './blocks.ts';
import { buildArchive, groupBy, newestFirst, within, yearOf, type Content } from './model.ts';
import { jsonLd } from './notice-metadata.ts';

function notice(id: string, differs: Partial<Notice> = {}) {
  const gazette = differs.gazette ?? 'jia-2020-1';
  const data: Notice = {
    id,
    kind: 'notice',
    title: '关于甲的通知',
    docNumber: null,
    docType: '通知',
    issuers: [{ name: '甲区人民政府', id: 'jia' }],
    addressees: null,
    date: null,
    disclosure: null,
    gazette,
    section: null,
    attachments: [],
    effective: null,
    repeals: [],
    citations: [],
    source: { file: `${gazette}.txt`, startLine: 1, endLine: 9 },
    language: 'zh-Hans',
    lines: ['1'],
    evidence: {},
    doubts: [],
    corrections: [],
    ...differs,
  };
  return { file: `${id}.md`, id, data, body: '正文' };
}

function content(...notices: ReturnType<typeof notice>[]): Content {
  const gazette = (year: number, issue: number) => ({
    file: `jia-${year}-${issue}.yaml`,
    id: `jia-${year}-${issue}`,
    data: {
      name: '甲区人民政府公报',
      english: 'Gazette of Jia',
      publisher: 'jia',
      region: '100100',
      year,
      issue,
      totalIssue: null,
      publishedOn: null,
      sha256: '0'.repeat(64),
      origin: { zh: '甲', en: 'Jia' },
    },
  });
  const body = (id: string) => ({
    file: 'bodies.yaml',
    id,
    data: { id, zh: id, en: id, aliases: [], region: '100100' },
  });
  const region = (id: string, parent: string | null) => ({
    file: 'regions.yaml',
    id,
    data: { id, slug: `r${id}`, zh: id, en: id, parent },
  });
  return {
    notices,
    gazettes: [gazette(2020, 1), gazette(2021, 2), gazette(2021, 1)],
    bodies: [body('jia'), body('silent')],
    documentTypes: ['通知', '公告'].map((zh, i) => ({
      file: 'types.yaml',
      id: `t${i}`,
      data: { id: `t${i}`, zh, en: zh, statutory: true },
    })),
    regions: [region('100000', null), region('100100', '100000'), region('200000', null)],
  };
}

describe('buildArchive', () => {
  test('puts gazettes newest first and notices in printed order', () => {
    const at = (startLine: number) => ({ file: 'jia-2020-1.txt', startLine, endLine: startLine });
    const archive = buildArchive(
      content(
        notice('b', { source: at(5) }),
        notice('a', { source: at(2) }),
        notice('c', { gazette: 'jia-2021-1' }),
      ),
    );
    expect(archive.gazettes.map(({ id }) => id)).toEqual([
      'jia-2021-2',
      'jia-2021-1',
      'jia-2020-1',
    ]);
    expect(archive.notices.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  test('lists only bodies, types, years and regions that hold something', () => {
    const archive = buildArchive(content(notice('a')));
    expect(archive.departments.map(({ id }) => id)).toEqual(['jia']);
    expect(archive.types.map(({ zh }) => zh)).toEqual(['通知']);
    expect(archive.years).toEqual([2020]);
    expect(archive.regions.map(({ id }) => id)).toEqual(['100000', '100100']);
  });

  test('fails with file and field where an id names nothing', () => {
    expect(() => buildArchive(content(notice('a', { docType: '无' })))).toThrow(
      'a.md: docType: unexpected `无`',
    );
  });

  test('refuses to look up what it does not hold', () => {
    expect(() => buildArchive(content()).body('x')).toThrow('Unexpected body id `x`');
  });
});

test('newestFirst puts undated notices last', () => {
  const { notices } = buildArchive(
    content(notice('a'), notice('b', { date: '2020-01-02' }), notice('c', { date: '2020-03-01' })),
  );
  expect(newestFirst(notices).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});

test('yearOf takes the date before the gazette', () => {
  expect(yearOf({ date: '2019-12-30' }, { year: 2020 })).toBe(2019);
  expect(yearOf({ date: null }, { year: 2020 })).toBe(2020);
});

test('groupBy keeps keys in order of first appearance', () => {
  expect(groupBy(['b1', 'a1', 'b2'], (item) => item.charAt(0))).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
});

test('within follows a region up to those that hold it', () => {
  const archive = buildArchive(content());
  expect(within(archive, '100100', '100000')).toBe(true);
  expect(within(archive, '100100', '100100')).toBe(true);
  expect(within(archive, '100000', '100100')).toBe(false);
});

describe('blockAt', () => {
  const record = {
    ...notice('a', { lines: ['2', '4-6', '6-7', '9'] }),
    body: '甲\n\n乙\n\n## 丙\n\n丁',
  };
  test.each([
    [2, 'p-1'],
    [5, 'p-2'],
    [6, 'h-3'],
    [8, 'p-4'],
    [99, 'p-1'],
  ])('line %i is shown by %s', (line, id) => {
    expect(blockAt(record, line)).toBe(id);
  });
});

test('jsonLd stays data whatever a title holds, and calls personnel matters no law', () => {
  const [law, person] = buildArchive(
    content(
      notice('a', { title: '</script><script>' }),
      notice('b', {
        title: '关于甲同志任职的通知',
        source: { file: 'jia-2020-1.txt', startLine: 2, endLine: 3 },
      }),
    ),
  ).notices;
  expect(law && jsonLd(law, '/zh/')).toContain('"name":"\\u003c/script>\\u003cscript>"');
  expect(law && jsonLd(law, '/zh/')).toContain('"@type":"Legislation"');
  expect(person && jsonLd(person, '/zh/')).toContain('"@type":"DigitalDocument"');
});

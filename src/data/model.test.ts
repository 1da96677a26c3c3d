import { describe, expect, test } from 'vitest';
import { blockAt } from './blocks.ts';
import { buildArchive, groupBy, newestFirst, within, yearOf } from './model.ts';
import { jsonLd } from './notice-metadata.ts';
import { content, notice, reading } from './testing.ts';

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

  test('fails where a gazette has no reading, or one whose characters do not add up', () => {
    const whole = content();
    const [first, ...others] = whole.readings;
    expect(() => buildArchive({ ...whole, readings: others })).toThrow(
      'jia-2020-1.yaml: unexpected gazette without a reading',
    );
    const characters = { source: 12, notices: 10, furniture: 1 };
    const torn = { file: 'r.yaml', id: first?.id ?? '', data: { ...reading, characters } };
    expect(() => buildArchive({ ...whole, readings: [torn, ...others] })).toThrow(
      'r.yaml: characters: unexpected 10 + 1, expected 12',
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

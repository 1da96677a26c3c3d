import { describe, expect, test } from 'vitest';
import { narrow, type Narrowing } from './narrow.ts';

/** Four notices of two types and three years, the last undated. */
const catalog = {
  values: {
    department: [],
    named: [],
    type: ['decision', 'notice'],
    region: [],
    gazette: [],
    year: ['2019', '2021'],
  },
};
const row = (date: string | null, type: number, year: number) => ({
  date,
  facets: { department: [], named: [], type: [type], region: [], gazette: [], year: [year] },
});
const rows = [
  row('2019-05-29', 1, 0),
  row('2021-06-01', 1, 1),
  row('2021-12-31', 0, 1),
  row(null, 1, 0),
];
const anyRow = row(null, 0, 0);
const narrowed = (notices: number[], narrowing: Narrowing) =>
  narrow(notices, narrowing, catalog, (notice) => rows[notice] ?? anyRow);
const all = [0, 1, 2, 3];
const anyDay = { from: null, to: null };

describe('narrow', () => {
  test('keeps notices that have one of the values in every facet named', () => {
    const { notices } = narrowed(all, { filters: { type: ['notice'], year: ['2021'] }, ...anyDay });
    expect(notices).toEqual([1]);
    expect(narrowed(all, { filters: { year: ['2019', '2021'] }, ...anyDay }).notices).toEqual(all);
  });

  test('counts a facet as if it were not narrowed itself', () => {
    const { counts } = narrowed(all, { filters: { type: ['notice'] }, ...anyDay });
    expect(counts.type).toEqual([
      { value: 'notice', count: 3 },
      { value: 'decision', count: 1 },
    ]);
    expect(counts.year).toEqual([
      { value: '2019', count: 2 },
      { value: '2021', count: 1 },
    ]);
  });

  test('keeps a chosen value that no notice has any more', () => {
    const { counts } = narrowed([2], { filters: { type: ['notice'] }, ...anyDay });
    expect(counts.type).toContainEqual({ value: 'notice', count: 0 });
  });

  test('finds nothing for a value that does not exist', () => {
    expect(narrowed(all, { filters: { type: ['poem'] }, ...anyDay }).notices).toEqual([]);
  });

  test.each([
    ['2021', '2021', [1, 2]],
    ['2021-06-01', '2021-06', [1]],
    [null, '2019-05-28', []],
    ['2019-05-29', null, [0, 1, 2]],
  ])('from %s to %s leaves %j', (from, to, expected) => {
    expect(narrowed(all, { filters: {}, from, to }).notices).toEqual(expected);
  });
});

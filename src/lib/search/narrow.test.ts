import { describe, expect, test } from 'vitest';
import { narrow } from './narrow.ts';

/** Four notices of two types and three years, the last undated. */
const catalog = {
  dates: ['2019-05-29', '2021-06-01', '2021-12-31', null],
  values: {
    department: [],
    type: ['decision', 'notice'],
    region: [],
    gazette: [],
    year: ['2019', '2021'],
  },
  facets: {
    department: [],
    type: [[1], [1], [0], [1]],
    region: [],
    gazette: [],
    year: [[0], [1], [1], [0]],
  },
};
const all = [0, 1, 2, 3];
const anyDay = { from: null, to: null };

describe('narrow', () => {
  test('keeps notices that have one of the values in every facet named', () => {
    const { notices } = narrow(
      all,
      { filters: { type: ['notice'], year: ['2021'] }, ...anyDay },
      catalog,
    );
    expect(notices).toEqual([1]);
    expect(
      narrow(all, { filters: { year: ['2019', '2021'] }, ...anyDay }, catalog).notices,
    ).toEqual(all);
  });

  test('counts a facet as if it were not narrowed itself', () => {
    const { counts } = narrow(all, { filters: { type: ['notice'] }, ...anyDay }, catalog);
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
    const { counts } = narrow([2], { filters: { type: ['notice'] }, ...anyDay }, catalog);
    expect(counts.type).toContainEqual({ value: 'notice', count: 0 });
  });

  test('finds nothing for a value that does not exist', () => {
    expect(narrow(all, { filters: { type: ['poem'] }, ...anyDay }, catalog).notices).toEqual([]);
  });

  test.each([
    ['2021', '2021', [1, 2]],
    ['2021-06-01', '2021-06', [1]],
    [null, '2019-05-28', []],
    ['2019-05-29', null, [0, 1, 2]],
  ])('from %s to %s leaves %j', (from, to, expected) => {
    expect(narrow(all, { filters: {}, from, to }, catalog).notices).toEqual(expected);
  });
});

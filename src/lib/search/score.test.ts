import { describe, expect, test } from 'vitest';
import { regions } from './places.ts';
import { placeWorth, promoteNumber, rank } from './score.ts';

describe('placeWorth', () => {
  test('falls from title to number and issuer, to heading, to text', () => {
    const worths = Object.values(regions).map((place) => placeWorth(place, 2, 10));
    expect(worths).toEqual(worths.toSorted((a, b) => b - a));
    expect(new Set(worths).size).toBe(4);
  });

  test('is highest for a whole title, and higher the more of a title is asked for', () => {
    expect(placeWorth(0, 10, 10)).toBeGreaterThan(placeWorth(0, 9, 10));
    expect(placeWorth(2, 6, 10)).toBeGreaterThan(placeWorth(2, 3, 10));
  });
});

describe('rank', () => {
  const catalog = {
    ids: ['a', 'b', 'c', 'd'],
    dates: ['2020-01-01', '2021-01-01', null, '2019-01-01'],
    sizes: [10, 10, 10, 7],
  };
  const equal = new Map([0, 1, 2, 3].map((notice) => [notice, 1]));

  test('puts worth first, then the clearly shorter, then the newer, undated last', () => {
    expect(rank(equal, catalog, 'relevance')).toEqual([3, 1, 0, 2]);
    expect(rank(new Map([...equal, [2, 5]]), catalog, 'relevance')[0]).toBe(2);
  });

  test('sorts by date both ways and never loses the undated', () => {
    expect(rank(equal, catalog, 'newest')).toEqual([1, 0, 3, 2]);
    expect(rank(equal, catalog, 'oldest')).toEqual([3, 0, 1, 2]);
  });
});

test('promoteNumber puts the bearer of a number before better matches', () => {
  const scores = new Map([
    [0, 50],
    [1, 1],
  ]);
  const catalog = { numbers: [null, '吴政发〔2023〕21号'] };
  promoteNumber(scores, { code: '吴政发', year: '2023', serial: '21' }, catalog, (text) => text);
  expect(scores.get(1)).toBeGreaterThan(scores.get(0) ?? 0);
});

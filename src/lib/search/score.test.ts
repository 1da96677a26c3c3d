import { describe, expect, test } from 'vitest';
import { regions } from './places.ts';
import { matchWorth, rank } from './score.ts';

describe('matchWorth', () => {
  test('falls from title to number and issuer, to heading, to text', () => {
    const worths = regions.map((region) => matchWorth(region, 2, 10));
    expect(worths).toEqual(worths.toSorted((a, b) => b - a));
    expect(new Set(worths).size).toBe(4);
  });

  test('is highest for a whole title, and higher the more of a title is asked for', () => {
    expect(matchWorth('title', 10, 10)).toBeGreaterThan(matchWorth('title', 9, 10));
    expect(matchWorth('title', 6, 10)).toBeGreaterThan(matchWorth('title', 3, 10));
  });
});

describe('rank', () => {
  const rows = [
    { id: 'a', date: '2020-01-01', size: 10 },
    { id: 'b', date: '2021-01-01', size: 10 },
    { id: 'c', date: null, size: 10 },
    { id: 'd', date: '2019-01-01', size: 7 },
  ];
  const rowOf = (notice: number) => rows[notice] ?? { id: '', date: null, size: 0 };
  const equal = new Map([0, 1, 2, 3].map((notice) => [notice, 1]));

  test('puts worth first, then the clearly shorter, then the newer, undated last', () => {
    expect(rank(equal, rowOf, 'relevance')).toEqual([3, 1, 0, 2]);
    expect(rank(new Map([...equal, [2, 5]]), rowOf, 'relevance')[0]).toBe(2);
  });

  test('sorts by date both ways and never loses the undated', () => {
    expect(rank(equal, rowOf, 'newest')).toEqual([1, 0, 3, 2]);
    expect(rank(equal, rowOf, 'oldest')).toEqual([3, 0, 1, 2]);
  });
});

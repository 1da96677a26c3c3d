import { describe, expect, test } from 'vitest';
import { isAsking, isNarrowed, readState, withoutFilters, writeState } from './search-state.ts';

describe('the address', () => {
  test.each([
    '',
    '?q=%E6%95%99%E8%82%B2',
    '?q=a&department=litong-government&department=wuzhong-government&year=2021',
    '?q=a&sort=newest&from=2019-01-01&to=2020-12-31&show=30',
    '?type=notice',
  ])('%s is read and written back', (address) => {
    expect(writeState(readState(address))).toBe(address);
  });

  test.each([
    ['?sort=size', ''], // not an order
    ['?from=May', ''], // not a day
    ['?show=-1', ''],
    ['?show=1e9', '?show=500'], // more than a page should grow to
    ['?utm=1&q=a', '?q=a'],
  ])('%s means %s', (address, expected) => {
    expect(writeState(readState(address))).toBe(expected);
  });
});

test('a state asks for something by words or by filters, and is narrowed by filters only', () => {
  expect([isAsking(readState('')), isNarrowed(readState(''))]).toEqual([false, false]);
  expect([isAsking(readState('?q=a')), isNarrowed(readState('?q=a'))]).toEqual([true, false]);
  expect([isAsking(readState('?year=2021')), isNarrowed(readState('?year=2021'))]).toEqual([
    true,
    true,
  ]);
});

test('without filters keeps the words and the order', () => {
  const state = withoutFilters(readState('?q=a&year=2021&sort=oldest&show=40'));
  expect(writeState(state)).toBe('?q=a&sort=oldest');
});

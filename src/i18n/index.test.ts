import { describe, expect, test } from 'vitest';
import en from './en.json' with { type: 'json' };
import {
  counted,
  formatBytes,
  formatDate,
  formatNumber,
  message,
  otherLanguage,
  tagOf,
} from './index.ts';
import zh from './zh.json' with { type: 'json' };

describe('the dictionaries', () => {
  test('have the same keys in the same order', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  test('leave places for the same values', () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    const of = (dictionary: Record<string, string>) =>
      Object.entries(dictionary).map(([key, text]) => [key, places(text)]);
    expect(of(en)).toEqual(of(zh));
  });
});

describe('message', () => {
  test('fills its places', () => {
    expect(message('en', 'notice.lines', { from: '3', to: '9' })).toBe('lines 3–9');
    expect(message('zh', 'notice.lines', { from: '3', to: '9' })).toBe('第 3—9 行');
  });

  test('never reads a value as a place', () => {
    expect(message('zh', 'department.lead', { name: '{name}$&' })).toBe('{name}$&发出的文件');
  });

  test('refuses a place without a value', () => {
    expect(() => message('zh', 'notice.lines', { from: '3' })).toThrow('{to}');
  });
});

test.each([
  ['zh', 1, '1 篇文件'],
  ['zh', 90, '90 篇文件'],
  ['en', 0, '0 documents'],
  ['en', 1, '1 document'],
  ['en', 1234, '1,234 documents'],
] as const)('counted in %s: %i is %s', (lang, n, expected) => {
  expect(counted(lang, 'notices', n)).toBe(expected);
});

test.each([
  ['zh', '2019-05-29', '2019年5月29日'],
  ['zh', '2019-08', '2019年8月'],
  ['zh', '2019', '2019年'],
  ['en', '2019-05-29', '29 May 2019'],
  ['en', '2019-08', 'August 2019'],
  ['en', '2019', '2019'],
] as const)('formatDate in %s: %s is %s', (lang, date, expected) => {
  expect(formatDate(lang, date)).toBe(expected);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 KB'],
  [1440, '1.4 KB'],
  [387_468, '387 KB'],
  [1_437_972, '1.4 MB'],
])('formatBytes: %i is %s', (bytes, expected) => {
  expect(formatBytes('en', bytes)).toBe(expected);
});

test('languages have tags and each other', () => {
  expect([tagOf.zh, tagOf.en]).toEqual(['zh-Hans', 'en']);
  expect([otherLanguage('zh'), otherLanguage('en')]).toEqual(['en', 'zh']);
  expect(formatNumber('zh', 12345)).toBe('12,345');
});

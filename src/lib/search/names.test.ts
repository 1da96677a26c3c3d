import { describe, expect, test } from 'vitest';
import { createAnalyzer } from './analyze.ts';
import { namedBy, valuesOf, type Names } from './names.ts';

const { fold } = createAnalyzer(new Map([['發', '发']]));

const names: Names = {
  department: {
    office: ['吴忠市人民政府办公室', 'General Office of the People’s Government of Wuzhong City'],
    reform: ['吴忠市发展和改革委员会', 'Wuzhong Development and Reform Commission', '发改委'],
  },
  named: {},
  type: { notice: ['通知', 'Notice'], announcement: ['公告', 'Announcement'] },
  region: { '640300': ['吴忠市', 'Wuzhong City'] },
  gazette: {},
  year: { '2023': ['2023年', '2023'] },
};

describe('namedBy', () => {
  test.each([
    ['办公室', ['office']], // part of a Chinese name
    ['發改委', ['reform']], // a short form, traditional
    ['general office', ['office']],
    ['reform', ['reform']], // a word inside
    ['form', []], // not from the middle of a word
    ['announcements', ['announcement']], // plural
    ['wuzhong', ['office', 'reform', '640300']],
    ['2023', ['2023']],
    ['', []],
  ])('%s names %j', (query, expected) => {
    expect(namedBy(fold(query), names, fold).map(({ value }) => value)).toEqual(expected);
  });
});

describe('valuesOf', () => {
  test.each([
    ['notice', ['notice']],
    ['通知', ['notice']],
    ['NOTICE', ['notice']],
    ['发改委', ['reform']],
    ['诗', ['诗']],
  ])('%s means %j', (asked, expected) => {
    expect(valuesOf([asked], { ...names.type, ...names.department }, fold)).toEqual(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datesIn, endOfTerm, readDate, readTrailingDate, isMonth } from './dates.ts';

describe('readDate', () => {
  test.each([
    ['2019年5月28日', '2019-05-28'],
    ['2021 年 7月 30 日', '2021-07-30'],
    ['2020年 3 月 19 日', '2020-03-19'],
    ['2 0 2 1 年 7 月 3 0 日', '2021-07-30'],
    ['２０２１年７月３０日', '2021-07-30'],
    ['二○○八年三月五日', '2008-03-05'], // U+25CB, a circle
    ['二〇二一年十二月三十一日', '2021-12-31'], // U+3007
    ['二零二一年一月二十日', '2021-01-20'],
    ['二OO八年三月五日', '2008-03-05'], // the letter O
    ['二〇二一年十月十日', '2021-10-10'],
    ['2021年十月1日', '2021-10-01'],
    ['2021.7.30', '2021-07-30'],
    ['2021．7．30', '2021-07-30'],
    ['2021-07-30', '2021-07-30'],
    ['2021/7/30', '2021-07-30'],
    ['2020年2月29日', '2020-02-29'],
  ])('reads %j as %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  test.each([
    ['2021年2月29日', 'a day that this year lacks'],
    ['2021年4月31日', 'a day that this month lacks'],
    ['2021年13月1日', 'no month'],
    ['2021年0月1日', 'no month'],
    ['2021年5月0日', 'no day'],
    ['1899年1月1日', 'before gazettes'],
    ['2020年×月×日', 'a form to be filled in'],
    ['2020年1月', 'a month'],
    ['2021年7月30日印发', 'more than a date'],
    ['21年7月3日', 'a year of two digits'],
    ['2019年第4期', 'an issue'],
    ['0953-2666555', 'a telephone number'],
    ['3.5', 'a number'],
    ['', 'nothing'],
  ])('reads no date in %j: %s', (text) => {
    expect(readDate(text)).toBeNull();
  });

  test('reads every day of the calendar in Arabic and Chinese numerals, spaces anywhere', () => {
    const noon = { min: new Date('1900-01-01T12:00Z'), max: new Date('2999-12-31T12:00Z') };
    const signs = Array.from('〇一二三四五六七八九');
    const chinese = (value: number): string =>
      value < 10
        ? (signs[value] ?? '')
        : `${value < 20 ? '' : (signs[Math.floor(value / 10)] ?? '')}十${value % 10 === 0 ? '' : (signs[value % 10] ?? '')}`;
    fc.assert(
      fc.property(fc.date({ ...noon, noInvalidDate: true }), fc.nat(), (moment, seed) => {
        const [year, month, day] = [
          moment.getUTCFullYear(),
          moment.getUTCMonth() + 1,
          moment.getUTCDate(),
        ];
        const iso = moment.toISOString().slice(0, 10);
        const arabic = `${year}年${month}月${day}日`;
        const at = seed % arabic.length;
        expect(readDate(arabic)).toBe(iso);
        expect(readDate(`${arabic.slice(0, at)} ${arabic.slice(at)}`)).toBe(iso);
        const positional = [...String(year)].map((digit) => signs[Number(digit)]).join('');
        expect(readDate(`${positional}年${chinese(month)}月${chinese(day)}日`)).toBe(iso);
      }),
    );
  });
});

describe('readTrailingDate', () => {
  test.each([
    ['吴忠市人民政府 2023年5月8日', { date: '2023-05-08', at: 8 }],
    ['某局二○○八年三月五日 ', { date: '2008-03-05', at: 2 }],
    ['2023 年 6 月 22 日', { date: '2023-06-22', at: 0 }],
  ])('finds where the date at the end of %j begins', (text, found) => {
    expect(readTrailingDate(text)).toEqual(found);
  });

  test.each(['2023年5月8日印发', '2023年5月', '某局2023年2月30日', '某局'])(
    'finds no date at the end of %j',
    (text) => {
      expect(readTrailingDate(text)).toBeNull();
    },
  );
});

describe('datesIn', () => {
  test('finds all days of a text in order, each with its place, impossible days left out', () => {
    const text = '自2023年7月1日起施行,有效期至2028 年 6月30日。2021年2月30日 二〇二〇年一月二日';
    expect(datesIn(text).map(({ date, at, end }) => [date, text.slice(at, end)])).toEqual([
      ['2023-07-01', '2023年7月1日'],
      ['2028-06-30', '2028 年 6月30日'],
      ['2020-01-02', '二〇二〇年一月二日'],
    ]);
  });

  test('finds none where only years, months and terms stand', () => {
    expect(datesIn('2020年起至2025年，12月底前，有效期5年')).toEqual([]);
  });
});

describe('endOfTerm', () => {
  test.each([
    ['2023-07-01', 5, '2028-06-30'],
    ['2021-01-01', 1, '2021-12-31'],
    ['2020-03-01', 1, '2021-02-28'],
    ['2019-03-01', 1, '2020-02-29'],
  ])('a term that begins on %s and lasts %d years ends on %s', (from, years, until) => {
    expect(endOfTerm(from, years)).toBe(until);
  });
});

describe('isMonth', () => {
  test('knows a month alone on its line, and no day or span', () => {
    expect(['十月', '10 月', '2013年10月', '八月份'].map(isMonth)).not.toContain(false);
    expect(['10月9日', '10—12月', '本月', '10个月'].map(isMonth)).not.toContain(true);
  });
});

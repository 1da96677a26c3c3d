import { describe, expect, test } from 'vitest';
import { isNumber, readNumber } from './number.ts';

describe('readNumber', () => {
  test.each([
    ['吴政发〔2023〕21号', '吴政发', '2023', '21'], // as printed
    ['吴政发[2023]21号', '吴政发', '2023', '21'], // brackets of a keyboard
    ['吴政发（2023）21', '吴政发', '2023', '21'], // full width, no 号
    ['吴政发 2023 21', '吴政发', '2023', '21'], // spaces
    ['吴政发202321号', '吴政发', '2023', '21'], // nothing between
    ['吴政发２０２３－２１', '吴政发', '2023', '21'], // full-width digits, a dash
    ['吴政发〔2023〕第021号', '吴政发', '2023', '21'], // 第, zeros before
    ['吴政通字2023年20号', '吴政通字', '2023', '20'], // a code that ends in 字
    ['2023 21', null, '2023', '21'],
    ['21号', null, null, '21'],
    ['吴政发21号', '吴政发', null, '21'],
  ])('reads %s', (query, code, year, serial) => {
    expect(readNumber(query)).toEqual({ code, year, serial });
  });

  test.each(['吴政发', '2023', '21', '教育 2023', '第3条', '5月29日', '2023年', ''])(
    'takes %j for no number',
    (query) => {
      expect(readNumber(query)).toBeNull();
    },
  );
});

describe('isNumber', () => {
  const fold = (text: string): string => text;
  test.each([
    ['吴政发〔2023〕21号', '吴政发 2023 21', true],
    ['吴政发〔2023〕21号', '21号', true],
    ['吴政办发〔2023〕21号', '吴政发 2023 21', false], // another code
    ['吴政发〔2023〕121号', '21号', false], // another serial
    ['吴政发〔2022〕21号', '2023 21', false], // another year
    ['银川市人民政府令第12号', '人民政府令第12号', true], // an order
    ['吴政发〔２０２３〕２１号', '吴政发 2023 21', true], // printed in full width
    ['吴政通字〔2023〕20号', '吴政通字2023年20号', true],
    ['吴政通字〔2023〕20号', '吴政通〔2023〕20号', true], // 字 left out
    ['吴政发〔2023〕05号', '吴政发 2023 5', true], // printed with a zero
    ['吴政发〔2023〕第6号', '吴政发 2023 6', true],
    ['2018年第6号', '2018年第6号', true], // counted by year alone
  ])('%s is asked for by %s: %s', (docNumber, query, expected) => {
    const wanted = readNumber(query);
    expect(wanted !== null && isNumber(docNumber, wanted, fold)).toBe(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docNumbersIn, readCodelessNumber, readDocNumber, spellingsOf } from './doc-number.ts';

describe('readDocNumber', () => {
  test.each([
    ['吴利政办发〔2020〕2 号', '吴利政办发〔2020〕2号'],
    ['石大党办综〔2021〕44 号', '石大党办综〔2021〕44号'],
    ['吴政通字[2023]15号', '吴政通字〔2023〕15号'],
    ['吴利政办发【２０２０】２号', '吴利政办发〔2020〕2号'],
    ['吴利政办发（2020）2号', '吴利政办发〔2020〕2号'],
    ['吴利政办发﹝2020﹞2号', '吴利政办发〔2020〕2号'],
    ['吴利政办发〖2020〗2号', '吴利政办发〔2020〕2号'],
    ['吴利政办发〔2020〕第2号', '吴利政办发〔2020〕2号'],
    ['吴利政办发〔2020〕02号', '吴利政办发〔2020〕2号'],
    ['吴 利 政 办 发 〔 2 0 2 0 〕 2 号', '吴利政办发〔2020〕2号'],
    ['(吴政发〔2015〕53号)', '吴政发〔2015〕53号'],
    ['宁财（资环）指标〔2021〕309 号', '宁财（资环）指标〔2021〕309号'],
    ['第12号', '第12号'],
    ['（第 12 号）', '第12号'],
    ['银川市人民政府令第 3 号', '银川市人民政府令第3号'],
    ['宁夏回族自治区人民政府令第一百二十号', '宁夏回族自治区人民政府令第120号'],
    ['中华人民共和国主席令（第七十号）', '中华人民共和国主席令第70号'],
  ])('reads %j as %s', (text, number) => {
    expect(readDocNumber(text)?.text).toBe(number);
  });

  test.each([
    ['××〔2020〕×号', 'a form to be filled in'],
    ['第 ××号建议的答复', 'a form to be filled in'],
    ['1 第1号', 'a row of a list'],
    ['2020年1月', 'a month'],
    ['2019年第4期', 'an issue'],
    ['〔2020〕2号', 'no code'],
    ['吴利政办发〔2020〕2', 'cut off'],
    ['吴利政办发〔20〕2号', 'no year'],
    ['吴利政办发2020〕2号', 'no bracket'],
    ['吴利政办发〔2020〕12345号', 'too long a serial'],
    ['根据吴利政办发〔2020〕2号文件', 'more than a number'],
    ['新出管字〔2019〕第31083号', 'a licence to print'],
    ['', 'nothing'],
  ])('reads no number in %j: %s', (text) => {
    expect(readDocNumber(text)).toBeNull();
  });

  test('parts code, year and serial', () => {
    expect(readDocNumber('石大政办发〔2021〕61 号')).toEqual({
      code: '石大政办发',
      year: 2021,
      serial: 61,
      text: '石大政办发〔2021〕61号',
    });
    expect(readDocNumber('第12号')).toEqual({ code: '', year: null, serial: 12, text: '第12号' });
  });

  test('reads what it wrote, whatever the code, bracket and spacing', () => {
    const part = fc.record({
      code: fc
        .array(fc.constantFrom(...Array.from('吴利石大宁政党办综发函通字规')), {
          minLength: 1,
          maxLength: 8,
        })
        .map((signs) => signs.join('')),
      bracket: fc.constantFrom('〔〕', '[]', '（）', '()', '【】', '﹝﹞', '［］'),
      year: fc.integer({ min: 1949, max: 2099 }),
      serial: fc.integer({ min: 1, max: 9999 }),
      space: fc.constantFrom('', ' ', '\u3000'),
    });
    fc.assert(
      fc.property(part, ({ code, bracket, year, serial, space }) => {
        const printed = `${code}${bracket.charAt(0)}${year}${bracket.charAt(1)}${space}${serial}${space}号`;
        const number = readDocNumber(printed);
        expect(number).toMatchObject({ code, year, serial });
        expect(readDocNumber(number?.text ?? '')).toEqual(number);
      }),
    );
  });
});

describe('docNumbersIn', () => {
  test.each([
    ['的指导意见》（国发〔2018〕42 号）、', ['国发〔2018〕42号']],
    ['的若干意见》(宁党发〔2023〕4号)要求,', ['宁党发〔2023〕4号']],
    [
      '(吴政发[2015]53号)、(吴政发[2009]119号)同时废止',
      ['吴政发〔2015〕53号', '吴政发〔2009〕119号'],
    ],
    ['吴政规发〔2020〕1号及吴政规发〔2020〕2号', ['吴政规发〔2020〕1号', '吴政规发〔2020〕2号']],
    ['根据宁党发〔2023〕4号和吴党发〔2018〕95号要求', ['宁党发〔2023〕4号', '吴党发〔2018〕95号']],
    ['的通知》（宁财（资环）指标〔2021〕309 号）要求', ['宁财（资环）指标〔2021〕309号']],
  ])('finds the numbers in %j', (text, numbers) => {
    expect(docNumbersIn(text).map((number) => number.text)).toEqual(numbers);
  });

  test.each([
    '××〔2020〕×号',
    '2020年1月',
    '1 第1号 关于继续加大老旧小区改造力度的议案',
    '电话：(0953)2666555',
    '刊号：2019第31083号',
    '344国道',
  ])('finds none in %j', (text) => {
    expect(docNumbersIn(text)).toEqual([]);
  });

  test('gives each number its place in the text', () => {
    const text = '《关于甲的通知》（国发〔2018〕42 号）精神';
    const [number] = docNumbersIn(text);
    expect(text.slice(number?.at, number?.end)).toBe('国发〔2018〕42 号');
  });
});

describe('spellingsOf', () => {
  test('gives the brackets of all keyboards, and none', () => {
    expect(spellingsOf('吴政发〔2023〕21号')).toEqual([
      '吴政发〔2023〕21号',
      '吴政发[2023]21号',
      '吴政发(2023)21号',
      '吴政发（2023）21号',
      '吴政发2023年21号',
      '吴政发2023-21',
      '吴政发 2023 21',
    ]);
  });

  test('begins with the normal form, whatever is printed', () => {
    expect(spellingsOf('吴政发［２０２３］２１号')[0]).toBe('吴政发〔2023〕21号');
  });

  test('gives a number without a code or a year as it is', () => {
    expect(spellingsOf('第12号')).toEqual(['第12号']);
    expect(spellingsOf('某市人民政府令第3号')).toEqual(['某市人民政府令第3号']);
  });
});

describe('readCodelessNumber', () => {
  test('reads a year and a serial without a code, and nothing else', () => {
    expect(readCodelessNumber('〔2013〕6号')).toMatchObject({ code: '', year: 2013, serial: 6 });
    expect(readCodelessNumber('某政发〔2013〕6号')).toBeNull();
    expect(readCodelessNumber('〔2013〕6号文件')).toBeNull();
  });
});

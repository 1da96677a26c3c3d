import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonal, mask, type MaskOptions } from './mask.ts';
import { isCardNumber, isIdentityNumber, isOldIdentityNumber } from './numbers.ts';

/** Made-up numbers with right check characters. */
const identity = '64030219900307123X'.slice(0, 17);
const identityNumber =
  Array.from('0123456789X')
    .map((last) => identity + last)
    .find(isIdentityNumber) ?? '';
const card =
  Array.from('0123456789')
    .map((last) => `622202100100123456${last}`)
    .find(isCardNumber) ?? '';

describe('mask', () => {
  test.each<[string, string, MaskOptions?]>([
    ['联系电话: 18169137089', '联系电话: 181****7089'],
    ['马芳 0953-3666570 13895150101', '马芳 0953-3666570 138****0101'],
    ['2022822，18695319516）', '2022822，186****9516）'],
    ['13895150101,18408409770', '138****0101,184****9770'],
    ['2022822/18695319516', '2022822/186****9516'],
    ['电话：１３８９５１５０１０１', '电话：１３８****０１０１'],
    ['手机138 9515 0101', '手机138 **** 0101'],
    ['138-9515-0101', '138-****-0101'],
    ['联系人张三 138 95150101', '联系人张三 138 ****0101'],
    ['电话1389515 0101', '电话138**** 0101'],
    ['电话 1 3 8 9 5 1 5 0 1 0 1', '电话 1 3 8 * * * * 0 1 0 1'],
    ['+8613895150101', '+86138****0101'],
    ['+86 13895150101', '+86 138****0101'],
    ['008613895150101', '0086138****0101'],
    ['Tel13895150101', 'Tel138****0101'],
    ['13895150101@163.com', '138****0101@163.com'],
    ['张三 138 9515 0101', '张三 138 **** 0101', { about: '姓名 联系电话' }],
    ['138 9515 0101（张三）', '138 **** 0101（张三）', { before: '联系电话：' }],
    [`身份证号：${identityNumber}。`, `身份证号：64*************${identityNumber.slice(-3)}。`],
    ['（350204198803071239）', '（350204198803071239）'],
    ['身份证640302700307123', '身份证64**********123'],
    [`开户行账号：${card}`, `开户行账号：***************${card.slice(-4)}`],
    [
      `卡号 6222 0210 0100 1234 56${card.slice(-1)}`,
      `卡号 **** **** **** ***4 56${card.slice(-1)}`,
    ],
    [card, `***************${card.slice(-4)}`, { about: '姓名 银行卡号' }],
    // A point between two personal numbers parts them, and is no decimal point.
    ['13895150101．6222021001001234563账号', '138****0101．***************4563账号'],
    ['13895150101．18695319516', '138****0101．186****9516'],
  ])('%j becomes %j', (text, expected, options = {}) => {
    expect(mask(text, options).text).toBe(expected);
  });

  test.each<[string, MaskOptions?]>([
    // Telephones of offices.
    ['0953-2135368、0953—2135893'],
    ['电话 0953 2135368'],
    ['12345'],
    ['400-123-4567'],
    ['010-13812345'],
    // Dates and document numbers.
    ['2020年1月20日'],
    ['2021-08-10 2021-10-10'],
    ['吴利政办发〔2020〕13号'],
    ['1990-1999 2000-2009'],
    ['2019-640302-47-03-012345'],
    // Amounts and measures.
    ['总投资13895150101元'],
    ['13895150101.50'],
    ['3.13895150101'],
    ['1,389,515,010.10'],
    ['13,895,150,101'],
    ['¥13895150101'],
    ['补助资金 13895150101 元'],
    ['面积15000002000平方米'],
    ['合计15812345678'],
    ['地区 158 2034 1999 33'],
    ['吴忠市 158 2034 1999'],
    ['158 2034 1999'],
    ['1 3 8 9 5 1 5 0 1 0 1 名'],
    // Codes.
    ['统一社会信用代码91640300MA13812345'],
    ['统一社会信用代码：12640302454012345X'],
    ['916403021381234567'],
    [`统一社会信用代码 ${identityNumber}`],
    ['纳税人识别号640302700307123'],
    ['项目代码：13812345678'],
    ['MA13812345678'],
    ['X13812345678Y'],
    ['编号 13812345678'],
    // Not valid: month 13, wrong check character, wrong province.
    ['640302701307123'],
    [identity + (identityNumber.endsWith('X') ? '1' : 'X')],
    ['990302700307123'],
    // A card's digits without a word that says so, and an account that is none by Luhn's rule.
    [card],
    ['账号：6222021001001234561'.replace(/.$/u, card.endsWith('1') ? '2' : '1')],
    // Masked already.
    ['138****0101'],
    // E-mail.
    ['jieshuiban507@163.com'],
    ['ltqzhzfj13812345678@163.com'],
    // Offices' own.
    ['电话18695319516', { allowed: new Set(['18695319516']) }],
    ['电话186-9531-9516', { allowed: new Set(['18695319516']) }],
  ])('leaves %j', (text, options = {}) => {
    expect(mask(text, options)).toEqual({ text, found: [] });
  });

  test('says what it found, and where', () => {
    expect(findPersonal(`张三，${identityNumber}，13895150101`)).toEqual([
      { kind: 'identity-card', start: 3, end: 21 },
      { kind: 'mobile', start: 22, end: 33 },
    ]);
  });
});

describe('numbers', () => {
  test('the example of GB 11643 is valid, and none with another check character', () => {
    expect(
      Array.from('0123456789X').filter((last) => isIdentityNumber(`11010519491231002${last}`)),
    ).toEqual(['X']);
  });
  test('a day that no calendar has is no day of birth', () => {
    expect(isOldIdentityNumber('640302700229123')).toBe(false);
    expect(isOldIdentityNumber('640302720229123')).toBe(true);
  });
});

describe('masking any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '138',
      '9515',
      '0101',
      '13895150101',
      identityNumber,
      card,
      ' ',
      '-',
      '*',
      'X',
      '电话',
      '账号',
      '，',
      '86',
      '元',
      '．',
    ),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789 -*Xx１３９')), maxLength: 12 }),
    fc.string({ maxLength: 6 }),
  );
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

  test('twice is once; only digits and check characters change, into stars', () => {
    fc.assert(
      fc.property(text, (value) => {
        const once = mask(value).text;
        expect(mask(once).text).toBe(once);
        expect(once.length).toBe(value.length);
        for (const [at, unit] of Array.from({ length: once.length }, (_, n) =>
          once.charAt(n),
        ).entries())
          if (unit !== value[at])
            expect([unit, /[\dXx０-９Ｘｘ]/u.test(value.charAt(at))]).toEqual(['*', true]);
      }),
      { numRuns: 2000 },
    );
  });
});

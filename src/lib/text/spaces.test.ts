import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bare, dropLayoutSpaces, joinSpaced, wordsOf } from './spaces.ts';

const awkward = fc.string({
  unit: fc.constantFrom(...Array.from('甲乙a1 \t\u3000，。“”《（)·-0'), 'GDP', '110kv', '𠮷'),
});

describe('dropLayoutSpaces', () => {
  test.each([
    ['2021 年 7月 30 日', '2021年7月30日'],
    ['实行 AB 岗', '实行AB岗'],
    ['各乡镇、 区直各部门', '各乡镇、区直各部门'],
    ['吴忠城南 110kv 输变电工程', '吴忠城南110kv输变电工程'],
    ['目 录', '目录'],
    ['邵\u3000锋', '邵锋'],
    ['“ 放管服 ”改革', '“放管服”改革'],
    ['《甲 》 （试行）', '《甲》（试行）'],
    ['增长 5 %', '增长5%'],
    ['PM 2.5', 'PM2.5'],
    ['  甲\t', '甲'],
    ['马 芳 0953-3666570 138****0101', '马芳0953-3666570 138****0101'], // two telephone numbers
    ['0953-3666570  \u30000953-3666571', '0953-3666570 0953-3666571'],
    ['共 12 345 元', '共12345元'],
    ['Pagefind Node API', 'Pagefind Node API'], // between Latin words a space is a letter
    ['实行 E and F 岗', '实行E and F岗'],
  ])('makes %j %j', (text, printed) => {
    expect(dropLayoutSpaces(text)).toBe(printed);
  });

  test('takes away nothing but spaces, and all at once', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        const printed = dropLayoutSpaces(text);
        expect(bare(printed)).toBe(bare(text));
        expect(dropLayoutSpaces(printed)).toBe(printed);
      }),
    );
  });
});

describe('joinSpaced', () => {
  test.each([
    ['水利部    公 安 部    财 政 部', '水利部    公安部    财政部'],
    ['公　安　部　　　财　政　部', '公安部　　　财政部'],
    ['主 任 王 伟', '主任王伟'],
    ['财政局 水务局', '财政局 水务局'],
    ['', ''],
  ])('makes %j %j', (text, words) => {
    expect(joinSpaced(text)).toBe(words);
  });
});

describe('bare', () => {
  test.each([
    [' 目\u3000录\t', '目录'],
    ['\ufeff目\u200b录\r\n', '目录'],
    ['\f', ''],
  ])('makes %j %j', (text, plain) => {
    expect(bare(text)).toBe(plain);
  });
});

describe('wordsOf', () => {
  test('parts names that layout joins on one line', () => {
    expect(wordsOf(' 吴忠市委\u3000 人民政府 ')).toEqual(['吴忠市委', '人民政府']);
    expect(wordsOf('  ')).toEqual([]);
  });
});

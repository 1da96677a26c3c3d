import { describe, expect, test } from 'vitest';
import { markerKinds, rankOf, readMarker } from './markers.ts';

describe('readMarker', () => {
  test.each([
    ['第一编 总则', 'volume', 1, 3],
    ['第一章 总 则', 'chapter', 1, 3],
    ['第 二十 章', 'chapter', 20, 6],
    ['第3章 附则', 'chapter', 3, 3],
    ['第三节', 'section', 3, 3],
    ['第五十一条 本办法自2023年7月1日起施行', 'article', 51, 5],
    ['第一条“四权”', 'article', 1, 3],
    ['一、总体要求', 'first', 1, 2],
    ['一 、总体要求', 'first', 1, 3],
    ['二十一、附则', 'first', 21, 4],
    ['（一）指导思想。', 'second', 1, 3],
    ['(二)基本原则', 'second', 2, 3],
    ['( 十一 )其他', 'second', 11, 6],
    ['专栏1：主要指标', 'box', 1, 3],
    ['1.加强领导。', 'third', 1, 2],
    ['1、加强领导。', 'third', 1, 2],
    ['１．加强领导。', 'third', 1, 2],
    ['12．加强领导。', 'third', 12, 3],
    ['2.2022年1-3月环境空气质量改善目标', 'third', 2, 2], // a number before a year
    ['1.5G网络建设', 'third', 1, 2], // and before a generation of networks
    ['1 总则', 'decimal1', 1, 2], // of an emergency plan
    ['1.3 适用范围', 'decimal2', 3, 4],
    ['5.2 Ⅲ级响应', 'decimal2', 2, 4],
    ['4.3 处置措施', 'decimal2', 3, 4],
    ['5.3 IV级响应', 'decimal2', 3, 4],
    ['4.1 “三停”措施', 'decimal2', 1, 4],
    ['5.2.1 物资储备', 'decimal3', 1, 6],
    ['5.2.1Ⅰ级响应', 'decimal3', 1, 5],
    ['（1）加强领导。', 'fourth', 1, 3],
    ['(12)加强领导。', 'fourth', 12, 4],
    ['①加强领导', 'fifth', 1, 1],
    ['⑳加强领导', 'fifth', 20, 1],
  ] as const)('reads %j as %s %d', (text, kind, value, length) => {
    expect(readMarker(text)).toEqual({ kind, value, length });
  });

  test.each([
    ['1总则', 'decimal1', 1, 1],
    ['1.3适用范围', 'decimal2', 3, 3],
  ] as const)('reads %j as %s %d where an outline is known', (text, kind, value, length) => {
    expect(readMarker(text, true)).toEqual({ kind, value, length });
    expect(readMarker(text)).toBeNull();
  });

  test.each([
    ['3.15国际消费者权益日', 'a day'],
    ['3.5万平方米', 'a decimal'],
    ['2021.', 'a year'],
    ['2021.5.1', 'a date'],
    ['1.2倍', 'a decimal'],
    ['2.5微米以下颗粒物', 'a decimal'],
    ['54.00以上', 'a decimal'],
    ['3月份', 'a month'],
    ['1号楼', 'a number of a house'],
    ['12家企业', 'a count'],
    ['一是要强化组织领导', 'a clause'],
    ['第一批', 'an ordinal'],
    ['第三方评估', 'an ordinal'],
    ['十月', 'a month'],
    ['（试行）', 'a bracket'],
    ['（2020年）', 'a year in brackets'],
    ['总则', 'a word'],
    ['', 'nothing'],
  ])('reads no numbering in %j: %s', (text) => {
    expect(readMarker(text)).toBeNull();
  });
});

describe('rankOf', () => {
  test('nests the kinds as the standard for official documents does', () => {
    const printed = markerKinds.filter((kind) => !kind.startsWith('decimal'));
    expect(printed.toSorted((a, b) => rankOf(a) - rankOf(b))).toEqual([
      'volume',
      'chapter',
      'section',
      'article',
      'first',
      'second',
      'box',
      'third',
      'fourth',
      'fifth',
    ]);
    expect(rankOf('decimal1')).toBeLessThan(rankOf('decimal2'));
    expect(rankOf('decimal2')).toBeLessThan(rankOf('decimal3'));
  });
});

import { describe, expect, test } from 'vitest';
import { lexicon } from '../test-vocabulary.ts';
import { readSubtitleDate, subtitleLength } from './subtitle.ts';

describe('subtitleLength', () => {
  test.each([
    [1, ['2018年11月30日', '各市人民政府：']],
    [1, ['（2016年9月5日）', '会议指出']],
    [2, ['（2017年8月30日某市第七届人民代表大会常务委员会', '第八次会议通过）', '为了']],
    [1, ['——2017年8月29日在某市人大常委会第八次会议上', '某市财政局局长　王某']],
    [2, ['——2017年8月29日在某市第七届人民代表大会', '常务委员会第八次会议上']],
    [1, ['某市财政局局长　万　波', '市人大常委会：']],
    [1, ['（某市统计局）', '一、背景']],
    [0, ['（试行）', '第一条']],
    [0, ['——以习近平新时代中国特色社会主义思想为指导']],
    [0, ['（一）指导思想。2017年8月30日前完成。']],
    [1, ['某市统计局', '（2015年3月20日）', '全年']],
    [1, ['区　长　　许志强', '（2015年4月16日）']],
    [0, ['某市财政局', '某市教育局']],
    [0, []],
  ])('counts %i for %j', (length, lines) => {
    expect(subtitleLength(lines, lexicon)).toBe(length);
  });
});

describe('readSubtitleDate', () => {
  test.each([
    ['2018年11月30日', '2018-11-30'],
    ['（2017年8月30日某市第七届人大常委会第八次会议通过）', '2017-08-30'],
    ['——2017年8月29日在某市人大常委会第八次会议上', '2017-08-29'],
    ['某市财政局局长　万　波', null],
  ])('reads in %j the day %j', (text, date) => {
    expect(readSubtitleDate(text)).toBe(date);
  });
});

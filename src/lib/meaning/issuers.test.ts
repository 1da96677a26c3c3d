import { describe, expect, test } from 'vitest';
import type { Body, Region } from '../schema/vocabulary.ts';
import { lexicon, vocabulary } from '../test-vocabulary.ts';
import { bodiesInTitle, bodyIdOf, bodyOfPost } from './issuers.ts';

describe('bodiesInTitle', () => {
  test.each([
    ['吴忠市委 人民政府关于印发《吴忠市碳达峰实施方案》的通知', ['吴忠市委', '人民政府']],
    [
      '中共大武口区委员会 大武口区人民政府 印发关于促进中医药传承创新发展 的实施方案的通知',
      ['中共大武口区委员会', '大武口区人民政府'],
    ],
    ['区人民政府办公室关于印发大武口区“数字政府”建设工作计划的通知', ['区人民政府办公室']],
    ['吴忠市利通区人民政府办公室 关于印发2020 年分工方案的通知', ['吴忠市利通区人民政府办公室']],
    ['关于印发用水权、土地权改革实施方案的通知', []],
    ['教育部等五部门关于做好控辍保学工作的通知', ['教育部']],
    ['中共中央 国务院关于做好农村工作的意见', ['中共中央', '国务院']],
    ['县总工会 团县委 县妇联关于开展读书活动的通知', ['县总工会', '团县委', '县妇联']],
    ['大武口区人民政府大事记', ['大武口区人民政府']],
    ['2023 年 7—8 月利通区人民政府大事记', ['利通区人民政府']],
    ['2022年第一季度利通区人民政府大事记', ['利通区人民政府']],
    ['2023年1-6月份吴忠市县(市、区)经济发展主要指标', []],
    ['2022 年 5 月云岭市人民政府大事记', ['云岭市人民政府']],
    ['云岭市人民政府第 14 次常务会议纪要', ['云岭市人民政府']],
    ['某省第十四届人民代表大会 常务委员会第四次会议议程', ['某省人民代表大会常务委员会']],
  ])('finds the bodies before the matter of %j', (title, names) => {
    expect(bodiesInTitle(title, lexicon)).toEqual(names);
  });
});

describe('bodyOfPost', () => {
  test.each([
    ['某省水利厅厅长', '某省水利厅'],
    ['某省人民代表大会法制委员会副主任委员', '某省人民代表大会法制委员会'],
    ['某市发展和改革委员会主任', '某市发展和改革委员会'],
    ['云岭州州长', '云岭州人民政府'],
    ['区长', null],
  ])('tells for whom a %s speaks: %s', (post, body) => {
    expect(bodyOfPost(post, lexicon)).toBe(body);
  });
});

describe('bodyIdOf', () => {
  const regions: Region[] = [
    { id: '640000', slug: 'a', zh: '甲省', en: 'A', parent: null },
    { id: '640300', slug: 'b', zh: '乙市', en: 'B', parent: '640000' },
    { id: '640302', slug: 'c', zh: '丙区', en: 'C', parent: '640300' },
  ];
  const body = (id: string, zh: string, region: string, aliases: string[] = []): Body => ({
    id,
    zh,
    en: id,
    region,
    aliases,
  });
  const bodies = [
    body('c-government', '丙区人民政府', '640302', ['区政府']),
    body('c-one', '一局', '640302', ['同名局']),
    body('c-two', '二局', '640302', ['同名局']),
    body('b-finance', '乙市财政局', '640300', ['财政局']),
    body('a-finance', '甲省财政厅', '640000', ['财政厅']),
    body('d-government', '丁区人民政府', '640303', ['区政府', '丁区政府']),
  ];
  test.each<[string, string, string | null, string]>([
    ['丙区人民政府', '640302', 'c-government', 'by its full name'],
    ['区政府', '640302', 'c-government', 'by a short name, in the place of the gazette'],
    ['区政府', '640303', 'd-government', 'by the same short name in another place'],
    ['财政局', '640302', 'b-finance', 'by a short name in the place above'],
    ['财政厅', '640302', 'a-finance', 'by a short name two places above'],
    ['丁区人民政府', '640302', 'd-government', 'by its full name in a place aside'],
    ['丁区政府', '640302', null, 'not by a short name in a place aside'],
    ['同名局', '640302', null, 'not by a name that two bodies of a place bear'],
    ['财政局', '640000', null, 'not by a short name in a place below'],
    ['无此局', '640302', null, 'not by a name that nobody bears'],
    ['', '640302', null, 'not by nothing'],
  ])('%j in %s is %s: %s', (name, region, id) => {
    expect(bodyIdOf(name, region, bodies, regions)).toBe(id);
  });

  test.each([
    ['大武口人民政府办公室', '640202', 'dawukou-government-office'], // as printed, 区 missing
    ['区政府办', '640302', 'litong-government-office'],
    ['区政府办', '640202', 'dawukou-government-office'],
    ['中共吴忠市委', '640300', 'wuzhong-party-committee'],
  ])('the vocabulary knows %s in %s', (name, region, id) => {
    expect(bodyIdOf(name, region, vocabulary.bodies, vocabulary.regions)).toBe(id);
  });
});

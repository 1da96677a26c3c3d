import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { gazetteSchema, type Gazette } from '../schema/gazette.ts';
import { content, sources, vocabulary } from '../test-vocabulary.ts';
import { draftGazette, type Draft, type Given } from './draft.ts';
import { readEvidence } from './evidence.ts';

const draft = (text: string, given: Given = {}): Draft =>
  draftGazette(readEvidence(text, vocabulary.regions), vocabulary, given);

/** The values of a draft, without where they are said. */
function valuesOf(drafted: Draft): Record<string, unknown> {
  const { name, region, year, issue, totalIssue, publishedOn, english, publisher, id } = drafted;
  return Object.fromEntries(
    Object.entries({
      name,
      region,
      year,
      issue,
      totalIssue,
      publishedOn,
      english,
      publisher,
      id,
    }).map(([field, told]) => [field, told?.value ?? null]),
  );
}

describe('draftGazette', () => {
  // Its description calls it as its cover does; its running headers, which are all the text has, say more.
  const fuller: Record<string, Partial<Gazette>> = {
    'litong-2020-1': {
      name: '吴忠市利通区人民政府公报',
      english: "Gazette of the People's Government of Litong District, Wuzhong",
    },
  };
  const described = sources.filter(({ name }) =>
    /^(?:dawukou-2021-[68]|litong-2019-4|litong-2020-1|wuzhong-2023-3)\.txt$/u.test(name),
  );

  test.each(described)('drafts what was described by hand: $name', ({ name: file, text }) => {
    const id = path.basename(file, '.txt');
    const yaml = fs.readFileSync(path.join(content, 'sources', `${id}.yaml`), 'utf8');
    const { name, region, year, issue, totalIssue, publishedOn, english, publisher } =
      gazetteSchema.parse(parse(yaml));
    const drafted = draft(text);
    expect(valuesOf(drafted)).toEqual({
      ...{ name, region, year, issue, totalIssue, publishedOn, english, publisher, id },
      ...fuller[id],
    });
    expect(drafted).toMatchObject({ doubts: [], newBody: null, newRegion: null });
  });

  test.each<[string, string, Record<string, unknown>]>([
    [
      'a masthead in one line',
      '温州市人民政府公报 2022年第5期（总第233期）\n2022年5月31日出版',
      { id: 'wenzhou-2022-5', region: '330300', totalIssue: 233, publishedOn: '2022-05-31' },
    ],
    [
      'a letter-spaced masthead, full-width digits, number without a year',
      '浙 江 省 人 民 政 府 公 报\n２０２１年\n第１２期\n（总第１２９９期）',
      { name: '浙江省人民政府公报', year: 2021, issue: 12, totalIssue: 1299, region: '330000' },
    ],
    [
      'Chinese numerals',
      '石家庄市人民政府公报\n二〇二一年第十一期\n总第一百二十期\n二〇二一年十一月三十日出版',
      { id: 'shijiazhuang-2021-11', totalIssue: 120, publishedOn: '2021-11-30' },
    ],
    [
      'a name over two lines, a date beside the number',
      '银川市人民政府\n公报\n2020\n第3期\n2020年6月30日',
      { id: 'yinchuan-2020-3', name: '银川市人民政府公报', publishedOn: '2020-06-30' },
    ],
    [
      'running headers with a page and a section',
      '关于甲的通知\n·12· 固原市人民政府公报 2020·NO.3 市政府文件\n正文。\n固原市人民政府公报 2020年第3期 13\n',
      { id: 'guyuan-2020-3', name: '固原市人民政府公报', totalIssue: null, publishedOn: null },
    ],
    [
      'a total in brackets of its own, and an imprint',
      '中卫市人民政府公报\n2018年第2期（总期第41期）\n出版日期：2018年7月',
      { id: 'zhongwei-2018-2', totalIssue: 41, publishedOn: '2018-07' },
    ],
    [
      'an issue numbered 号',
      '河北省人民政府公报\n2023年第1号（总号：1794）',
      { id: 'hebei-2023-1', totalIssue: 1794, name: '河北省人民政府公报' },
    ],
    [
      'an issue numbered 号 below the name, in Chinese numerals',
      '固原市人民代表大会常务委员会公报\n二○一七年　第五号\n（2017年10月20日出版）',
      { id: 'guyuan-2017-5', publishedOn: '2017-10-20' },
    ],
    [
      'an issue numbered 号 above the total',
      '固原市人民政府公报（月刊）\n2023　第2号\n（总第54号）',
      { id: 'guyuan-2023-2', totalIssue: 54 },
    ],
    [
      'no issue in the number of an announcement',
      '固原市人民政府公报\n关于甲的公告\n2018年第6号\n正文。',
      { issue: null },
    ],
    [
      'a date beside who edits it',
      '固原市人民政府公报\n二〇一八年第四期\n固原市人民政府办公室编　　二〇一八年十二月二十五日',
      { publishedOn: '2018-12-25' },
    ],
    [
      'a place named without its type',
      '山东政报\n2001年第7期',
      { id: 'shandong-2001-7', name: '山东政报', region: '370000' },
    ],
    [
      'an autonomous region',
      '宁夏回族自治区人民政府公报\n2024年 第2期',
      { region: '640000', id: 'ningxia-2024-2' },
    ],
    [
      'no name: the body that signs most',
      '关于甲的通知\n盐池县人民政府\n2020年1月2日\n关于乙的通知\n盐池县人民政府办公室\n宁夏回族自治区人民政府\n2020年第2期',
      { name: '盐池县人民政府公报', region: '640323', id: 'yanchi-2020-2' },
    ],
    [
      'no issue at all',
      '青铜峡市人民政府公报\n关于甲的通知',
      { name: '青铜峡市人民政府公报', region: '640381', year: null, issue: null, id: null },
    ],
    [
      'a total number alone, which is not the number in the year',
      '青铜峡市人民政府公报\n2021年\n（总第30期）\n关于甲的通知',
      { issue: null, totalIssue: 30, id: null },
    ],
    ['nothing', '甲乙丙', { name: null, region: null, id: null, publisher: null, english: null }],
    [
      'journals and statistics that are no masthead',
      '灵武市人民政府公报\n2021年第4期\n（《求是》2021年第9期）\n2020年国民经济和社会发展统计公报\n灵武市人民政府公报\n',
      { id: 'lingwu-2021-4', name: '灵武市人民政府公报' },
    ],
    [
      'a date of printing at the end of a notice, which is no publication',
      '灵武市人民政府公报\n2021年第4期\n灵武市人民政府办公室 2021年3月2日印发',
      { publishedOn: null },
    ],
    [
      'a day that the calendar lacks',
      '灵武市人民政府公报\n2021年第4期\n2021年2月30日出版',
      { publishedOn: null },
    ],
  ])('reads %s', (_, text, expected) => {
    expect(valuesOf(draft(text))).toMatchObject(expected);
  });

  test('says on which line and how each value is said', () => {
    expect(draft('\n吴忠市人民政府公报\n\n2023年第3期\n(总第29期)')).toMatchObject({
      name: { line: 2, how: 'alone on its line' },
      region: { line: 2, how: 'in the name' },
      issue: { line: 4, how: 'masthead' },
      totalIssue: { line: 5, how: 'masthead' },
    });
  });

  test('doubts a second number, and takes what is said most', () => {
    const drafted = draft(
      '吴忠市人民政府公报 2023年第3期\n甲\n吴忠市人民政府公报 2023年第3期\n乙\n吴忠市人民政府公报 2023年第2期',
    );
    expect(drafted.id?.value).toBe('wuzhong-2023-3');
    expect(drafted.doubts).toEqual([
      'issue: line 5 says 2023, number 2; taken is what is said most',
    ]);
  });

  test('takes the first of two numbers that one issue bears, and says so', () => {
    const drafted = draft('吴忠市人民政府公报\n2023年第1—2期');
    expect(drafted.id?.value).toBe('wuzhong-2023-1');
    expect(drafted.doubts).toEqual([
      'issue: `2023年第1—2期` (line 2) is more than one; the first is taken',
    ]);
  });

  test('proposes the body that the vocabulary lacks', () => {
    expect(draft('温州市人民政府公报\n2022年第5期').newBody).toEqual({
      id: 'wenzhou-government',
      zh: '温州市人民政府',
      en: "People's Government of Wenzhou City",
      aliases: ['市人民政府', '市政府'],
      region: '330300',
    });
  });

  test('names a place that the vocabulary lacks, and proposes it where its code is given', () => {
    const text = '湖州市安吉县人民政府公报\n2022年第5期';
    const drafted = draft(text);
    expect(valuesOf(drafted)).toMatchObject({
      region: '330500',
      id: 'anji-2022-5',
      publisher: 'anji-government',
    });
    expect(drafted.doubts).toEqual([
      'region: 湖州市安吉县 is not in content/vocab/regions.yaml; 湖州市 (330500) stands for it: give its GB/T 2260 code with --region',
    ]);
    expect(draft(text, { region: '330523' })).toMatchObject({
      region: { value: '330523' },
      doubts: [],
      english: { value: "Gazette of the People's Government of Anji County, Huzhou" },
      newRegion: { id: '330523', slug: 'anji', zh: '安吉县', en: 'Anji County', parent: '330500' },
      newBody: { id: 'anji-government', zh: '湖州市安吉县人民政府', region: '330523' },
    });
  });

  test('takes a publisher by its name, known or not', () => {
    const text = '温州市人民政府公报\n2022年第5期';
    expect(draft(text, { publisher: '温州市人民政府办公室' })).toMatchObject({
      publisher: { value: 'wenzhou-government-office', how: 'given' },
      newBody: {
        zh: '温州市人民政府办公室',
        en: "General Office of the People's Government of Wenzhou City",
      },
    });
    const known = draft('吴忠市人民政府公报\n2023年第3期', { publisher: '吴忠市人民政府办公室' });
    expect(known).toMatchObject({
      publisher: { value: 'wuzhong-government-office' },
      newBody: null,
    });
  });

  test('takes a publisher of a kind that it does not know, and asks for its English name', () => {
    const text = '浙江教育公报\n2022年第5期';
    const given = { name: '浙江教育公报', publisher: '浙江省教育厅', region: '330000' };
    expect(draft(text, given)).toMatchObject({
      publisher: { value: 'zhejiang-jiaoyuting', how: 'given' },
      newBody: { zh: '浙江省教育厅', en: '浙江省教育厅', region: '330000' },
      doubts: [expect.stringContaining('浙江省教育厅 has no English name')],
    });
    const english = 'Gazette of the Department of Education of Zhejiang Province';
    expect(draft(text, { ...given, english })).toMatchObject({
      newBody: { en: 'Department of Education of Zhejiang Province' },
      doubts: [],
    });
  });

  test('knows the administrative office of a league or a prefecture as a publisher', () => {
    const text = '草原盟行政公署公报\n2013年第4期（总第56期）\n2013年12月\n';
    expect(valuesOf(draft(text))).toMatchObject({
      id: 'caoyuan-2013-4',
      publisher: 'caoyuan-administration',
      english: 'Gazette of the Administrative Office of Caoyuan League',
    });
  });

  test('lets the country stand for a place that no known one is named with', () => {
    const drafted = draft('云岭县人民政府公报\n2022年第5期');
    expect(valuesOf(drafted)).toMatchObject({ region: '100000', id: 'yunling-2022-5' });
    expect(drafted.newBody).toMatchObject({ zh: '云岭县人民政府', region: '100000' });
    expect(drafted.doubts).toEqual([
      'region: 云岭县 is not in content/vocab/regions.yaml; 中国 (100000) stands for it: give its GB/T 2260 code with --region',
    ]);
  });

  test('follows what is given before what is said, and an id where nothing is said', () => {
    expect(
      valuesOf(
        draft('吴忠市人民政府公报\n2023年第3期', { region: '640302', issue: 4, totalIssue: null }),
      ),
    ).toMatchObject({
      region: '640302',
      issue: 4,
      id: 'litong-2023-4',
      publisher: 'wuzhong-government',
    });
    expect(valuesOf(draft('甲乙丙', { id: 'litong-2020-2' }))).toMatchObject({
      ...{
        id: 'litong-2020-2',
        year: 2020,
        issue: 2,
        region: '640302',
        publisher: 'litong-government',
      },
      name: '利通区人民政府公报',
    });
  });
});

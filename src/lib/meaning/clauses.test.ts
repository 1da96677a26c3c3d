import { describe, expect, test } from 'vitest';
import { lexicon } from '../test-vocabulary.ts';
import { readCitations, readEffective, readRepeals } from './clauses.ts';

describe('readEffective', () => {
  test.each([
    // Half-width comma; the number of the article is no part of the clause.
    [
      '第五十一条 本办法自2023年7月1日起施行,有效期至2028年6月30日。吴忠市人民政府2015年9月21日发布的《甲》同时废止。',
      '2023-05-26',
      {
        from: '2023-07-01',
        until: '2028-06-30',
        text: '本办法自2023年7月1日起施行,有效期至2028年6月30日。',
      },
    ],
    // From the day on which the notice was signed.
    [
      '本意见自印发之日起施行,有效期至2025年12月31日。',
      '2023-05-26',
      {
        from: '2023-05-26',
        until: '2025-12-31',
        text: '本意见自印发之日起施行,有效期至2025年12月31日。',
      },
    ],
    // The day on which it ends, or its term in full-width figures.
    [
      '三、本通告自2013年12月1日起施行，至2014年12月31日终止。',
      '2013-11-20',
      {
        from: '2013-12-01',
        until: '2014-12-31',
        text: '本通告自2013年12月1日起施行，至2014年12月31日终止。',
      },
    ],
    [
      '本办法自２０２１年５月１日起施行，有效期５年。',
      '2021-04-09',
      {
        from: '2021-05-01',
        until: '2026-04-30',
        text: '本办法自２０２１年５月１日起施行，有效期５年。',
      },
    ],
    [
      '本办法自公布之日起30日后施行，有效期两年。',
      '2020-03-02',
      {
        from: '2020-04-01',
        until: '2022-03-31',
        text: '本办法自公布之日起30日后施行，有效期两年。',
      },
    ],
    [
      '本规定自2020年10月1日起施行，试行期至2022年9月30日。',
      null,
      {
        from: '2020-10-01',
        until: '2022-09-30',
        text: '本规定自2020年10月1日起施行，试行期至2022年9月30日。',
      },
    ],
    [
      '本办法自2022年4月1日起施行，试行至2024年3月31日。',
      null,
      {
        from: '2022-04-01',
        until: '2024-03-31',
        text: '本办法自2022年4月1日起施行，试行至2024年3月31日。',
      },
    ],
    [
      '本实施意见有效期自2020年2月1日至2022年1月31日。',
      null,
      {
        from: '2020-02-01',
        until: '2022-01-31',
        text: '本实施意见有效期自2020年2月1日至2022年1月31日。',
      },
    ],
    [
      '本细则自印发之日起实行。',
      '2023-06-18',
      { from: '2023-06-18', until: null, text: '本细则自印发之日起实行。' },
    ],
    // Signed on an unknown day.
    [
      '本细则自印发之日起实行。',
      null,
      { from: null, until: null, text: '本细则自印发之日起实行。' },
    ],
    [
      '一、本通告有效期为2021年3月20日至2021年4月30日，全市林地为森林防火区。',
      null,
      {
        from: '2021-03-20',
        until: '2021-04-30',
        text: '本通告有效期为2021年3月20日至2021年4月30日，全市林地为森林防火区。',
      },
    ],
    // A term of years ends the day before.
    [
      '本规定自2020年3月1日起施行，有效期为五年。',
      null,
      {
        from: '2020-03-01',
        until: '2025-02-28',
        text: '本规定自2020年3月1日起施行，有效期为五年。',
      },
    ],
    [
      '七、本通知由区财政局负责解释，自2020年5月1日起执行，有效期2年。',
      null,
      {
        from: '2020-05-01',
        until: '2022-04-30',
        text: '本通知由区财政局负责解释，自2020年5月1日起执行，有效期2年。',
      },
    ],
  ])('reads the clause of %j', (paragraph, date, effective) => {
    expect(readEffective(paragraph, date, lexicon)).toEqual(effective);
  });

  test.each([
    ['退休工资从2023年5月起执行。', 'the term of a pension'],
    ['2020年起实施“基层成长计划”。', 'the start of a programme'],
    ['用水权有效期为5年，每5年重新核定。', 'the term of a right'],
    ['《甲条例》自2020年1月1日起施行。', 'a clause about another text'],
    ['根据经济形势变化，及时制定出台相关政策。', 'no clause'],
    ['', 'nothing'],
  ])('reads none in %j: %s', (paragraph) => {
    expect(readEffective(paragraph, '2020-01-01', lexicon)).toBeNull();
  });
});

describe('readRepeals', () => {
  test.each([
    [
      '吴忠市人民政府2015年9月21日发布的《吴忠市公共租赁住房办理办法》(吴政发[2015]53号)、《甲》（吴政发〔2009〕119号）同时废止。',
      ['吴政发〔2015〕53号', '吴政发〔2009〕119号'],
    ],
    [
      '吴党办发〔2019〕44号、吴党办发〔2020〕78号文件同时废止',
      ['吴党办发〔2019〕44号', '吴党办发〔2020〕78号'],
    ],
    ['《甲办法》同时废止。', ['《甲办法》']],
    ['原《关于印发〈乙〉的通知》（吴政发〔2015〕53号）即行废止', ['吴政发〔2015〕53号']],
    ['本办法施行后，《甲规定》同时废止；《乙细则》同时废止。', ['《甲规定》', '《乙细则》']],
    ['原《甲办法》（试行）（吴政发〔2015〕53号）同时废止', ['吴政发〔2015〕53号']],
    ['决定废止《甲办法》（吴政发〔2015〕53号）等2件文件', ['吴政发〔2015〕53号']],
    ['《甲办法》同时废止。《甲办法》同时废止。', ['《甲办法》']],
    ['根据《甲办法》规定，《乙规定》予以废止。', ['《乙规定》']],
  ])('reads what %j declares void', (paragraph, repeals) => {
    expect(readRepeals(paragraph, lexicon)).toEqual(repeals);
  });

  test.each([
    '对《甲规定》等文件进行清理，及时废止。',
    '《甲》与本办法不一致的，以本办法为准。',
    '全面清理《甲》等失效文件。',
    '过期的《取水许可证》自行失效。',
    '',
  ])('reads none in %j', (paragraph) => {
    expect(readRepeals(paragraph, lexicon)).toEqual([]);
  });
});

describe('readCitations', () => {
  test('gives each number the title that stands before it', () => {
    expect(
      readCitations(
        '《自治区党委印发<关于甲的实施意见>的通知》（宁党发〔2021〕7号）、《乙》《丙》(国发[2018]42号)和（吴党发〔2018〕95号）',
      ).map(({ title, docNumber }) => [title, docNumber]),
    ).toEqual([
      ['自治区党委印发<关于甲的实施意见>的通知', '宁党发〔2021〕7号'],
      ['丙', '国发〔2018〕42号'],
      [null, '吴党发〔2018〕95号'],
    ]);
  });

  test('finds none where only titles are cited', () => {
    expect(readCitations('按照《国务院关于甲的意见》精神，制定《乙》。')).toEqual([]);
  });
});

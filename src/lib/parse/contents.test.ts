import { describe, expect, test } from 'vitest';
import { lexicon } from '../test-vocabulary.ts';
import type { ContentsEntry } from '../tree/types.ts';
import { likeness, readContents, titleKey } from './contents.ts';
import { parseLines } from './lines.ts';

const contentsOf = (text: string): ReturnType<typeof readContents> =>
  readContents(
    parseLines(text).children.filter((node) => node.type === 'line'),
    lexicon,
  );
const entriesOf = (text: string): ContentsEntry[] => contentsOf(text).entries;

describe('readContents', () => {
  test('reads titles over several lines, with the section above them and the line where each begins', () => {
    const text = `吴忠市利通区人民政府公报
2019年第4期
目 录
【政府文件】
- 1.吴忠市利通区人民政府关于调整各副区长工作分工的通知
(吴利政发〔2019〕63号)……………1
【政府办公室文件】
- 2.吴忠市利通区人民政府办公室关于印发
《甲方案》的通知
(吴利政办发〔2019〕51号)……………4`;
    expect(entriesOf(text)).toEqual([
      {
        title: '吴忠市利通区人民政府关于调整各副区长工作分工的通知',
        docNumber: '吴利政发〔2019〕63号',
        section: '政府文件',
        line: 5,
      },
      {
        title: '吴忠市利通区人民政府办公室关于印发《甲方案》的通知',
        docNumber: '吴利政办发〔2019〕51号',
        section: '政府办公室文件',
        line: 8,
      },
    ]);
  });

  test('reads pages in brackets after a tab, and goes on with the section after a second heading', () => {
    const text = `目录
【市委 政府文件】
吴忠市委 人民政府关于印发《吴忠市碳达峰实施方案》的通知\t(01)
目录
吴忠市人民政府关于甲征收土地公告\t(38)`;
    expect(entriesOf(text)).toEqual([
      {
        title: '吴忠市委人民政府关于印发《吴忠市碳达峰实施方案》的通知',
        docNumber: null,
        section: '市委政府文件',
        line: 3,
      },
      {
        title: '吴忠市人民政府关于甲征收土地公告',
        docNumber: null,
        section: '市委政府文件',
        line: 5,
      },
    ]);
  });

  test('tells where the list ends: before the first document number of the text', () => {
    const text = '目录\n关于甲的通知……1\n\n关于乙的通知……2\n关于甲的通知\n吴政发〔2023〕1号\n丙……3';
    expect(contentsOf(text)).toMatchObject({
      entries: [{ title: '关于甲的通知' }, { title: '关于乙的通知' }],
      lastLine: 4,
    });
  });

  test.each([
    ['no heading', '关于甲的通知……1'],
    ['no pages', '目录\n关于甲的通知\n关于乙的通知'],
    ['nothing but numbers', '目录\n(吴利政发〔2019〕63号)……………1'],
  ])('finds no entries where there is %s', (_, text) => {
    expect(entriesOf(text)).toEqual([]);
  });
});

describe('titleKey', () => {
  test('makes two printings of one title equal', () => {
    expect(titleKey('关于印发《甲 方案（试行）》的通知')).toBe(
      titleKey('关于印发<甲方案(试行)>的通知'),
    );
    expect(titleKey('２０２０年“十三五”')).toBe('2020年十三五');
  });
});

describe('likeness', () => {
  test.each([
    ['关于印发《甲方案》的通知', '关于印发<甲方案>的通知', 1],
    ['关于甲的通知', '贯彻乙之方案', 0],
    ['', '关于甲的通知', 0],
    ['', '', 0],
    ['甲', '甲', 0], // too short to tell
  ])('of %j and %j is %d', (one, other, score) => {
    expect(likeness(one, other)).toBe(score);
    expect(likeness(other, one)).toBe(score);
  });

  test('is high where a contents list leaves out a word, low where the matter differs', () => {
    const title = '吴忠市人民政府关于吴忠城南110kv输变电工程项目征收土地公告';
    expect(
      likeness(title, '吴忠市人民政府关于吴忠城南110kv输变电工程征收土地公告'),
    ).toBeGreaterThan(0.86);
    expect(
      likeness(title, '吴忠市人民政府关于吴忠市妇幼保健院住院部项目征收土地公告'),
    ).toBeLessThan(0.8);
  });
});

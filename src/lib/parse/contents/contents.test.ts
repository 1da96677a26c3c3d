import { describe, expect, test } from 'vitest';
import { lexicon } from '../../test-vocabulary.ts';
import type { ContentsEntry } from '../../tree/types.ts';
import { readContents } from './contents.ts';
import { parseLines } from '../lines.ts';

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

import { describe, expect, test } from 'vitest';
import { parseLines } from '../parse/lines.ts';
import { printedText } from './printed-text.ts';

describe('printedText', () => {
  test.each([
    [
      '建设好具有中医特色的乡镇卫生院、社区卫生服务\n机构中医诊室',
      '建设好具有中医特色的乡镇卫生院、社区卫生服务机构中医诊室',
    ],
    ['2021 年 9 月 6日', '2021年9月6日'],
    ['各乡镇、 区直各部门', '各乡镇、区直各部门'],
    // Between a name and a post the space parts two facts, and stays as the one that Chinese type sets.
    ['组 长：李 婧 大武口区人民政府副区长', '组长：李婧\u3000大武口区人民政府副区长'],
    ['副召集人：左  明  市政府副秘书长', '副召集人：左明\u3000市政府副秘书长'],
    ['出席：岳长河  王  英  陆大海', '出席：岳长河\u3000王英\u3000陆大海'],
    ['陆 英（女，回族）   市人民医院主任', '陆英（女，回族）\u3000市人民医院主任'],
    ['3 月 2 日—4 日  市长到各县调研。', '3月2日—4日\u3000市长到各县调研。'],
    ['3 月 2 日 市长到各县调研。', '3月2日市长到各县调研。'],
    ['表 2　年度任务', '表2\u3000年度任务'],
    [
      '发布日期：2023年4月18日    来源：某市教育局',
      '发布日期：2023年4月18日\u3000来源：某市教育局',
    ],
    ['王晓明 区财政局局长', '王晓明\u3000区财政局局长'],
  ])('joins the lines of %j as a reader takes them', (text, printed) => {
    expect(printedText(parseLines(text).children)).toBe(printed);
  });
});

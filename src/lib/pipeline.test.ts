import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, test } from 'vitest';
import { readIssue } from './archive.ts';
import { noticeToMdast } from './markdown/notice-to-mdast.ts';
import { parseLines } from './parse/lines.ts';
import { gazettePasses, readGazette } from './pipeline.ts';
import { testGazette } from './test-gazette.ts';
import { lexicon, sources } from './test-vocabulary.ts';
import { readCodelessNumber, readDocNumber } from './text/doc-number.ts';
import { bare } from './text/spaces.ts';
import { textOf } from './tree/build.ts';
import { assertLaws } from './tree/laws.ts';
import type { Block, GazetteTree, Notice } from './tree/types.ts';

/**
 * The same documents in every run, so that a failure is the change's and not the day's; `SEED=2 npx vitest` tries
 * others.
 */
const seed = Number(process.env.SEED ?? 1);

const gazette = {
  ...testGazette,
  name: '甲区人民政府公报',
  publisher: 'jia-government',
};

/** Reads a text as the pipeline does, and holds the tree against its laws before the first pass and after each. */
function readLawfully(text: string): GazetteTree {
  const file = new VFile({ path: 'gazette.txt', value: text });
  const tree = parseLines(text, file);
  assertLaws(tree, text);
  for (const [at, pass] of gazettePasses(lexicon).entries()) {
    pass(tree, file);
    try {
      assertLaws(tree, text);
    } catch (cause) {
      throw new Error(`after pass ${at + 1}: ${String(cause)}`, { cause });
    }
  }
  return tree;
}

/** Text of Markdown as a reader sees it. */
function visible(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(visible).join('') : '';
}

/** How often each character that is not blank occurs. */
function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of bare(text)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}

/** Where two texts part ways, so that a failure shows the place and not all the text; their end where they are equal. */
function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** Holds what a notice's file says against the notice's lines: nothing may be missing, and nothing added. */
function assertNothingLost(notice: Notice): void {
  const blocks = notice.children.filter((node): node is Block => node.type !== 'line');
  expect(blocks).toHaveLength(notice.children.length);
  for (const block of blocks)
    if (block.type === 'docNumber')
      expect(readDocNumber(textOf([block])) ?? readCodelessNumber(textOf([block]))).not.toBeNull();
  const body = blocks.filter((block) => block.type !== 'title' && block.type !== 'docNumber');
  const printed = bare(textOf(body));
  const written = bare(visible(noticeToMdast(notice).root));
  // Cells are set column by column in a merged head, and repeated where they span rows.
  if (!body.some((block) => block.type === 'table')) {
    const at = firstDifference(written, printed);
    expect(written.slice(at, at + 40)).toBe(printed.slice(at, at + 40));
  } else {
    const counts = counted(written);
    const lost = [...counted(printed)].filter(([sign, count]) => (counts.get(sign) ?? 0) < count);
    expect(lost).toEqual([]);
  }
}

/** Reads a text that may be damaged: nothing is thrown but the complaint that it is empty. */
function assertReads(text: string): void {
  let tree: GazetteTree;
  try {
    tree = readLawfully(text);
  } catch (error) {
    if (!(error instanceof Error && 'ruleId' in error)) throw error;
    expect(error.ruleId).toBe('empty-text');
    expect(text.trim()).toBe('');
    return;
  }
  const notices = tree.children.filter((node) => node.type === 'notice');
  for (const notice of notices) assertNothingLost(notice);
  // Only a text without any notice keeps its lines as they are.
  if (notices.length > 0) expect(tree.children.filter((node) => node.type === 'line')).toEqual([]);
}

describe.each(sources)('readGazette on $name', ({ text }) => {
  let tree: GazetteTree;
  let notices: Notice[];
  beforeAll(() => {
    tree = readLawfully(text);
    notices = tree.children.filter((node) => node.type === 'notice');
  });

  test('keeps the laws of the tree after every pass, and leaves no line unread', () => {
    expect(notices.length).toBeGreaterThan(0);
    expect(tree.children.filter((node) => node.type === 'line')).toEqual([]);
  });

  test('writes of each notice what was printed, no more and no less', () => {
    for (const notice of notices) assertNothingLost(notice);
  });

  test('puts each character that is not blank in a notice or in furniture', () => {
    const { reading } = readIssue(
      { id: 'jia-2021-1', gazette, file: new VFile({ path: 'gazette.txt', value: text }) },
      lexicon,
    );
    const { source, notices: inNotices, furniture } = reading.characters;
    expect(source).toBe(bare(text).length);
    expect(inNotices + furniture).toBe(source);
  });
});

describe('readGazette', () => {
  test('runs the passes of the list and no other', () => {
    const text = sources[0]?.text.slice(0, 20_000) ?? '';
    expect(readGazette(new VFile({ value: text }), lexicon)).toEqual(readLawfully(text));
  });

  test('reads the same text the same way twice', () => {
    const text = sources.at(-1)?.text.slice(0, 20_000) ?? '';
    const read = (): string => {
      const file = new VFile({ path: 'gazette.txt', value: text });
      return JSON.stringify([readGazette(file, lexicon), file.messages.map(String)]);
    };
    expect(read()).toBe(read());
  });

  test.each(['', '\n\n', ' \u3000\t\f\r\n'])(
    'complains of empty text and only of it: %j',
    (text) => {
      expect(() => readGazette(new VFile({ value: text }), lexicon)).toThrow(
        'unexpected empty text, expected a gazette',
      );
    },
  );

  test.each([
    '甲',
    '一、',
    '附件',
    '目录',
    '第12号',
    '2021年7月30日',
    '\t甲',
    '- 1 -',
    '（此件公开发布）',
  ])('reads a text of one line: %s', (text) => {
    assertReads(text);
  });
});

describe('readGazette on documents made of real parts', () => {
  const bodyName = fc.constantFrom(
    '大武口区人民政府',
    '中共大武口区委员会',
    '吴忠市利通区人民政府办公室',
    '区财政局',
    '中共大武口区委办公室  区人民政府办公室',
  );
  const matter = fc.constantFrom(
    '关于印发《大武口区城乡居民收入提升行动实施方案》的通知',
    '关于成立北方冬季清洁取暖项目工作领导小组的通知',
    '印发关于促进中医药传承创新发展',
    '的实施方案的通知',
    '大事记',
    '2023年1-6月份经济发展主要指标',
    '关于张三等同志任免职务的通知',
    '征收土地公告',
    '（送审稿）',
  );
  const number = fc
    .tuple(
      fc.constantFrom('石大党发', '吴利政办发', '宁财（资环）指标', ''),
      fc.constantFrom('〔2021〕', '[2023]', '（2020）', '〔2021', '第'),
      fc.integer({ min: 0, max: 200 }),
      fc.constantFrom('号', ' 号', '', '\n号'),
    )
    .map((parts) => parts.join(''));
  const heading = fc
    .tuple(
      fc.constantFrom(
        '第一章 ',
        '第二节',
        '第三条 ',
        '一、',
        '二、',
        '（一）',
        '(二)',
        '1.',
        '2、',
        '（3）',
        '①',
        '专栏1：',
      ),
      fc.constantFrom('总则', '总体要求', '指导思想。', '加强组织领导。各乡镇要高度重视，', ''),
    )
    .map((parts) => parts.join(''));
  const sentence = fc
    .tuple(
      fc.constantFrom('', ' ', '  ', '\u3000\u3000'),
      fc.constantFrom(
        '为认真贯彻落实《自治区党委 人民政府印发<',
        '关于甲的实施意见>的通知》（宁党发〔2021〕 7号）精神，进一步推进',
        '定本实施方案。',
        '牵头单位：区发改局；配合单位：各乡镇（街道）',
        '组 长：李 婧 大武口区人民政府副区长',
        '王晓明 区财政局局长',
        '本办法自2023年7月1日起施行,有效期至2028年6月30日。',
        '**重点** ~~任务~~ |甲| <b>{{x}}</b> &amp; `code`',
        '各乡镇人民政府，区直各部门：',
        '实行 AB 岗 and 50.5%',
      ),
    )
    .map((parts) => parts.join(''));
  const table = fc.constantFrom(
    '序号\t任务\t责任单位',
    '\t甲\t乙',
    '1\t加强领导\t区财政局',
    '大武口区任务清单\t\t',
    '\t\t',
    '序号 任务名称 责任单位',
    '甲\t',
  );
  const tail = fc.constantFrom(
    '大武口区人民政府',
    '2021 年 9 月 6日',
    '二○二一年九月六日',
    '大武口区人民政府 2021年9月6日',
    '市长 张三',
    '（此件公开发布）',
    '附件：1.甲方案',
    '2.乙方案',
    '附件1',
    '附件2 乙方案',
    '附表',
  );
  const mark = fc.constantFrom(
    '大武口区人民政府公报 2021年.No.06',
    '利通区人民政府公报2019年第4期（总第6期） 政府文件',
    '- 24 -',
    '— 3 —',
    '12',
    '\f',
    '目 录',
    '【政府文件】',
    '关于甲的通知……………1',
    '主编：张三',
    '责任编辑：李四',
    '印刷：甲厂',
  );
  const blank = fc.constantFrom('', '', '', ' ', '\t');
  const line = fc.oneof(bodyName, matter, number, heading, sentence, table, tail, mark, blank);
  const head = fc.tuple(bodyName, matter, number, fc.constant('各乡镇人民政府，区直各部门：'));
  const document = fc
    .array(
      fc.oneof(
        { arbitrary: line, weight: 9 },
        { arbitrary: head.map((l) => l.join('\n')), weight: 1 },
      ),
      {
        minLength: 1,
        maxLength: 70,
        size: 'max',
      },
    )
    .chain((lines) =>
      fc.constantFrom('\n', '\n\n', '\r\n').map((separator) => lines.join(separator)),
    );

  test('never throws, keeps the laws after every pass, and loses no character', () => {
    fc.assert(fc.property(document, assertReads), { seed, numRuns: 300 });
  });
});

describe('readGazette on damaged gazettes', () => {
  const size = 150;
  const slices = sources.map(({ text }) => text.split('\n'));
  const signs = Array.from('\t \f。：〔》（0一\u200b\ue000\ufeff𠮷');
  const damage = fc.record({
    how: fc.constantFrom('delete', 'double', 'swap', 'truncate', 'flip', 'insert'),
    at: fc.nat(),
    sign: fc.constantFrom(...signs),
  });

  type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

  function damaged(given: readonly string[], { how, at, sign }: Damage): string[] {
    const lines = [...given];
    const row = at % Math.max(lines.length, 1);
    const text = lines[row] ?? '';
    const column = Math.floor(at / Math.max(lines.length, 1)) % (text.length + 1);
    switch (how) {
      case 'delete':
        lines.splice(row, 1 + (at % 3));
        break;
      case 'double':
        lines.splice(row, 0, text);
        break;
      case 'swap':
        lines.splice(row, 1);
        lines.splice(Math.floor(at / 7) % (lines.length + 1), 0, text);
        break;
      case 'truncate':
        lines[row] = text.slice(0, column);
        break;
      case 'flip':
        lines[row] = text.slice(0, column) + sign + text.slice(column + 1);
        break;
      case 'insert':
        lines[row] = text.slice(0, column) + sign + text.slice(column);
        break;
    }
    return lines;
  }

  test.each(sources.map(({ name }, at) => ({ name, at })))(
    'never throws, keeps the laws and loses no character, on slices of $name',
    ({ at }) => {
      const lines = slices[at] ?? [];
      const last = Math.max(lines.length - size, 0);
      const numbers = lines.flatMap((line, row) => (readDocNumber(line) ? [row] : []));
      const slice = fc.record({
        // Half of the slices begin at a notice, so that most hold a whole head.
        from: fc.oneof(
          fc.nat({ max: last }),
          fc
            .tuple(fc.constantFrom(...numbers), fc.nat({ max: 12 }))
            .map(([row, above]) => Math.max(row - above, 0)),
        ),
        damages: fc.array(damage, { minLength: 1, maxLength: 12, size: 'max' }),
      });
      fc.assert(
        fc.property(slice, ({ from, damages }) => {
          assertReads(damages.reduce(damaged, lines.slice(from, from + size)).join('\n'));
        }),
        { seed, numRuns: 420 },
      );
    },
  );
});

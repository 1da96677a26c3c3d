import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { assembleArchive, readIssue } from '../archive.ts';
import { parseLines } from '../parse/lines.ts';
import { gazettePasses } from '../pipeline.ts';
import {
  gazetteCorrectionsSchema,
  noticeCorrectionsSchema,
  type Boundary,
  type NoticeCorrection,
} from '../schema/correction.ts';
import { testGazette } from '../test-gazette.ts';
import { lexicon, vocabulary } from '../test-vocabulary.ts';
import { assertLaws } from '../tree/laws.ts';
import { layoutOf, type Corrections } from './corrections.ts';

/** Two notices; 1-10 and 11-17. */
const source = `甲区人民政府关于乙的通知
甲政发〔2020〕1号

各乡镇人民政府：
请认真贯彻落实各项工作 and 任务，要按照区工业信息和商务局的安排，
抓好各项工作的落实工作，确保完成全年的目标任务，不得延误。联系
电话：13895150101。
甲区人民政府
2020年1月20日
（此件公开发布）
甲区人民政府关于丙的通知
甲政发〔2020〕2号

各乡镇人民政府：
请遵照执行。
甲区人民政府
2020年1月21日
`;

const gazette = {
  ...testGazette,
  name: '甲区人民政府公报',
  publisher: 'jia-government',
  year: 2020,
};

const reason = { zh: '印错。', en: 'Misprinted.' };
const told = { reason: '印错。', english: 'Misprinted.' };

interface Given {
  entries?: Omit<NoticeCorrection, 'reason'>[];
  boundaries?: Omit<Boundary, 'reason'>[];
  id?: string;
  text?: string;
}

/** Reads the source with corrections; laws are held after every pass. */
function read({ entries = [], boundaries = [], id = 'jiazhengfa-2020-1', text = source }: Given) {
  const corrections: Corrections = {
    file: 'g.yaml',
    boundaries: boundaries.map((boundary) => ({ ...boundary, reason })),
    notices:
      entries.length === 0
        ? []
        : [{ id, file: 'n.yaml', entries: entries.map((entry) => ({ ...entry, reason })) }],
  };
  const tree = parseLines(text);
  const trial = new VFile({ path: 'a.txt', value: text });
  for (const pass of gazettePasses(lexicon, layoutOf(corrections))) {
    pass(tree, trial);
    assertLaws(tree, text);
  }
  const file = new VFile({ path: 'a.txt', value: text });
  const issue = readIssue({ id: 'jia-2020-1', gazette, file }, lexicon, { corrections });
  const notices = assembleArchive([issue], vocabulary);
  return {
    notices,
    first: notices[0],
    bodies: notices.map(({ body }) => body.trim().split('\n\n')),
    faults: file.messages.filter(({ fatal }) => fatal).map(({ reason: said }) => said),
  };
}

describe('a correction to a field', () => {
  test('changes it, says so, and keeps the address', () => {
    const { first, faults } = read({
      entries: [
        { field: { name: 'docNumber', from: '甲政发〔2020〕1号', to: '甲政发〔2020〕10号' } },
        { field: { name: 'issuers', from: ['甲区人民政府'], to: ['利通区人民政府'] } },
        { field: { name: 'disclosure', from: '此件公开发布', to: null } },
      ],
    });
    expect(faults).toEqual([]);
    expect(first?.notice).toMatchObject({
      id: 'jiazhengfa-2020-1',
      docNumber: '甲政发〔2020〕10号',
      issuers: [{ name: '利通区人民政府' }],
      disclosure: null,
      evidence: {
        docNumber: { line: 2, how: 'corrected' },
        issuers: { line: 8, how: 'corrected' },
        disclosure: { line: 10, how: 'corrected' },
      },
      corrections: [
        {
          field: 'docNumber',
          from: '甲政发〔2020〕1号',
          to: '甲政发〔2020〕10号',
          line: 2,
          ...told,
        },
        { field: 'issuers', from: '甲区人民政府', to: '利通区人民政府', line: 8, ...told },
        { field: 'disclosure', from: '此件公开发布', to: null, line: 10, ...told },
      ],
    });
  });

  test('fails where the reader reads something else', () => {
    const { faults } = read({
      entries: [{ field: { name: 'date', from: '2020-01-19', to: '2020-01-20' } }],
    });
    expect(faults).toEqual([
      'n.yaml: entry 1: date: unexpected "2020-01-20", expected "2020-01-19"',
    ]);
  });

  test('compares values whatever the order of their keys', () => {
    const { faults } = read({
      entries: [
        {
          field: {
            name: 'effective',
            from: null,
            to: { text: '即日起施行', from: '2020-01-20', until: null },
          },
        },
      ],
    });
    expect(faults).toEqual([]);
  });
});

describe('a correction to paragraphs', () => {
  test('splits one before the words given, over layout spaces too', () => {
    const { bodies, first, faults } = read({
      entries: [{ split: { line: 5, before: 'and任务' } }],
    });
    expect(faults).toEqual([]);
    expect(bodies[0]?.slice(1, 3)).toEqual([
      '请认真贯彻落实各项工作',
      expect.stringMatching(/^and任务，要按照/u),
    ]);
    expect(first?.notice.corrections).toEqual([
      {
        field: 'paragraphs',
        from: '请认真贯彻落实各项工作'.slice(-10) + 'and 任务，要按照',
        to: '请认真贯彻落实各项工作'.slice(-10) + '¶and 任务，要按照',
        line: 5,
        ...told,
      },
    ]);
    expect(first?.notice.lines).toHaveLength(bodies[0]?.length ?? 0);
  });

  test('joins one to the one before', () => {
    const { bodies, faults } = read({ entries: [{ join: { line: 10 } }] });
    expect(faults).toEqual([]);
    expect(bodies[0]?.at(-1)).toBe('2020年1月20日（此件公开发布）');
  });

  test.each<[Omit<NoticeCorrection, 'reason'>, string]>([
    [{ join: { line: 6 } }, 'unexpected line 6 inside a paragraph that begins at line 5'],
    [{ join: { line: 3 } }, 'unexpected line 3, which is blank or in no notice'],
    [{ join: { line: 4 } }, 'unexpected `docNumber` before line 4, expected a paragraph'],
    [{ join: { line: 1 } }, 'unexpected `title` at line 1, expected a paragraph'],
    [{ join: { line: 17 } }, "expected one of the notice's own, 1-10"],
    [{ split: { line: 5, before: '不得' } }, 'expected `不得` to begin in line 5'],
    [{ split: { line: 5, before: '请' } }, 'with which its paragraph begins anyway'],
    [{ split: { line: 6, before: '工作' } }, 'unexpected `工作` 2 times in line 6'],
  ])('fails where %j does not apply', (entry, fault) => {
    const { faults } = read({ entries: [entry] });
    expect(faults).toEqual([expect.stringContaining(fault)]);
    expect(faults[0]).toMatch(/^n\.yaml: entry 1: /u);
  });
});

describe('a misprint', () => {
  test('is listed and left in the text', () => {
    const { first, faults } = read({
      entries: [
        { misprint: { line: 5, printed: '区工业信息和商务局', meant: '区工业信息化和商务局' } },
      ],
    });
    expect(faults).toEqual([]);
    expect(first?.body).toContain('区工业信息和商务局');
    expect(first?.notice.corrections).toEqual([
      { field: 'text', from: '区工业信息和商务局', to: '区工业信息化和商务局', line: 5, ...told },
    ]);
  });

  test.each<[{ line: number; printed: string; meant: string }, string]>([
    [
      { line: 5, printed: '无此', meant: '有此' },
      '，要按照区工业信息和商务局的安排，`, expected `无此` in the block of line 5',
    ],
    [{ line: 5, printed: '工作', meant: '事' }, 'unexpected `工作` 3 times in the block of line 5'],
    [{ line: 1, printed: '关于乙', meant: '关于丁' }, "expected one of the notice's text"],
    [{ line: 15, printed: '请遵照', meant: '请按照' }, "expected one of the notice's text"],
  ])('fails where %j does not stand', (misprint, fault) => {
    expect(read({ entries: [{ misprint }] }).faults).toEqual([expect.stringContaining(fault)]);
  });
});

describe("an editor's note", () => {
  test('stands beside the notice, and changes nothing', () => {
    const plain = read({});
    const { first, faults } = read({
      entries: [{ note: { line: 1, printed: '关于乙的通知甲政发' } }],
    });
    expect(faults).toEqual([]);
    expect(first).toEqual({
      ...plain.first,
      notice: {
        ...plain.first?.notice,
        notes: [{ line: 1, printed: '关于乙的通知甲政发', text: '印错。', english: 'Misprinted.' }],
      },
    });
  });

  test('fails where its words are not printed there', () => {
    expect(read({ entries: [{ note: { line: 2, printed: '关于乙' } }] }).faults).toEqual([
      'n.yaml: entry 1: unexpected `甲政发〔2020〕1号`, expected `关于乙` to begin in line 2',
    ]);
  });
});

describe('a boundary', () => {
  test('is struck: the notice goes on', () => {
    const { notices, faults } = read({ boundaries: [{ notABeginning: { line: 11 } }] });
    expect(faults).toEqual([]);
    expect(notices.map(({ notice }) => [notice.source.startLine, notice.source.endLine])).toEqual([
      [1, 17],
    ]);
    expect(notices[0]?.notice.corrections).toEqual([
      { field: 'boundary', from: null, to: '1-17', line: 11, ...told },
    ]);
  });

  test('is set: a notice begins, with its number where it has one', () => {
    const { notices, faults } = read({
      text: source.replace('甲区人民政府关于丙的通知\n', '丙事\n\n'),
      boundaries: [{ begin: { line: 11, kind: 'notice' } }],
    });
    expect(faults).toEqual([]);
    expect(notices.map(({ notice }) => [notice.title, notice.docNumber])).toEqual([
      ['甲区人民政府关于乙的通知', '甲政发〔2020〕1号'],
      ['丙事', '甲政发〔2020〕2号'],
    ]);
  });

  test("is set: a notice ends, and what follows is the gazette's", () => {
    const { notices, faults } = read({ boundaries: [{ end: { line: 9 } }] });
    expect(faults).toEqual([]);
    expect(notices.map(({ notice }) => [notice.source.startLine, notice.source.endLine])).toEqual([
      [1, 9],
      [11, 17],
    ]);
    expect(notices[0]?.notice.corrections).toMatchObject([{ field: 'boundary', to: '1-9' }]);
  });

  test.each<[Omit<Boundary, 'reason'>, string]>([
    [{ notABeginning: { line: 4 } }, 'unexpected line 4, where the reader begins no notice'],
    [{ begin: { line: 11, kind: 'notice' } }, 'where the reader begins a notice by itself'],
    [{ begin: { line: 3, kind: 'notice' } }, 'unexpected line 3, which is blank'],
    [{ end: { line: 10 } }, 'with which the notice ends anyway'],
    [{ end: { line: 1 } }, 'unexpected line 1 in the title'],
    [{ end: { line: 3 } }, 'unexpected line 3, which is blank'],
  ])('fails where %j does not apply', (boundary, fault) => {
    const { faults } = read({ boundaries: [boundary] });
    expect(faults).toEqual([expect.stringContaining(fault)]);
    expect(faults[0]).toMatch(/^g\.yaml: entry 1: /u);
  });
});

test('corrections to a notice that was not read fail', () => {
  const { faults } = read({ id: 'x', entries: [{ note: { line: 1, printed: '甲区' } }] });
  expect(faults).toEqual([
    'n.yaml: unexpected notice `x`, expected one that this gazette holds: jiazhengfa-2020-1, jiazhengfa-2020-2',
  ]);
});

describe('the schemas', () => {
  test.each<[unknown, boolean]>([
    [{ gazette: 'a', corrections: [{ join: { line: 1 }, reason }] }, true],
    [{ gazette: 'a', corrections: [] }, false],
    [{ gazette: 'a', corrections: [{ join: { line: 1 } }] }, false],
    [{ gazette: 'a', corrections: [{ reason }] }, false],
    [
      {
        gazette: 'a',
        corrections: [{ join: { line: 1 }, note: { line: 1, printed: 'a' }, reason }],
      },
      false,
    ],
    [{ gazette: 'a', corrections: [{ join: { line: 0 }, reason }] }, false],
    [{ gazette: 'a', corrections: [{ mend: { line: 1 }, reason }] }, false],
    [
      { gazette: 'a', corrections: [{ field: { name: 'x', from: null, to: null }, reason }] },
      false,
    ],
    [
      {
        gazette: 'a',
        corrections: [{ field: { name: 'date', from: null, to: '2020-13-01' }, reason }],
      },
      false,
    ],
    [
      { gazette: 'a', corrections: [{ misprint: { line: 1, printed: 'a', meant: 'a' }, reason }] },
      false,
    ],
    [{ gazette: 'a', corrections: [{ join: { line: 1 }, reason: { zh: 'a' } }] }, false],
  ])('of a notice: %j is %s', (value, fits) => {
    expect(noticeCorrectionsSchema.safeParse(value).success).toBe(fits);
  });

  test.each<[unknown, boolean]>([
    [{ boundaries: [{ begin: { line: 1 }, reason }] }, true],
    [{ boundaries: [{ begin: { line: 1, kind: 'chronicle' }, reason }] }, true],
    [{ boundaries: [{ begin: { line: 1 }, end: { line: 2 }, reason }] }, false],
    [{ boundaries: [{ begin: { line: 1 } }] }, false],
  ])('of a gazette: %j is %s', (value, fits) => {
    expect(gazetteCorrectionsSchema.safeParse(value).success).toBe(fits);
  });
});

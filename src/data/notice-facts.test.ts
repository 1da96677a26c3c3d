import { describe, expect, test } from 'vitest';
import type { Language } from '../lib/address.ts';
import type { Notice } from '../lib/schema/notice.ts';
import { buildArchive } from './model.ts';
import { evidenceRows, noticeFacts } from './notice-facts.ts';
import { content, notice } from './testing.ts';

function factsOf(differs: Partial<Notice>, lang: Language = 'zh') {
  const archive = buildArchive(
    content(notice('a', differs), notice('b', { docNumber: '甲发〔2019〕1号' })),
  );
  return noticeFacts(archive, lang, archive.notice('a'));
}

function fact(label: string, differs: Partial<Notice>, lang: Language = 'zh') {
  return factsOf(differs, lang).find((item) => item.label === `notice.${label}`);
}

describe('noticeFacts', () => {
  test('keeps the order of the block on government sites', () => {
    expect(factsOf({}).map(({ label }) => label.replace('notice.', ''))).toEqual([
      'issuers',
      'date',
      'number',
      'published',
      'type',
      'disclosure',
      'addressees',
      'gazette',
      'section',
      'place',
    ]);
  });

  test('leaves what the source does not state without values', () => {
    expect(fact('number', {})?.values).toEqual([]);
    expect(fact('published', {})?.values).toEqual([]);
  });

  test('links a registered issuer and shows an unregistered one as printed', () => {
    const issuers = [
      { name: '甲区人民政府', id: 'jia' },
      { name: '乙局', id: null },
    ];
    expect(fact('issuers', { issuers })?.values).toEqual([
      { text: 'jia', href: '/zh/departments/jia/', lang: null },
      { text: '乙局', href: null, lang: null },
    ]);
    expect(fact('issuers', { issuers }, 'en')?.values).toEqual([
      { text: 'jia', href: '/en/departments/jia/', lang: null },
      { text: '甲区人民政府', href: null, lang: 'zh-Hans' },
      { text: '乙局', href: null, lang: 'zh-Hans' },
    ]);
  });

  test.each([
    [
      { line: 3, how: 'printed' },
      { text: '3', href: '/zh/notices/a/source/#L3' },
    ],
    [
      { line: 99, how: 'contents' },
      { text: '目录 99', href: '/zh/gazettes/jia-2020-1/source/#L99' },
    ],
    [
      { line: null, how: 'inferred' },
      { text: '推断', href: null },
    ],
    [
      { line: null, how: 'corrected' },
      { text: '更正', href: '#corrections' },
    ],
  ] as const)('says where a date was read: %j', (date, expected) => {
    const found = fact('date', { date: '2020-01-02', evidence: { date } });
    expect(found?.evidence).toMatchObject(expected);
  });

  test.each([
    ['甲发〔2019〕1号', '/zh/notices/b/'],
    ['《没有这件文件》', null],
    ['关于甲的通知', null],
  ])('links what it declares void only where one notice is meant: %s', (item, href) => {
    expect(fact('repeals', { repeals: [item] })?.values[0]?.href).toBe(href);
  });

  test('names what it declares void by title too, where a citation knows it', () => {
    const citations = [
      { title: '关于甲的通知', docNumber: '甲发〔2019〕1号', line: 3, notice: null },
    ];
    const found = fact('repeals', { repeals: ['甲发〔2019〕1号', '丁发〔2001〕2号'], citations });
    expect(found?.values.map(({ text }) => text)).toEqual([
      '《关于甲的通知》（甲发〔2019〕1号）',
      '丁发〔2001〕2号',
    ]);
  });

  test('gives the term and the clause that sets it', () => {
    const effective = { from: '2020-02-01', until: null, text: '自2020年2月1日起施行' };
    expect(fact('effective', { effective })?.values.map(({ text }) => text)).toEqual([
      '自 2020年2月1日 起',
      '自2020年2月1日起施行',
    ]);
  });

  test.each([
    ['zh', '成文日期', '印在原文中', '原文第 3 行'],
    ['en', 'Date signed', 'printed in the text', 'Source line 3'],
  ] as const)('tells in %s where each fact was read, with the line itself', (lang, ...said) => {
    const evidence: Notice['evidence'] = {
      date: { line: 3, how: 'printed' },
      title: { line: null, how: 'inferred' },
    };
    const archive = buildArchive(content(notice('a', { evidence })));
    const lines = ['', '', `  2020年1月2日${'甲'.repeat(80)}`];
    const [date, title, ...others] = evidenceRows(archive, lang, archive.notice('a'), lines);
    expect([date?.field, date?.how, date?.place?.text]).toEqual(said);
    expect(date?.quote).toMatch(/^2020年1月2日甲+…$/);
    expect(title).toMatchObject({ place: null, quote: null });
    expect(others).toEqual([]);
  });
});

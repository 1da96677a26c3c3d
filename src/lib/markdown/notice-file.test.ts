import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import fc from 'fast-check';
import type { Nodes, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { noticeSchema, type Notice } from '../schema/notice.ts';
import { dropLayoutSpaces } from '../text/spaces.ts';
import { noticeBody, noticeFile } from './notice-file.ts';

const seed = Number(process.env.SEED ?? 1);

const notice: Notice = {
  id: 'wulizhengbanfa-2020-2',
  kind: 'notice',
  title: '关于印发《2020年分工方案》的通知',
  docNumber: '吴利政办发〔2020〕2号',
  docType: '通知',
  issuers: [{ name: '吴忠市利通区人民政府办公室', id: 'litong-government-office' }],
  addressees: ['各乡镇人民政府', '区直各部门'],
  date: '2020-01-20',
  disclosure: '此件公开发布',
  gazette: 'litong-2020-1',
  section: null,
  attachments: [
    { label: null, title: '2020年分工方案', line: 54 },
    { label: '附件1', title: '名单: “甲” # 乙', line: 60 },
  ],
  effective: { from: '2020-01-20', until: null, text: '本方案自印发之日起施行。' },
  repeals: ['吴政发〔2015〕53号', '《甲》'],
  citations: [{ title: null, docNumber: '国发〔2018〕42号', line: 12, notice: null }],
  source: { file: 'litong-2020-1.txt', startLine: 1, endLine: 480 },
  language: 'zh-Hans',
  lines: ['9', '11-16'],
  evidence: { title: { line: 1, how: 'printed' }, section: { line: null, how: 'inferred' } },
  doubts: [{ rule: 'read-tail', line: 3, reason: 'unexpected `a: b`, expected c' }],
  corrections: [
    { field: 'date', from: null, to: '2020-01-20', line: 3, reason: '印错', english: 'Misprinted' },
  ],
};

/** Text with all that YAML, Markdown and HTML give a meaning of their own. */
const awkward = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Array.from('甲乙丙。，：“”（）aZ09 *_~`|\\<>[]()#+-=!&;:{}$%@^"\'/.?,')),
      fc.constantFrom(
        '**',
        '~~',
        '```',
        '---',
        '===',
        '***',
        '| - |',
        '1. ',
        '1) ',
        '- ',
        '+ ',
        '> ',
        '# ',
        '    ',
        '[^1]: ',
        '[甲]: /a',
        '<script>',
        '</p>',
        '<!--',
        '-->',
        '<?',
        '<![CDATA[',
        '{{x}}',
        '${x}',
        '&amp;',
        '&#42;',
        'http://a.cn/b_c*d*',
        'www.a.cn',
        'a_b@c.cn',
        'javascript:',
        '![甲](a.png)',
        '\u200b',
        '\ufeff',
        '\ue000',
        '\u00a0',
        '𠮷',
      ),
    ),
    { maxLength: 14, size: 'max' },
  )
  .map((parts) => dropLayoutSpaces(parts.join('')))
  .filter((text) => text !== '');

/** Text of Markdown as a reader sees it. */
function visible(node: Nodes): string {
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(visible).join('') : '';
}

/** The blocks that a reader of the Markdown finds. */
function readBack(...children: RootContent[]): RootContent[] {
  const body: Root = { type: 'root', children };
  return unified().use(remarkParse).use(remarkGfm).parse(noticeBody(body)).children;
}

describe('noticeFile', () => {
  test('parts frontmatter and body so that Astro finds both', () => {
    const file = noticeFile(notice, '正文。\n');
    expect(parseFrontmatter(file).content.trim()).toBe('正文。');
    expect(file).toMatch(/^---\nid: wulizhengbanfa-2020-2\n/u);
    expect(file).toMatch(/\n---\n\n正文。\n$/u);
  });

  test('gives readers of either YAML the notice it was given, days as strings', () => {
    const file = noticeFile(notice, '正文。\n');
    const astro = parseFrontmatter(file);
    expect(astro.frontmatter).toEqual(notice);
    expect(typeof astro.frontmatter.date).toBe('string');
    expect(parse(astro.rawFrontmatter)).toEqual(notice);
    expect(parse(astro.rawFrontmatter, { version: '1.1' })).toEqual(notice);
    expect(noticeSchema.parse(astro.frontmatter)).toEqual(notice);
  });

  test('keeps the lines of the blocks on one line', () => {
    expect(noticeFile(notice, '')).toContain('\nlines: ["9", 11-16]\n');
  });

  test.each([
    '2020-01-20',
    '12',
    '1e3',
    '0x1F',
    '12:30:45',
    'yes',
    'no',
    'null',
    '~',
    '- 甲',
    '甲: 乙',
    '甲 #乙',
    '"甲"',
    "'甲",
    '{甲}',
    '[甲]',
    '*甲',
    '&甲',
    '!甲',
    '%甲',
    '@甲',
    '`甲`',
    '|',
    '>',
    '---',
    '甲\n---\n乙',
    '<<',
    '=',
  ])('gives %j back as the same text', (title) => {
    const { frontmatter, rawFrontmatter } = parseFrontmatter(noticeFile({ ...notice, title }, ''));
    expect(frontmatter.title).toBe(title);
    expect(parse(rawFrontmatter)).toEqual({ ...notice, title });
  });

  test('gives any awkward title, clause and list back as the same text', () => {
    fc.assert(
      fc.property(awkward, awkward, (title, other) => {
        const given: Notice = {
          ...notice,
          title,
          addressees: [other, title],
          effective: { from: null, until: null, text: `${title}${'甲'.repeat(90)} ${other}` },
        };
        const { frontmatter, rawFrontmatter } = parseFrontmatter(noticeFile(given, other));
        expect(frontmatter).toEqual(given);
        expect(parse(rawFrontmatter)).toEqual(given);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('noticeBody', () => {
  const runs = { seed, numRuns: 1000 };

  test('shows any paragraph as it was printed, and makes nothing else of it', () => {
    fc.assert(
      fc.property(awkward, awkward, (one, other) => {
        const read = readBack(
          { type: 'paragraph', children: [{ type: 'text', value: one }] },
          { type: 'paragraph', children: [{ type: 'text', value: other }] },
        );
        expect(read.map((node) => [node.type, visible(node)])).toEqual([
          ['paragraph', one],
          ['paragraph', other],
        ]);
      }),
      runs,
    );
  });

  test('shows any heading as it was printed', () => {
    fc.assert(
      fc.property(awkward, fc.constantFrom(2, 3, 6), (text, depth) => {
        const [read] = readBack({
          type: 'heading',
          depth,
          children: [{ type: 'text', value: text }],
        });
        expect(read).toMatchObject({ type: 'heading', depth });
        expect(read && visible(read)).toBe(text);
      }),
      runs,
    );
  });

  test('shows any cell of a table as it was printed, and keeps their number', () => {
    fc.assert(
      fc.property(fc.array(awkward, { minLength: 4, maxLength: 4 }), (texts) => {
        const rows = [texts.slice(0, 2), texts.slice(2)];
        const [read] = readBack({
          type: 'table',
          children: rows.map((row) => ({
            type: 'tableRow',
            children: row.map((value) => ({
              type: 'tableCell',
              children: [{ type: 'text', value }],
            })),
          })),
        });
        if (read?.type !== 'table') throw new Error('expected a table');
        expect(read.children.map((row) => row.children.map(visible))).toEqual(rows);
      }),
      runs,
    );
  });

  test('shows any line of a table that was not rebuilt as it was printed', () => {
    fc.assert(
      fc.property(fc.array(awkward, { minLength: 1, maxLength: 4 }), (lines) => {
        const value = lines.join('\n');
        const read = readBack({ type: 'code', lang: 'table-lines', value });
        expect(read).toHaveLength(1);
        expect(read[0]).toMatchObject({ type: 'code', lang: 'table-lines', value });
      }),
      runs,
    );
  });

  test('shows a heading that runs on as strong text, and the rest as it was printed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('（一）指导思想', '1.加强领导', '第一条', '(二)“放管服”改革', '①甲'),
        awkward,
        (heading, rest) => {
          const [read] = readBack({
            type: 'paragraph',
            children: [
              { type: 'strong', children: [{ type: 'text', value: heading }] },
              { type: 'text', value: rest },
            ],
          });
          if (read?.type !== 'paragraph') throw new Error('expected a paragraph');
          expect(read.children[0]).toMatchObject({ type: 'strong' });
          expect(visible(read)).toBe(`${heading}${rest}`);
        },
      ),
      runs,
    );
  });

  test('writes the same bytes for the same tree', () => {
    const body: Root = {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: '*甲* 1. 乙' }] }],
    };
    expect(noticeBody(structuredClone(body))).toBe(noticeBody(body));
  });
});

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assembleArchive, readIssue } from './archive.ts';
import { blocksOf, parseNotice, type Block } from './markdown/render-blocks.ts';
import { noticeSchema, type Notice } from './schema/notice.ts';
import { testGazette } from './test-gazette.ts';
import { typeset, type Copy, type Layout } from './test-typeset.ts';
import { lexicon, vocabulary } from './test-vocabulary.ts';
import { bare } from './text/spaces.ts';

/** Headings that are numbered are set as paragraphs are, others are the titles of parts. */
const numbered = /^(?:第.+[编章节]|[一二三四五六七八九十]+、|（|\d)/u;

interface Read {
  notice: Notice;
  blocks: Block[];
}

const root = path.join(import.meta.dirname, '../../content/notices');

/** The notices of each gazette that hold text alone: tables, name lists and forms have layouts of their own. */
function gazettes(): Read[][] {
  const folders = globSync('*/', { cwd: root }).sort();
  return folders.map((folder) =>
    globSync('*.md', { cwd: path.join(root, folder) })
      .map((file): Read => {
        const printed = readFileSync(path.join(root, folder, file), 'utf8');
        const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(printed) ?? [];
        return { notice: noticeSchema.parse(parse(front)), blocks: blocksOf(parseNotice(body)) };
      })
      .filter(
        ({ notice, blocks }) =>
          notice.kind === 'notice' &&
          blocks.every((block) => 'text' in block && !/[\s\u3000]/u.test(block.text)),
      )
      .sort((a, b) => a.notice.source.startLine - b.notice.source.startLine),
  );
}

const textOf = (block: Block): string => ('text' in block ? block.text : '');

const copyOf = ({ notice, blocks }: Read): Copy => ({
  title: notice.title,
  docNumber: notice.docNumber,
  issuers: notice.issuers.map(({ name }) => name),
  blocks: blocks.map((block) => ({
    text: textOf(block),
    centred: block.kind === 'heading' && block.depth === 2 && !numbered.test(block.text),
  })),
});

/** What is read of some notices, set in a layout. */
function readBack(notices: readonly Read[], layout: Layout): Read[] {
  const file = new VFile({ path: 'gazette.txt', value: typeset(notices.map(copyOf), layout) });
  const issue = readIssue({ id: 'gazette', gazette: testGazette, file }, lexicon);
  return assembleArchive([issue], vocabulary)
    .sort((a, b) => a.notice.source.startLine - b.notice.source.startLine)
    .map(({ notice, body }) => ({ notice, blocks: blocksOf(parseNotice(body)) }));
}

const factsOf = ({ notice }: Read): unknown => ({
  title: notice.title,
  docNumber: notice.docNumber,
  date: notice.date,
  addressees: notice.addressees,
  attachments: notice.attachments.map(({ title }) => title),
});
const paragraphsOf = ({ blocks }: Read): string[] => blocks.map((block) => bare(textOf(block)));

const textsOf = (read: Read | undefined): string => (read ? paragraphsOf(read).join('') : '');

/** The places in a text where paragraphs end, each with the sign before it. */
function endsOf(read: Read): Map<number, string> {
  let at = 0;
  return new Map(
    paragraphsOf(read).map((text): [number, string] => {
      at += text.length;
      return [at, text.slice(-1)];
    }),
  );
}

/** Signs after which a paragraph may end, where nothing but its width tells. */
const closing = /[。；：！？）》”]/u;

const layouts: Record<'kept' | 'lost', Record<string, Layout>> = {
  kept: {
    'wide lines below running headers': {
      width: 68,
      indents: 'ideographic',
      gaps: 'none',
      pages: 'header',
    },
    'pages that a tool has laid out': {
      width: 56,
      indents: 'ascii',
      gaps: 'none',
      pages: 'form feed',
    },
    'narrow lines, each followed by a blank one': {
      width: 44,
      indents: 'ideographic',
      gaps: 'after each line',
      pages: 'number',
    },
    'a paragraph a line': { width: 100_000, indents: 'lost', gaps: 'none', pages: 'unmarked' },
  },
  lost: {
    'wide lines': { width: 80, indents: 'lost', gaps: 'none', pages: 'number' },
    'narrow lines': { width: 44, indents: 'lost', gaps: 'none', pages: 'header' },
    'lines each followed by a blank one': {
      width: 68,
      indents: 'lost',
      gaps: 'after each line',
      pages: 'header',
    },
    'blank lines between paragraphs': {
      width: 60,
      indents: 'lost',
      gaps: 'between paragraphs',
      pages: 'number',
    },
  },
};

/** Where paragraphs end in one text and not in the other. */
function differing(one: Read | undefined, other: Read | undefined): string[] {
  if (!one || !other) return ['no notice'];
  const [ends, others] = [endsOf(one), endsOf(other)];
  return [...ends].flatMap(([at, sign]) => (others.has(at) ? [] : [sign]));
}

describe('the notices of this archive, set anew', () => {
  const printed = gazettes();

  test('are enough to prove something', () => {
    expect(printed.flat().length).toBeGreaterThan(40);
  });

  test.each(Object.entries(layouts.kept))('are read back from %s to the paragraph', (_, layout) => {
    for (const notices of printed) {
      const read = readBack(notices, layout);
      expect(read.map(factsOf)).toEqual(notices.map(factsOf));
      expect(read.map(paragraphsOf)).toEqual(notices.map(paragraphsOf));
    }
  });

  test.each(Object.entries(layouts.lost))(
    'are read back from %s without indents, save paragraphs whose last line is full',
    (_, layout) => {
      for (const notices of printed) {
        const read = readBack(notices, layout);
        expect(read.map(factsOf)).toEqual(notices.map(factsOf));
        for (const [at, notice] of notices.entries()) {
          expect(textsOf(read[at])).toBe(textsOf(notice));
          for (const sign of [...differing(notice, read[at]), ...differing(read[at], notice)])
            expect(sign).toMatch(closing);
        }
      }
    },
  );
});

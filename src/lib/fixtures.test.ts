import fs from 'node:fs';
import path from 'node:path';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { assembleArchive, readIssue } from './archive.ts';
import type { Notice } from './schema/notice.ts';
import { testGazette } from './test-gazette.ts';
import { lexicon, vocabulary } from './test-vocabulary.ts';
import { bare } from './text/spaces.ts';

/**
 * One irregularity of real gazettes each: `<construct>.txt` as printed, `<construct>.md` what is written of it, and
 * `<construct>.messages.txt` what the reader says. `UPDATE_FIXTURES=1 npx vitest` rewrites what is expected; look at
 * the change before you commit it.
 */
const folder = path.join(import.meta.dirname, 'fixtures');
const update = process.env.UPDATE_FIXTURES === '1';

/** What a fixture shows of a notice: its facts, without those that are the same everywhere. */
function factsOf(notice: Notice): Record<string, unknown> {
  const { id, kind, title, docNumber, docType, addressees, date, disclosure, section } = notice;
  const facts = {
    id,
    kind,
    title,
    docNumber,
    docType,
    issuers: notice.issuers.map(({ name }) => name),
    addressees,
    date,
    disclosure,
    section,
    attachments: notice.attachments.map(
      ({ label, title: name, line }) => `${line}: ${label === null ? '' : `${label} `}${name}`,
    ),
    effective: notice.effective,
    repeals: notice.repeals,
    citations: notice.citations.map((cited) => `${cited.line}: ${cited.docNumber}`),
    lines: notice.lines.join(' '),
  };
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function block(facts: unknown, body: string): string {
  return `---\n${stringify(facts, { lineWidth: 0, version: '1.1' })}---\n\n${body}`.trimEnd();
}

interface Outcome {
  md: string;
  messages: string;
  /** Markdown of each notice. */
  bodies: string[];
}

function read(name: string, text: string): Outcome {
  const file = new VFile({ path: `${name}.txt`, value: text });
  const issue = readIssue({ id: 'fixture', gazette: testGazette, file }, lexicon);
  const written = assembleArchive([issue], vocabulary);
  const furniture = issue.reading.furniture.map(
    ({ kind, startLine, endLine, text: printed }) =>
      `${startLine}-${endLine} ${kind}: ${printed.replaceAll('\t', ' ')}`,
  );
  const blocks = written.map(({ notice, body }) => block(factsOf(notice), body));
  if (furniture.length > 0) blocks.unshift(block({ furniture }, ''));
  return {
    md: `${blocks.join('\n\n')}\n`,
    messages: file.messages
      .map(({ line, ruleId, fatal, reason }) => {
        const level = fatal === undefined ? 'info' : fatal ? 'error' : 'warning';
        return `${line ?? '-'} ${level} ${ruleId ?? '-'}: ${reason}\n`;
      })
      .join(''),
    bodies: written.map(({ body }) => body),
  };
}

/** Compares with a file of the folder, or rewrites it; a file that is missing is a failure. */
function expectFile(name: string, text: string): void {
  const file = path.join(folder, name);
  if (update) fs.writeFileSync(file, text);
  if (!fs.existsSync(file))
    throw new Error(`unexpected missing ${name}, expected it beside its text: UPDATE_FIXTURES=1`);
  expect(text).toBe(fs.readFileSync(file, 'utf8'));
}

const names = fs
  .readdirSync(folder)
  .sort()
  .flatMap((name) =>
    name.endsWith('.txt') && !name.endsWith('.messages.txt') ? [name.slice(0, -4)] : [],
  );
const sourceOf = (name: string): string =>
  fs.readFileSync(path.join(folder, `${name}.txt`), 'utf8');

describe('a gazette with', () => {
  test.each(names)('%s is read and written as kept beside it', (name) => {
    const { md, messages } = read(name, sourceOf(name));
    expectFile(`${name}.md`, md);
    expectFile(`${name}.messages.txt`, messages);
  });

  test('a construct for each kept file: nothing is left of those that are gone', () => {
    const expected = names.flatMap((name) => [`${name}.md`, `${name}.messages.txt`, `${name}.txt`]);
    expect(fs.readdirSync(folder).sort()).toEqual(expected.sort());
  });
});

/** Text of Markdown as a reader sees it. */
function visible(node: Nodes): string {
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(visible).join('') : '';
}

describe('Markdown of hostile text', () => {
  test('shows a reader what the gazette printed, and holds no markup of it', () => {
    const text = sourceOf('hostile-text');
    const { bodies } = read('hostile-text', text);
    const tree = unified().use(remarkParse).use(remarkGfm).parse(bodies.join('\n\n'));
    const printed = text.split('\n').slice(3).join('');
    expect(bare(visible(tree))).toBe(bare(printed));
    const kinds = new Set(tree.children.map((node) => node.type));
    expect([...kinds]).toEqual(['paragraph']);
  });
});

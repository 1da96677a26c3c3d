import { basename } from 'node:path';
import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { languages } from '../src/lib/address.ts';
import { built, builtFiles, jsonLines, packed, readCsv, writtenNotices } from './site.ts';

const notices = writtenNotices();
const ids = notices.map(({ id }) => id);
const rows = jsonLines('data/notices.jsonl');
const sheet = readCsv(built('data/notices.csv'));

/** Ids in the names of the built files that fit a pattern with one star. */
function idsIn(pattern: string): string[] {
  const [before = '', after = ''] = pattern.split('*');
  return builtFiles(pattern)
    .map((name) => name.slice(before.length, -after.length))
    .sort();
}

const rowIds = (table: readonly Record<string, unknown>[]): string[] =>
  table.map(({ id }) => String(id)).sort();

describe('every notice that was written', () => {
  test('is there at all', () => {
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(languages)('has one page and one page of its source lines in /%s/', (lang) => {
    expect(idsIn(`${lang}/notices/*/index.html`)).toEqual(ids);
    expect(idsIn(`${lang}/notices/*/source/index.html`)).toEqual(ids);
  });

  test('has one Markdown and one plain text to download', () => {
    expect(idsIn('notices/*.md')).toEqual(ids);
    expect(idsIn('notices/*.txt')).toEqual(ids);
  });

  test('has one record in the search', () => {
    const stored = builtFiles('search/*/notices/*.bin').map((file) => basename(file, '.bin'));
    expect(stored.sort()).toEqual(ids);
    const own = builtFiles('search/*/rows/*.bin').flatMap(
      (file) => packed(file, z.object({ ids: z.array(z.string()) })).ids,
    );
    expect(own.sort()).toEqual(ids);
    expect(packed('search/catalog.bin', z.object({ notices: z.number() })).notices).toBe(
      ids.length,
    );
  });

  test('has one row in each form of the table', () => {
    expect(rowIds(rows)).toEqual(ids);
    expect(rowIds(sheet)).toEqual(ids);
  });

  test('has one entry in the sitemap of each language', () => {
    for (const lang of languages) {
      const found = [...built('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/gu)]
        .map(
          ([, address]) => new RegExp(`/${lang}/notices/([^/]+)/$`, 'u').exec(address ?? '')?.[1],
        )
        .filter((id) => id !== undefined);
      expect(found.sort()).toEqual(ids);
    }
  });
});

describe('data/notices', () => {
  test('carries the frontmatter, the address and the text of each notice', () => {
    for (const { id, front } of notices) {
      const { url, text, ...rest } = rows.find((row) => row.id === id) ?? {};
      expect(rest).toEqual(front);
      expect(url).toMatch(new RegExp(`(?:^|/)zh/notices/${id}/$`, 'u'));
      expect(text).toSatisfy((value) => typeof value === 'string' && value.length > 0);
    }
  });

  test('says the same in CSV as in JSON Lines', () => {
    for (const { id } of notices) {
      const row = rows.find((own) => own.id === id) ?? {};
      const cells = sheet.find((own) => own.id === id) ?? {};
      for (const name of ['title', 'docNumber', 'docType', 'date', 'section', 'url', 'text'])
        expect(cells[name]).toBe(row[name] ?? '');
    }
  });

  test('opens in spreadsheets as UTF-8', () => {
    expect(built('data/notices.csv').startsWith('\uFEFF')).toBe(true);
    expect(built('data/citations.csv').startsWith('\uFEFF')).toBe(true);
  });

  test('gives a citation per row, each of a notice that exists', () => {
    const citations = jsonLines('data/citations.jsonl');
    expect(citations).toHaveLength(notices.flatMap(({ front }) => front.citations).length);
    expect(citations.filter(({ notice }) => !ids.includes(String(notice)))).toEqual([]);
    const targets = citations.map(({ target }) => target).filter((target) => target !== null);
    expect(targets.filter((target) => !ids.some((id) => id === target))).toEqual([]);
  });
});

describe('a downloaded notice', () => {
  test('is the Markdown that the pipeline wrote', () => {
    for (const { id, file } of notices)
      expect(built(`notices/${id}.md`)).toBe(readFileSync(file, 'utf8'));
  });

  test('begins, as plain text, with its title and number and holds the text of the table', () => {
    for (const { id, front } of notices) {
      const plain = built(`notices/${id}.txt`);
      expect(plain.startsWith('\u{FEFF}')).toBe(true);
      expect(
        plain.slice(1).startsWith([front.title, front.docNumber].filter(Boolean).join('\n\n')),
      ).toBe(true);
      expect(plain).toContain(rows.find((row) => row.id === id)?.text);
    }
  });
});

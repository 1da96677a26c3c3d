import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import { normalizeBase } from '../src/lib/address.ts';
import { noticeSchema, type Notice } from '../src/lib/schema/notice.ts';

/** The built site under test, and the base path that it was built for. */
export const dist = process.env.GONGBAO_DIST ?? 'dist';
export const base = normalizeBase(process.env.GONGBAO_BASE ?? '/');

/** A notice as the pipeline wrote it. */
export interface NoticeFile {
  file: string;
  id: string;
  front: Notice;
}

/** Every notice of a content folder, sorted by id. */
export function writtenNotices(content = 'content'): NoticeFile[] {
  return globSync('notices/**/*.md', { cwd: content })
    .map((name) => {
      const file = join(content, name);
      const front = noticeSchema.parse(parse(/^---\n(.*?\n)---\n/su.exec(text(file))?.[1] ?? ''));
      return { file, id: front.id, front };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Files of the built site that fit a pattern, sorted, relative to it. */
export function builtFiles(pattern: string): string[] {
  return globSync(pattern, { cwd: dist }).sort();
}

/** Text of a built file. */
export function built(name: string): string {
  return text(join(dist, name));
}

function text(file: string): string {
  return readFileSync(file, 'utf8');
}

/** Rows of a built JSON Lines file. */
export function jsonLines(name: string): Record<string, unknown>[] {
  const row = z.record(z.string(), z.unknown());
  return built(name)
    .trimEnd()
    .split('\n')
    .map((line) => row.parse(JSON.parse(line)));
}

/** What one of the search's packed files holds. */
export function packed<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(gunzipSync(readFileSync(join(dist, name))).toString('utf8')));
}

/** Rows of a CSV file (RFC 4180) under the names of their columns. */
export function readCsv(csv: string): Record<string, string>[] {
  const [head = [], ...rows] = csvCells(csv.replace(/^\uFEFF/u, ''));
  return rows.map((cells) => {
    if (cells.length !== head.length)
      throw new Error(`${cells.length} cells under ${head.length} names: ${cells.join()}`);
    return Object.fromEntries(head.map((name, i) => [name, cells[i] ?? '']));
  });
}

function csvCells(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu)) {
    // The pattern also fits the nothing after the last line.
    if (match.index === csv.length && row.length === 0) break;
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const parser = unified().use(rehypeParse, { emitParseErrors: true }).freeze();

/** A page as a browser reads it, and where its markup breaks the letter of the standard. */
export function parsePage(html: string): { tree: Root; faults: string[] } {
  const file = new VFile(html);
  const tree = parser.parse(file);
  return { tree, faults: file.messages.map(String) };
}

/** Elements of a tree, in order, that pass a test. */
export function elements(
  tree: Root | Element,
  passes: (element: Element) => boolean = () => true,
): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (passes(element)) found.push(element);
  });
  return found;
}

/** A property of an element as text; undefined where it has none. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** The first faults of a list, and how many more there are: a fault of all pages should not fill the screen. */
export function brief(faults: readonly string[]): string[] {
  const shown = faults.slice(0, 12);
  const more = faults.length - shown.length;
  return more > 0 ? [...shown, `… and ${more} more`] : shown;
}

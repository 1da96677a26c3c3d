import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import { gazetteSchema, type Gazette } from '../../src/lib/schema/gazette.ts';
import { noticeSchema } from '../../src/lib/schema/notice.ts';
import {
  bodySchema,
  documentTypeSchema,
  regionSchema,
  type Body,
  type DocumentType,
  type Region,
} from '../../src/lib/schema/vocabulary.ts';
import { bodyFinder } from '../../src/lib/search/mentions.ts';
import { searchRecord, type SearchRecord } from '../../src/lib/search/records.ts';

/** What the content folder holds, as far as search needs it. */
export interface Content {
  /** In the order of their years and ids. */
  records: SearchRecord[];
  gazettes: Map<string, Gazette>;
  bodies: Body[];
  documentTypes: DocumentType[];
  regions: Region[];
}

/**
 * Reads the notices and the vocabulary.
 *
 * @param root the content folder
 * @throws with the file's name where one does not fit its schema, or where two notices share an id
 */
export function readContent(root: string): Content {
  const gazettes = new Map(
    globSync('sources/*.yaml', { cwd: root })
      .sort()
      .map((file) => [path.basename(file, '.yaml'), readYaml(root, file, gazetteSchema)]),
  );
  const documentTypes = readYaml(root, 'vocab/document-types.yaml', z.array(documentTypeSchema));
  const bodies = readYaml(root, 'vocab/bodies.yaml', z.array(bodySchema));
  const regions = readYaml(root, 'vocab/regions.yaml', z.array(regionSchema));
  const bodiesIn = bodyFinder(bodies, regions);
  const records = globSync('notices/**/*.md', { cwd: root }).map((file) => {
    const [frontmatter, body] = splitMarkdown(readFileSync(path.join(root, file), 'utf8'), file);
    const notice = check(noticeSchema, parse(frontmatter), file);
    return searchRecord(notice, body, { gazettes, documentTypes, bodiesIn });
  });
  const ids = new Set<string>();
  for (const { id } of records) {
    if (ids.has(id)) throw new Error(`two notices have the id \`${id}\``);
    ids.add(id);
  }
  // What is searched together, a year, stands together.
  const order = ({ id, facets }: SearchRecord): string => `${facets.year[0] ?? ''} ${id}`;
  records.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return {
    records,
    gazettes,
    bodies,
    documentTypes,
    regions,
  };
}

function readYaml<T>(root: string, file: string, schema: z.ZodType<T>): T {
  return check(schema, parse(readFileSync(path.join(root, file), 'utf8')), file);
}

function check<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(`${file} does not fit its schema\n${z.prettifyError(result.error)}`);
}

function splitMarkdown(text: string, file: string): [frontmatter: string, body: string] {
  const match = /^---\n(?<frontmatter>[\s\S]*?\n)---\n(?<body>[\s\S]*)$/u.exec(text);
  if (!match?.groups) throw new Error(`${file}: no frontmatter`);
  return [match.groups.frontmatter ?? '', match.groups.body ?? ''];
}

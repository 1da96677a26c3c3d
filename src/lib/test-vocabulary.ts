import fs from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { makeLexicon } from './lexicon/lexicon.ts';
import {
  bodySchema,
  documentTypeSchema,
  regionSchema,
  wordingSchema,
  type Vocabulary,
} from './schema/vocabulary.ts';

/** The folder that holds content/, for tests that read real sources. */
export const content = path.join(import.meta.dirname, '../../content');

function read<Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> {
  return schema.parse(parse(fs.readFileSync(path.join(content, 'vocab', name), 'utf8')));
}

/** The vocabulary of the archive, held against its schemas: tests read with the words that the build reads with. */
export const vocabulary: Vocabulary = {
  bodies: read('bodies.yaml', z.array(bodySchema)),
  documentTypes: read('document-types.yaml', z.array(documentTypeSchema)),
  regions: read('regions.yaml', z.array(regionSchema)),
  wording: read('wording.yaml', wordingSchema),
};

export const lexicon = makeLexicon(vocabulary);

/** The gazettes of the archive as received. */
export const sources = fs
  .readdirSync(path.join(content, 'sources'))
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => ({
    name,
    text: fs.readFileSync(path.join(content, 'sources', name), 'utf8'),
  }));

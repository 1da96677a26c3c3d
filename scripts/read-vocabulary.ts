import path from 'node:path';
import { z } from 'astro/zod';
import {
  bodySchema,
  documentTypeSchema,
  regionSchema,
  wordingSchema,
  type Vocabulary,
} from '../src/lib/schema/vocabulary.ts';
import { readYaml } from './files.ts';

/** Folder of the vocabulary, from the project's root. */
export const vocab = 'content/vocab';

/**
 * Reads the vocabulary, each list held against its schema.
 *
 * @throws InputError that names the file and each field that is wrong
 */
export function readVocabulary(): Vocabulary {
  return {
    bodies: readYaml(path.join(vocab, 'bodies.yaml'), z.array(bodySchema)),
    documentTypes: readYaml(path.join(vocab, 'document-types.yaml'), z.array(documentTypeSchema)),
    regions: readYaml(path.join(vocab, 'regions.yaml'), z.array(regionSchema)),
    wording: readYaml(path.join(vocab, 'wording.yaml'), wordingSchema),
  };
}

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { maskSource } from '../lib/privacy/mask-source.ts';
import { officeNumbers, privacySchema } from '../lib/schema/privacy.ts';
import { readingSchema } from '../lib/schema/reading.ts';

/** The breaks at which the pipeline counts lines. */
const lineBreak = /\r\n|[\n\r\u2028\u2029\u0085]/u;

const read = new Map<string, Promise<string>>();

/** A gazette's text as received, personal numbers masked; the same bytes where it holds none. */
export async function sourceBytes(gazette: string): Promise<Buffer> {
  return Buffer.from(await sourceText(gazette));
}

/** The lines of a gazette's text, personal numbers masked; line n is item n - 1. */
export async function sourceLines(gazette: string): Promise<readonly string[]> {
  return (await sourceText(gazette)).replace(/^\ufeff/u, '').split(lineBreak);
}

function sourceText(gazette: string): Promise<string> {
  const text = read.get(gazette) ?? maskedText(gazette);
  read.set(gazette, text);
  return text;
}

async function maskedText(gazette: string): Promise<string> {
  const [text, reading, privacy] = await Promise.all([
    contentFile(`sources/${gazette}.txt`),
    contentFile(`notices/${gazette}/reading.yaml`),
    contentFile('vocab/privacy.yaml'),
  ]);
  const { masked = [] } = readingSchema.parse(parse(reading));
  return maskSource(text, masked, officeNumbers(privacySchema.parse(parse(privacy))));
}

/** The text of a file, whole: a byte-order mark is part of what was received. */
async function contentFile(name: string): Promise<string> {
  const bytes = await readFile(resolve('content', name));
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** The breaks at which the pipeline counts lines. */
const lineBreak = /\r\n|[\n\r\u2028\u2029\u0085]/u;

const read = new Map<string, Promise<readonly string[]>>();

/** A gazette's text as received. */
export function sourceBytes(gazette: string): Promise<Buffer> {
  return readFile(resolve('content/sources', `${gazette}.txt`));
}

/** The lines of a gazette's text; line n is item n - 1. */
export function sourceLines(gazette: string): Promise<readonly string[]> {
  const lines =
    read.get(gazette) ?? sourceBytes(gazette).then((bytes) => decode(bytes).split(lineBreak));
  read.set(gazette, lines);
  return lines;
}

function decode(bytes: Buffer): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

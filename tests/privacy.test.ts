import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { findPersonal } from '../src/lib/privacy/mask.ts';
import { officeNumbers, privacySchema } from '../src/lib/schema/privacy.ts';
import { readingSchema } from '../src/lib/schema/reading.ts';
import { dist } from './site.ts';

const offices = officeNumbers(
  privacySchema.parse(parse(readFileSync('content/vocab/privacy.yaml', 'utf8'))),
);

/** Personal numbers that the sources print, as digits. */
const numbers = globSync('content/sources/*.txt').flatMap((file) =>
  findPersonalIn(readFileSync(file, 'utf8')),
);

function findPersonalIn(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) =>
      findPersonal(line, { allowed: offices }).map(({ start, end }) => line.slice(start, end)),
    );
}

/** A built file as text; what is packed is unpacked. */
function textOf(name: string): string {
  const bytes = readFileSync(join(dist, name));
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

describe('personal numbers', () => {
  const files = globSync('**/*.{html,md,txt,json,jsonl,csv,xml,bin,js}', { cwd: dist }).sort();

  test('are printed in the sources, and listed where they were masked', () => {
    expect(numbers.length).toBeGreaterThan(0);
    const masked = globSync('content/notices/*/reading.yaml').flatMap(
      (file) => readingSchema.parse(parse(readFileSync(file, 'utf8'))).masked ?? [],
    );
    expect(masked.length).toBe(numbers.length);
  });

  test('stand in no file of the built site', () => {
    expect(files.length).toBeGreaterThan(0);
    const showing = files.filter((name) => {
      const text = textOf(name);
      return numbers.some((number) => text.includes(number));
    });
    expect(showing).toEqual([]);
  });

  test('of offices are shown in full', () => {
    const texts = files.filter((name) => name.endsWith('.md')).map(textOf);
    for (const number of offices) expect(texts.some((text) => text.includes(number))).toBe(true);
  });
});

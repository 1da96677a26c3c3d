import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gunzipSync, gzipSync } from 'node:zlib';
import { GramIndexer } from '../../../scripts/search/index-grams.ts';
import { writeIndex, type IndexSizes } from '../../../scripts/search/write-index.ts';
import { createAnalyzer } from './analyze.ts';
import { openIndex } from './find.ts';
import { regionHolding } from './places.ts';
import { writeChunk } from './postings.ts';
import type { Block } from './records.ts';

const analyzer = createAnalyzer(new Map());

/** An index over records, and how often it had to read a record itself. */
function indexOf(records: readonly (readonly Block[])[], sizes: IndexSizes) {
  const indexer = new GramIndexer(analyzer);
  for (const blocks of records) indexer.add(blocks);
  const chunks: Uint8Array[] = [];
  const directory = writeIndex(indexer, sizes, (number, content) => (chunks[number] = content));
  const read = { records: 0 };
  const find = openIndex({
    directory,
    chunk: (number) => Promise.resolve(gunzipSync(chunks[number] ?? nothing)),
    regionIn(notice, fragment) {
      read.records += 1;
      return Promise.resolve(regionHolding(records[notice] ?? [], fragment, analyzer));
    },
  });
  return { find, read, split: directory.split };
}

/** A chunk that holds no gram: an empty archive has no chunk at all. */
const nothing = gzipSync(writeChunk([]));

const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 12 });
const block = fc.record({
  kind: fc.constantFrom('title', 'number', 'heading', 'text', 'cell'),
  place: fc.constant(1),
  text,
});
const archive = fc.array(fc.array(block, { maxLength: 3 }), { minLength: 10, maxLength: 40 });

describe('openIndex', () => {
  test('finds just the records that hold a fragment inside one block, however grams are split', async () => {
    let reads = 0;
    await fc.assert(
      fc.asyncProperty(
        archive,
        text,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 1, max: 100 }),
        async (records, fragment, rare, more, chunk) => {
          fc.pre(fragment !== '');
          const { find, read } = indexOf(records, { rare, frequent: rare + more, chunk });
          const expected = records.flatMap((blocks, i) => {
            const region = regionHolding(blocks, fragment, analyzer);
            return region === null ? [] : [[i, region] as const];
          });
          const found = await find(fragment);
          expect([...found].sort(([a], [b]) => a - b)).toEqual(expected);
          reads += read.records;
        },
      ),
      { numRuns: 2000 },
    );
    expect(reads).toBeGreaterThan(10);
  });

  test('reads few records and looks the rest up', async () => {
    const records: Block[][] = Array.from({ length: 60 }, (_, i) => [
      { kind: 'text', place: 1, text: `甲乙丙丁${i % 2 === 0 ? '戊己' : '己戊'}` },
    ]);
    const { find, read } = indexOf(records, { rare: 20, frequent: 20, chunk: 1 });
    expect((await find('乙丙丁戊')).size).toBe(30);
    expect(read.records).toBe(0);
  });

  test('looks up the end of a fragment too where many notices are left', async () => {
    const text = (i: number): string => {
      if (i < 30) return i < 20 ? '甲丙丁' : '甲丙戊';
      return `丙丁${'甲乙丙丁戊己庚'[i % 7] ?? ''}`;
    };
    const records = Array.from({ length: 110 }, (_, i): Block[] => [
      { kind: 'text', place: 1, text: text(i) },
    ]);
    const { find, read, split } = indexOf(records, { rare: 30, frequent: 40, chunk: 1000 });
    expect(split).toEqual(['丙丁']);
    expect((await find('甲丙丁')).size).toBe(20);
    expect(read.records).toBe(0);
  });

  test('knows nothing of an empty archive', async () => {
    const { find } = indexOf([], { rare: 10, frequent: 10, chunk: 10 });
    expect((await find('甲')).size).toBe(0);
    expect((await find('甲乙丙')).size).toBe(0);
  });
});

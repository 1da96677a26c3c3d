import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PairIndexer } from '../../../scripts/search/index-pairs.ts';
import { gunzipSync } from 'node:zlib';
import { createAnalyzer, fragmentTerms } from './analyze.ts';
import { regions } from './places.ts';
import {
  findTogether,
  PostingsWriter,
  readChunk,
  readPostings,
  writeChunk,
  type Postings,
} from './postings.ts';
import type { Block } from './records.ts';

const analyzer = createAnalyzer(new Map());

test('postings are read as they were written', () => {
  const writer = new PostingsWriter();
  writer.add(0, [0, 5, 300]);
  writer.add(7, [131_072]);
  writer.add(70_000, [1, 2]);
  const { notices, starts, places } = readPostings(writer.view());
  expect([...notices]).toEqual([0, 7, 70_000]);
  expect([...starts]).toEqual([0, 3, 4, 6]);
  expect([...places]).toEqual([0, 5, 300, 131_072, 1, 2]);
});

test('a chunk is read as it was written', () => {
  const terms = [
    ['吴忠', Uint8Array.of(1, 2)],
    ['𠀀甲', new Uint8Array(300)],
  ] as const;
  expect([...readChunk(writeChunk(terms))]).toEqual(terms);
});

/** Finds fragments in records made of blocks of text, through a real index. */
function finder(records: readonly (readonly Block[])[]): (fragment: string) => Map<number, number> {
  const indexer = new PairIndexer(analyzer);
  for (const blocks of records) indexer.add(blocks);
  const terms = new Map(
    indexer.finish().chunks.flatMap((chunk) => [...readChunk(gunzipSync(chunk))]),
  );
  const postings = (term: string): Postings => readPostings(terms.get(term) ?? new Uint8Array());
  return (fragment) =>
    findTogether(
      fragmentTerms(fragment).map(({ term, offset }) => ({ postings: postings(term), offset })),
    );
}

describe('findTogether', () => {
  test('finds just the records that hold a fragment inside one block', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '1', 'a'), maxLength: 7 });
    const block = fc.record({
      kind: fc.constantFrom('title', 'number', 'heading', 'text', 'cell'),
      place: fc.constant(1),
      text,
    });
    const archive = fc.array(fc.array(block, { maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(archive, text, (records, fragment) => {
        fc.pre(fragment !== '');
        const expected = records.flatMap((blocks, i) =>
          blocks.some((own) => own.text.includes(fragment)) ? [i] : [],
        );
        expect([...finder(records)(fragment).keys()].sort()).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('gives the first place, the title’s before all others', () => {
    const found = finder([
      [
        { kind: 'text', place: 1, text: '教育资金' },
        { kind: 'heading', place: 2, text: '关于教育' },
        { kind: 'title', place: 0, text: '义务教育' },
      ],
      [{ kind: 'text', place: 1, text: '无教育' }],
    ])('教育');
    expect([...found]).toEqual([
      [0, 2],
      [1, regions.text + 1],
    ]);
  });
});

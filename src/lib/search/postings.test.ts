import { expect, test } from 'vitest';
import {
  findTogether,
  HoldersWriter,
  mergePostings,
  PostingsWriter,
  readChunk,
  readHolders,
  readPostings,
  writeChunk,
  type Postings,
} from './postings.ts';

/** Notices and their places, as the index gives them. */
function postings(...own: readonly (readonly [notice: number, places: number[]])[]): Postings {
  const writer = new PostingsWriter();
  for (const [notice, places] of own) writer.add(notice, places);
  return readPostings(writer.view());
}

test('places are read as they were written', () => {
  const { notices, starts, places } = postings([0, [0, 5, 300]], [7, [131_072]], [70_000, [1, 2]]);
  expect([...notices]).toEqual([0, 7, 70_000]);
  expect([...starts]).toEqual([0, 3, 4, 6]);
  expect([...places]).toEqual([0, 5, 300, 131_072, 1, 2]);
});

test('holders are read as they were written', () => {
  const writer = new HoldersWriter();
  writer.add(0, 'text');
  writer.add(1, 'title');
  writer.add(50_000, 'heading');
  expect([...readHolders(writer.view())]).toEqual([
    [0, 'text'],
    [1, 'title'],
    [50_000, 'heading'],
  ]);
});

test('a chunk is read as it was written', () => {
  const grams = [
    ['吴忠', Uint8Array.of(1, 2)],
    ['𠀀甲', new Uint8Array(300)],
  ] as const;
  expect([...readChunk(writeChunk(grams))]).toEqual(grams);
});

test('the places of several grams are merged in order', () => {
  const merged = mergePostings([postings([1, [7]], [4, [2]]), postings([0, [3]], [1, [5, 9]])]);
  expect(merged).toEqual(postings([0, [3]], [1, [5, 7, 9]], [4, [2]]));
});

test('grams stand together only at their offsets, and the best region counts', () => {
  const found = findTogether([
    { postings: postings([0, [10, 600]], [1, [5000]], [2, [5000]]), offset: 0 },
    { postings: postings([0, [12, 602]], [1, [5002]], [2, [5003]]), offset: 2 },
  ]);
  expect([...found]).toEqual([
    [0, 'title'],
    [1, 'text'],
  ]);
});

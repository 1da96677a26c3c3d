import { gzipSync } from 'node:zlib';
import type { Catalog } from '../../src/lib/search/catalog.ts';
import { writeChunk } from '../../src/lib/search/postings.ts';
import type { GramIndexer, GramSizes } from './index-grams.ts';

/** Where the lines between grams and between chunks are drawn. */
export interface IndexSizes extends GramSizes {
  /** Size at which a chunk is closed, in bytes. */
  chunk: number;
}

/** Bytes of an entry for each place, on average. */
const bytesPerPlace = 3;

/**
 * The fewer places a gram kept whole has, the longer grams reach into a fragment and the fewer notices they leave, but the
 * larger the index: at 10,000 notices 145 MB with no such line, 215 MB with this one.
 */
const rare = 64;

/** Places of a split gram for each byte of a chunk, so that the grams under one that is not split fill a chunk or two. */
const frequent = 0.25;

/**
 * Sizes that suit an archive. A first query fetches the directory of all chunks and a few chunks, so a chunk should grow
 * with the square root of the archive.
 */
export function indexSizes(characters: number): IndexSizes {
  const best = Math.sqrt(characters * bytesPerPlace) * 4;
  const chunk = Math.round(Math.min(81_920, Math.max(6_000, best)));
  return { rare, frequent: Math.round(chunk * frequent), chunk };
}

type Entry = readonly [gram: string, entry: Uint8Array];

/** A chunk may be closed so much before its size, where a shorter separator does. */
const window = 0.3;

/** Writes the chunks by their numbers, and gives their directory. */
export function writeIndex(
  indexer: GramIndexer,
  sizes: IndexSizes,
  write: (chunk: number, content: Uint8Array) => void,
): Pick<Catalog, 'firsts' | 'split'> {
  const directory: Pick<Catalog, 'firsts' | 'split'> = { firsts: [], split: [] };
  const open: Entry[] = [];
  let size = 0;
  let last = '';
  /** Writes so many of the open grams as a chunk. */
  const close = (count: number): void => {
    const own = open.splice(0, count);
    const [first] = own;
    if (!first) return;
    write(directory.firsts.length, gzipSync(writeChunk(own)));
    directory.firsts.push(separator(last, first[0]));
    last = own.at(-1)?.[0] ?? '';
    size = open.reduce((sum, entry) => sum + sizeOf(entry), 0);
  };
  const add = (gram: string, bytes: Uint8Array): void => {
    const entry = [gram, bytes] as const;
    // A large entry stands alone: who asks for its neighbours should not have to fetch it.
    const isLarge = bytes.length * 2 > sizes.chunk;
    if (isLarge) close(open.length);
    else if (size + sizeOf(entry) > sizes.chunk)
      close(bestCut([...open, entry], sizes.chunk * (1 - window)));
    open.push(entry);
    size += sizeOf(entry);
    if (isLarge) close(1);
  };
  indexer.finish(sizes, {
    whole: add,
    split(gram, entry) {
      if (Array.from(gram).length > 1) directory.split.push(gram);
      add(gram, entry);
    },
  });
  close(open.length);
  return directory;
}

function sizeOf([gram, entry]: Entry): number {
  return entry.length + gram.length * 3 + 2;
}

/** How many grams a chunk should have to be followed by the shortest separator, once it is of some size. */
function bestCut(entries: readonly Entry[], least: number): number {
  let best = { count: entries.length - 1, length: Infinity };
  let size = 0;
  for (let count = 1; count < entries.length; count++) {
    const [before, after] = [entries[count - 1], entries[count]];
    if (!before || !after) break;
    size += sizeOf(before);
    const { length } = separator(before[0], after[0]);
    if (size >= least && length <= best.length) best = { count, length };
  }
  return best.count;
}

/** The shortest beginning of a gram that comes after the gram before it. */
function separator(before: string, gram: string): string {
  const chars = Array.from(gram);
  for (let length = 1; length < chars.length; length++) {
    const beginning = chars.slice(0, length).join('');
    if (beginning > before) return beginning;
  }
  return gram;
}

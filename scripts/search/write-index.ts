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

/** Writes the chunks by their numbers, and gives their directory. */
export function writeIndex(
  indexer: GramIndexer,
  sizes: IndexSizes,
  write: (chunk: number, content: Uint8Array) => void,
): Pick<Catalog, 'firsts' | 'split'> {
  const directory: Pick<Catalog, 'firsts' | 'split'> = { firsts: [], split: [] };
  let open: (readonly [gram: string, entry: Uint8Array])[] = [];
  let size = 0;
  let last = '';
  const close = (): void => {
    const [first] = open;
    if (!first) return;
    write(directory.firsts.length, gzipSync(writeChunk(open)));
    directory.firsts.push(separator(last, first[0]));
    last = open.at(-1)?.[0] ?? '';
    open = [];
    size = 0;
  };
  const add = (gram: string, entry: Uint8Array): void => {
    // A large entry stands alone: who asks for its neighbours should not have to fetch it.
    if (size > 0 && size + entry.length > sizes.chunk) close();
    open.push([gram, entry]);
    size += entry.length + gram.length * 3 + 2;
    if (size >= sizes.chunk) close();
  };
  indexer.finish(sizes, {
    whole: add,
    split(gram, entry) {
      if (Array.from(gram).length > 1) directory.split.push(gram);
      add(gram, entry);
    },
  });
  close();
  return directory;
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

import { gzipSync } from 'node:zlib';
import type { Analyzer } from '../../src/lib/search/analyze.ts';
import { placeBlocks, type PlacedBlock } from '../../src/lib/search/places.ts';
import { PostingsWriter, writeChunk } from '../../src/lib/search/postings.ts';
import type { Block } from '../../src/lib/search/records.ts';

/** An index as files. */
export interface PairIndex {
  /** The chunks in order, gzipped. */
  chunks: Uint8Array[];
  /** First term of each chunk. */
  firsts: string[];
}

/** A term while it is being written. */
interface Term {
  writer: PostingsWriter;
  /** Places in the notice at hand. */
  places: number[];
}

/** More than any code point: pairs of characters become one number, which a map finds sooner than a string. */
const radix = 0x200000;

/**
 * Packed size at which a chunk is closed, in bytes. A first query fetches the directory of all chunks and a few chunks,
 * so the best size grows with the square root of the archive; in a large one many terms are larger than this anyway.
 */
function chunkSize(total: number): number {
  return Math.min(32_768, Math.max(6_000, Math.sqrt(total) * 4));
}

/** Indexes notices by their characters and pairs of characters. */
export class PairIndexer {
  /** By the code of the first character and, for a pair, of the second: see `nameOf`. */
  readonly #terms = new Map<number, Term>();
  readonly #analyzer: Analyzer;
  #notices = 0;

  constructor(analyzer: Analyzer) {
    this.#analyzer = analyzer;
  }

  /** Adds the next notice; its number is the count of those before it. */
  add(blocks: readonly Block[]): void {
    const touched: Term[] = [];
    for (const block of placeBlocks(blocks, this.#analyzer)) this.#place(block, touched);
    for (const term of touched) {
      // Blocks come in reading order, their regions do not.
      term.places.sort((a, b) => a - b);
      term.writer.add(this.#notices, term.places);
      term.places.length = 0;
    }
    this.#notices += 1;
  }

  #place({ chars, place }: PlacedBlock, touched: Term[]): void {
    for (let i = 0; i < chars.length; i++) {
      const char = chars[i]?.codePointAt(0) ?? 0;
      const single = this.#term(char * radix);
      const first = single.places[0];
      if (first === undefined) touched.push(single);
      if (first === undefined || place + i < first) single.places[0] = place + i;
      const after = chars[i + 1]?.codePointAt(0);
      if (after === undefined) continue;
      const pair = this.#term(char * radix + after);
      if (pair.places.length === 0) touched.push(pair);
      pair.places.push(place + i);
    }
  }

  #term(key: number): Term {
    const known = this.#terms.get(key);
    if (known) return known;
    const term = { writer: new PostingsWriter(), places: [] };
    this.#terms.set(key, term);
    return term;
  }

  /** Packs the index. */
  finish(): PairIndex {
    const packed = [...this.#terms]
      .map(([key, { writer }]) => [nameOf(key), writer.view()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const limit = chunkSize(packed.reduce((sum, [, bytes]) => sum + bytes.length, 0));
    const index: PairIndex = { chunks: [], firsts: [] };
    let open: (typeof packed)[number][] = [];
    let size = 0;
    const close = (): void => {
      const [first] = open;
      if (!first) return;
      index.firsts.push(first[0]);
      index.chunks.push(gzipSync(writeChunk(open)));
      open = [];
      size = 0;
    };
    for (const entry of packed) {
      // A large term stands alone: who asks for its neighbours should not have to fetch it.
      if (size > 0 && size + entry[1].length > limit) close();
      open.push(entry);
      size += entry[1].length + entry[0].length * 3 + 2;
      if (size >= limit) close();
    }
    close();
    return index;
  }
}

function nameOf(key: number): string {
  const after = key % radix;
  const first = String.fromCodePoint(Math.floor(key / radix));
  return after === 0 ? first : first + String.fromCodePoint(after);
}

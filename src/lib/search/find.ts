import type { Catalog } from './catalog.ts';
import { coverOf } from './grams.ts';
import type { Region } from './places.ts';
import {
  findTogether,
  mergePostings,
  readChunk,
  readHolders,
  readPostings,
  type PlacedPostings,
  type Postings,
} from './postings.ts';

/** The notices that hold a folded fragment, and the best region in which each does. */
export type Holders = ReadonlyMap<number, Region>;

/** What the index needs of the archive. */
export interface IndexContext {
  directory: Pick<Catalog, 'firsts' | 'split'>;
  /** Fetches a chunk by its number. */
  chunk: (number: number) => Promise<Uint8Array>;
  /** The best region of a notice in which a fragment stands, read from the notice itself; null where none. */
  regionIn: (notice: number, fragment: string) => Promise<Region | null>;
}

/** Answers kept in memory, the latest: a reader who types and deletes comes back to the same ones. */
const kept = 200;

/** Grams looked up at first. Where they leave few notices, reading these costs less than looking up the others. */
const atFirst = 3;
const few = 6;

/** A chunk is about as large as so many notices. */
const noticesPerChunk = 2;

/** Opens the index: chunks are fetched as fragments need them, and kept. */
export function openIndex(context: IndexContext): (fragment: string) => Promise<Holders> {
  const { firsts } = context.directory;
  const split = new Set(context.directory.split);
  const chunks = new Map<number, Promise<Map<string, Uint8Array>>>();
  const answers = new Map<string, Promise<Holders>>();

  function chunk(number: number): Promise<Map<string, Uint8Array>> {
    const own = chunks.get(number) ?? context.chunk(number).then(readChunk);
    chunks.set(number, own);
    // A failure, such as a lost connection, is not to be remembered.
    own.catch(() => chunks.delete(number));
    return own;
  }

  async function holders(gram: string): Promise<Holders> {
    return readHolders((await chunk(chunkOf(gram, firsts))).get(gram) ?? new Uint8Array());
  }

  /** The chunks of all grams that begin with a gram, itself among them. */
  function chunksUnder(gram: string): number[] {
    const [first, last] = [chunkOf(gram, firsts), chunkOf(gram + lastCharacter, firsts)];
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }

  /** The places of all grams kept whole that begin with a gram. */
  async function placesUnder(gram: string): Promise<Postings> {
    const own = (await Promise.all(chunksUnder(gram).map(chunk))).flatMap((grams) => [...grams]);
    const whole = own.filter(([name]) => name.startsWith(gram) && !split.has(name));
    return mergePostings(whole.map(([, entry]) => readPostings(entry)));
  }

  /** The places of the longest gram known that begins at a character, and is not a split one. */
  async function placesFrom(chars: readonly string[], from: number): Promise<PlacedGram> {
    const rest = chars.slice(from);
    const own = await chunk(chunkOf(rest.join(''), firsts));
    for (let length = 2; length <= rest.length; length++) {
      const gram = rest.slice(0, length).join('');
      const entry = split.has(gram) ? undefined : own.get(gram);
      if (entry) return { postings: readPostings(entry), offset: from, to: from + length };
    }
    return { postings: await placesUnder(rest.join('')), offset: from, to: chars.length };
  }

  async function look(fragment: string): Promise<Holders> {
    const chars = Array.from(fragment);
    if (chars.length === 1 || split.has(fragment)) return holders(fragment);
    const { whole, tail } = coverOf(chars, split);
    const placed = (starts: readonly number[]): Promise<PlacedGram[]> =>
      Promise.all(starts.map((from) => placesFrom(chars, from)));
    const read = async (notices: Iterable<number>): Promise<Holders> => {
      const regions = Array.from(
        notices,
        async (notice) => [notice, await context.regionIn(notice, fragment)] as const,
      );
      const held = await Promise.all(regions);
      return new Map(
        held.flatMap(([notice, region]) => (region === null ? [] : [[notice, region]])),
      );
    };

    let grams = await placed(spread(whole, atFirst));
    let found = findTogether(grams);
    if (coversAll(grams, chars.length)) return found;
    if (found.size <= few) return read(found.keys());
    if (grams.length < whole.length) {
      grams = await placed(whole);
      found = findTogether(grams);
    }
    if (tail === null || coversAll(grams, chars.length)) return found;
    const end = chars.slice(tail).join('');
    if (found.size <= Math.max(few, chunksUnder(end).length * noticesPerChunk))
      return read(found.keys());
    return findTogether([...grams, { postings: await placesUnder(end), offset: tail }]);
  }

  return (fragment) => {
    const answer = answers.get(fragment) ?? look(fragment);
    answers.set(fragment, answer);
    answer.catch(() => answers.delete(fragment));
    const [oldest] = answers.keys();
    if (answers.size > kept && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}

/** The places of a gram, and where it stands in the fragment. */
interface PlacedGram extends PlacedPostings {
  to: number;
}

/** True where grams in order leave no character of a fragment out. */
function coversAll(grams: readonly PlacedGram[], length: number): boolean {
  let end = 0;
  for (const { offset, to } of grams) if (offset <= end) end = Math.max(end, to);
  return end === length;
}

/** Comes after every character in the order of names. */
const lastCharacter = '\uffff';

/** Up to `most` of a list, the first and the last among them, the others evenly between. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  const step = (list.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => list[Math.round(i * step)]).flatMap((one) =>
    one === undefined ? [] : [one],
  );
}

/** The last chunk that begins at or before a gram. */
function chunkOf(gram: string, firsts: readonly string[]): number {
  let [low, high] = [0, firsts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((firsts[middle] ?? '') <= gram) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

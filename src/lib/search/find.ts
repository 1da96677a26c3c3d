import type { Catalog } from './catalog.ts';
import { blockEnd, coverOf, type Stretch } from './grams.ts';
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

/** Answers kept in memory; a reader who types comes back to the same ones. */
const kept = 200;

/** Grams looked up at first. Where they leave few notices, reading these costs less than looking up the others. */
const atFirst = 3;
const few = 6;

/** A chunk is about as large as so many notices. */
const noticesPerChunk = 4;

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

  async function entry(gram: string): Promise<Uint8Array> {
    return (await chunk(chunkOf(gram, firsts))).get(gram) ?? new Uint8Array();
  }

  /** The places of a split gram: those of all grams kept whole that begin with it. */
  async function placesUnder(gram: string, [first, last]: [number, number]): Promise<Postings> {
    const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const entries = (await Promise.all(numbers.map(chunk))).flatMap((own) => [...own]);
    return mergePostings(
      entries
        .filter(([name]) => name.startsWith(gram) && !split.has(name))
        .map(([, bytes]) => readPostings(bytes)),
    );
  }

  async function look(fragment: string): Promise<Holders> {
    const chars = Array.from(fragment);
    if (chars.length === 1 || split.has(fragment)) return readHolders(await entry(fragment));
    const { whole, tail } = coverOf(chars, split);
    const textOf = ({ from, to }: Stretch): string => chars.slice(from, to).join('');
    const placed = (stretches: readonly Stretch[]): Promise<PlacedPostings[]> =>
      Promise.all(
        stretches.map(async (stretch) => ({
          postings: readPostings(await entry(textOf(stretch))),
          offset: stretch.from,
        })),
      );
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

    const some = spread(whole, atFirst);
    let found = findTogether(await placed(some));
    if (found.size > few && some.length < whole.length) found = findTogether(await placed(whole));
    else if (some.length < whole.length) return read(found.keys());
    if (tail === null || found.size === 0) return found;
    const end = textOf(tail);
    const range: [number, number] = [
      chunkOf(end + blockEnd, firsts),
      chunkOf(end + lastCharacter, firsts),
    ];
    if (found.size <= Math.max(few, (range[1] - range[0]) * noticesPerChunk))
      return read(found.keys());
    const rest = { postings: await placesUnder(end, range), offset: tail.from };
    return findTogether([...(await placed(whole)), rest]);
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

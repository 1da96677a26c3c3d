import { fragmentTerms } from '../lib/search/analyze.ts';
import { findTogether, readChunk, readPostings, type Postings } from '../lib/search/postings.ts';
import { fetchBytes } from './search-files.ts';

/** Finds the notices that hold a folded fragment, and the first place in each. */
export type Find = (fragment: string) => Promise<ReadonlyMap<number, number>>;

/** Answers kept in memory; a reader who types comes back to the same ones. */
const kept = 200;

/**
 * Opens the index: chunks are fetched as fragments need them, and kept.
 *
 * @param address address of a chunk by its number
 * @param firsts first term of each chunk
 */
export function openIndex(address: (chunk: number) => URL, firsts: readonly string[]): Find {
  const chunks = new Map<number, Promise<Map<string, Uint8Array>>>();
  const answers = new Map<string, Promise<ReadonlyMap<number, number>>>();

  async function postings(term: string): Promise<Postings> {
    const number = chunkOf(term, firsts);
    const chunk = chunks.get(number) ?? fetchBytes(address(number)).then(readChunk);
    chunks.set(number, chunk);
    // A failure, such as a lost connection, is not to be remembered.
    chunk.catch(() => chunks.delete(number));
    return readPostings((await chunk).get(term) ?? new Uint8Array());
  }

  async function look(fragment: string): Promise<ReadonlyMap<number, number>> {
    const terms = fragmentTerms(fragment).map(async ({ term, offset }) => ({
      postings: await postings(term),
      offset,
    }));
    return findTogether(await Promise.all(terms));
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

/** The last chunk that begins at or before a term. */
function chunkOf(term: string, firsts: readonly string[]): number {
  let [low, high] = [0, firsts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((firsts[middle] ?? '') <= term) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

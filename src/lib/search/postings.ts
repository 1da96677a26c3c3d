import { ByteReader, ByteWriter } from './bytes.ts';

/*
 * Where each term stands: for a pair of characters every place in every notice, for a single character the first place
 * only. A chunk holds the terms of a stretch of the alphabet:
 *
 *   number of terms, then for each its length in bytes, its UTF-8, the length of its postings; then all postings
 *
 * and the postings of a term are, for each notice that holds it: the step from the notice before, the number of places,
 * and the steps from place to place.
 */

/** The notices that hold a term, in order, and its places in each. */
export interface Postings {
  notices: Int32Array;
  /** For each notice, where its places begin in `places`; one more at the end. */
  starts: Int32Array;
  places: Int32Array;
}

/** Writes the postings of one term, notice after notice. */
export class PostingsWriter {
  readonly #bytes = new ByteWriter();
  #last = 0;

  /**
   * @param notice greater than the one before
   * @param places in order
   */
  add(notice: number, places: readonly number[]): void {
    this.#bytes.number(notice - this.#last);
    this.#last = notice;
    this.#bytes.number(places.length);
    let before = 0;
    for (const place of places) {
      this.#bytes.number(place - before);
      before = place;
    }
  }

  view(): Uint8Array<ArrayBuffer> {
    return this.#bytes.view();
  }
}

/** Reads the postings of one term. */
export function readPostings(bytes: Uint8Array): Postings {
  const reader = new ByteReader(bytes);
  // No number takes less than a byte, and each notice has two beside its places.
  const notices = new Int32Array(bytes.length);
  const starts = new Int32Array(bytes.length + 1);
  const places = new Int32Array(bytes.length);
  let [notice, size, end] = [0, 0, 0];
  while (reader.left > 0) {
    notice += reader.number();
    notices[size] = notice;
    size += 1;
    const count = reader.number();
    let place = 0;
    for (let i = 0; i < count; i++) {
      place += reader.number();
      places[end] = place;
      end += 1;
    }
    starts[size] = end;
  }
  return {
    notices: notices.subarray(0, size),
    starts: starts.subarray(0, size + 1),
    places: places.subarray(0, end),
  };
}

/** Writes a chunk of terms. */
export function writeChunk(
  terms: readonly (readonly [term: string, postings: Uint8Array])[],
): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(1024);
  const encoder = new TextEncoder();
  writer.number(terms.length);
  for (const [term, postings] of terms) {
    const name = encoder.encode(term);
    writer.number(name.length);
    writer.bytes(name);
    writer.number(postings.length);
  }
  for (const [, postings] of terms) writer.bytes(postings);
  return writer.view();
}

/** Reads a chunk: the postings of its terms, still packed. */
export function readChunk(bytes: Uint8Array): Map<string, Uint8Array> {
  const reader = new ByteReader(bytes);
  const decoder = new TextDecoder();
  const heads = Array.from({ length: reader.number() }, () => {
    const term = decoder.decode(reader.bytes(reader.number()));
    return [term, reader.number()] as const;
  });
  return new Map(heads.map(([term, length]) => [term, reader.bytes(length)]));
}

/** The postings of one of a fragment's terms, and the characters of the fragment before it. */
export interface PlacedPostings {
  postings: Postings;
  offset: number;
}

/**
 * The notices where all terms stand at their offsets from one place, and the first such place in each.
 */
export function findTogether(terms: readonly PlacedPostings[]): Map<number, number> {
  const found = new Map<number, number>();
  // The term of the fewest notices leads: the others are only looked at where it stands.
  const [lead, ...others] = terms.toSorted(
    (a, b) => a.postings.notices.length - b.postings.notices.length,
  );
  if (!lead) return found;
  const cursors = others.map(() => 0);
  const { notices, starts, places } = lead.postings;
  for (let i = 0; i < notices.length; i++) {
    const notice = notices[i] ?? 0;
    const ranges = others.map(({ postings }, k) => {
      const at = seek(postings.notices, notice, cursors[k] ?? 0);
      cursors[k] = at;
      return postings.notices[at] === notice ? at : -1;
    });
    if (ranges.includes(-1)) continue;
    for (let p = starts[i] ?? 0; p < (starts[i + 1] ?? 0); p++) {
      const origin = (places[p] ?? 0) - lead.offset;
      const together = others.every(({ postings, offset }, k) => {
        const at = ranges[k] ?? 0;
        return holdsPlace(postings, at, origin + offset);
      });
      if (together) {
        found.set(notice, origin);
        break;
      }
    }
  }
  return found;
}

/** First index from `from` on whose notice is not before the one sought: steps that double, then halves. */
function seek(notices: Int32Array, notice: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < notices.length && (notices[low + step] ?? 0) < notice) {
    low += step;
    step *= 2;
  }
  return lowest(notices, notice, low, Math.min(notices.length, low + step + 1));
}

function holdsPlace({ starts, places }: Postings, at: number, place: number): boolean {
  const end = starts[at + 1] ?? 0;
  const index = lowest(places, place, starts[at] ?? 0, end);
  return index < end && places[index] === place;
}

/** First index in `[low, high)` whose value is not below the one sought, else `high`. */
function lowest(values: Int32Array, value: number, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((values[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

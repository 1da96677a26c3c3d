import { ByteReader, ByteWriter } from './bytes.ts';
import { regionOf, regions, type Region } from './places.ts';

/*
 * Where each gram stands (see grams.ts). A chunk holds the grams of a stretch of the alphabet:
 *
 *   number of grams, then for each its length in bytes, its UTF-8, the length of its entry; then all entries
 *
 * The entry of a gram kept whole is, for each notice that holds it: the step from the notice before, the number of places,
 * and the steps from place to place. That of a split gram is, for each notice: four times the step, plus the best region.
 */

/** The notices that hold a gram, in order, and its places in each. */
export interface Postings {
  notices: Int32Array;
  /** For each notice, where its places begin in `places`; one more at the end. */
  starts: Int32Array;
  places: Int32Array;
}

/** Writes the places of a gram kept whole, notice after notice. */
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

/** Writes which notices hold a split gram. */
export class HoldersWriter {
  readonly #bytes = new ByteWriter();
  #last = 0;

  /** @param notice greater than the one before */
  add(notice: number, best: Region): void {
    this.#bytes.number((notice - this.#last) * regions.length + regions.indexOf(best));
    this.#last = notice;
  }

  view(): Uint8Array<ArrayBuffer> {
    return this.#bytes.view();
  }
}

/** Reads which notices hold a split gram, and the best region in which each does. */
export function readHolders(bytes: Uint8Array): Map<number, Region> {
  const reader = new ByteReader(bytes);
  const holders = new Map<number, Region>();
  let notice = 0;
  while (reader.left > 0) {
    const value = reader.number();
    notice += Math.floor(value / regions.length);
    holders.set(notice, regions[value % regions.length] ?? 'text');
  }
  return holders;
}

/** Reads the places of a gram kept whole. */
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

/** The places of several grams as those of one. */
export function mergePostings(all: readonly Postings[]): Postings {
  const pairs = all.flatMap(({ notices, starts, places }) =>
    Array.from(notices, (notice, i) => ({
      notice,
      places: places.subarray(starts[i] ?? 0, starts[i + 1] ?? 0),
    })),
  );
  const byNotice = Map.groupBy(pairs, ({ notice }) => notice);
  const notices = Int32Array.from(byNotice.keys()).sort();
  const merged = Array.from(notices, (notice) =>
    (byNotice.get(notice) ?? []).flatMap((own) => [...own.places]).sort((a, b) => a - b),
  );
  const starts = new Int32Array(notices.length + 1);
  merged.forEach((own, i) => {
    starts[i + 1] = (starts[i] ?? 0) + own.length;
  });
  return { notices, starts, places: Int32Array.from(merged.flat()) };
}

/** Writes a chunk of grams. */
export function writeChunk(
  grams: readonly (readonly [gram: string, entry: Uint8Array])[],
): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(1024);
  const encoder = new TextEncoder();
  writer.number(grams.length);
  for (const [gram, entry] of grams) {
    const name = encoder.encode(gram);
    writer.number(name.length);
    writer.bytes(name);
    writer.number(entry.length);
  }
  for (const [, entry] of grams) writer.bytes(entry);
  return writer.view();
}

/** Reads a chunk: the entries of its grams, still packed. */
export function readChunk(bytes: Uint8Array): Map<string, Uint8Array> {
  const reader = new ByteReader(bytes);
  const decoder = new TextDecoder();
  const heads = Array.from({ length: reader.number() }, () => {
    const gram = decoder.decode(reader.bytes(reader.number()));
    return [gram, reader.number()] as const;
  });
  return new Map(heads.map(([gram, length]) => [gram, reader.bytes(length)]));
}

/** The places of one of a fragment's grams, and the characters of the fragment before it. */
export interface PlacedPostings {
  postings: Postings;
  offset: number;
}

/**
 * The notices where all grams stand at their offsets from one place, and the best region in which they do.
 */
export function findTogether(grams: readonly PlacedPostings[]): Map<number, Region> {
  const found = new Map<number, Region>();
  // The gram of the fewest notices leads: the others are only looked at where it stands.
  const [lead, ...others] = grams.toSorted(
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
        found.set(notice, regionOf(origin));
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

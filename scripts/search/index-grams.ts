import type { Analyzer } from '../../src/lib/search/analyze.ts';
import { blockEnd } from '../../src/lib/search/grams.ts';
import { bases, layOut, regionOf, regions } from '../../src/lib/search/places.ts';
import { HoldersWriter, PostingsWriter } from '../../src/lib/search/postings.ts';
import type { Block } from '../../src/lib/search/records.ts';

/** Takes the grams in order. */
export interface GramSink {
  /** A gram kept whole, and its places. */
  whole: (gram: string, entry: Uint8Array) => void;
  /** A split gram, and its holders. */
  split: (gram: string, entry: Uint8Array) => void;
}

/** Where the lines between grams are drawn, in places. */
export interface GramSizes {
  /** A gram of up to so many is kept whole. */
  rare: number;
  /** A gram of more is split; one between is neither: its places are those of the grams under it, in one chunk or two. */
  frequent: number;
}

/** Stands between texts; also the code of `blockEnd`. */
const end = 0;

/** Grams of more characters are kept whole, however frequent: boilerplate may go on for pages. */
const longest = 8;

/** Codes are 16 bits wide. */
const mostCharacters = 65_535;

/**
 * Finds where each gram of an archive stands. All texts are laid end to end and their places sorted by what begins there:
 * by the first character, then each group that is too large by its next character, and so on, so that memory is a few
 * bytes a character.
 */
export class GramIndexer {
  readonly #analyzer: Analyzer;
  /** Code of each character, by first appearance. */
  readonly #codes = new Map<string, number>([[blockEnd, end]]);
  /** The texts, each followed by `end`. */
  #text = new Uint16Array(1 << 20);
  #length = 0;
  /** Where each region of each notice begins in the text; one more at the end. */
  readonly #starts: number[] = [0];

  constructor(analyzer: Analyzer) {
    this.#analyzer = analyzer;
  }

  /** Characters so far. */
  get length(): number {
    return this.#length;
  }

  /** Adds the next notice; its number is the count of those before it. */
  add(blocks: readonly Block[]): void {
    const texts = layOut(blocks, this.#analyzer);
    for (const region of regions) {
      for (const text of texts[region]) {
        for (const char of text) this.#push(this.#codeOf(char));
        this.#push(end);
      }
      this.#starts.push(this.#length);
    }
  }

  #codeOf(char: string): number {
    const known = this.#codes.get(char);
    if (known !== undefined) return known;
    const code = this.#codes.size;
    if (code > mostCharacters)
      throw new Error(`more than ${mostCharacters} different characters in one archive`);
    this.#codes.set(char, code);
    return code;
  }

  #push(code: number): void {
    if (this.#length === this.#text.length) {
      const larger = new Uint16Array(this.#text.length * 2);
      larger.set(this.#text);
      this.#text = larger;
    }
    this.#text[this.#length] = code;
    this.#length += 1;
  }

  /** Gives all grams to a sink, in the order of their names. */
  finish({ rare, frequent }: GramSizes, sink: GramSink): void {
    const chars = [...this.#codes.keys()].sort();
    this.#rank(chars);
    const sorter = new Sorter(this.#text.subarray(0, this.#length), chars.length);
    const entries = new EntryWriter(this.#starts);
    const visit = (group: Group, name: string): void => {
      const { from, to, depth } = group;
      const places = sorter.order.subarray(from, to);
      // What ends a block goes no further.
      if (name.endsWith(blockEnd) || (depth > 1 && (places.length <= rare || depth === longest))) {
        sink.whole(name, entries.places(places));
        return;
      }
      if (depth === 1 || (depth > 1 && places.length > frequent))
        sink.split(name, entries.holders(places));
      for (const { code, ...next } of sorter.split(group))
        // A single character is never looked up with what follows it, so neither is its end.
        if (code !== end || depth > 1) visit(next, name + (chars[code] ?? ''));
    };
    visit({ from: 0, to: sorter.order.length, depth: 0 }, '');
  }

  /** Makes the order of codes that of characters. */
  #rank(chars: readonly string[]): void {
    const ranks = new Uint16Array(chars.length);
    chars.forEach((char, rank) => (ranks[this.#codes.get(char) ?? end] = rank));
    for (let i = 0; i < this.#length; i++) this.#text[i] = ranks[this.#text[i] ?? end] ?? end;
  }
}

/** Places that agree in their first characters: `[from, to)` of the order. */
interface Group {
  from: number;
  to: number;
  /** Characters in which they agree. */
  depth: number;
}

/** Sorts the places of a text by the characters that follow, one character at a time; equal ones stay in order. */
class Sorter {
  readonly order: Uint32Array;
  readonly #scratch: Uint32Array;
  readonly #counts: Uint32Array;
  readonly #text: Uint16Array;

  /** @param alphabet number of codes, that of `end` included */
  constructor(text: Uint16Array, alphabet: number) {
    this.#text = text;
    let size = 0;
    for (const code of text) if (code !== end) size += 1;
    this.order = new Uint32Array(size);
    this.#scratch = new Uint32Array(size);
    this.#counts = new Uint32Array(alphabet);
    let at = 0;
    text.forEach((code, place) => {
      if (code !== end) this.order[at++] = place;
    });
  }

  /** Sorts a group by its next character, and gives the groups it falls into, in order. */
  split({ from, to, depth }: Group): (Group & { code: number })[] {
    const [text, order, counts] = [this.#text, this.order, this.#counts];
    const codes: number[] = [];
    for (let i = from; i < to; i++) {
      const code = text[(order[i] ?? 0) + depth] ?? end;
      if (counts[code] === 0) codes.push(code);
      counts[code] = (counts[code] ?? 0) + 1;
    }
    codes.sort((a, b) => a - b);
    let next = from;
    const groups = codes.map((code) => {
      const group = { code, from: next, to: next + (counts[code] ?? 0), depth: depth + 1 };
      counts[code] = next;
      next = group.to;
      return group;
    });
    for (let i = from; i < to; i++) {
      const place = order[i] ?? 0;
      const code = text[place + depth] ?? end;
      const target = counts[code] ?? 0;
      this.#scratch[target] = place;
      counts[code] = target + 1;
    }
    order.set(this.#scratch.subarray(from, to), from);
    for (const code of codes) counts[code] = 0;
    return groups;
  }
}

/** Turns places in the whole text, in order, into entries of the index. */
class EntryWriter {
  readonly #starts: Float64Array;
  /** For each stretch of the text, the region it begins in. */
  readonly #nearby: Uint32Array;

  /** @param starts see `GramIndexer` */
  constructor(starts: readonly number[]) {
    this.#starts = Float64Array.from(starts);
    this.#nearby = new Uint32Array(Math.ceil((starts.at(-1) ?? 0) / stretch) + 1);
    let region = 0;
    for (let i = 0; i < this.#nearby.length; i++) {
      region = this.#from(region, i * stretch);
      this.#nearby[i] = region;
    }
  }

  places(places: Uint32Array): Uint8Array {
    const writer = new PostingsWriter();
    let own: number[] = [];
    let last = -1;
    this.#each(places, (notice, place) => {
      if (notice !== last && own.length > 0) {
        writer.add(last, own);
        own = [];
      }
      last = notice;
      own.push(place);
    });
    if (own.length > 0) writer.add(last, own);
    return writer.view();
  }

  holders(places: Uint32Array): Uint8Array {
    const writer = new HoldersWriter();
    let last = -1;
    this.#each(places, (notice, place) => {
      if (notice !== last) writer.add(notice, regionOf(place));
      last = notice;
    });
    return writer.view();
  }

  /** Regions are laid out best first, so the first place of a notice is its best. */
  #each(places: Uint32Array, visit: (notice: number, place: number) => void): void {
    for (const at of places) {
      const index = this.#from(this.#nearby[Math.floor(at / stretch)] ?? 0, at);
      const region = regions[index % regions.length] ?? 'text';
      visit(Math.floor(index / regions.length), bases[region] + at - (this.#starts[index] ?? 0));
    }
  }

  /** The region that holds a place of the text, at or after one that begins before it. */
  #from(region: number, at: number): number {
    let index = region;
    while ((this.#starts[index + 1] ?? Infinity) <= at) index += 1;
    return index;
  }
}

/** Characters of the text for which one region is remembered. */
const stretch = 256;

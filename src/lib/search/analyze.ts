/*
 * The analyzer: text in, folded text out. It imports nothing, so that the indexer and the browser run the same
 * code; the one table it needs (traditional to simplified) is handed in and travels with the index.
 *
 * Folding keeps letters and digits only and looks at one character at a time, so a fragment of a text folds to a
 * fragment of the folded text wherever it is cut, through a word or a number too.
 */

/** Traditional characters and their simplified forms, one code point each. */
export type SimplifiedForms = ReadonlyMap<string, string>;

/** A folded text that remembers where each folded character came from. */
export interface FoldedText {
  /** Folded characters, one code point each. */
  chars: readonly string[];
  /** Offset in the source, in UTF-16 units, at which the source of each folded character starts. */
  starts: readonly number[];
  /** Offset just after the source of each folded character. */
  ends: readonly number[];
}

/** Folds text with one table of simplified forms. */
export interface Analyzer {
  /** The text without all that search ignores: case, width, marks, punctuation, spaces, traditional forms. */
  fold: (text: string) => string;
  /** The same, with offsets into the text. */
  foldWithOffsets: (text: string) => FoldedText;
}

/** Circles that gazettes print for zero; as symbols they would vanish: 二○二三年. */
const zeros = new Set(['○', '◯']);

/**
 * Makes an analyzer.
 *
 * @param simplified closed table: no value is itself a key (see `simplifiedForms`)
 */
export function createAnalyzer(simplified: SimplifiedForms): Analyzer {
  const known = new Map<string, string>();

  /** Folds one code point, to none, one or several characters: ㎡ gives m2. */
  function foldChar(char: string): string {
    const cached = known.get(char);
    if (cached !== undefined) return cached;
    let folded = '';
    // Twice to lower case: some letters only decompose to capitals, others only as small letters decompose.
    for (const part of char.normalize('NFKD').toLowerCase().normalize('NFKD').toLowerCase())
      if (zeros.has(part)) folded += '〇';
      else if (/[\p{L}\p{N}]/u.test(part)) folded += simplified.get(part) ?? part;
    known.set(char, folded);
    return folded;
  }

  return {
    fold(text) {
      let folded = '';
      for (const char of text) folded += foldChar(char);
      return folded;
    },
    foldWithOffsets(text) {
      const chars: string[] = [];
      const starts: number[] = [];
      const ends: number[] = [];
      let offset = 0;
      for (const char of text) {
        for (const part of foldChar(char)) {
          chars.push(part);
          starts.push(offset);
          ends.push(offset + char.length);
        }
        offset += char.length;
      }
      return { chars, starts, ends };
    },
  };
}

/**
 * Finds a folded fragment in a folded text.
 *
 * @returns source ranges `[start, end)` in UTF-16 units, in order, not overlapping
 */
export function findRanges(text: FoldedText, fragment: string): [number, number][] {
  const wanted = Array.from(fragment);
  const ranges: [number, number][] = [];
  if (wanted.length === 0) return ranges;
  for (let i = 0; i + wanted.length <= text.chars.length; i++) {
    if (!wanted.every((char, k) => text.chars[i + k] === char)) continue;
    const end = i + wanted.length - 1;
    ranges.push([text.starts[i] ?? 0, text.ends[end] ?? 0]);
    i = end;
  }
  return ranges;
}

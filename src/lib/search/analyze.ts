/*
 * The analyzer: text in, search tokens out. It imports nothing, so that the indexer and the browser run the same
 * code; the one table it needs (traditional to simplified) is handed in and travels with the index.
 *
 * Folding keeps letters and digits only and looks at one character at a time, so a fragment of a text folds to a
 * fragment of the folded text wherever it is cut. Tokens are overlapping pairs of folded characters, in every script:
 * "2023年" gives 20 02 23 3年, and so any cut through a word or a number can be found.
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
 * Writes one character as letters and digits of ASCII, so that no rule of the engine for words (segmentation, case,
 * accents, stems, compounds) can touch a token. Han characters and ASCII take three, the rest six; prefix-free.
 */
export function encodeChar(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const value = code >= 0x3400 ? code - 0x3400 : code + 0x6c00;
  // 0x3400-0x9fff come first (27,648 values), then all below 0x3400; both stay under zzz and never begin with z.
  if (code < 0xa000) return value.toString(36).padStart(3, '0');
  return `z${code.toString(36).padStart(5, '0')}`;
}

/**
 * Tokens of one block (a title, a paragraph, a table cell) for the index: its pairs, then its last character alone.
 * That last token keeps the next block from continuing this one, so that no phrase matches across a border.
 *
 * @param folded folded text of the block
 */
export function blockTokens(folded: string): string[] {
  const codes = Array.from(folded, encodeChar);
  return codes.map((code, i) => code + (codes[i + 1] ?? ''));
}

/**
 * Tokens of a searched fragment, which must follow one another in the index: its pairs, or its one character.
 *
 * @param folded folded fragment; an empty one gives no tokens
 */
export function phraseTokens(folded: string): string[] {
  const tokens = blockTokens(folded);
  return tokens.length > 1 ? tokens.slice(0, -1) : tokens;
}

/**
 * Tokens that make every single character of a record searchable, to be put after all its blocks: each character
 * that no block's last token covers already.
 *
 * @param blocks folded blocks of the record
 */
export function characterTokens(blocks: readonly string[]): string[] {
  const alone = new Set<string>();
  const all = new Set<string>();
  for (const block of blocks) {
    const codes = Array.from(block, encodeChar);
    for (const code of codes) all.add(code);
    const last = codes.at(-1);
    if (last !== undefined) alone.add(last);
  }
  return [...all].filter((code) => !alone.has(code)).sort();
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

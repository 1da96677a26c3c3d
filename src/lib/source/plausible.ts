/** What a character tells about whether a text was decoded rightly. */
const kinds = {
  /** Of another script, or a symbol. */
  other: 0,
  /** Set in every Chinese text: frequent Han, Chinese punctuation, full-width forms. */
  usual: 1,
  /** Rare Han, private use, letters with accents, lost characters: what a wrong decoding is full of. */
  odd: 2,
  /** Control characters that no text holds. */
  control: 3,
  ascii: 4,
};

let table: Uint8Array | undefined;

/**
 * The kind of each UTF-16 code unit. The frequent Han are the 3755 of the first level of GB/T 2312, which cover more
 * than 99 of 100 Han characters of a text; they stand together in GB18030, rows B0 to D7.
 */
function kindTable(): Uint8Array {
  if (table) return table;
  const made = new Uint8Array(0x10000);
  const fill = (from: number, to: number, kind: number): void => {
    made.fill(kind, from, to + 1);
  };
  fill(0x00, 0x1f, kinds.control);
  fill(0x20, 0x7e, kinds.ascii);
  for (const white of [0x09, 0x0a, 0x0b, 0x0c, 0x0d]) made[white] = kinds.ascii;
  fill(0x7f, 0x9f, kinds.control);
  made[0x85] = kinds.ascii; // next line
  fill(0xc0, 0xff, kinds.odd);
  made[0xd7] = kinds.usual; // ×
  made[0xf7] = kinds.usual; // ÷
  fill(0x2010, 0x2027, kinds.usual);
  fill(0x2e80, 0x2fdf, kinds.usual); // radicals, which some exports print for whole characters
  fill(0x3000, 0x303f, kinds.usual);
  fill(0x3400, 0x9fff, kinds.odd);
  fill(0xe000, 0xf8ff, kinds.odd);
  fill(0xff00, 0xffef, kinds.usual);
  made[0xfffd] = kinds.odd;
  const gb = new TextDecoder('gb18030');
  for (let row = 0xb0; row <= 0xd7; row += 1)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1)
      made[gb.decode(Uint8Array.of(row, cell)).charCodeAt(0)] = kinds.usual;
  table = made;
  return made;
}

/** How many characters of a text are of which kind. */
export interface Census {
  ascii: number;
  usual: number;
  odd: number;
  control: number;
  other: number;
}

export function census(text: string): Census {
  const kindOf = kindTable();
  const counts = new Uint32Array(5);
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf[text.charCodeAt(at)] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const [other = 0, usual = 0, odd = 0, control = 0, ascii = 0] = counts;
  return { ascii, usual, odd, control, other };
}

/** Share of characters that Chinese text is made of, from 0 to 1. Right decodings score above 0.9, wrong ones below 0.6. */
export function plausibility({ ascii, usual, odd, control, other }: Census): number {
  const all = ascii + usual + odd + control + other;
  return all === 0 ? 0 : (ascii + usual) / all;
}

/**
 * Is it what text read in a wrong encoding looks like? Of Chinese, one character in a hundred is odd; of Chinese in
 * traditional characters less than one in two; of Chinese read wrongly two in three or more.
 */
export function isGarbled({ usual, odd }: Census, atLeast: number, share: number): boolean {
  return odd >= atLeast && odd / (odd + usual) > share;
}

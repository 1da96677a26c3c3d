import type { Analyzer } from './analyze.ts';

/** A stretch of a text that is spelled nearly like what was asked for. */
export interface Near {
  /** As printed. */
  text: string;
  /** Characters to change, add or leave out. */
  edits: number;
}

/** Shorter words are near to too many others. */
const shortest = 3;

/** Edits that a fragment of some characters may need: one in four, as a slip or two of an input method make. */
export function allowedEdits(length: number): number {
  return length < shortest ? 0 : Math.ceil(length / 4);
}

/**
 * The stretch of a text that is spelled most like a fragment (Sellers 1980: edit distance to any stretch of the text).
 *
 * @param fragment folded
 * @returns null where every stretch needs more edits than are allowed
 */
export function nearestIn(text: string, fragment: string, analyzer: Analyzer): Near | null {
  const wanted = Array.from(fragment);
  const { chars, starts, ends } = analyzer.foldWithOffsets(text);
  const allowed = allowedEdits(wanted.length);
  /** For each number of wanted characters: edits up to here, and where the stretch begins. */
  let column = wanted.map((_, i) => ({ edits: i + 1, from: 0 }));
  let best = { edits: allowed + 1, from: 0, to: 0 };
  chars.forEach((char, at) => {
    // Before any wanted character nothing needs an edit, so a stretch may begin anywhere.
    let before = { edits: 0, from: at };
    let above = { edits: 0, from: at + 1 };
    column = column.map((left, i) => {
      const same = wanted[i] === char;
      const options = [
        { edits: before.edits + (same ? 0 : 1), from: before.from },
        { edits: left.edits + 1, from: left.from },
        { edits: above.edits + 1, from: above.from },
      ];
      before = left;
      above = options.reduce((least, option) => (option.edits < least.edits ? option : least));
      return above;
    });
    const last = column.at(-1);
    if (last && last.edits < best.edits) best = { ...last, to: at };
  });
  if (best.edits > allowed) return null;
  return { text: text.slice(starts[best.from], ends[best.to]), edits: best.edits };
}

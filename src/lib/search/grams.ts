/*
 * A gram is a run of folded characters. The index keeps all places of a rare gram; those of any other are kept under the
 * longer grams that begin with it: the places of 工作 under 工作会, 工作领, …, and so on, until each is rare or as long as grams
 * get. So few lists are long, however large the archive. Grams stand in order, so those that begin alike stand together: mostly in one chunk.
 * Where they are too many for that, the gram is split: of it alone, the index also keeps which notices hold it. Single
 * characters always are.
 */

/** Ends a gram whose characters end a block: nothing follows them. */
export const blockEnd = '\0';

/** Grams that stand for a fragment, by the characters where they begin. */
export interface Cover {
  /** Grams that are not split, in order, each beginning within or right after the one before. */
  whole: number[];
  /** The split gram that ends the fragment, where no other reaches its end for certain; else null. */
  tail: number | null;
}

/**
 * Covers a fragment with grams, so that the fragment is where they all stand at their offsets.
 *
 * @param chars folded characters, two or more that are not a split gram themselves
 */
export function coverOf(chars: readonly string[], split: ReadonlySet<string>): Cover {
  /** Where the shortest gram that begins at a character and is not split ends; null where the rest is a split gram. */
  const endOf = (from: number): number | null => {
    for (let to = from + 2; to <= chars.length; to++)
      if (!split.has(chars.slice(from, to).join(''))) return to;
    return null;
  };
  const whole = [0];
  for (let end = endOf(0) ?? chars.length; end < chars.length;) {
    // The later a gram begins, the further it reaches: what it leaves out only makes it more frequent.
    let from = end;
    let to = endOf(from);
    while (to === null) {
      from -= 1;
      to = endOf(from);
    }
    if (to <= end) return { whole, tail: from + 1 };
    whole.push(from);
    end = to;
  }
  return { whole, tail: null };
}

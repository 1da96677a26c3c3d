import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Line } from '../../tree/types.ts';
import type { Contents } from './entries.ts';
import { readPaged } from './paged.ts';
import { readPageless } from './pageless.ts';

/**
 * Reads the contents list of a gazette, with pages or without.
 *
 * @param lines - text and furniture alike, in order
 */
export function readContents(lines: readonly Line[], lexicon: Lexicon): Contents {
  const paged = readPaged(lines, lexicon);
  return paged.entries.length > 0 ? paged : readPageless(lines, lexicon);
}

import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Line } from '../../tree/types.ts';
import type { Contents } from '../contents/entries.ts';
import { GazetteLines } from './gazette-lines.ts';
import type { Head } from './head.ts';
import { numberedHeads } from './numbered.ts';
import { unnumberedHeads } from './unnumbered.ts';

/**
 * Finds where each notice of a gazette begins, from its own lines; the contents list is evidence, not truth.
 *
 * @returns all heads in source order; heads of documents that another notice reprints are left out
 */
export function findHeads(lines: readonly Line[], lexicon: Lexicon, contents: Contents): Head[] {
  const gazette = new GazetteLines(lines, lexicon, contents);
  const numbered = numberedHeads(gazette);
  gazette.learnGap(numbered);
  const heads: Head[] = [];
  for (const [index, next] of [...numbered, null].entries()) {
    const before = numbered[index - 1];
    const end = next?.start ?? lines.length;
    heads.push(...unnumberedHeads(gazette, before?.end ?? 0, end, before));
    if (next) heads.push(next);
  }
  return heads.map((head, index) => overRegistration(gazette, head, heads[index - 1]?.end ?? 0));
}

/** The number under which a document is registered may stand above its title too. */
function overRegistration(gazette: GazetteLines, head: Head, top: number): Head {
  const above = head.start - 1;
  return above >= top && gazette.lexicon.isRegistration(gazette.value(above))
    ? { ...head, start: above }
    : head;
}

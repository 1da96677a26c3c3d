import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Line } from '../../tree/types.ts';
import type { Contents } from '../contents/entries.ts';
import { likeness } from '../likeness.ts';
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
  const once = withoutReprints(gazette, heads);
  return once.map((head, index) => overRegistration(gazette, head, once[index - 1]?.end ?? 0));
}

/** Two titles this alike are one, which a web page prints over its text and the text again. */
const alike = 0.9;

/** Heads of which the first prints but the title, and web notes, of the next: one that has both. */
function withoutReprints(gazette: GazetteLines, heads: readonly Head[]): Head[] {
  const found: Head[] = [];
  for (const head of heads) {
    const before = found.at(-1);
    const between = before ? gazette.lines.slice(before.end, head.start) : [];
    const isAgain =
      before?.number === null &&
      between.length > 0 &&
      between.every(({ value }) => gazette.lexicon.isWebNote(value)) &&
      likeness(titleOf(gazette, before), titleOf(gazette, head)) >= alike;
    if (before && isAgain)
      found[found.length - 1] = { ...head, start: before.start, title: before.title };
    else found.push(head);
  }
  return found;
}

const titleOf = (gazette: GazetteLines, { title }: Head): string =>
  gazette.text(title.from, title.to);

/** The number under which a document is registered may stand above its title too. */
function overRegistration(gazette: GazetteLines, head: Head, top: number): Head {
  const above = head.start - 1;
  return above >= top && gazette.lexicon.isRegistration(gazette.value(above))
    ? { ...head, start: above }
    : head;
}

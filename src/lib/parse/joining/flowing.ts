import {
  articleWidth,
  endsShortly,
  headingWidth,
  isHeadingLike,
  isMember,
  type Break,
} from './pieces.ts';
import { roomOf } from './room.ts';
import { comma } from './signs.ts';
import { widthOf } from '../../text/width.ts';
import type { Line } from '../../tree/types.ts';

/** Where no column shows, a piece that is at least this wide is no heading; in half-width columns. */
export const sentenceWidth = 40;
/** `五、《某某意见》（某政发〔2020〕9号）`: an item of a list of documents, whole. */
const listedTitle = /^[^《]{0,4}《[^。]*》（[^（）]*号）$/u;
/** A word that no sentence and no heading ends in, nor in one character after a comma. */
const openEnd = /[及和与或的]$|，\p{Script=Han}$/u;

/** The indent of a paragraph's first line, in half-width columns: two characters, some slack. */
const firstLine = { least: 2, most: 8 };
/** Indents mark paragraphs where at least this share of the sentences has one, and so many lines have none. */
const kept = { share: 0.8, without: 3 };

/**
 * Columns at which lines begin that open no paragraph, where a flowing text keeps its indents; null where it does not.
 */
export function flowingMargins(lines: readonly Line[]): ReadonlyMap<Line, number> | null {
  const prose = lines.filter((line) => !line.value.includes('\t'));
  const long = prose.filter((line) => widthOf(line.value) >= sentenceWidth);
  const indented = long.filter(
    ({ data }) => data.indent >= firstLine.least && data.indent <= firstLine.most,
  );
  const without = prose.filter(({ data }) => data.indent < firstLine.least);
  const marks = indented.length >= long.length * kept.share && without.length >= kept.without;
  return marks ? new Map(lines.map((line) => [line, 0])) : null;
}

/**
 * A document with hard breaks among others without: below a full line of its column a line that is not indented, as
 * paragraphs are, goes on.
 */
const goesOnInColumn = (gap: Break): boolean =>
  gap.context.margins !== null &&
  gap.next.line.data.indent < firstLine.least &&
  gap.before.width >= sentenceWidth &&
  roomOf(gap).full &&
  /[，。]/u.test(gap.next.text);

/** One line a paragraph, cut where pages end: a piece goes on where it ends in no full stop. */
export function continuesFlowing(gap: Break): boolean {
  const { before, next, paragraph, ended, context } = gap;
  const { lexicon } = context;
  if (next.marker !== null) return false;
  if (ended) return goesOnInColumn(gap);
  if (context.margins !== null && next.line.data.indent >= firstLine.least) return false;
  if (before.text.endsWith('）'))
    return before.text.endsWith('号）') && before.width > 60 && !listedTitle.test(paragraph);
  if (comma.test(before.text) || (before.width >= articleWidth && openEnd.test(before.text)))
    return true;
  if (isMember(before) && (isMember(next) || lexicon.opensPost(before.text))) return false;
  if (lexicon.opensPost(before.text)) return /[，、].*[，、]/u.test(before.text);
  if (lexicon.opensDuty(before.text)) return !next.text.includes('。') && next.width < 60;
  if (next.line.data.gap === 0 && !/[。，；]/u.test(paragraph)) return false;
  if (before.marker?.kind === 'article') return before.width >= articleWidth;
  if (isHeadingLike(before)) {
    if (before.width >= 24 && endsShortly(next.text)) return true;
    return (
      before.width >= (before.text.includes('，') ? headingWidth.withComma : headingWidth.plain)
    );
  }
  return (
    before.width >= sentenceWidth ||
    /[。；：，]/u.test(paragraph) ||
    (before.width >= articleWidth && before.text.includes('、'))
  );
}

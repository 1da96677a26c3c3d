import {
  articleWidth,
  endsShortly,
  headingWidth,
  isHeadingLike,
  isMember,
  type Break,
} from './pieces.ts';
import { comma } from './signs.ts';

/** Where no column shows, a piece that is at least this wide is no heading; in half-width columns. */
export const sentenceWidth = 40;
/** A word that no sentence and no heading ends in. */
const openEnd = /[及和与或的]$/u;

/** One line a paragraph, cut where pages end: a piece goes on where it ends in no full stop. */
export function continuesFlowing(
  { before, next, paragraph, context }: Break,
  ended: boolean,
): boolean {
  const { lexicon } = context;
  if (next.marker !== null || ended) return false;
  if (before.text.endsWith('）')) return before.text.endsWith('号）') && before.width > 60;
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

import { widthOf } from '../../text/width.ts';
import { indentation, slack } from './columns.ts';
import { sentenceWidth } from './flowing.ts';
import {
  endsShortly,
  headingWidth,
  isHeadingLike,
  isMember,
  rightOf,
  type Break,
  type Decision,
  type Piece,
} from './pieces.ts';
import { comma, terminal, unbroken } from './signs.ts';

/** Shares of the room that a line must fill to go on: one that ends a sentence, any line, a line of a list of bodies, a line of a sentence. */
const allFull = 0.9;
const nearlyFull = 0.78;
const hangingShare = 0.55;
const clauseShare = 0.4;

/** `本决定自公布之日起施行`: what a text says of itself opens a paragraph, after a list of titles too. */
const ownClause = /^本[\p{Script=Han}]{2,6}自/u;
/** `（2017年4月5日某市人民政府令第8号公布）` below a title is of that title. */
const publication = /^[（(][^（()）]*(?:号|公布|发布|印发)[）)]/u;

/** `现将《某某办法》` | `印发给你们，…。`: no heading, but a sentence that ends in a stop. */
const passesOn = /^现[将予]/u;
/** `一要抓好排查。`, `二是落实责任。`: sentences that count themselves. */
const countedSentence = /^[一二三四五六七八九十][要是]/u;

const decided = (joins: boolean): Decision => (joins ? 'joins' : 'breaks');

/** The width to which a line is set: that of the lines after it where it would not fit that of those before. */
function columnAt(before: Piece, next: Piece): number {
  const narrower =
    next.column > 0 && next.column < before.column && before.width <= next.column + 1;
  return narrower ? next.column : before.column;
}

/** The same for the width of most full lines. */
const usualAt = (before: Piece, next: Piece): number =>
  columnAt(before, next) === next.column ? next.usual : before.usual;

/**
 * Lines set in a column. A line that is full has room for no more, so the next may go on with it; the first line of a
 * paragraph has less room by its indent, even where the export lost the indent, and for the same reason a line that is
 * as wide as the column opens no paragraph.
 */
export function decideWrapped(gap: Break, ended: boolean): Decision {
  const { before, next, after, first, opens, expected, context } = gap;
  const column = columnAt(before, next);
  const room = column - (opens ? indentation : 0);
  const full = column > 0 && before.width >= room - slack;
  if (next.marker !== null && (expected || ended || !full)) return 'breaks';
  if (context.margins !== null) {
    const margin = context.margins.get(next.line) ?? 0;
    const [word = ''] = unbroken.exec(next.text) ?? [];
    const hasRoom =
      column > 0 &&
      before.width < room * (ended ? allFull : nearlyFull) &&
      before.width + widthOf(word) <= usualAt(before, next) - (opens ? indentation : 0);
    const indented = before.line.data.indent >= (context.margins.get(before.line) ?? 0) + 2;
    const shown = column > 0 || (indented && rightOf(before) >= before.edge - slack);
    return decided(next.line.data.indent < margin + 2 && !hasRoom && (!ended || shown));
  }
  if (context.usualGap !== null && ended && !next.line.data.opensPage)
    return decided(next.line.data.gap <= context.usualGap && full);
  const fillsColumn = next.column > 0 && next.width >= Math.min(next.column - 2, next.usual - 1);
  const opensLike =
    next.column > 0 &&
    next.width <= next.column - indentation + 1 &&
    next.width >= next.column - indentation - slack &&
    after !== undefined &&
    !terminal.test(next.text);
  if (!ended)
    return decided(continuesSentence(gap, { column, room, full, fillsColumn, opensLike }));
  if (next.text.startsWith('（')) return decided(column > 0 && before.width >= room - 2 * slack);
  if (!full || opensLike || !terminal.test(before.text) || isParallel(gap)) return 'breaks';
  if (fillsColumn) return 'joins';
  const listed = before.text.endsWith('；') && first.marker === null && !next.label;
  return listed ? 'breaks' : 'may join';
}

/** Clauses of a list that open alike are a paragraph each: `任命甲为…；` | `任命乙为…；`. */
function isParallel({ before, next, paragraph }: Break): boolean {
  return (
    before.text.endsWith('；') &&
    !/[。；]/u.test(paragraph.slice(0, -1)) &&
    next.text.startsWith(paragraph.slice(0, 2))
  );
}

/** What the widths around a break tell. */
interface Room {
  /** Width of full lines; 0 where unknown. */
  column: number;
  /** What the line before had of it. */
  room: number;
  /** Did the line before use it all? */
  full: boolean;
  /** Is the next line as wide as the column? Then no indent stands before it. */
  fillsColumn: boolean;
  /** Is the next line as wide as an indented first line, and does its sentence go on? */
  opensLike: boolean;
}

/** Names after a label may hang under the first of them: does a line reach as far as the one with the label? */
function fillsHanging(before: Piece, first: Piece): boolean {
  const label = /^[^：]{2,8}：/u.exec(first.text)?.[0] ?? '';
  return before !== first && widthOf(label) + before.width >= first.width - slack;
}

/** Does a line that ends in no stop go on? */
function continuesSentence(
  { before, next, after, first, paragraph, opens, context }: Break,
  { column, room, full, fillsColumn, opensLike }: Room,
): boolean {
  if (paragraph.startsWith('《') && before.text.endsWith('》') && next.text.startsWith('《'))
    return false;
  if (!full && !comma.test(before.text) && countedSentence.test(next.text)) return false;
  if (passesOn.test(paragraph)) return true;
  if (/[》）]$/u.test(before.text) && ownClause.test(next.text)) return false;
  if (before.text.endsWith('》') && publication.test(next.text)) return true;
  const roomy = before.width < room * nearlyFull;
  if (column > 0 && !roomy && endsShortly(next.text) && !context.lexicon.isBodyLine(next.text))
    return true;
  if (
    context.lexicon.opensDuty(paragraph) &&
    !/[。：]/u.test(next.text) &&
    (full || fillsHanging(before, first))
  )
    return true;
  if (isMember(before)) return !isMember(next) && full && next.width < next.column * 0.5;
  const longClause = before.text.includes('，') && before.width > headingWidth.withComma;
  if (isHeadingLike(before) && opens && !longClause) {
    if (column === 0) return before.width >= headingWidth.plain - indentation;
    const item = before.marker?.kind === 'third' || before.marker?.kind === 'fourth';
    if (fillsColumn && before.width >= usualAt(before, next) - indentation - slack) return true;
    const listed = [next, after].some((piece) => piece?.text.endsWith('；'));
    return full && (!opensLike || item || listed);
  }
  if (before.width >= (column > 0 ? room * nearlyFull : sentenceWidth)) return true;
  if (comma.test(before.text)) return true;
  if (context.lexicon.opensDuty(paragraph))
    return before.width >= column * hangingShare && /^[^。]*、[^。]*$/u.test(next.text);
  if (context.lexicon.endsInDuty(paragraph.slice(0, -before.text.length))) return false;
  return /[，。；]/u.test(paragraph) && before.width > column * clauseShare;
}

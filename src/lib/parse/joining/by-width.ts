import { readNumeral } from '../../text/numerals.ts';
import { widthOf } from '../../text/width.ts';
import { indentation, narrowest, slack } from './columns.ts';
import { sentenceWidth } from './flowing.ts';
import {
  decided,
  endsShortly,
  firstToSay,
  headingWidth,
  isHeadingLike,
  isMember,
  type Break,
  type Decision,
  type Rule,
} from './pieces.ts';
import { roomOf } from './room.ts';
import { comma, terminal } from './signs.ts';

/** Shares of its column that a line must fill to go on: any line, a line of a list of bodies, a line of a sentence. */
const filled = { any: 0.78, ofBodies: 0.55, ofSentence: 0.4 };
/** What goes on with a list of names fills less than this of the column. */
const restOfName = 0.5;

/** Is the next line as wide as the column? Then no indent stands before it. */
const fillsColumn = ({ next }: Break): boolean =>
  next.column > 0 && next.width >= Math.min(next.column - 2, next.usual - 1);

/** Is the next line as wide as an indented first line, and does its sentence go on? */
const looksIndented = ({ next, after }: Break): boolean =>
  next.column > 0 &&
  next.width <= next.column - indentation + 1 &&
  next.width >= next.column - indentation - slack &&
  after !== undefined &&
  !terminal.test(next.text);

/** Numbering opens a paragraph after a line that is not full or ended, and where it counts on. */
export const sayNumbering: Rule = (gap) =>
  gap.next.marker !== null && (gap.expected || gap.ended || !roomOf(gap).full) ? 'breaks' : null;

/** Do two clauses of a list open alike: `任命甲为…；` | `任命乙为…；`? */
const isParallel = ({ before, next, paragraph }: Break): boolean =>
  before.text.endsWith('；') &&
  !/[。；]/u.test(paragraph.slice(0, -1)) &&
  next.text.startsWith(paragraph.slice(0, 2));

/**
 * After a stop only a full line goes on; a next line that fills its column opens no paragraph, one two characters short
 * does.
 */
function saysWidthAfterStop(gap: Break): Decision {
  const { before, next, first } = gap;
  const { column, room, full } = roomOf(gap);
  if (next.text.startsWith('（')) return decided(column > 0 && before.width >= room - 2 * slack);
  if (!full || looksIndented(gap) || !terminal.test(before.text)) return 'breaks';
  if (isParallel(gap) && !fillsColumn(gap)) return 'breaks';
  if (countsInside(gap)) return 'joins';
  if (fillsColumn(gap)) return 'joins';
  const listed = before.text.endsWith('；') && first.marker === null && !next.label;
  return listed ? 'breaks' : 'may join';
}

/** `一要抓好排查。`, `二是落实责任。`: sentences that count themselves, and clauses. */
const countedSentence = /^([一二三四五六七八九十])[要是]/u;
const countedClause = /(?<=[：；])([一二三四五六七八九十])[要是]/gu;

/** Does a paragraph that counts its clauses inside go on with the next: `一是…；二是…；` | `三是…。`? */
function countsInside({ paragraph, next }: Break): boolean {
  const value = readNumeral(countedSentence.exec(next.text)?.[1] ?? '');
  return (
    value !== null &&
    [...paragraph.matchAll(countedClause)].some(
      ({ index, 1: before = '' }) => index > 0 && readNumeral(before) === value - 1,
    )
  );
}

/** Titles are listed one a line. */
const titlesListed: Rule = ({ before, next, paragraph }) =>
  paragraph.startsWith('《') && before.text.endsWith('》') && next.text.startsWith('《')
    ? 'breaks'
    : null;

const countedSentences: Rule = (gap) =>
  !roomOf(gap).full && !comma.test(gap.before.text) && countedSentence.test(gap.next.text)
    ? 'breaks'
    : null;

/** `现将《某某办法》` | `印发给你们，…。`: a sentence that ends in a stop. */
const passesOn = /^现[将予]/u;
const coversPassingOn: Rule = ({ paragraph }) => (passesOn.test(paragraph) ? 'joins' : null);

/** `本决定自公布之日起施行`: what a text says of itself opens a paragraph, after a list of titles too. */
const ownClause = /^本[\p{Script=Han}]{2,6}自/u;
/** `（2017年4月5日某市人民政府令第8号公布）` below a title is of that title. */
const publication = /^[（(][^（()）]*(?:号|公布|发布|印发)[）)]/u;
const afterTitles: Rule = ({ before, next }) => {
  if (/[》）]$/u.test(before.text) && ownClause.test(next.text)) return 'breaks';
  return before.text.endsWith('》') && publication.test(next.text) ? 'joins' : null;
};

const shortEnds: Rule = (gap) => {
  const { before, next, context } = gap;
  const { column, room } = roomOf(gap);
  const reaches = before.width >= (column > 0 ? room * filled.any : narrowest);
  return reaches && endsShortly(next.text) && !context.lexicon.isBodyLine(next.text)
    ? 'joins'
    : null;
};

/** Names after a label may hang under the first of them: does a line reach as far as the one with the label? */
function fillsHanging({ before, first }: Break): boolean {
  const label = /^[^：]{2,8}：/u.exec(first.text)?.[0] ?? '';
  return before !== first && widthOf(label) + before.width >= first.width - slack;
}

const namesUnderLabel: Rule = (gap) => {
  const { next, paragraph, context } = gap;
  const isFull = roomOf(gap).full || fillsHanging(gap);
  return context.lexicon.opensDuty(paragraph) && !/[。：]/u.test(next.text) && isFull
    ? 'joins'
    : null;
};

/** A person and a post are one line, save the end of a long one. */
const members: Rule = (gap) => {
  const { before, next } = gap;
  if (!isMember(before)) return null;
  return decided(!isMember(next) && roomOf(gap).full && next.width < next.column * restOfName);
};

/** A numbered line without a stop may be a heading, or the first of a paragraph. */
const headings: Rule = (gap) => {
  const { before, next, after, opens } = gap;
  const { column, usual, full } = roomOf(gap);
  const longClause = before.text.includes('，') && before.width > headingWidth.withComma;
  if (!isHeadingLike(before) || !opens || longClause) return null;
  if (column === 0) return decided(before.width >= headingWidth.plain - indentation);
  if (fillsColumn(gap) && before.width >= usual - slack) return 'joins';
  const item = before.marker?.kind === 'third' || before.marker?.kind === 'fourth';
  const listed = [next, after].some((piece) => piece?.text.endsWith('；'));
  return decided(full && (!looksIndented(gap) || item || listed));
};

const fullLines: Rule = (gap) => {
  const { column, room } = roomOf(gap);
  return gap.before.width >= (column > 0 ? room * filled.any : sentenceWidth) ? 'joins' : null;
};

const commas: Rule = ({ before }) => (comma.test(before.text) ? 'joins' : null);

const namesOfDuty: Rule = (gap) => {
  const { before, next, paragraph, context } = gap;
  if (context.lexicon.opensDuty(paragraph))
    return decided(
      before.width >= roomOf(gap).column * filled.ofBodies && /^[^。]*、[^。]*$/u.test(next.text),
    );
  return context.lexicon.endsInDuty(paragraph.slice(0, -before.text.length)) ? 'breaks' : null;
};

const insideSentence: readonly Rule[] = [
  titlesListed,
  countedSentences,
  coversPassingOn,
  afterTitles,
  shortEnds,
  namesUnderLabel,
  members,
  headings,
  fullLines,
  commas,
  namesOfDuty,
];

/**
 * Lines set in a column. A line that is full has room for no more, so the next may go on with it; the first line of a
 * paragraph has less room by its indent, even where the export lost the indent, and for the same reason a line that is
 * as wide as the column opens no paragraph.
 */
export function saysWidth(gap: Break): Decision {
  if (gap.ended) return saysWidthAfterStop(gap);
  const ofSentence =
    /[，。；]/u.test(gap.paragraph) && gap.before.width > roomOf(gap).column * filled.ofSentence;
  return firstToSay(insideSentence, gap) ?? decided(ofSentence);
}

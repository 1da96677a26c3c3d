import type { Lexicon } from '../../lexicon/lexicon.ts';
import { eventDayLength, isMonth, readBracketedDate, readDate } from '../../text/dates.ts';
import { readDocNumber } from '../../text/doc-number.ts';
import type { Marker } from '../../text/markers.ts';
import { readNumeral } from '../../text/numerals.ts';
import { indentation } from './columns.ts';
import { labelOf } from './labels.ts';
import {
  attachments,
  decided,
  firstToSay,
  isMember,
  type Break,
  type Decision,
  type Rule,
} from './pieces.ts';
import { closedClause, closing, lastOpened, terminal, wordEnd } from './signs.ts';

/** A bracket that stays open this long is a misprint, not a clause; in characters. */
const longestClause = 160;

const recentOf = (paragraph: string): string => paragraph.slice(-longestClause);

/** Does a line end a sentence, or a clause in brackets after one? */
export const endsSentence = (line: string, paragraph: string): boolean =>
  terminal.test(line) || closedClause.test(recentOf(paragraph));

const chronicleDay = /^(?:(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日|同日|当日|是日|本月)/u;
/** Does a line open an event of a chronicle: 3月5日…, 同日…, 5日　…? */
const opensEvent = (text: string): boolean => chronicleDay.test(text) || eventDayLength(text) > 0;

const eventsOfChronicle: Rule = ({ before, next, ended, context }) =>
  context.kind === 'chronicle' &&
  (opensEvent(next.text) || isMonth(next.text)) &&
  (ended || before.width < before.column - indentation || opensEvent(before.text))
    ? 'breaks'
    : null;

/** Numbering that opens a new block whatever stands before it, save an open bracket. */
const divisions = new Set<Marker['kind']>(['volume', 'chapter', 'section', 'article', 'box']);

const numberedDivisions: Rule = ({ next, paragraph, ended }) =>
  next.marker !== null &&
  divisions.has(next.marker.kind) &&
  (ended || lastOpened(recentOf(paragraph)) < 0)
    ? 'breaks'
    : null;

/** An open bracket keeps its paragraph open; but every paragraph of a quotation opens with its mark, and only the last closes it. */
const openBrackets: Rule = ({ next, paragraph, ended, expected }) =>
  lastOpened(recentOf(paragraph)) >= 0 &&
  !(ended && next.text.startsWith('“')) &&
  !(expected && ended)
    ? 'joins'
    : null;

/** `2.` goes on with a paragraph that counted `1.` inside it. */
function countsOn({ before, next, paragraph }: Break): boolean {
  const { marker } = next;
  if (marker?.kind !== 'third' || marker.value < 2 || before.text.endsWith('。')) return false;
  if (attachments.test(paragraph)) return false;
  return paragraph.lastIndexOf(`${marker.value - 1}.`) > 2;
}

/** A sign that fits on no line stands on the next with what follows it: `…管理办法》` | `，现印` | `发给你们。` */
const hangs = ({ before, next, ended }: Break): boolean =>
  !ended && next.marker === null && !next.label && closing.test(before.text);

const signsThatOpenNothing: Rule = (gap) =>
  closing.test(gap.next.text) ||
  hangs(gap) ||
  countsOn(gap) ||
  (!gap.ended && gap.next.marker === null && wordEnd.test(gap.next.text))
    ? 'joins'
    : null;

const dashItem = /^(?:[—－-]{2}|[●■◆▲★□○·•]\s*|-\s+)(?=\S)/u;

/** `表2　年度任务` after a sentence is the caption of a table. */
const tableCaption =
  /^续?[表图]\s*[\d一二三四五六七八九十]{1,3}(?:[-－.]\d{1,2})?(?:\s+|：)(?=\S)/u;

const itemsSetOff: Rule = ({ next, ended, context: { lexicon } }) =>
  dashItem.test(next.text) ||
  lexicon.opensDispatchNote(next.text) ||
  (ended && tableCaption.test(next.text))
    ? 'breaks'
    : null;

/** Do labels stand one after another in it: `联系人：…；电话：…；`? Then another may go on. */
const runsLabels = (paragraph: string, lexicon: Lexicon): boolean =>
  paragraph
    .split('；')
    .slice(1)
    .some((part) => lexicon.opensDuty(part));

const labels: Rule = ({ before, next, paragraph, context: { lexicon, labelsInside } }) => {
  const runsIn = labelsInside.has(labelOf(next.text) ?? '');
  if (next.label && !runsIn && !runsLabels(paragraph, lexicon)) return 'breaks';
  return lexicon.endsInDuty(before.text) && next.marker === null ? 'joins' : null;
};

/** 一是…, 二要…: items counted in words. */
const countedItem = /^([一二三四五六七八九十])(?:是|要)/u;

/** Does a counted item follow another of its list, each a paragraph? */
function countsItems(paragraph: string, next: string): boolean {
  const before = readNumeral(countedItem.exec(paragraph)?.[1] ?? '');
  return before !== null && readNumeral(countedItem.exec(next)?.[1] ?? '') === before + 1;
}

/** `各乡镇：负责…` after `消防救援大队：负责…`: who is meant, each with a paragraph. */
const named = /^\p{Script=Han}[\p{Script=Han}（）、]{1,15}：/u;
/** `整改措施：` alone on a line stands over what follows. */
const caption = /^(?!.*[下为是])\p{Script=Han}{2,6}：$/u;

/**
 * After a stop: the next of a list, and the formula that closes a document. Where indents are kept, those tell of lists.
 */
const nextOfList: Rule = ({ next, paragraph, ended, context: { lexicon, margins } }) => {
  if (!ended) return null;
  if (lexicon.isClosing(next.text)) return 'breaks';
  if (margins !== null) return null;
  if (countsItems(paragraph, next.text)) return 'breaks';
  const names = !next.label && named.test(next.text);
  return names && (named.test(paragraph) || caption.test(next.text)) ? 'breaks' : null;
};

/** Dates, signatures and numbers stand on lines of their own. */
const partsOfDocument: Rule = ({ before, next, after, context: { lexicon } }) =>
  readDate(next.text) !== null ||
  readBracketedDate(next.text) !== null ||
  readDocNumber(before.text) !== null ||
  (after !== undefined &&
    readDate(after.text) !== null &&
    (lexicon.isBodyLine(next.text) || lexicon.isPersonSignature(next.text)))
    ? 'breaks'
    : null;

/** `（扫描二维码查看附件）`: a remark below a list; that of an entry tells its year, or that it is on trial. */
const aside = /^（(?!.*(?:年|版|稿|试行))[^（）]{6,}）$/u;

const entriesOfAttachments: Rule = ({ next, inList, ended, context: { lexicon } }) => {
  if (!inList || next.marker !== null || ended) return null;
  return decided(!aside.test(next.text) && !lexicon.isBodyLine(next.text));
};

/** A member's post goes on, `邵天平　区住房城乡建设和交` / `通局局长`; posts are one a line. */
const posts: Rule = ({ before, next, context: { lexicon } }) => {
  const goesOn =
    isMember(before) &&
    !isMember(next) &&
    next.marker === null &&
    !lexicon.endsInPost(before.text) &&
    lexicon.endsInPost(next.text) &&
    next.width < before.width &&
    !/\s/u.test(next.text);
  if (goesOn) return 'joins';
  return lexicon.isPost(before.text) && (lexicon.isPost(next.text) || isMember(next))
    ? 'breaks'
    : null;
};

/**
 * Of appointments each is a paragraph: `任命甲为…；`, `乙同志任…；`. Other clauses may open alike inside one:
 * `千人以上…；千人以下…。`
 */
const appoints =
  /^(?:任命|聘任|任|免去(?!其)|免)|^\p{Script=Han}[\p{Script=Han}\s·]{1,8}同志(?:正式)?(?:任|兼|挂|不再)|^\p{Script=Han}[\p{Script=Han}\s]{1,4}(?:（[^（）]{1,4}）)?[任为]\p{Script=Han}/u;

const appointments: Rule = ({ next, paragraph, ended }) =>
  ended && appoints.test(paragraph) && appoints.test(next.text) ? 'breaks' : null;

const rules: readonly Rule[] = [
  eventsOfChronicle,
  numberedDivisions,
  openBrackets,
  signsThatOpenNothing,
  itemsSetOff,
  labels,
  appointments,
  nextOfList,
  partsOfDocument,
  entriesOfAttachments,
  posts,
];

/** What words and signs say of a break, however lines are set. */
export const sayWords = (gap: Break): Decision | null => firstToSay(rules, gap);

import type { Lexicon } from '../../lexicon/lexicon.ts';
import { eventDayLength, isMonth, readBracketedDate, readDate } from '../../text/dates.ts';
import { readDocNumber } from '../../text/doc-number.ts';
import { rankOf, type Marker } from '../../text/markers.ts';
import { readNumeral } from '../../text/numerals.ts';
import type { Line } from '../../tree/types.ts';
import { indentation } from './columns.ts';
import { continuesFlowing } from './flowing.ts';
import {
  attachments,
  isMember,
  piecesOf,
  type Break,
  type Decision,
  type JoinContext,
  type Piece,
} from './pieces.ts';
import { closedClause, closing, lastOpened, terminal, wordEnd } from './signs.ts';
import { decideWrapped } from './wrapped.ts';

const dashItem = /^(?:[—－-]{2}|[●■◆▲★□○·•]\s*|-\s+)(?=\S)/u;
const chronicleDay = /^(?:(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日|同日|当日|是日|本月)/u;
/** Does a line open an event of a chronicle: 3月5日…, 同日…, 5日　…? */
const opensEvent = (text: string): boolean => chronicleDay.test(text) || eventDayLength(text) > 0;
/** Numbering that opens a new block whatever stands before it, save an open bracket. */
const divisions = new Set<Marker['kind']>(['volume', 'chapter', 'section', 'article', 'box']);

/** A bracket that stays open this long is a misprint, not a clause; in characters. */
const longestClause = 160;
const decided = (joins: boolean): Decision => (joins ? 'joins' : 'breaks');

/**
 * Decides for each line of a run whether it goes on with the paragraph of the line before it.
 *
 * @param lines - lines of one run, furniture left out
 * @returns for each line, whether it continues
 */
export function joinLines(lines: readonly Line[], context: JoinContext): Decision[] {
  const pieces = piecesOf(lines, context.lexicon);
  const sequence = new Map<Marker['kind'], number>();
  /** As `sequence`, save that numbering may count on through the headings above it. */
  const counted = new Map<Marker['kind'], number>();
  const decisions: Decision[] = [];
  let first: Piece | undefined;
  let paragraph = '';
  let opens = true;
  let inList = false;
  for (const [at, next] of pieces.entries()) {
    const before = pieces[at - 1];
    const goesOn = next.marker
      ? [sequence.get(next.marker.kind), counted.get(next.marker.kind)]
      : [];
    const expected =
      next.marker !== null && (next.marker.value === 1 || goesOn.includes(next.marker.value - 1));
    const decision: Decision =
      before === undefined
        ? 'breaks'
        : decide({
            before,
            next,
            first: first ?? before,
            after: pieces[at + 1],
            paragraph,
            opens,
            inList,
            expected,
            context,
          });
    const joined: boolean = decision !== 'breaks';
    decisions.push(decision);
    opens = !joined;
    if (!joined) first = next;
    paragraph = joined ? paragraph + next.text : next.text;
    if (!joined) inList = attachments.test(next.text) || (inList && next.marker?.kind === 'third');
    const entry = joined ? null : attachments.exec(next.text);
    if (entry?.[1] !== undefined) sequence.set('third', Number(entry[1]));
    if (!joined && next.marker) {
      sequence.set(next.marker.kind, next.marker.value);
      counted.set(next.marker.kind, next.marker.value);
      for (const kind of [...sequence.keys()])
        if (rankOf(kind) > rankOf(next.marker.kind) && kind !== 'third') sequence.delete(kind);
    }
  }
  return decisions;
}

/** 一是…, 二要…: items counted in words. */
const countedItem = /^([一二三四五六七八九十])(?:是|要)/u;

/** `各乡镇：负责…` after `消防救援大队：负责…`: who is meant, each with a paragraph. */
const named = /^\p{Script=Han}[\p{Script=Han}（）、]{1,15}：/u;
/** `整改措施：` alone on a line stands over what follows. */
const caption = /^(?!.*[下为是])\p{Script=Han}{2,6}：$/u;

/** Does a counted item follow another of its list, each a paragraph? Where indents are kept, those tell. */
function countsItems(paragraph: string, next: string): boolean {
  const before = readNumeral(countedItem.exec(paragraph)?.[1] ?? '');
  return before !== null && readNumeral(countedItem.exec(next)?.[1] ?? '') === before + 1;
}

/** `2.` goes on with a paragraph that counted `1.` inside it. */
function countsOn({ before, next, paragraph }: Break): boolean {
  const { marker } = next;
  if (marker?.kind !== 'third' || marker.value < 2 || before.text.endsWith('。')) return false;
  if (attachments.test(paragraph)) return false;
  return paragraph.lastIndexOf(`${marker.value - 1}.`) > 2;
}

/** Does a member's post go on: `邵天平　区住房城乡建设和交` / `通局局长`? */
const breaksInPost = (before: Piece, next: Piece, lexicon: Lexicon): boolean =>
  isMember(before) &&
  !isMember(next) &&
  next.marker === null &&
  !lexicon.endsInPost(before.text) &&
  lexicon.endsInPost(next.text) &&
  next.width < before.width &&
  !/\s/u.test(next.text);

/** Do labels stand one after another in it: `联系人：…；电话：…；`? Then another may go on. */
const runsLabels = (paragraph: string, lexicon: Lexicon): boolean =>
  paragraph
    .split('；')
    .slice(1)
    .some((part) => lexicon.opensDuty(part));

function decide(gap: Break): Decision {
  const { before, next, paragraph, context } = gap;
  const recent = paragraph.slice(-longestClause);
  const ended = terminal.test(before.text) || closedClause.test(recent);
  const inClause = lastOpened(recent) >= 0;
  if (
    context.kind === 'chronicle' &&
    (opensEvent(next.text) || isMonth(next.text)) &&
    (ended || before.width < before.column - indentation || opensEvent(before.text))
  )
    return 'breaks';
  if (next.marker !== null && divisions.has(next.marker.kind) && (ended || !inClause))
    return 'breaks';
  // Every paragraph of a quotation opens with its mark; only the last closes it.
  const quotes = ended && next.text.startsWith('“');
  if (inClause && !quotes && !(gap.expected && ended)) return 'joins';
  if (closing.test(next.text) || countsOn(gap)) return 'joins';
  if (!ended && next.marker === null && wordEnd.test(next.text)) return 'joins';
  const { lexicon } = context;
  if (dashItem.test(next.text) || lexicon.opensDispatchNote(next.text)) return 'breaks';
  if (next.label && !runsLabels(paragraph, lexicon)) return 'breaks';
  if (lexicon.endsInDuty(before.text) && next.marker === null) return 'joins';
  const listed = context.margins === null && countsItems(paragraph, next.text);
  if (ended && (listed || lexicon.isClosing(next.text))) return 'breaks';
  if (context.margins === null && ended && !next.label && named.test(next.text))
    if (named.test(paragraph) || caption.test(next.text)) return 'breaks';
  if (
    readDate(next.text) !== null ||
    readBracketedDate(next.text) !== null ||
    readDocNumber(before.text) !== null ||
    (gap.after &&
      readDate(gap.after.text) !== null &&
      (lexicon.isBodyLine(next.text) || lexicon.isPersonSignature(next.text)))
  )
    return 'breaks';
  if (gap.inList && next.marker === null && !ended)
    return decided(!lexicon.isBodyLine(next.text) && readDate(next.text) === null);
  if (breaksInPost(before, next, lexicon)) return 'joins';
  if (lexicon.isPost(before.text) && (lexicon.isPost(next.text) || isMember(next))) return 'breaks';
  return context.setting === 'flowing'
    ? decided(continuesFlowing(gap, ended))
    : decideWrapped(gap, ended);
}

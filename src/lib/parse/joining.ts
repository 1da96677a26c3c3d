import type { Lexicon } from '../lexicon.ts';
import { isMonth, readDate } from '../text/dates.ts';
import { rankOf, readMarker, type Marker } from '../text/markers.ts';
import { readNumeral } from '../text/numerals.ts';
import { foldPunctuation } from '../text/punctuation.ts';
import { widthOf } from '../text/width.ts';
import type { Line, Notice } from '../tree/types.ts';

/** How the lines of a gazette were set. */
export type Setting = 'wrapped' | 'flowing';

/** A line wider than any printed column: the export has put a whole paragraph on one line. */
export const wideLine = 110;
/** Where so much of the text stands in wide lines, every paragraph is one line, cut only where a page ends. */
const wideShare = 0.2;
/** Short paragraphs make no wide lines. But where most lines that a column could cut end in a stop, none cuts them. */
const whole = { least: 10, width: 44, share: 0.75 };

export function settingOf(lines: readonly Line[]): Setting {
  const prose = lines.filter((line) => !line.value.includes('\t'));
  const widthOfAll = (some: readonly Line[]): number =>
    some.reduce((sum, line) => sum + widthOf(line.value), 0);
  const wide = prose.filter((line) => widthOf(line.value) > wideLine);
  if (widthOfAll(wide) > widthOfAll(prose) * wideShare) return 'flowing';
  const long = prose.filter((line) => widthOf(line.value) >= whole.width);
  const ended = long.filter((line) => terminal.test(foldPunctuation(line.value)));
  return long.length >= whole.least && ended.length >= long.length * whole.share
    ? 'flowing'
    : 'wrapped';
}

/** Lines on either side that show how wide a column is set. */
const neighbours = 9;
/** Full lines of one column differ by so many half-width columns at most: type is justified, and signs do not break. */
const slack = 3;
/** No column of prose is set narrower than 12 characters. */
const narrowest = 24;
/** The two characters by which a paragraph's first line is indented, in half-width columns. */
const indentation = 4;

/**
 * The width of full lines at each line, in half-width columns; 0 where none can be told. Lines that break inside a
 * sentence are full, and show the width to which the lines around them are set, nearer lines more surely; no line
 * speaks for itself.
 *
 * @param breaksInside - for each line, whether it ends inside a sentence that the next goes on with
 */
export function columnWidths(
  widths: readonly number[],
  breaksInside: readonly boolean[],
): number[] {
  return widths.map((_, at) => {
    const near: { width: number; weight: number }[] = [];
    for (let other = at - neighbours; other <= at + neighbours; other += 1) {
      const width = widths[other];
      if (other !== at && width !== undefined && width >= narrowest && breaksInside[other])
        near.push({ width, weight: 1 / (1 + Math.abs(at - other)) });
    }
    let best = { width: 0, weight: 0 };
    for (const { width } of near) {
      const weight = near
        .filter((line) => line.width <= width && line.width >= width - slack)
        .reduce((sum, line) => sum + line.weight, 0);
      if (weight > best.weight || (weight === best.weight && width > best.width))
        best = { width, weight };
    }
    return best.width;
  });
}

const terminal = /[。！？：；]["”’）》】*]*$/u;
/** A clause in brackets after the full stop ends its paragraph: …要指标。（牵头单位：区司法局） */
const closedClause = /。（[^（）]*(?:（[^（）]*）[^（）]*)*）$/u;
const comma = /[，、]$/u;
const closing = /^[，。、；：！？）》”’】]/u;
/** 李 婧 大武口区人民政府副区长: a name, a space, a post. */
const member =
  /^(?:[-·*]\s*)?(?:[^：]{1,8}：\s*)?(?:\p{Script=Han}{2,4}|\p{Script=Han}\s+\p{Script=Han})\s+[\p{Script=Han}（][^，。；“”‘’]{2,}$/u;
const dashItem = /^(?:[—－-]{2}|[●■◆▲★□○·•]\s*|-\s+)(?=\S)/u;
const chronicleDay = /^(?:(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日|同日|当日|是日|本月)/u;
/** Numbering that opens a new block whatever stands before it, save an open bracket. */
const divisions = new Set<Marker['kind']>(['volume', 'chapter', 'section', 'article', 'box']);

/** A bracket that stays open this long is a misprint, not a clause; in characters. */
const longestClause = 160;
/** Where no column shows, a piece that is at least this wide is no heading; in half-width columns. */
const sentenceWidth = 40;
/** An article's first piece that is this wide is no mere heading. */
const articleWidth = 30;
/** Shares of the room that a line must fill to go on: one that ends a sentence, any line, a line of a list of bodies, a line of a sentence. */
const allFull = 0.9;
const nearlyFull = 0.78;
const hangingShare = 0.55;
const clauseShare = 0.4;
/** A numbered piece that is this wide is no mere heading, with a comma in it and without. */
const headingWidth = { withComma: 50, plain: 70 };

const pairs = new Map([
  ['》', '《'],
  ['）', '（'],
  ['”', '“'],
  ['〕', '〔'],
]);
const openers = new Set(pairs.values());

/** Where the last bracket stands that a text leaves open; -1 for none. */
function lastOpened(text: string): number {
  const open: { sign: string; at: number }[] = [];
  for (const [at, sign] of [...text].entries()) {
    const opening = pairs.get(sign);
    if (openers.has(sign)) open.push({ sign, at });
    else if (opening !== undefined) {
      const match = open.findLastIndex((entry) => entry.sign === opening);
      if (match >= 0) open.splice(match, 1);
    }
  }
  return open.at(-1)?.at ?? -1;
}

export interface JoinContext {
  lexicon: Lexicon;
  setting: Setting;
  kind: Notice['kind'];
  /** Columns at which lines begin that open no paragraph; null where indents say nothing. */
  margins: ReadonlyMap<Line, number> | null;
}

/** Whether a line goes on with the paragraph before it; where nothing on the page tells, it may, and is joined. */
export type Decision = 'joins' | 'breaks' | 'may join';

const decided = (joins: boolean): Decision => (joins ? 'joins' : 'breaks');

/** `附件：1.…` opens a list whose entries are paragraphs. */
const attachments = /^(?:[-·]\s*)?附(?:件|表)?\s*：\s*(?:(\d{1,2})\s*[.．、])?/u;

/** A line as the decisions see it. */
interface Piece {
  /** Its text, punctuation folded, Markdown's own stars gone. */
  text: string;
  width: number;
  /** Width of full lines here; 0 where unknown. */
  column: number;
  /** Where the lines around it end that reach furthest. */
  edge: number;
  marker: Marker | null;
  /** Does it open with the label of a duty or a post, or a list of attachments? */
  label: boolean;
  line: Line;
}

/** What stands on either side of a line's break. */
interface Break {
  before: Piece;
  next: Piece;
  after: Piece | undefined;
  /** Text of the paragraph so far, `before` included. */
  paragraph: string;
  /** Does `before` open its paragraph? Then its indent took room. */
  opens: boolean;
  /** Is the paragraph an entry of a list of attachments? */
  inList: boolean;
  /** Is the marker of `next` 1, or the number after the last of its kind? */
  expected: boolean;
  context: JoinContext;
}

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

/** The column of the page where a line ends. */
const rightOf = ({ line, width }: Pick<Piece, 'line' | 'width'>): number =>
  line.data.indent + width;

function piecesOf(lines: readonly Line[], lexicon: Lexicon): Piece[] {
  const pieces = lines.map((line): Piece => {
    const text = foldPunctuation(line.value).replaceAll('**', '');
    return {
      text,
      width: widthOf(line.value),
      column: 0,
      edge: 0,
      marker: readMarker(text),
      label:
        lexicon.opensDuty(line.value) || lexicon.opensPost(line.value) || attachments.test(text),
      line,
    };
  });
  const columns = columnWidths(
    pieces.map((piece) => piece.width),
    pieces.map((piece, at) => breaksInside(piece, pieces[at + 1])),
  );
  const edgeAt = (at: number): number =>
    Math.max(...pieces.slice(Math.max(0, at - neighbours), at + neighbours + 1).map(rightOf));
  return pieces.map((piece, at) => ({ ...piece, column: columns[at] ?? 0, edge: edgeAt(at) }));
}

const isMember = (piece: Piece): boolean => piece.marker === null && member.test(piece.text);

/** 一是…, 二要…: items counted in words. */
const countedItem = /^([一二三四五六七八九十])(?:是|要)/u;

/** Does a counted item follow another of its list, each a paragraph? */
function countsItems(paragraph: string, next: string): boolean {
  const before = readNumeral(countedItem.exec(paragraph)?.[1] ?? '');
  return before !== null && readNumeral(countedItem.exec(next)?.[1] ?? '') === before + 1;
}

/** An article's number opens its text: a first line that is wide is no heading, though no stop is in it yet. */
const isHeadingLike = (piece: Piece): boolean =>
  piece.marker !== null &&
  !/[。；：]/u.test(piece.text) &&
  !(piece.marker.kind === 'article' && piece.width >= articleWidth);

/** Does a line end inside a sentence: no stop at its end, and no numbering, label or list after it? */
function breaksInside(piece: Piece, next: Piece | undefined): boolean {
  return (
    next !== undefined &&
    !terminal.test(piece.text) &&
    !isMember(piece) &&
    !isHeadingLike(piece) &&
    next.marker === null &&
    !next.label
  );
}

/** The end of a sentence or of a heading that the line before began: `治责任。各乡镇…`, `条件`. */
function endsShortly(text: string): boolean {
  const stop = text.indexOf('。');
  return stop > 0
    ? stop <= 9 && !/[，：、]/u.test(text.slice(0, stop))
    : text.length <= 4 && /^\p{Script=Han}+$/u.test(text);
}

/** `2.` goes on with a paragraph that counted `1.` inside it. */
function countsOn({ before, next, paragraph }: Break): boolean {
  const { marker } = next;
  if (marker?.kind !== 'third' || marker.value < 2 || before.text.endsWith('。')) return false;
  if (attachments.test(paragraph)) return false;
  return paragraph.lastIndexOf(`${marker.value - 1}.`) > 2;
}

function decide(gap: Break): Decision {
  const { before, next, paragraph, context } = gap;
  const recent = paragraph.slice(-longestClause);
  const ended = terminal.test(before.text) || closedClause.test(recent);
  const inClause = lastOpened(recent) >= 0;
  if (
    context.kind === 'chronicle' &&
    (chronicleDay.test(next.text) || isMonth(next.text)) &&
    (ended || before.width < before.column - indentation || chronicleDay.test(before.text))
  )
    return 'breaks';
  if (next.marker !== null && divisions.has(next.marker.kind) && (ended || !inClause))
    return 'breaks';
  if (inClause && !(gap.expected && ended)) return 'joins';
  if (closing.test(next.text) || countsOn(gap)) return 'joins';
  const { lexicon } = context;
  if (dashItem.test(next.text) || next.label || lexicon.opensDispatchNote(next.text))
    return 'breaks';
  if (ended && (countsItems(paragraph, next.text) || lexicon.isClosing(next.text))) return 'breaks';
  if (
    readDate(next.text) !== null ||
    (gap.after &&
      readDate(gap.after.text) !== null &&
      (lexicon.isBodyLine(next.text) || lexicon.isPersonSignature(next.text)))
  )
    return 'breaks';
  if (gap.inList && next.marker === null && !ended)
    return decided(!lexicon.isBodyLine(next.text) && readDate(next.text) === null);
  if (lexicon.isPost(before.text) && (lexicon.isPost(next.text) || isMember(next))) return 'breaks';
  return context.setting === 'flowing'
    ? decided(continuesFlowing(gap, ended))
    : decideWrapped(gap, ended);
}

/** One line a paragraph, cut where pages end: a piece goes on where it ends in no full stop. */
function continuesFlowing({ before, next, paragraph, context }: Break, ended: boolean): boolean {
  const { lexicon } = context;
  if (next.marker !== null || ended) return false;
  if (before.text.endsWith('）')) return before.text.endsWith('号）') && before.width > 60;
  if (comma.test(before.text)) return true;
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

/** The width to which a line is set: that of the lines after it where it would not fit that of those before. */
function columnAt(before: Piece, next: Piece): number {
  const narrower =
    next.column > 0 && next.column < before.column && before.width <= next.column + 1;
  return narrower ? next.column : before.column;
}

/**
 * Lines set in a column. A line that is full has room for no more, so the next may go on with it; the first line of a
 * paragraph has less room by its indent, even where the export lost the indent, and for the same reason a line that is
 * as wide as the column opens no paragraph.
 */
function decideWrapped(gap: Break, ended: boolean): Decision {
  const { before, next, after, opens, expected, context } = gap;
  const column = columnAt(before, next);
  const room = column - (opens ? indentation : 0);
  const full = column > 0 && before.width >= room - slack;
  if (next.marker !== null && (expected || ended || !full)) return 'breaks';
  if (context.margins !== null) {
    const margin = context.margins.get(next.line) ?? 0;
    const hasRoom = column > 0 && before.width < room * (ended ? allFull : nearlyFull);
    const indented = before.line.data.indent >= (context.margins.get(before.line) ?? 0) + 2;
    const shown = column > 0 || (indented && rightOf(before) >= before.edge - slack);
    return decided(next.line.data.indent < margin + 2 && !hasRoom && (!ended || shown));
  }
  const fillsColumn = next.column > 0 && next.width >= next.column - 2;
  const opensLike =
    next.column > 0 &&
    next.width <= next.column - indentation + 1 &&
    next.width >= next.column - indentation - slack &&
    after !== undefined &&
    !terminal.test(next.text);
  if (!ended)
    return decided(continuesSentence(gap, { column, room, full, fillsColumn, opensLike }));
  if (next.text.startsWith('（')) return decided(column > 0 && before.width >= room - 2 * slack);
  if (!full || opensLike || !terminal.test(before.text)) return 'breaks';
  if (fillsColumn) return 'joins';
  return before.text.endsWith('；') ? 'breaks' : 'may join';
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

/** Does a line that ends in no stop go on? */
function continuesSentence(
  { before, next, paragraph, opens, context }: Break,
  { column, room, full, fillsColumn, opensLike }: Room,
): boolean {
  if (paragraph.startsWith('《') && before.text.endsWith('》') && next.text.startsWith('《'))
    return false;
  const roomy = before.width < room * nearlyFull;
  if (column > 0 && !roomy && endsShortly(next.text) && !context.lexicon.isBodyLine(next.text))
    return true;
  if (isMember(before)) return !isMember(next) && full && next.width < next.column * 0.5;
  const longClause = before.text.includes('，') && before.width > headingWidth.withComma;
  if (isHeadingLike(before) && opens && !longClause) {
    if (column === 0) return before.width >= headingWidth.plain - indentation;
    const item = before.marker?.kind === 'third' || before.marker?.kind === 'fourth';
    return full && (fillsColumn || !opensLike || item);
  }
  if (before.width >= (column > 0 ? room * nearlyFull : sentenceWidth)) return true;
  if (comma.test(before.text)) return true;
  if (context.lexicon.opensDuty(paragraph))
    return before.width >= column * hangingShare && /^[^。]*、[^。]*$/u.test(next.text);
  return /[，。；]/u.test(paragraph) && before.width > column * clauseShare;
}

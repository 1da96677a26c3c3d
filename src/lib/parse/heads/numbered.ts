import {
  accompaniesNumber,
  docNumbersIn,
  readCodelessNumber,
  readDocNumber,
} from '../../text/doc-number.ts';
import { bare } from '../../text/spaces.ts';
import { titleKey } from '../likeness.ts';
import type { GazetteLines } from './gazette-lines.ts';
import type { Head } from './head.ts';
import { balanced, isTitleLine, listMarker, titleEnd, titleLines } from './titles.ts';

/** A document number, and its lines. */
type NumberLines = NonNullable<Head['number']>;

/** Heads whose document number stands on lines of its own. */
export function numberedHeads(gazette: GazetteLines): Head[] {
  const heads: Head[] = [];
  /** Serial number of the last row of a table of documents; 0 outside one. */
  let row = 0;
  let taken = 0;
  for (let at = 0; at < gazette.lines.length; at += 1) {
    const number = numberAt(gazette, at);
    if (!number) continue;
    const above = titleAbove(gazette, taken, at, number);
    const head = above ? overMatter(gazette, above) : titleBelow(gazette, at, number);
    const last = heads.at(-1);
    if (!head || (last && head.start < last.end)) continue;
    const serial = serialAbove(gazette, head);
    const opensRows = serial === 1 && gazette.value(head.end) === '2';
    const isRow = opensRows || (row > 0 && serial === row + 1);
    row = isRow ? serial : 0;
    taken = head.end;
    if (!isRow && !(last && isReprinted(gazette, head, last))) heads.push(head);
  }
  return heads;
}

/**
 * The serial number alone above a head, as in a table of documents whose cells were torn into lines: `1` | 某某通知 |
 * 某政发〔2013〕41号 | `2`; 0 for none.
 */
function serialAbove(gazette: GazetteLines, { start }: Head): number {
  const above = gazette.value(start - 1);
  return /^\d{1,3}$/u.test(above) ? Number(above) : 0;
}

/** A number on one line, or broken over two; one that a tab alone parts from what is above it is a cell. */
function numberAt(gazette: GazetteLines, at: number): NumberLines | null {
  if ((gazette.lines[at]?.data.tabs ?? 0) > 0) return null;
  const type = gazette.lexicon.documentTypeOf(gazette.value(at - 1)) ?? '';
  const one =
    readDocNumber(gazette.value(at)) ??
    (gazette.lexicon.isCodeless(type) ? readCodelessNumber(gazette.value(at)) : null);
  if (one) return { from: at, to: at + 1, value: one };
  if (
    !/[〔\[［【（(〈﹝〖]|发$|[^。，；]〕$/u.test(gazette.value(at)) ||
    bare(gazette.value(at)).length > 24
  )
    return null;
  const two = at + 1 < gazette.lines.length ? readDocNumber(gazette.text(at, at + 2)) : null;
  return two && readDocNumber(gazette.value(at + 1)) === null
    ? { from: at, to: at + 2, value: two }
    : null;
}

/**
 * The title above a number: up to the nearest line that opens one, then up over lines of bodies alone.
 *
 * @param from - the line after the last head
 */
function titleAbove(
  gazette: GazetteLines,
  from: number,
  at: number,
  number: NumberLines,
): Head | null {
  const below = overWebNotes(gazette, from, at);
  let top = below;
  while (top > from && below - top < titleLines && isTitleLine(gazette, top - 1)) {
    top -= 1;
    if (gazette.isSetApart(top)) break;
  }
  if (top === below) return null;
  let start: number | null = null;
  for (let first = below - 1; first >= top && start === null; first -= 1)
    if (gazette.lexicon.opensTitle(gazette.value(first)) && balanced(gazette.text(first, below)))
      start = first;
  const isTitle = gazette.lexicon.documentTypeOf(gazette.text(top, below)) !== null;
  if (start === null && isTitle && !goesOnWithItem(gazette, top)) start = top;
  if (
    start === null &&
    number.value.year === null &&
    gazette.lexicon.isBodyLine(gazette.value(below - 1).replace(/令$/u, ''))
  )
    start = below - 1;
  if (start === null) return null;
  start =
    listedStart(gazette, top, below) ?? overBodies(gazette, overWrap(gazette, start, top), top);
  return { kind: 'notice', start, title: { from: start, to: below }, number, end: number.to };
}

/** Where a title ends above a number: a web page prints `来源：…`, `发布日期：…` between them. */
function overWebNotes(gazette: GazetteLines, from: number, at: number): number {
  let below = at;
  while (below > from && gazette.lexicon.isWebNote(gazette.value(below - 1))) below -= 1;
  return below;
}

/** Does a line go on with an item of a list: `四、某某办公室关于印发某` | `某州…管理办法的通知`? */
function goesOnWithItem(gazette: GazetteLines, at: number): boolean {
  const above = gazette.value(at - 1);
  return listMarker.test(above) && !/[。；：:]$/u.test(above) && !gazette.isSetApart(at);
}

/**
 * Where a title that the contents list names with its body begins, of the lines from `top` to before `at`; null where
 * it names none.
 */
function listedStart(gazette: GazetteLines, top: number, at: number): number | null {
  const listed = new Set(gazette.contents.entries.map(({ title }) => titleKey(title)));
  for (let from = top; from < at; from += 1)
    if (listed.has(titleKey(gazette.text(from, at))))
      return gazette.lexicon.opensMatter(gazette.value(from)) ? null : from;
  return null;
}

/**
 * A title's second line may begin as its first would: 关于…自治区 | 财政厅…的通知, 某办公厅转发某厅等部门 | 关于…的通知,
 * 某政府关于印发 | 某市中心城区三年…的通知. The line above is the title's own where it opens a matter that no document type
 * has closed yet.
 */
function overWrap(gazette: GazetteLines, start: number, top: number): number {
  const { lexicon } = gazette;
  const opens = lexicon.opensMatter(gazette.value(start))
    ? (text: string): boolean => lexicon.opensTitle(text)
    : (text: string): boolean => lexicon.opensTitle(text) && lexicon.namesMatter(text);
  for (let higher = start - 1; higher >= top; higher -= 1) {
    const between = gazette.text(higher, start);
    if (opens(between) && lexicon.documentTypeOf(between) === null) return higher;
  }
  return start;
}

/** Above the number only who announces, below it what: 某局公告 | 2020年第3号 | 关于…的公告, 某局关于…的公告. */
function overMatter(gazette: GazetteLines, head: Head): Head {
  const { lexicon } = gazette;
  const above = gazette.text(head.title.from, head.title.to);
  const opens = lexicon.isAnnouncement(lexicon.documentTypeOf(above) ?? '')
    ? lexicon.opensTitle(gazette.value(head.end))
    : lexicon.opensMatter(gazette.value(head.end));
  if (lexicon.namesMatter(above) || !opens) return head;
  const end = titleEnd(gazette, head.end);
  return end === null ? head : { ...head, title: { from: head.end, to: end }, end };
}

/** `分局`, `中心` alone are no body, but the end of one in a table's cell. */
const shortestBody = 3;

/** Does the line above name the body whose title begins at `first`, or its place? */
function namesBodyAbove(gazette: GazetteLines, first: number): boolean {
  const { lexicon } = gazette;
  const [above, here] = [gazette.value(first - 1), gazette.value(first)];
  const isBody = lexicon.isBodyLine(above) && bare(above).length >= shortestBody;
  // 某市教育局　某市住房和城乡 | 建设局
  const isBroken =
    !isBody &&
    lexicon.isBodyLine(here) &&
    lexicon.isBodyLine(above + here) &&
    !/[。；：]/u.test(above);
  return isBody || isBroken || lexicon.isPlaceAbove(above, here);
}

function overBodies(gazette: GazetteLines, start: number, top: number): number {
  let first = start;
  while (first > top && !gazette.isSetApart(first) && namesBodyAbove(gazette, first)) first -= 1;
  return first;
}

/** Some gazettes print the number above the title. */
function titleBelow(gazette: GazetteLines, at: number, number: NumberLines): Head | null {
  const from = accompaniesNumber(gazette.value(number.to)) ? number.to + 1 : number.to;
  const end = titleEnd(gazette, from);
  if (end === null) return null;
  const start = overBodies(gazette, at, Math.max(0, at - 2));
  return { kind: 'notice', start, title: { from, to: end }, number, end };
}

/**
 * A head inside a notice that forwards, distributes or attaches the very document: by its title, its number, or a label.
 */
function isReprinted(gazette: GazetteLines, head: Head, within: Head): boolean {
  const cover = gazette.text(within.title.from, within.title.to);
  if (head.number?.value.code === within.number?.value.code) return false;
  if (gazette.lexicon.attachmentLabelOf(gazette.value(head.start - 1)) !== null) return true;
  if (!gazette.lexicon.distributes(cover)) return false;
  const cited = gazette.text(within.end, head.start);
  const number = head.number?.value.text;
  if (number !== undefined && docNumbersIn(cited).some((other) => other.text === number))
    return true;
  const matter = titleKey(gazette.text(head.title.from, head.title.to)).replace(
    /^.*?(?=关于)/u,
    '',
  );
  const type = gazette.lexicon.documentTypeOf(matter)?.length ?? 0;
  const core = matter.slice(0, matter.length - type).replace(/的$/u, '');
  return core.startsWith('关于') && core.length > 6 && titleKey(cover).includes(core);
}

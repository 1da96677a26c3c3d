import { readDate } from '../../text/dates.ts';
import { readDocNumber } from '../../text/doc-number.ts';
import { bare, joinSpaced, wordsOf } from '../../text/spaces.ts';
import { leaders } from '../contents/paged.ts';
import { masthead } from '../furniture/masthead.ts';
import type { GazetteLines } from './gazette-lines.ts';

/** A title is printed on at most so many lines. */
export const titleLines = 6;
/** A type with what it is of, alone on a title's last line, is no longer than this: 任免名单. */
const longestType = 6;

const sentenceEnd = /[。；：:;!！?？，、]$/u;
/** What numbers the items of a list or a text. */
export const listMarker =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d{1,3}[.．、](?!\d)|第[一二三四五六七八九十百]+[章节条])/u;

/** `（联系人：某某，电话：…）`: a note below a document. */
const contact = /^[（(].*(?:联系|电话|邮箱|传真).*[)）]$/u;
/** `2 关于加快发展服务外包产业的意见`: a row of a list, in which another counts on within so many lines. */
const counted = /^(\d{1,2})\s+(?![年月日])\p{Script=Han}/u;
const linesOfRow = 6;

function isCounted(gazette: GazetteLines, at: number): boolean {
  const value = Number(counted.exec(gazette.value(at))?.[1] ?? Number.NaN);
  const near = gazette.lines.slice(Math.max(0, at - linesOfRow), at + linesOfRow + 1);
  return (
    !Number.isNaN(value) &&
    near.some((line) => Math.abs(Number(counted.exec(line.value)?.[1] ?? Number.NaN) - value) === 1)
  );
}

/** So many short words that spaces part are names of persons. */
const leastNames = 4;
const isNameList = (text: string): boolean => {
  const words = wordsOf(joinSpaced(text));
  return (
    words.length >= leastNames &&
    words.every((word) => /^\p{Script=Han}{1,3}$/u.test(word)) &&
    words.some((word) => word.length > 1)
  );
};
/** `在全区经济工作会议上的讲话`, `致全县居民的一封信`: titles of what is said or written to people. */
const address = /^(?:在.{4,40}上的?(?:讲话|发言|致辞|报告)|致.{2,30}信)$/u;
/** `《某某办法》政策解读`: the title of a text about another. */
const aboutOther = /》[^《》]{2,8}$/u;

/** True where quotation marks and book-title marks of a text close all that they open, and open all they close. */
export function balanced(text: string): boolean {
  return ['《》', '“”', '（）'].every(
    ([open = '', close = '']) => text.split(open).length === text.split(close).length,
  );
}

/** May the line be part of a title? */
export function isTitleLine(gazette: GazetteLines, at: number): boolean {
  const line = gazette.lines[at];
  if (!line || gazette.inContents(at)) return false;
  const text = line.value;
  return (
    line.data.tabs === 0 &&
    !text.includes('\t') &&
    !leaders.test(text) &&
    !masthead.test(bare(text)) &&
    /\p{Script=Han}/u.test(text) &&
    !contact.test(text) &&
    !isCounted(gazette, at) &&
    !(isNameList(text) && !gazette.lexicon.opensTitle(text)) &&
    !gazette.lexicon.isWebNote(text) &&
    !gazette.lexicon.opensDuty(text) &&
    !gazette.lexicon.opensPost(text) &&
    !(sentenceEnd.test(text) && !gazette.lexicon.opensTitle(text)) &&
    !/[。；]/u.test(text) &&
    !listMarker.test(text) &&
    readDate(text) === null &&
    readDocNumber(text) === null &&
    gazette.lexicon.disclosureOf(text) === null &&
    gazette.lexicon.attachmentLabelOf(text) === null &&
    !gazette.lexicon.announcesAttachment(text) &&
    !endsDispatchNote(gazette, at) &&
    !gazette.lexicon.isRegistration(text) &&
    !gazette.lexicon.isClosing(text) &&
    !gazette.lexicon.isFrontMatter(text)
  );
}

/** `某办公室 | 2016年3月18日印发`: a note below a document, on one line or two. */
function endsDispatchNote(gazette: GazetteLines, at: number): boolean {
  const above = gazette.value(at - 1);
  const opens = (text: string): boolean => gazette.lexicon.opensDispatchNote(text);
  return opens(gazette.value(at)) || (!opens(above) && opens(above + gazette.value(at)));
}

/** End of a title that begins at `from`: the first line where it ends in a document type and is balanced. */
export function titleEnd(gazette: GazetteLines, from: number): number | null {
  let body = from;
  while (gazette.lexicon.isBodyLine(gazette.value(body)) && body - from < 3) body += 1;
  const opening = gazette.text(from, body + 1);
  if (body > from && isTypeAlone(gazette, body)) return body + 1;
  const explains = opening.startsWith('《');
  if (
    !explains &&
    !address.test(bare(opening)) &&
    !gazette.lexicon.opensTitle(gazette.value(body)) &&
    !gazette.lexicon.opensTitle(opening)
  )
    return null;
  for (let to = body + 1; to <= from + titleLines && to <= gazette.lines.length; to += 1) {
    if (!isTitleLine(gazette, to - 1)) return null;
    const text = gazette.text(from, to);
    const closed = gazette.lexicon.documentTypeOf(text) !== null && balanced(text);
    if (closed && (!explains || aboutOther.test(text))) return to;
  }
  return null;
}

/** `任　免　名　单` below the body that issues it: a title without a matter. */
function isTypeAlone(gazette: GazetteLines, at: number): boolean {
  const text = bare(gazette.value(at));
  return (
    isTitleLine(gazette, at) &&
    text.length <= longestType &&
    gazette.lexicon.documentTypeOf(text) !== null &&
    !gazette.lexicon.isBodyLine(text)
  );
}

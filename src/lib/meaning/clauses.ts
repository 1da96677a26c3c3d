import { datesIn, endOfTerm } from '../text/dates.ts';
import { docNumbersIn } from '../text/doc-number.ts';
import { readMarker } from '../text/markers.ts';
import { readNumeral } from '../text/numerals.ts';
import { quotedTitle } from '../text/titles.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Notice } from '../schema/notice.ts';

const sentences = /[^。；]+[。；]?/gu;
/** …自2023年7月1日起施行; …自公布之日起30日后执行. */
const commencement =
  /[自从]([^。；，,]{2,24}?)(?:起|开始)(?:(?:后)?\d{1,3}[个]?[日天]后)?[，,]?(?:正式|试)?(?:试行|施行|实施|执行|实行|生效)/u;
/** 《某某办法》已经…通过，现予公布，自…: a cover speaks of what it publishes. */
const publishes = /现(?:予(?:以)?|将.{0,40})(?:公布|发布|印发|颁布)/u;
/** …有效期自2020年2月1日至2022年1月31日, 有效期为2021年3月20日至…. */
const validity = /有效期(?:限)?(?:为|是)?[自从]?([^。；，,]{8,14}?)(?:起)?至/u;
const ownDay = /(?:印发|发布|公布|公告|通告|下发|颁布|发文|通过)之日/u;
const daysLater = /之日起(?:后)?(\d{1,3})[个]?[日天]后/u;
const untilDay =
  /(?:有效期(?:限)?(?:至|到|截止到|截至)|(?:执行|施行|试行|实施|实行)(?:期限?)?[至到]|有效期.{0,16}?至|[至到](?=[^。；，]{6,16}(?:终止|为止|[日时]止|失效)))/u;
const term = /有效期(?:限)?[为是：:]?([\d０-９一二两三四五六七八九十]{1,3})年/u;

function later(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/**
 * When a notice holds, by a clause about itself: 本办法自…起施行，有效期至….
 *
 * @param paragraph - one paragraph of the notice's own text, re-joined
 * @param date - day on which the notice was signed, for 自印发之日起
 */
export function readEffective(
  paragraph: string,
  date: string | null,
  lexicon: Lexicon,
): NonNullable<Notice['effective']> | null {
  for (const [sentence] of paragraph.matchAll(sentences)) {
    const match = commencement.exec(sentence) ?? validity.exec(sentence);
    const before = sentence.slice(0, match?.index ?? 0);
    if (!match || !(lexicon.namesItself(before) || publishes.test(before))) continue;
    const start = match[1] ?? '';
    const printed = datesIn(start)[0]?.date ?? null;
    const delay = daysLater.exec(sentence)?.[1];
    const own = ownDay.test(start) && date !== null ? later(date, Number(delay ?? 0)) : null;
    const from = printed ?? own;
    const end = untilDay.exec(sentence);
    const length = readNumeral(term.exec(sentence)?.[1] ?? '') ?? 0;
    const until = end
      ? (datesIn(sentence.slice(end.index)).at(-1)?.date ?? null)
      : from !== null && length > 0
        ? endOfTerm(from, length)
        : null;
    const text = sentence
      .trim()
      .slice(readMarker(sentence.trim())?.length ?? 0)
      .trim();
    return { from, until, text };
  }
  return null;
}

const voids = /(?:废止|失效|停止执行|不再执行|停止施行)/u;
const undone = /(?:同时|即行|予以|一并|自行|相应|即)(?:废止|失效|停止执行|停止施行)/u;
const bookTitle = new RegExp(
  String.raw`${quotedTitle}(?:[（(](?:试行|暂行|修订)[)）])?(?:\s*[（(]([^（()）]*号)[)）])?`,
  'gu',
);

/** 废止《…》（…）: the verb before what it makes void. */
const voiding = /(?:废止|宣布失效|停止执行)(?=《)/u;

/** Numbers of the documents that a text names in 《》, or else their titles. */
export function readListed(text: string, lexicon: Lexicon): string[] {
  const named = [...text.matchAll(bookTitle)].flatMap((match) => {
    const title = match[1] ?? '';
    const number = docNumbersIn(match[2] ?? '')[0]?.text;
    if (number !== undefined) return [number];
    return lexicon.isDocumentTitle(title) ? [`《${title}》`] : [];
  });
  return named.length > 0 ? named : docNumbersIn(text).map((number) => number.text);
}

/** Does a paragraph announce a list of what is void: 下列文件予以废止：? */
export function announcesRepeals(paragraph: string): boolean {
  return /[：:]$/u.test(paragraph) && voids.test(paragraph);
}

/** 根据《…》的规定，…: what a decision rests on is not what it makes void. */
const grounds = /(?:根据|依据|按照|依照)[^，。；]*，/gu;

/** What a paragraph declares void: 《…》（吴政发〔2015〕53号）同时废止, 废止《…》（…）. */
export function readRepeals(paragraph: string, lexicon: Lexicon): string[] {
  const found: string[] = [];
  for (const [sentence] of paragraph.matchAll(sentences)) {
    const after = voiding.exec(sentence);
    if (after) found.push(...readListed(sentence.slice(after.index), lexicon));
    else if (voids.test(sentence) && undone.test(sentence))
      found.push(
        ...readListed(sentence.slice(0, sentence.search(undone)).replace(grounds, ''), lexicon),
      );
  }
  return [...new Set(found)];
}

const titleBefore = new RegExp(String.raw`${quotedTitle}\s*[（(]?$`, 'u');

/** Documents that a paragraph cites by number, each with the title printed before it. */
export function readCitations(
  paragraph: string,
): { title: string | null; docNumber: string; at: number }[] {
  return docNumbersIn(paragraph).map((number) => {
    const before = paragraph.slice(0, number.at);
    const title = titleBefore.exec(before)?.[1] ?? null;
    return { title, docNumber: number.text, at: number.at };
  });
}

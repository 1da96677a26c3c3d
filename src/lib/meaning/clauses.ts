import { datesIn, endOfTerm } from '../text/dates.ts';
import { docNumbersIn } from '../text/doc-number.ts';
import type { Notice } from '../schema/notice.ts';

const sentences = /[^。；]+[。；]?/gu;
const selfReference = String.raw`(?:本|该|此)[\p{Script=Han}（）()]{1,12}`;
/** 本办法自2023年7月1日起施行; 本通知自印发之日起执行. */
const commencement = new RegExp(
  String.raw`${selfReference}(?:[^。；]{0,6})[自从]([^。；，,]{2,24}?)(?:起|开始)[，,]?(?:正式|试)?(?:施行|实施|执行|实行|生效)`,
  'u',
);
const ownDay = /(?:印发|发布|公布|下发|颁布|发文)之日/u;
const daysLater = /之日起(\d{1,3})日后/u;
const untilDay = /(?:有效期(?:限)?(?:至|到|截止到|截至)|执行(?:至|到)|施行至|有效期.{0,12}?至)/u;
const term = /有效期(?:限)?[为是：:]?([\d一二三四五六七八九十]{1,3})年/u;
const chineseTerm = new Map(
  Array.from('一二三四五六七八九十', (character, at) => [character, at + 1]),
);

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
): NonNullable<Notice['effective']> | null {
  for (const [sentence] of paragraph.matchAll(sentences)) {
    const match = commencement.exec(sentence);
    if (!match) continue;
    const start = match[1] ?? '';
    const printed = datesIn(start)[0]?.date ?? null;
    const delay = daysLater.exec(sentence)?.[1];
    const own = ownDay.test(start) && date !== null ? later(date, Number(delay ?? 0)) : null;
    const from = printed ?? own;
    const end = untilDay.exec(sentence);
    const years = term.exec(sentence)?.[1] ?? '';
    const length = chineseTerm.get(years) ?? Number(years);
    const until = end
      ? (datesIn(sentence.slice(end.index))[0]?.date ?? null)
      : from !== null && length > 0
        ? endOfTerm(from, length)
        : null;
    const text = sentence
      .trim()
      .replace(
        /^(?:第[一二三四五六七八九十百]+条|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])\s*/u,
        '',
      );
    return { from, until, text };
  }
  return null;
}

const voids = /(?:废止|失效|停止执行|不再执行|停止施行)/u;
const undone = /(?:同时|即行|予以|一并|自行|相应|即)(?:废止|失效|停止执行|停止施行)/u;
const bookTitle = /《((?:[^《》]|《[^《》]*》)+)》(?:\s*[（(]([^（()）]*号)[)）])?/gu;

/** 废止《…》（…）: the verb before what it makes void. */
const voiding = /(?:废止|宣布失效|停止执行)(?=《)/u;

/** Numbers of the documents that a text names in 《》, or else their titles. */
export function readListed(text: string): string[] {
  const named = [...text.matchAll(bookTitle)];
  return named.length > 0
    ? named.map((match) => docNumbersIn(match[2] ?? '')[0]?.text ?? `《${match[1] ?? ''}》`)
    : docNumbersIn(text).map((number) => number.text);
}

/** Does a paragraph announce a list of what is void: 下列文件予以废止：? */
export function announcesRepeals(paragraph: string): boolean {
  return /[：:]$/u.test(paragraph) && voids.test(paragraph);
}

/** What a paragraph declares void: 《…》（吴政发〔2015〕53号）同时废止, 废止《…》（…）. */
export function readRepeals(paragraph: string): string[] {
  const found: string[] = [];
  for (const [sentence] of paragraph.matchAll(sentences)) {
    const after = voiding.exec(sentence);
    if (after) found.push(...readListed(sentence.slice(after.index)));
    else if (voids.test(sentence) && undone.test(sentence))
      found.push(...readListed(sentence.slice(0, sentence.search(undone))));
  }
  return [...new Set(found)];
}

/** Documents that a paragraph cites by number, each with the title printed before it. */
export function readCitations(
  paragraph: string,
): { title: string | null; docNumber: string; at: number }[] {
  return docNumbersIn(paragraph).map((number) => {
    const before = paragraph.slice(0, number.at);
    const title = /《((?:[^《》]|《[^《》]*》)+)》\s*[（(]?$/u.exec(before)?.[1] ?? null;
    return { title, docNumber: number.text, at: number.at };
  });
}

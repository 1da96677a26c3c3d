import { readNumeral } from './numerals.ts';
import { bare } from './spaces.ts';

const numeral = String.raw`[\d０-９〇○零一二三四五六七八九十OＯ]`;
const date = String.raw`(${numeral}{4})年(${numeral}{1,3})月(${numeral}{1,3})日`;
const wholeDate = new RegExp(`^${date}$`, 'u');
const numericDate = /^(\d{4})[.\-/](\d{1,2})[.\-/](\d{1,2})$/;

/** The first and last day that a date in a gazette may name. */
const years = { first: 1900, last: 2999 };

function isoOf(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || day === null) return null;
  if (year < years.first || year > years.last) return null;
  const moment = new Date(Date.UTC(year, month - 1, day));
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return null;
  return moment.toISOString().slice(0, 10);
}

/**
 * Reads a text that is one date and nothing else, in Arabic or Chinese numerals, spaces anywhere:
 * `2021 年 7月 30 日`, `二○○八年三月五日`, `2021.7.30`.
 *
 * @returns `YYYY-MM-DD`, or null where the text is no date or no day of the calendar
 */
export function readDate(text: string): string | null {
  const match = wholeDate.exec(bare(text)) ?? numericDate.exec(bare(text).normalize('NFKC'));
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  return isoOf(readNumeral(year), readNumeral(month), readNumeral(day));
}

/** A date at the end of a text: its ISO form and where it begins in the text given. */
export function readTrailingDate(text: string): { date: string; at: number } | null {
  const match =
    /(?:[\d０-９〇○零一二三四五六七八九十OＯ]\s*){4}年[\s\d０-９〇○零一二三四五六七八九十]+月[\s\d０-９〇○零一二三四五六七八九十]+日\s*$/u.exec(
      text,
    );
  const iso = match ? readDate(match[0]) : null;
  return match && iso ? { date: iso, at: match.index } : null;
}

/** All dates within a text, in order. */
export function datesIn(text: string): { date: string; at: number; end: number }[] {
  return [
    ...text.matchAll(
      new RegExp(
        date
          .replaceAll('年', '\\s*年\\s*')
          .replaceAll('月', '\\s*月\\s*')
          .replaceAll('日', '\\s*日'),
        'gu',
      ),
    ),
  ].flatMap((match) => {
    const iso = readDate(match[0]);
    return iso ? [{ date: iso, at: match.index, end: match.index + match[0].length }] : [];
  });
}

const month = /^(?:\d{4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月份?$/u;

/** Is the text a month and nothing else: `十月`, `2013年10月`? A chronicle is parted by them. */
export const isMonth = (text: string): boolean => month.test(bare(text));

const eventDay =
  /^(?:(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*)?\d{1,2}\s*日(?:\s*(?:[—–~～-]|至)\s*(?:\d{1,2}\s*月\s*)?\d{1,2}\s*日)?(?=\s)/u;

/** Length of the day that opens an event of a chronicle, a blank after it: `3月5日　`, `12日至14日　`; 0 for any other text. */
export const eventDayLength = (text: string): number =>
  eventDay.exec(text.normalize('NFKC'))?.[0].length ?? 0;

/** The day that lies `years` years after a day, less one day: how a term of validity is counted. */
export function endOfTerm(from: string, yearsLater: number): string {
  const moment = new Date(`${from}T00:00:00Z`);
  moment.setUTCFullYear(moment.getUTCFullYear() + yearsLater);
  moment.setUTCDate(moment.getUTCDate() - 1);
  return moment.toISOString().slice(0, 10);
}

/** What a session does with a decision on the day named in brackets under its title. */
const passing = /(?:通过|批准|修订|修正)$/u;

/**
 * Reads a date that stands in brackets under a title, alone or with the session that passed the text:
 * `（2016年9月5日）`, `（2020年5月6日某市第三届人民代表大会常务委员会第九次会议通过）`.
 *
 * @returns `YYYY-MM-DD`, or null for any other text
 */
export function readBracketedDate(text: string): string | null {
  const inside = /^[（(](.+)[)）]$/u.exec(bare(text))?.[1];
  if (inside === undefined) return null;
  return readDate(inside) ?? (passing.test(inside) ? (datesIn(inside)[0]?.date ?? null) : null);
}

import { readDate } from './dates.ts';
import { readNumeral } from './numerals.ts';
import { bare } from './spaces.ts';

/** A 发文字号 (GB/T 9704—2012, 7.2.5): the body's code, the year, the serial. */
export interface DocNumber {
  /** `吴利政办发`; for an order the body and 令: `银川市人民政府令`; empty where only 第N号 is printed. */
  code: string;
  /** Null for numbers without a year: 第12号. */
  year: number | null;
  serial: number;
  /** Normal form: `吴利政办发〔2020〕2号`, `银川市人民政府令第12号`. */
  text: string;
}

const year = String.raw`[\d０-９]{4}|[二一][〇○零一二三四五六七八九]{3}`;
const bracketsOfYear = new RegExp(String.raw`[〔\[［【（(〈﹝〖](${year})[〕\]］】）)〉﹞〗]`, 'u');

/** A document number as printed, save its brackets and spaces: figures may be full-width, or Chinese numerals. */
export function printedNumber(text: string): string {
  return withoutBrackets(bare(text)).replace(bracketsOfYear, '〔$1〕');
}

/** `（某政发〔2021〕5号）` without the brackets around it. */
const withoutBrackets = (plain: string): string => plain.replace(/^[（(](.*号)[)）]$/u, '$1');

/** A body's code is short for its name; what a title ends in is none. */
const code = String.raw`(?:(?!的|关于|通知)[\p{Script=Han}（）()A-Z]){1,14}?`;
const bracketed = String.raw`(${code})[〔\[［【（(〈﹝〖](${year})[〕\]］】）)〉﹞〗](?:第)?([\d０-９]{1,4})号`;
const whole = new RegExp(`^${bracketed}$`, 'u');
/** `〔2020〕第5号` of an order: a year, but no code. */
const codeless = new RegExp(
  String.raw`^[〔\[［【（(]([\d０-９]{4})[〕\]］】）)]第([\d０-９]{1,4})号$`,
  'u',
);
/** `2018年第6号`: announcements and orders counted by year without a code. */
const yearly = /^([\d０-９]{4})年第([\d０-９]{1,4})号$/u;
/** The term of a congress before the number of its announcement: `〔十四届〕第八号`. */
const term = String.raw`(?:[〔\[［【（(]?第?[一二三四五六七八九十]{1,3}届[〕\]］】）)]?)?`;
const order = new RegExp(
  String.raw`^([\p{Script=Han}]{2,30}令)?[（(]?${term}第([\d０-９〇一二三四五六七八九十百]{1,6})号[)）]?$`,
  'u',
);

function from(body: string, year: string | null, serial: string): DocNumber | null {
  const value = readNumeral(serial);
  if (value === null) return null;
  const inYear = year === null ? null : readNumeral(year);
  const text =
    inYear === null
      ? `${body}第${value}号`
      : body === ''
        ? `${inYear}年第${value}号`
        : `${body}〔${inYear}〕${value}号`;
  return { code: body, year: inYear, serial: value, text };
}

/**
 * Reads a text that is one document number and nothing else, in any bracket, width and spacing:
 * `石大党办综〔2021〕44 号`, `吴政通字[2023]15号`, `（第12号）`, `2018年第6号`, `某市人民政府令第 3 号`.
 *
 * @returns null where the text is no document number
 */
export function readDocNumber(text: string): DocNumber | null {
  const plain = withoutBrackets(bare(text));
  const match = whole.exec(plain);
  if (match) return from(match[1] ?? '', match[2] ?? '', match[3] ?? '');
  const inYear = yearly.exec(plain) ?? codeless.exec(plain);
  if (inYear) return from('', inYear[1] ?? '', inYear[2] ?? '');
  const numbered = order.exec(plain);
  return numbered ? from(numbered[1] ?? '', null, numbered[2] ?? '') : null;
}

const yearAndSerial = new RegExp(
  String.raw`^[〔\[［【（(]([\d０-９]{4})[〕\]］】）)]([\d０-９]{1,4})号$`,
  'u',
);

/**
 * Reads a number without a code, as minutes bear it under their titles: `〔2013〕6号`. Elsewhere such a line is the rest of
 * a number that is broken over two, so only its place tells.
 */
export function readCodelessNumber(text: string): DocNumber | null {
  const match = yearAndSerial.exec(bare(text));
  return match ? from('', match[1] ?? '', match[2] ?? '') : null;
}

/**
 * Ways in which a number is written in an address, its normal form first: readers type the brackets that they have, or
 * none.
 */
export function spellingsOf(printed: string): string[] {
  const number = readDocNumber(printed);
  if (number === null || number.code === '' || number.year === null) return [printed];
  const { code: body, year: inYear, serial, text } = number;
  return [
    text,
    ...['[]', '()', '（）'].map(([open, close]) => `${body}${open}${inYear}${close}${serial}号`),
    `${body}${inYear}年${serial}号`,
    `${body}${inYear}-${serial}`,
    `${body} ${inYear} ${serial}`,
  ];
}

/** Who signs for a document that goes upward, printed beside its number (GB/T 9704—2012, 7.2.6). */
const signatory = /^签发人?[：:]/u;

/** May a text share a number's line: the person who signs for the document, or its date? */
export function accompaniesNumber(text: string): boolean {
  return signatory.test(bare(text)) || readDate(text) !== null;
}

const cited = new RegExp(
  String.raw`([\p{Script=Han}]{2,12}(?:[〔（(][\p{Script=Han}]{1,6}[)）〕][\p{Script=Han}]{0,6})?)\s*[〔\[［【﹝〖（(]\s*([\d０-９]{4})\s*[〕\]］】﹞〗)）]\s*第?\s*([\d０-９]{1,4})\s*号`,
  'gu',
);
/** Words that may stand right before a cited number, so that its code begins after them. */
const leadIn =
  /^.*(?:依据|根据|经|按照|依照|参照|遵照|落实|贯彻|关于|执行|印发|转发|下发|下达|文件|通知|人民政府|办公[厅室]|以及|及其|和|及|与)(?=\p{Script=Han}{2})/u;

/** Document numbers within a text that is already re-joined, in order, each with its place in the text. */
export function docNumbersIn(text: string): (DocNumber & { at: number; end: number })[] {
  return [...text.matchAll(cited)].flatMap((match) => {
    const before = match[1] ?? '';
    const lead = leadIn.exec(before)?.[0].length ?? 0;
    const number = from(before.slice(lead), match[2] ?? '', match[3] ?? '');
    return number
      ? [{ ...number, at: match.index + lead, end: match.index + match[0].length }]
      : [];
  });
}

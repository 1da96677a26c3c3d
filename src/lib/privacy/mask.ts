import { isCardNumber, isIdentityNumber, isOldIdentityNumber } from './numbers.ts';

/** Numbers that belong to a person. */
export const personalKinds = ['mobile', 'identity-card', 'bank-card'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A personal number in a text; offsets in UTF-16 units, `end` exclusive. */
export interface PersonalNumber {
  kind: PersonalKind;
  start: number;
  end: number;
}

export interface MaskOptions {
  /** Numbers that offices publish as their own: digits only. */
  allowed?: ReadonlySet<string>;
  /** What stands before the text: the line above it. */
  before?: string;
  /** Words that hold for the whole text: the head of its table. */
  about?: string;
}

/** Characters kept at the start and the end of a number. */
const kept: Record<PersonalKind, readonly [number, number]> = {
  mobile: [3, 4],
  'identity-card': [2, 3],
  'bank-card': [0, 4],
};

const hyphen = String.raw`[-\u2010-\u2014\u2212\uff0d]`;
const separator = String.raw`(?:[^\S\t\n\r\f]|${hyphen})`;
/** Digits in groups, one blank or hyphen between two. */
const groupedDigits = new RegExp(String.raw`\d+(?:${separator}\d+)*`, 'gu');
/** A run too short to hold the shortest of these numbers. */
const least = 11;
/** The longest. */
const most = 19;

/** How people group a mobile number: 138 1234 5678, 138-12345678, 1381234 5678, or every digit apart. */
const mobileGroups = new Set(['11', '3,4,4', '3,8', '7,4', Array(11).fill(1).join(',')]);
const mobile = /^1[3-9]\d{9}$/u;
const callingCode = /^(?:00)?86(?=1[3-9]\d{9}$)/u;

const phoneWord = /电话|手机|联系|热线|咨询|微信|传真|短信|tel|phone|mobile/iu;
const accountWord = /账号|帐号|卡号|账户|帐户|开户|银行卡|储蓄卡|一卡通|社保卡/u;
/** Words before a number that say it numbers something else than a person. */
const codeWord =
  /(?:信用代码|代码|编码|编号|纳税人|税号|注册号|登记号|许可证|执照|文号|批号|No\.?|№)[^\d。；;，,]{0,8}$/iu;
const amountWord =
  /(?:金额|投资|资金|总额|余额|合计|总计|共计|人民币|面积|产值|收入|支出|[¥￥$€])[^\d。；;]{0,6}$/u;
const unitAfter =
  /^(?:\s?(?:[万亿千百]*(?:元|美元|欧元|亩|吨|公顷|平方|立方|公里|千瓦)|[万亿])|[人户家个件次米辆台头只株度%％‰㎡号]|k[gmW])/u;

/**
 * A point between digits makes an amount of them only where few stand on its other side: what has as many as a personal
 * number is one itself, and a masked one reads as it did before.
 */
const wholeBefore = /(?<![\d*])\d{1,9}[.．]$/u;
const decimalsAfter = /^[.．]\d{1,6}(?![\d*])/u;

/** Digits that stand together, as one group of a run. */
interface Group {
  digits: string;
  start: number;
  end: number;
}

/** Full-width digits and X as half-width ones: same length, for looking only. */
function narrowed(text: string): string {
  return text.replace(/[０-９Ｘｘ]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** Finds the personal numbers of a text, in order; those of offices are left out. */
export function findPersonal(text: string, options: MaskOptions = {}): PersonalNumber[] {
  const plain = narrowed(text);
  const found: PersonalNumber[] = [];
  for (const run of plain.matchAll(groupedDigits)) {
    if (run[0].length < least) continue;
    const groups = groupsOf(run[0], run.index);
    for (let first = 0; first < groups.length; first += 1) {
      const hit = numberFrom(plain, groups, first, options);
      if (!hit) continue;
      if (hit.number) found.push(hit.number);
      first = hit.last;
    }
  }
  return found;
}

function groupsOf(run: string, offset: number): Group[] {
  return [...run.matchAll(/\d+/gu)].map(({ 0: digits, index }) => ({
    digits,
    start: offset + index,
    end: offset + index + digits.length,
  }));
}

/** The number that begins with the group at `first`, and its last group; `number` is null where an office owns it. */
function numberFrom(
  text: string,
  groups: readonly Group[],
  first: number,
  options: MaskOptions,
): { number: PersonalNumber | null; last: number } | null {
  const start = groups[first]?.start ?? 0;
  if (/[A-Za-z0-9_*]$/u.test(text.slice(0, start).replace(/(?:tel|phone|mobile)$/iu, '')))
    return null;
  if (touchesMask(text, start, -1)) return null;
  let digits = '';
  let card: { number: PersonalNumber | null; last: number } | null = null;
  for (let last = first; last < groups.length && digits.length <= most; last += 1) {
    const group = groups[last];
    if (!group) break;
    digits += group.digits;
    if (touchesMask(text, group.end, 1)) break;
    const taken = groups.slice(first, last + 1);
    const kind = kindOf(text, digits, taken, groups, options);
    if (!kind) continue;
    const end = /^[Xx]/u.test(text.slice(group.end)) ? group.end + 1 : group.end;
    const own = kind === 'mobile' ? digits.replace(callingCode, '') : digits;
    const number = {
      kind,
      start: kind === 'mobile' ? start + digits.length - own.length : start,
      end: kind === 'identity-card' ? end : group.end,
    };
    const hit = { number: options.allowed?.has(own) ? null : number, last };
    if (kind !== 'bank-card') return hit;
    // The first groups of a card's number may be right by Luhn's rule too: the longest counts.
    card = hit;
  }
  return card;
}

/** Does a star stand there, or one separator further: is this the rest of a number that is masked already? */
function touchesMask(text: string, at: number, side: 1 | -1): boolean {
  return side < 0
    ? new RegExp(String.raw`\*${separator}?$`, 'u').test(text.slice(Math.max(0, at - 2), at))
    : new RegExp(String.raw`^${separator}?\*`, 'u').test(text.slice(at, at + 2));
}

function kindOf(
  text: string,
  digits: string,
  taken: readonly Group[],
  run: readonly Group[],
  options: MaskOptions,
): PersonalKind | null {
  const start = taken[0]?.start ?? 0;
  const end = taken.at(-1)?.end ?? start;
  const before = `${options.before ?? ''}${text.slice(Math.max(0, start - 40), start)}`.slice(-40);
  const after = text.slice(end, end + 16);
  const tail = /^[Xx](?![A-Za-z0-9])/u.test(after) ? 'X' : '';
  if (tail === '' && /^[A-Za-z_]/u.test(after)) return null;
  if (isIdentityNumber(digits + tail) && !codeWord.test(before)) return 'identity-card';
  if (tail !== '') return null;
  const near = `${before.slice(-24)} ${after.slice(0, 12)} ${options.about ?? ''}`;
  if (isCardNumber(digits) && accountWord.test(near)) return 'bank-card';
  if (isOldIdentityNumber(digits) && taken.length === 1 && !codeWord.test(before))
    return 'identity-card';
  return isMobile(text, digits, taken, run, { before, after, about: options.about ?? '' })
    ? 'mobile'
    : null;
}

function isMobile(
  text: string,
  digits: string,
  taken: readonly Group[],
  run: readonly Group[],
  { before, after, about }: { before: string; after: string; about: string },
): boolean {
  const own = digits.replace(callingCode, '');
  if (!mobile.test(own)) return false;
  const start = taken[0]?.start ?? 0;
  const end = taken.at(-1)?.end ?? start;
  const called = phoneWord.test(before.slice(-24)) || phoneWord.test(about);
  if (wholeBefore.test(before) || decimalsAfter.test(after) || before.endsWith('=')) return false;
  if (taken.length === 1)
    return called || !(codeWord.test(before) || amountWord.test(before) || unitAfter.test(after));
  const sizes = taken.map((group) => group.digits.length).join(',');
  if (!mobileGroups.has(sizes)) return false;
  const joints = taken.slice(1).map((group) => text.charAt(group.start - 1));
  if (joints.every((joint) => joint.trim() !== '')) {
    const outer = [text.charAt(start - 1), text.charAt(end)];
    const chained =
      (taken[0] !== run[0] && outer[0]?.trim() !== '') ||
      (taken.at(-1) !== run.at(-1) && outer[1]?.trim() !== '');
    return !chained;
  }
  // Columns of figures look like a number in groups: only words tell.
  return called;
}

/** Stars over all but the characters that a kind keeps; blanks and hyphens stay, so that the length does. */
function starred(number: string, kind: PersonalKind): string {
  const [head, tail] = kept[kind];
  const size = number.replace(new RegExp(separator, 'gu'), '').length;
  let at = 0;
  return number.replace(/[\dXx０-９Ｘｘ]/gu, (digit) => {
    at += 1;
    return at <= head || at > size - tail ? digit : '*';
  });
}

/** Masks the numbers at their places. */
export function maskAt(text: string, numbers: readonly PersonalNumber[]): string {
  let masked = '';
  let last = 0;
  for (const { kind, start, end } of numbers) {
    masked += text.slice(last, start) + starred(text.slice(start, end), kind);
    last = end;
  }
  return masked + text.slice(last);
}

/**
 * Masks the personal numbers of a text: 138****1234, 64*************23X, ***************1234. Length and all other
 * characters stay; a masked text is left as it is.
 */
export function mask(
  text: string,
  options: MaskOptions = {},
): { text: string; found: PersonalNumber[] } {
  const found = findPersonal(text, options);
  return { text: found.length === 0 ? text : maskAt(text, found), found };
}

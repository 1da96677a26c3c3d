import type { Language } from '../lib/address.ts';
import en from './en.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

export type MessageKey = keyof typeof zh;
type Dictionary = Record<MessageKey, string>;

/** Fails to compile when one dictionary has a key that the other lacks. */
type SameKeys<A, B> = [keyof A, keyof B] extends [keyof B, keyof A] ? A : never;
const dictionaries: Record<Language, Dictionary> = {
  zh: zh satisfies SameKeys<typeof zh, typeof en>,
  en: en satisfies SameKeys<typeof en, typeof zh>,
};

/** Things that are counted: `count.notices.one`, `count.notices.other`. */
type Counted = MessageKey extends infer K
  ? K extends `count.${infer Thing}.other`
    ? Thing
    : never
  : never;

export type Values = Readonly<Record<string, string | number>>;

/** A message with its `{name}` places filled; a place without a value is a mistake of ours. */
export function message(lang: Language, key: MessageKey, values: Values = {}): string {
  return dictionaries[lang][key].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new Error(`Unexpected ${place} in \`${key}\`, expected a value for it`);
    return typeof value === 'number' ? formatNumber(lang, value) : value;
  });
}

/** True for the key of a message. */
export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(zh, key);
}

/** `3 篇文件`, `1 document`. */
export function counted(lang: Language, thing: Counted, n: number): string {
  const one = lang === 'en' && n === 1;
  return message(lang, `count.${thing}.${one ? 'one' : 'other'}`, { n });
}

/** `message` and `counted` for one language. */
export function wordsOf(lang: Language) {
  return {
    t: (key: MessageKey, values?: Values) => message(lang, key, values),
    n: (thing: Counted, n: number) => counted(lang, thing, n),
  };
}

export type Words = ReturnType<typeof wordsOf>;
export type { Counted };

/** The language tag of a page's interface. */
export const tagOf: Record<Language, string> = { zh: 'zh-Hans', en: 'en' };

/** The other language of the site. */
export function otherLanguage(lang: Language): Language {
  return lang === 'zh' ? 'en' : 'zh';
}

export function formatNumber(lang: Language, n: number): string {
  return new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en-GB').format(n);
}

/** `2019-05-29`, `2019-05` or `2019` as readers write it: `2019年5月29日`, `29 May 2019`. */
export function formatDate(lang: Language, date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (lang === 'zh') {
    return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
  }
  return new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
}

/** A size for people: `1.2 MB`. */
export function formatBytes(lang: Language, bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  const digits = power === 0 || value >= 10 ? 0 : 1;
  const number = new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    maximumFractionDigits: digits,
  }).format(value);
  return `${number} ${units[power] ?? ''}`;
}

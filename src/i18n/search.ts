import type { Language } from '../lib/address.ts';
import en from './search.en.json' with { type: 'json' };
import zh from './search.zh.json' with { type: 'json' };

/** Messages of the search page, by key. */
export type SearchWords = Record<keyof typeof zh, string>;

/** Fails to compile when one dictionary has a key that the other lacks. */
type SameKeys<A, B> = [keyof A, keyof B] extends [keyof B, keyof A] ? A : never;

const dictionaries: Record<Language, SearchWords> = {
  zh: zh satisfies SameKeys<typeof zh, typeof en>,
  en: en satisfies SameKeys<typeof en, typeof zh>,
};

/** The messages in one language. */
export function searchWords(lang: Language): SearchWords {
  return dictionaries[lang];
}

import type { Language } from '../lib/address.ts';
import en from './highlight.en.json' with { type: 'json' };
import zh from './highlight.zh.json' with { type: 'json' };

/** Messages of the bar that leads through marked search words. */
export type HighlightWords = Record<keyof typeof zh, string>;

/** Fails to compile when one dictionary has a key that the other lacks. */
type SameKeys<A, B> = [keyof A, keyof B] extends [keyof B, keyof A] ? A : never;

export const highlightWords: Record<Language, HighlightWords> = {
  zh: zh satisfies SameKeys<typeof zh, typeof en>,
  en: en satisfies SameKeys<typeof en, typeof zh>,
};

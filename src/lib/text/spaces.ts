import { widthOf } from './width.ts';

/** What Chinese type sets without a space on either side: Han, digits, full-width punctuation, quotes, brackets. */
const tight = String.raw`[\p{Script=Han}\p{N}〇○\u2014\u2018\u2019\u201c\u201d\u2026\u3001-\u303f\uff01-\uff60,.:;!?()<>%/+\-－～~·•№]`;
/** Between two numbers, each as long as a telephone number at least; a masked one counts. */
const apart = String.raw`(?<=[\d*]{7})\s+(?=[\d*]{7}|0\d{2,3}[-－—]\d)`;
const beforeTight = new RegExp(String.raw`(?!${apart})\s+(?=${tight})`, 'gu');
const afterTight = new RegExp(String.raw`(?<=${tight})(?!${apart})\s+`, 'gu');

/**
 * Removes the spaces that layout put in: all of them, save those between Latin words and one between two telephone
 * numbers, which nobody could take apart again (litong-2020-1, line 8811).
 *
 *   2021 年 7月 30 日 -> 2021年7月30日      实行 AB 岗 -> 实行AB岗      Pagefind Node API stays
 */
export function dropLayoutSpaces(text: string): string {
  return text.trim().replace(beforeTight, '').replace(afterTight, '');
}

/** A text without any white space, zero-width characters and byte-order marks: for comparing, never for showing. */
export function bare(text: string): string {
  return text.replace(/[\s\u0085\u001c-\u001e\u200b-\u200d\ufeff]+/gu, '');
}

/** Lists joined by spaces, as layout joins two names on one line. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter(Boolean);
}

/** Two or more words of one character, blanks between them. */
const singles = /(?<!\S)\S(?:\s+\S(?!\S))+/gu;

/**
 * Words set wide closed up, where the blanks that part words are wider: `财政部　　　公　安　部` -> `财政部　　　公安部`. Where
 * all blanks are alike, nothing tells words from characters.
 */
export function joinSpaced(text: string): string {
  return text.trim().replace(singles, (run) => {
    const blanks = run.match(/\s+/gu) ?? [];
    const narrowest = Math.min(...blanks.map(widthOf));
    return run.replace(/\s+/gu, (blank) => (widthOf(blank) > narrowest ? blank : ''));
  });
}

/** Parts of the patterns that the words of the vocabulary are set into. */

export const longestFirst = (list: readonly string[]): string[] =>
  [...list].sort((a, b) => b.length - a.length);

/** Source of a pattern for any of the words, the longest first. */
export const oneOf = (list: readonly string[]): string => `(?:${longestFirst(list).join('|')})`;

/** A character of a name: 某市“双创”领导小组 too. */
export const han = String.raw`[\p{Script=Han}“”]`;

/** `（试行）`, `（2019年修订）` at the end of a name or title. */
export const remark = String.raw`(?:[（(][^（()）]{1,16}[)）])?`;

/** Does a text end in one of the words, a remark aside? */
export const ending = (list: readonly string[]): RegExp =>
  new RegExp(`${oneOf(list)}${remark}$`, 'u');

/** Words that only sentences hold, or characters that no name does. */
export const sentence = /[的了是，。；：、于将对在]/u;

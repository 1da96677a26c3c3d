/** Characters that fill a whole em in Chinese type: Han, kana, full-width forms and most of their punctuation. */
const fullWidth =
  /[\u1100-\u115f\u2014\u2018\u2019\u201c\u201d\u2026\u2460-\u24ff\u25a0-\u25ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

/** Width of a text in half-width columns: 2 for a full-width character, 1 for any other; a tab counts 1. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += fullWidth.test(character) ? 2 : 1;
  return width;
}

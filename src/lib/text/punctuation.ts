const fullWidth = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['!', '！'],
  ['?', '？'],
  ['(', '（'],
  [')', '）'],
  ['[', '〔'],
  [']', '〕'],
  ['<', '〈'],
  ['>', '〉'],
  ['‹', '〈'],
  ['›', '〉'],
]);

/**
 * A text with half-width punctuation made full-width, for asking how it is built; as many characters as before.
 * Exports mix the two forms within one paragraph.
 */
export function foldPunctuation(text: string): string {
  return text.replace(/[,;:!?()[\]<>‹›]/gu, (sign) => fullWidth.get(sign) ?? sign);
}

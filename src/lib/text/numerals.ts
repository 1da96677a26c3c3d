const digits = new Map(
  Array.from('〇一二三四五六七八九', (character, value) => [character, value]),
);
for (const [character, value] of [
  ['零', 0],
  ['○', 0],
  ['Ｏ', 0],
  ['O', 0],
  ['0', 0],
  ['两', 2],
] as const)
  digits.set(character, value);
const units = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/**
 * Reads a whole number in Arabic digits of either width, or in Chinese numerals up to 9999, positional
 * (二〇二一) or with units (一百二十).
 *
 * @returns the number, or null where the text is not one
 */
export function readNumeral(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  if (/^\d+$/.test(plain)) return Number(plain);
  const characters = [...text.replace(/\s+/gu, '')];
  if (characters.length === 0) return null;
  if (!characters.some((character) => units.has(character))) {
    const values = characters.map((character) => digits.get(character));
    return values.includes(undefined) ? null : Number(values.join(''));
  }
  let total = 0;
  let pending: number | null = null;
  for (const character of characters) {
    const unit = units.get(character);
    if (unit !== undefined) {
      total += (pending ?? 1) * unit;
      pending = null;
      continue;
    }
    const digit = digits.get(character);
    if (digit === undefined) return null;
    pending = digit;
  }
  return total + (pending ?? 0);
}

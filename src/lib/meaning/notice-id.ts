import { pinyin } from 'pinyin-pro';
import { readDocNumber } from '../text/doc-number.ts';

/** Pinyin of Han characters, each read by itself so that a later dictionary reads a word no differently. */
export function pinyinOf(text: string): string {
  return [...text]
    .map((character) => pinyin(character, { toneType: 'none', v: true }))
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '');
}

/** Permanent address of a notice: `wulizhengbanfa-2020-2`; null where its number gives none. */
export function idOfNumber(docNumber: string): string | null {
  const number = readDocNumber(docNumber);
  if (!number || number.code === '') return null;
  return [pinyinOf(number.code), number.year, number.serial]
    .filter((part) => part !== null)
    .join('-');
}

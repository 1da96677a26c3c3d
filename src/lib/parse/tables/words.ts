import { bare } from '../../text/spaces.ts';
import type { Furniture, Line } from '../../tree/types.ts';
import { piecesOf } from './pieces.ts';

/** What a quantity may be followed by after a space: `91 以上`, `2020 年`. */
const afterNumber = /^(?:以上|以下|左右|以内|年|月)$/u;
/** So many lines of one character each are a word set from top to bottom. */
const leastVertical = 4;

/** A run of characters without layout spaces: a cell, or a part of one. */
export interface Word {
  text: string;
  /** Its pieces of the source; a running header may stand between them, or after it. */
  nodes: (Line | Furniture)[];
  /** True where it is set from top to bottom. */
  vertical: boolean;
}

/** The words of a line. */
export type WordLine = readonly Word[];

/**
 * Words of a line, letter-spaced words and quantities put together again: `案 由`, `王 瑛等`, `91 以上`.
 *
 * @param isWhole - whether a letter-spaced word ends here: `姓 名 职 务` are two
 */
export function wordsOf(line: Line, isWhole: (text: string) => boolean = () => false): Word[] {
  const words: { texts: string[]; nodes: Line[] }[] = [];
  for (const { text, line: node } of piecesOf(line, /\s+/gu)) {
    const word = words.at(-1);
    const before = word?.texts.at(-1) ?? '';
    const spaced = word?.texts.every((part) => /^\p{Script=Han}$/u.test(part)) === true;
    const name = word?.texts.length === 1 && /^\p{Script=Han}{1,2}等?$/u.test(text);
    const letterSpaced =
      spaced &&
      (name || /^\p{Script=Han}$/u.test(text)) &&
      !(word.texts.length > 1 && isWhole(word.texts.join('')));
    if (word && (letterSpaced || (/\d$/u.test(before) && afterNumber.test(text)))) {
      word.texts.push(text);
      word.nodes.push(node);
    } else words.push({ texts: [text], nodes: [node] });
  }
  return words.map(({ texts, nodes }) => ({ text: texts.join(''), nodes, vertical: false }));
}

/**
 * The words of each line; furniture goes with the word before it, a word set from top to bottom is a line.
 *
 * @param before - the word before the first line
 */
export function wordLines(nodes: readonly (Line | Furniture)[], before?: Word): Word[][] {
  const lines: Word[][] = [];
  let run: Line[] = [];
  const flush = (): void => {
    if (run.length >= leastVertical)
      lines.push([{ text: run.map((line) => line.value).join(''), nodes: run, vertical: true }]);
    else lines.push(...run.map((line) => wordsOf(line)));
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'line' && /^[\p{Script=Han}、]$/u.test(bare(node.value))) {
      run.push(node);
      continue;
    }
    flush();
    if (node.type === 'line') lines.push(wordsOf(node));
    else (lines.at(-1)?.at(-1) ?? before)?.nodes.push(node);
  }
  flush();
  return lines;
}

import type { Lexicon } from '../../lexicon.ts';
import type { Line } from '../../tree/types.ts';
import { wordsOf, type Word } from './words.ts';

/** Fewer columns prove nothing. */
const leastColumns = 3;
/** A torn head has no more lines. */
const mostLines = 24;
/** Names of two characters, one below another, may be one of four: 任务 / 名称. */
const short = 2;

/** The names of columns on the lines of a head; a name goes on where it says nothing yet, or where a bracket opens. */
export function namesIn(lines: readonly Line[], lexicon: Lexicon): Word[] {
  const isName = (text: string): boolean => lexicon.columnKindOf(text) !== null;
  const names: Word[] = [];
  for (const word of lines.flatMap((line) => wordsOf(line, isName))) {
    const last = names.at(-1);
    const isWrapped =
      last &&
      !isName(last.text) &&
      !/[)）]$/u.test(last.text) &&
      word.text.length <= last.text.length;
    if (last && lines.length > 1 && (isWrapped === true || word.text.startsWith('（'))) {
      last.text += word.text;
      last.nodes.push(...word.nodes);
    } else names.push(word);
  }
  return names;
}

/** How many lines are a table's head: one, or those above the row numbered 1; 0 where its names are not certain. */
export function headLength(lines: readonly Line[], lexicon: Lexicon): number {
  if (namesIn(lines.slice(0, 1), lexicon).length >= leastColumns) return 1;
  const length = lines.findIndex((line) => /^1(?:\s|$)/u.test(line.value));
  if (length < 0 || length > mostLines) return 0;
  const names = namesIn(lines.slice(0, length), lexicon).map(({ text }) => text);
  const mayBeOne = names.some(
    (name, at) => at > 1 && name.length <= short && (names[at - 1]?.length ?? 0) <= short,
  );
  const [serial, ...others] = names.map((name) => lexicon.columnKindOf(name));
  const isHead = serial === 'serial' && !mayBeOne && !others.includes(null);
  return isHead && names.length >= leastColumns ? length : 0;
}

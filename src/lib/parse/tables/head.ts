import type { Lexicon } from '../../lexicon.ts';
import { bare } from '../../text/spaces.ts';
import type { Line } from '../../tree/types.ts';
import { piecesOf } from './pieces.ts';
import { wordsOf, type Word } from './words.ts';

/** Fewer columns prove nothing. */
const leastColumns = 3;
/** A torn head has no more lines. */
const mostLines = 24;
/** Names of two characters, one below another, may be one of four: 任务 / 名称. */
const short = 2;

/** The names of a table's columns. */
export interface Head {
  /** In the order of the columns. */
  names: Word[];
  /** Names that stand below one of them, share its columns, and are printed last: 主办, 协办 below 承办单位. */
  parts: Word[];
  /** The name above the parts, by its place; -1 where there are none. */
  spanning: number;
}

/** The names on a line of a head, those that no space parts any more too: 备注主 办 协 办. */
function namesOn(line: Line, lexicon: Lexicon): Word[] {
  const isName = (text: string): boolean => lexicon.columnKindOf(text) !== null;
  const words = wordsOf(line, isName);
  const names = words.every(({ text }) => isName(text)) ? null : lexicon.columnNamesIn(line.value);
  if (!names) return words;
  const spaced = names.map((name) => [...name].join(String.raw`\s*`)).join('|');
  return piecesOf(line, new RegExp(String.raw`(?:${spaced})\s*`, 'gu')).map(
    ({ text, line: node }): Word => ({ text: bare(text), nodes: [node], vertical: false }),
  );
}

/** The head on some lines. Names after the remarks, which stand last, are parts of a name of their kind. */
export function headOf(lines: readonly Line[], lexicon: Lexicon): Head {
  const names = namesIn(lines, lexicon);
  const kinds = names.map(({ text }) => lexicon.columnKindOf(text));
  const end = kinds.lastIndexOf('notes') + 1;
  const [kind, ...others] = kinds.slice(end);
  const spanning = kinds.indexOf(kind ?? null);
  const isSplit =
    end > 0 &&
    others.length > 0 &&
    others.every((other) => other === kind) &&
    spanning < end &&
    kinds.lastIndexOf(kind ?? null, end - 1) === spanning;
  return isSplit
    ? { names: names.slice(0, end), parts: names.slice(end), spanning }
    : { names, parts: [], spanning: -1 };
}

/** The names of columns on the lines of a head; a name goes on where it says nothing yet, or where a bracket opens. */
function namesIn(lines: readonly Line[], lexicon: Lexicon): Word[] {
  const isName = (text: string): boolean => lexicon.columnKindOf(text) !== null;
  const names: Word[] = [];
  for (const word of lines.flatMap((line) => namesOn(line, lexicon))) {
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

const isShort = ({ text }: Word): boolean => text.length <= short;
const isBeside = (left: Word, right: Word): boolean =>
  left.nodes.at(-1)?.position?.end.line === right.nodes[0]?.position?.start.line;

/** How many lines are a table's head: one, or those above the row numbered 1; 0 where its names are not certain. */
export function headLength(lines: readonly Line[], lexicon: Lexicon): number {
  if (namesIn(lines.slice(0, 1), lexicon).length >= leastColumns) return 1;
  const length = lines.findIndex((line) => /^1(?:\s|$)/u.test(line.value));
  if (length < 0 || length > mostLines) return 0;
  const names = namesIn(lines.slice(0, length), lexicon);
  const mayBeOne = names.some((name, at) => {
    const before = names[at - 1];
    return at > 1 && before && isShort(name) && isShort(before) && !isBeside(before, name);
  });
  const [serial, ...others] = names.map(({ text }) => lexicon.columnKindOf(text));
  const isHead = serial === 'serial' && !mayBeOne && !others.includes(null);
  return isHead && names.length >= leastColumns ? length : 0;
}

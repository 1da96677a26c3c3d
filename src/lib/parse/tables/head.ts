import type { Lexicon } from '../../lexicon/lexicon.ts';
import { bare } from '../../text/spaces.ts';
import { widthOf } from '../../text/width.ts';
import type { Line } from '../../tree/types.ts';
import { piecesOf } from './pieces.ts';
import { wordsOf, type Word } from './words.ts';

/** Fewer columns prove nothing. */
const leastColumns = 3;
/** A torn head has no more lines. */
const mostLines = 24;
/** Names that the vocabulary lacks are names too, each on its line, beside so many that it knows. */
const knownShare = 0.6;
/** A name of a torn head stands on no more; a head that can be read in more ways is hopeless. */
export const linesOfName = 3;
const mostWays = 400;

/** The names of a table's columns. */
export interface Head {
  /** In the order of the columns. */
  names: Word[];
  /** Names that stand below one of them, share its columns, and are printed last: 主办, 协办 below 承办单位. */
  parts: Word[];
  /** The name above the parts, by its place; -1 where there are none. */
  spanning: number;
  /** How many of the names are made of names that may as well stand alone: 名称 / 规格, but not 任务 / 名称. */
  strained: number;
  /** Does it hold names on lines of their own that the vocabulary lacks? */
  guessed: boolean;
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

/** May the parts of a name as well be names themselves? Of figures the rows below tell how many columns they fill. */
function isStrained({ text, nodes }: Word, lexicon: Lexicon): boolean {
  const parts = nodes.flatMap((node) => (node.type === 'line' ? [bare(node.value)] : []));
  if (parts.length < 2 || lexicon.opensTable(text)) return false;
  if ((lexicon.columnNamesIn(text)?.length ?? 0) > 1) return true;
  return (
    lexicon.columnKindOf(text) !== 'figures' &&
    parts.every((part) => lexicon.columnKindOf(part) !== null)
  );
}

/** Names after the remarks, which stand last, are parts of a name of their kind. */
function withParts(names: Word[], lexicon: Lexicon, guessed: boolean): Head {
  const strained = names.filter((name) => isStrained(name, lexicon)).length;
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
    ? { names: names.slice(0, end), parts: names.slice(end), spanning, strained, guessed }
    : { names, parts: [], spanning: -1, strained, guessed };
}

/** All ways to make names of the words of a torn head, which may stand on one line or on up to three. */
export function namings(words: readonly Word[], lexicon: Lexicon): Word[][] {
  const [first] = words;
  if (!first) return [[]];
  const found: Word[][] = [];
  for (let size = 1; size <= Math.min(linesOfName, words.length); size += 1) {
    const parts = words.slice(0, size);
    const isBroken = parts.every((part, at) => at === 0 || goesOn(part, parts[at - 1] ?? part));
    const text = parts.map((part) => part.text).join('');
    const next = words[size];
    if (!isBroken || lexicon.columnKindOf(text) === null || next?.text.startsWith('（')) continue;
    const name: Word = { text, nodes: parts.flatMap(({ nodes }) => nodes), vertical: false };
    for (const rest of namings(words.slice(size), lexicon)) found.push([name, ...rest]);
    if (found.length > mostWays) return [];
  }
  return found;
}

/** A name goes on below where no room was left for it: what goes on is not wider. */
function goesOn(word: Word, above: Word): boolean {
  const isBelow = above.nodes.at(-1)?.position?.end.line !== word.nodes[0]?.position?.start.line;
  return isBelow && (word.text.startsWith('（') || widthOf(word.text) <= widthOf(above.text));
}

/** Lines of the tallest name of a head; a head is set no taller than it must be. */
export const heightOf = (names: readonly Word[]): number =>
  Math.max(
    ...names.map(({ nodes }) => new Set(nodes.map(({ position }) => position?.start.line)).size),
  );

/**
 * The ways to read a head, of which no other strains fewer names, those with more columns first, then those that are
 * lower: one for a head on one line; where it was torn, all in which every name says what its column holds.
 */
export function headsOf(lines: readonly Line[], lexicon: Lexicon): Head[] {
  const words = lines.flatMap((line) => namesOn(line, lexicon));
  const known = words.filter(({ text }) => lexicon.columnKindOf(text) !== null);
  const named = lines.length === 1 ? [] : namings(words, lexicon);
  const apart =
    lines.length === 1 ||
    (serialAt(words, lexicon) === 0 && known.length >= words.length * knownShare);
  const ways = (named.length > 0 ? named : apart ? [words] : [])
    .map((names) => withParts(names, lexicon, named.length === 0 && lines.length > 1))
    .filter(
      ({ names }) =>
        names.length >= leastColumns && (lines.length === 1 || serialAt(names, lexicon) >= 0),
    );
  const plainest = Math.min(...ways.map(({ strained }) => strained));
  return ways
    .filter(({ strained }) => strained === plainest)
    .sort((a, b) => b.names.length - a.names.length || heightOf(a.names) - heightOf(b.names));
}

/** The first line of 序号 where its column is one character wide. */
const serialBroken = '序';

/** Which of the first two names is that of serial numbers; -1 for none. A group of rows may be named before them. */
const serialAt = (names: readonly { text: string }[], lexicon: Lexicon): number =>
  names.slice(0, 2).findIndex(({ text }) => lexicon.columnKindOf(text) === 'serial');

/** How many lines are a table's head: one, or those above the row numbered 1; 0 where it names no columns. */
export function headLength(lines: readonly Line[], lexicon: Lexicon): number {
  const [first] = lines;
  if (first && namesOn(first, lexicon).length >= leastColumns) return 1;
  const row = lines.findIndex((line) => /^1(?:\s|$)/u.test(line.value));
  const serial = serialAt(
    lines.map(({ value }, at) => ({
      text: value === serialBroken ? value + (lines[at + 1]?.value ?? '') : value,
    })),
    lexicon,
  );
  if (serial < 0 || row < 0 || row > mostLines) return 0;
  const groups = serial > 0 ? linesOfName : 0;
  const lengths = Array.from({ length: groups + 1 }, (_, above) => row - above);
  return (
    lengths.find((length) => length > 0 && headsOf(lines.slice(0, length), lexicon).length > 0) ?? 0
  );
}

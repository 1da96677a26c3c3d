import type { Lexicon } from '../../lexicon/lexicon.ts';
import { readDate } from '../../text/dates.ts';
import { readDocNumber } from '../../text/doc-number.ts';
import { bare, dropLayoutSpaces, wordsOf } from '../../text/spaces.ts';
import type { Line } from '../../tree/types.ts';
import { masthead } from './masthead.ts';
import { bareNumber, pagesAtEdges } from './page-numbers.ts';

/** The part of a running header that names the issue: `2021年.No.06`, `2019年第4期（总第6期）`. */
const issueMark =
  /(?:\d{4}|[二〇○零一三四五六七八九十]{4})\s*年?\s*[.．]?\s*(?:No|NO|no)\s*[.．]?\s*\d+|(?:\d{4}|[二〇○零一三四五六七八九十]{4})\s*年\s*第\s*[\d一二三四五六七八九十]+\s*[期号](?:\s*[（(]?\s*总第\s*\d+\s*期\s*[)）]?)?/u;
/** Beside the gazette's name, its number alone says as much: `第4期`. */
const issueNumber = /第\s*\d{1,3}\s*[期号]/u;
const gazetteName = /《?[\p{Script=Han}]{2,20}(?:公报|政报)》?/u;

/**
 * What no running header holds: series of like announcements break pages at like sentences, and lists of contents at the
 * pages of their entries.
 */
const sentence = /[。；，]|[：:]$|^[（(]\d{1,4}[)）]$/u;

/** How often a line must open or close pages before it counts as a running header. */
const repeats = 3;

/** A line that names gazette and issue is no longer than this. */
const longestMasthead = 30;

/** A running header numbers the issue and names gazette or section, or both; it is no sentence. */
export function headerOf(text: string, lexicon: Lexicon): { section: string } | null {
  const plain = dropLayoutSpaces(text);
  if (plain.length > 60 || /[。；：]/u.test(plain)) return null;
  const named = gazetteName.test(plain);
  const mark = issueMark.exec(plain) ?? (named ? issueNumber.exec(plain) : null);
  if (!mark) return null;
  const name = wordsOf(text).find((word) => gazetteName.exec(word)?.[0] === word);
  const section = plain
    .replace(mark[0], '')
    .replace(name ?? gazetteName, '')
    .replace(/[\d\s.·—-]+$/u, '');
  if (!named && !lexicon.isSectionName(section)) return null;
  return { section: bare(section) };
}

/**
 * Lines that open or close pages again and again, where form feeds show the pages; of numbers, those that count them.
 */
export function repeatedAtPageEdges(lines: readonly Line[], lexicon: Lexicon): Set<Line> {
  const opens = lines.flatMap((line, at) => (line.data.opensPage ? [at] : []));
  const ends = opens.length > 1 ? [...opens, lines.length] : opens;
  const pages = ends.map((at) => lines.slice(Math.max(0, at - 2), at + 2));
  const edges = new Map<string, Line[]>();
  const titles = new Set(
    lines.filter((_, at) => readDocNumber(lines[at + 1]?.value ?? '') !== null),
  );
  for (const line of pages.flat()) {
    if (titles.has(line) && readDocNumber(line.value) === null) continue;
    if (bareNumber.test(line.value) || belongsToNotice(line.value, lexicon)) continue;
    if (sentence.test(line.value)) continue;
    const plain = bare(line.value);
    const isNumber = readDocNumber(plain) !== null;
    if (isNumber && !line.data.opensPage) continue;
    const key = isNumber ? plain : plain.replace(/\d+/gu, '#');
    const group = edges.get(key);
    if (group) group.push(line);
    else edges.set(key, [line]);
  }
  const repeated = [...edges.values()].filter((group) => new Set(group).size >= repeats);
  return new Set([
    ...repeated.flatMap((group) => withMasthead(group, lines)),
    ...pagesAtEdges(pages),
  ]);
}

/** The number of the issue stands in the masthead as it does atop pages. */
function withMasthead(group: readonly Line[], lines: readonly Line[]): readonly Line[] {
  const [first] = group;
  if (!first || readDocNumber(first.value) === null) return group;
  const above = lines.slice(0, lines.indexOf(first));
  return [...above.filter((line) => bare(line.value) === bare(first.value)), ...group];
}

/** Is a word of a running header the name of a section, not of the gazette? */
const isSection = (word: string, lexicon: Lexicon): boolean =>
  lexicon.isSectionName(word) && !gazetteName.test(word);

/**
 * Lines that name the gazette or number the issue, and come again and again: `2018年第12期`, `云泽政报　2015·3`. The name
 * of a section may stand beside: `云泽县人民政府公报　大事记`.
 *
 * @returns each with the section that it names; an empty text for none
 */
export function repeatedMastheads(lines: readonly Line[], lexicon: Lexicon): Map<Line, string> {
  const found = new Map<string, Map<Line, string>>();
  for (const line of lines) {
    const plain = bare(line.value);
    const names = /公报|政报/u.test(plain) && plain.length <= longestMasthead;
    if (!(masthead.test(plain) || names) || /[。；：，]/u.test(plain)) continue;
    const words = wordsOf(line.value);
    const section = names ? words.find((word) => isSection(word, lexicon)) : undefined;
    const key =
      words
        .filter((word) => word !== section)
        .join('')
        .match(/\p{Script=Han}+/gu)
        ?.sort()
        .join(' ') ?? plain;
    const group = found.get(key) ?? new Map<Line, string>();
    found.set(key, group.set(line, section ?? ''));
  }
  return new Map(
    [...found.values()].filter((group) => group.size >= repeats).flatMap((group) => [...group]),
  );
}

/**
 * Dates, signatures and labels stand at page ends too, and are alike. A number that opens page after page is the issue's:
 * `2015年第4号`.
 */
function belongsToNotice(text: string, lexicon: Lexicon): boolean {
  return (
    readDate(text) !== null ||
    lexicon.isBodyLine(text) ||
    lexicon.disclosureOf(text) !== null ||
    lexicon.attachmentLabelOf(text) !== null ||
    lexicon.opensTable(text)
  );
}

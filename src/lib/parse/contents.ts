import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ContentsEntry, Line } from '../tree/types.ts';
import { readDocNumber } from '../text/doc-number.ts';
import { bare } from '../text/spaces.ts';

/** A contents list: its entries, and the source line on which the last of them ends; 0 where there is none. */
export interface Contents {
  entries: ContentsEntry[];
  lastLine: number;
}

/** How a contents list is headed. */
export const contentsTitle = /^目[录次]$/u;
const setOff = /^[【〔\[［◆★■●▲☆◇※·•]\s*(.{2,24}?)\s*[】〕\]］◆★■●▲☆◇※·•]$/u;
const digit = '[\\d０-９]';
const dots = String.raw`(?:[.．…·⋯]\s*)`;
/** Dot leaders and a page, which a list that names no pages may leave out. */
export const leaders = new RegExp(String.raw`${dots}{3,}[（(]?${digit}*[)）]?$`, 'u');
/** Dot leaders, a tab or many spaces, then the page; or the page in brackets. */
const page = new RegExp(
  String.raw`(?:(?:${dots}{2,}|[-—_]{4,}|\s{2,}|\t)${dots}*[（(]?\s*${digit}{1,4}\s*[)）]?|[（(]${digit}{1,4}[)）])$`,
  'u',
);
/** Where so many characters name no page, the list is over: a text has begun. */
const longestEntry = 240;
const bullet = /^[-•●·]?\s*(?:\d{1,3}\s*[.．、]\s*)?/u;
/** `（国函〔2021〕82号）` after a title; `第746号` after 某某令. */
const numberAtEnd = /(?:[（(][^（()）]*号[)）]|(?<=令)第[\d０-９〇一二三四五六七八九十百]+号)$/u;
const numberAlone = /^[（(].*号[)）]/u;

/**
 * Reads the contents list of a gazette from the lines before its first document number: names of sections, set off or
 * not but alike in one list, and entries that end in a page. A second 目录 goes on with the section of the first.
 *
 * @param lines - text and furniture alike, in order
 */
export function readContents(lines: readonly Line[], lexicon: Lexicon): Contents {
  const paged = readPaged(lines, lexicon);
  return paged.entries.length > 0 ? paged : readPageless(lines, lexicon);
}

/** A list without pages is read where so many of its entries stand below it again. */
const least = { entries: 3, share: 0.6 };
/** It is no longer than this, in lines; a section's name that nothing sets off is no longer than this, for 在…上的讲话 is a title. */
const longestList = 200;
const longestBareSection = 8;

/**
 * A contents list that names no pages: the lines from 目录 to where its first line stands again, or the title of its first
 * entry, else to the next gap, page or number. An entry ends where a document type or a bracket closes it; what is listed stands below again.
 */
function readPageless(lines: readonly Line[], lexicon: Lexicon): Contents {
  const none = { entries: [], lastLine: 0 };
  const start = lines.findIndex((line) => contentsTitle.test(bare(line.value))) + 1;
  if (start === 0) return none;
  const again = firstAgain(lines.slice(start, start + longestList), lexicon);
  const gap = Math.min(...lines.slice(start + 1, start + 4).map((line) => line.data.gap));
  const length =
    again >= 0
      ? again
      : lines
          .slice(start + 1, start + longestList)
          .findIndex(
            (line) =>
              line.data.gap > gap ||
              line.data.opensPage ||
              readDocNumber(line.value.trim()) !== null,
          );
  if (length < 0) return none;
  const listed = lines.slice(start, start + length + 1);
  const entries = entriesOf(listed, lexicon);
  const below = titleKey(
    lines
      .slice(start + length + 1)
      .map((line) => line.value)
      .join(''),
  );
  const found = entries.filter(({ title }) => below.includes(titleKey(title)));
  const isList = entries.length >= least.entries && found.length >= entries.length * least.share;
  return isList ? { entries, lastLine: listed.at(-1)?.position?.end.line ?? 0 } : none;
}

/** A printed title has at most so many lines, those of its bodies aside. */
const titleLines = 4;

/**
 * How many lines after its first a list ends, where that line stands again, or the title of the first entry does before
 * any text; -1 where neither does.
 */
function firstAgain(lines: readonly Line[], lexicon: Lexicon): number {
  const [first = '', ...rest] = lines.map((line) => bare(line.value));
  const text = rest.findIndex((value) => readDocNumber(value) !== null || value.endsWith('。'));
  const entry = titleKey(entriesOf(lines, lexicon)[0]?.title ?? '');
  const printed = rest.findIndex((_, at) =>
    Array.from({ length: titleLines }, (__, more) =>
      titleKey(rest.slice(at, at + more + 1).join('')),
    ).includes(entry),
  );
  const top = rest.slice(0, printed).findLastIndex((text) => !lexicon.isBodyLine(text)) + 1;
  const isAbove = printed >= 0 && (text < 0 || printed < text);
  const found = [rest.indexOf(first), isAbove ? top : -1].filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}

/** The entries of a list without pages; names of sections stand over theirs. */
function entriesOf(listed: readonly Line[], lexicon: Lexicon): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  let section: string | null = null;
  let pending = '';
  let pendingLine = 0;
  for (const line of listed) {
    const text = line.value.trim();
    const name = setOff.exec(bare(text))?.[1] ?? bare(text);
    const isShort = name.length <= longestBareSection;
    if (pending === '' && (setOff.test(bare(text)) || (isShort && lexicon.isSectionName(name)))) {
      section = name;
      continue;
    }
    if (pending === '') pendingLine = line.position?.start.line ?? 0;
    pending = (pending + bare(text)).replace(bullet, '');
    const title = pending.replace(numberAtEnd, '');
    const ended =
      title !== pending || lexicon.documentTypeOf(title) !== null || /[）)？！]$/u.test(title);
    if (!ended && !lexicon.isStatisticsTitle(title) && !lexicon.isChronicleTitle(title)) continue;
    const number = readDocNumber(numberAtEnd.exec(pending)?.[0] ?? '');
    entries.push({ title, docNumber: number?.text ?? null, section, line: pendingLine });
    pending = '';
  }
  return entries;
}

function readPaged(lines: readonly Line[], lexicon: Lexicon): Contents {
  const entries: ContentsEntry[] = [];
  let lastLine = 0;
  let inside = false;
  let section: string | null = null;
  let setsOff = false;
  let pending = '';
  let pendingLine = 0;
  for (const line of lines) {
    const text = line.value.trim();
    const plain = bare(text);
    if (contentsTitle.test(plain)) {
      inside = true;
      pending = '';
      continue;
    }
    if (!inside) continue;
    if (readDocNumber(text) !== null) break;
    const name = setOff.exec(plain)?.[1];
    if (name !== undefined) {
      section = name;
      setsOff = true;
      pending = '';
      continue;
    }
    if (pending === '' && !setsOff && lexicon.isSectionName(plain)) {
      section = plain;
      continue;
    }
    if (pending === '') pendingLine = line.position?.start.line ?? 0;
    pending += text;
    if (pending.length > longestEntry) break;
    if (!page.test(text)) continue;
    const printed = bare(pending.replace(page, '').replace(bullet, ''));
    const title = printed.replace(numberAtEnd, '');
    const number = readDocNumber(numberAtEnd.exec(printed)?.[0] ?? '');
    if (title !== '' && !numberAlone.test(title))
      entries.push({ title, docNumber: number?.text ?? null, section, line: pendingLine });
    lastLine = line.position?.start.line ?? 0;
    pending = '';
  }
  return { entries, lastLine };
}

/** Zeros among Chinese numerals, as they are printed: 二○○○年, 二OO一年. */
const zeros = /(?<=[一二三四五六七八九])[○〇◯OＯo０0]+/gu;

/** A title without brackets, quotes, spaces and widths: two printings of one title compare equal. */
export function titleKey(title: string): string {
  return bare(title)
    .replace(zeros, (zero) => '〇'.repeat(zero.length))
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** How much two titles have in common: shared two-character pieces over all, from 0 to 1 (Dice). */
export function likeness(one: string, other: string): number {
  const pieces = (text: string): Map<string, number> => {
    const found = new Map<string, number>();
    const key = titleKey(text);
    for (let at = 0; at + 1 < key.length; at += 1) {
      const piece = key.slice(at, at + 2);
      found.set(piece, (found.get(piece) ?? 0) + 1);
    }
    return found;
  };
  const left = pieces(one);
  const right = pieces(other);
  const size = (pieceCounts: Map<string, number>): number =>
    [...pieceCounts.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const [piece, count] of left) shared += Math.min(count, right.get(piece) ?? 0);
  const all = size(left) + size(right);
  return all === 0 ? 0 : (2 * shared) / all;
}

import type { Lexicon } from '../../lexicon/lexicon.ts';
import { readDocNumber } from '../../text/doc-number.ts';
import { bare } from '../../text/spaces.ts';
import type { Line } from '../../tree/types.ts';
import { entryOf, isContentsTitle, sectionSetOff, type Contents } from './entries.ts';

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
/** The number of an entry, on a line of its own or broken over two: `…的公告（2022年` | `第2号）`. */
const numberAlone = /^[（(].*号[)）]/u;
/** `某市人民政府令（第6号）`: an entry by itself. */
const numberedOrder = /令[（(]第[\d一二三四五六七八九十百]+号[)）]/u;
const openBracket = /[（(][^（()）]*$/u;

/**
 * A contents list whose entries end in a page: from 目录 to the first document number. Names of sections are set off or
 * not, but alike in one list; a second 目录 goes on with the section of the first.
 */
export function readPaged(lines: readonly Line[], lexicon: Lexicon): Contents {
  const found: Contents = { entries: [], lastLine: 0 };
  let inside = false;
  let section: string | null = null;
  let setsOff = false;
  let pending = '';
  let first: Line | undefined;
  for (const [at, line] of lines.entries()) {
    const text = line.value.trim();
    const plain = bare(text);
    if (isContentsTitle(text, lines[at - 1]?.value ?? '')) {
      inside = true;
      pending = '';
      continue;
    }
    if (!inside) continue;
    const isOfEntry =
      numberedOrder.test(plain) ||
      (pending !== '' && (numberAlone.test(plain) || openBracket.test(pending)));
    if (!isOfEntry && readDocNumber(text) !== null) break;
    const name = sectionSetOff(plain);
    if (name !== undefined) {
      const unpaged = entryOf(pending, section, first);
      if (lexicon.documentTypeOf(unpaged.title) !== null) found.entries.push(unpaged);
      section = name;
      setsOff = true;
      pending = '';
      continue;
    }
    if (pending === '' && !setsOff && lexicon.isSectionName(plain)) {
      section = plain;
      continue;
    }
    if (pending === '') first = line;
    pending += text;
    if (pending.length > longestEntry) break;
    if (!page.test(text)) continue;
    const printed = pending.replace(page, '');
    const entry = entryOf(printed, section, first);
    if (entry.title !== '' && !numberAlone.test(bare(printed))) found.entries.push(entry);
    found.lastLine = line.position?.start.line ?? 0;
    pending = '';
  }
  return found.lastLine > 0 ? found : { entries: [], lastLine: 0 };
}

import { readDate } from '../../text/dates.ts';
import { distributedBy, quotedTitle } from '../../text/titles.ts';
import { textOf } from '../../tree/build.ts';
import type { Line, Notice } from '../../tree/types.ts';

const bookTitle = new RegExp(quotedTitle, 'gu');
/** `《某某办法》根据本决定作相应修改，重新公布。`: a decision announces the text that follows it. */
const amended = new RegExp(`${quotedTitle}根据本决定`, 'gu');

/** `附件：1.某某名单`: what opens a list of attachments. */
export const announcement = /^(?:[-·]\s*)?(?:附件?|附表)\s*[：:]\s*(?=\S)/u;

/** Entries of a list of attachments are counted in figures or, all of them, in words. */
const figures = /^(?:[-·]\s*)?\d{1,2}\s*[.．、]\s*/u;
const words = /^[一二三四五六七八九十]{1,2}、\s*/u;
/** An entry of a list of attachments runs over at most so many lines. */
export const entryLines = 3;

/**
 * Titles that a notice announces: in 《》 and in its own title, in its lists of attachments, and in a decision that it
 * publishes.
 */
export function announced(
  notice: Notice,
  cover: readonly Line[],
  lines: readonly Line[],
): string[] {
  const title = textOf(notice.children.filter((node) => node.type === 'title'));
  const textOfLines = (some: readonly Line[]): string => some.map((line) => line.value).join('');
  const named = [
    ...`${title}\n${textOfLines(cover)}`.matchAll(bookTitle),
    ...textOfLines(lines).matchAll(amended),
  ].map((match) => match[1] ?? '');
  const matter = distributedBy(title);
  if (matter !== null) named.push(matter);
  return [...named, ...listedIn([...cover, ...lines])];
}

/** Entries of lists of attachments: `附件：1.…` and the numbered lines after it. */
function listedIn(lines: readonly Line[]): string[] {
  const entries: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (!announcement.test(line.value)) continue;
    const first = line.value.replace(announcement, '');
    const listEntry = words.test(first) ? words : figures;
    let entry = first.replace(listEntry, '');
    let length = 1;
    for (const next of lines.slice(at + 1, at + 20)) {
      const starts = listEntry.test(next.value) && !/^\d{1,2}[.．]\d{4}年/u.test(next.value);
      if (
        !starts &&
        (length >= entryLines || /[。；]/u.test(next.value) || readDate(next.value) !== null)
      )
        break;
      if (starts) {
        entries.push(entry);
        entry = next.value.replace(listEntry, '');
        length = 1;
      } else {
        entries.push(entry);
        entry += next.value;
        length += 1;
      }
    }
    entries.push(entry);
  }
  return entries.map((entry) => entry.replace(/^《|》$/gu, '')).filter((entry) => entry.length > 2);
}

import type { Lexicon } from '../lexicon/lexicon.ts';
import { datesIn, readBracketedDate, readDate } from '../text/dates.ts';
import { foldPunctuation } from '../text/punctuation.ts';
import { wordsOf } from '../text/spaces.ts';

/** A note in brackets, or of a session, runs over at most so many lines. */
const noteLines = 3;

/** `——2017年6月28日在某市人大常委会第七次会议上`: when and where a report was read. */
const delivered = /^[—－―-]{1,2}(?=.*(?:\d|[〇○零一二三四五六七八九]{2}))/u;
const session = '上';

/** Does a note say when and where the text above it was read? */
export const isDelivered = (note: string): boolean =>
  delivered.test(note) && note.endsWith(session) && datesIn(note).length > 0;

/** `发布日期：2023年4月18日`, and what else a web page prints beside it: `来源：某局`, `字号：大`. */
const releaseLabel = /^(?:发布|公布|公开|印发|成文|生成)(?:日期|时间)[：:]\s*/u;
const labelled = /^\p{Script=Han}{2,4}[：:]\S+$/u;

/** The day on which a web page released the text under whose title the line stands; null for any other line. */
function releaseDate(text: string): string | null {
  const parts = text.trim().split(/\s{2,}|\u3000+/u);
  const dates = parts.map((part) => readDate(part.replace(releaseLabel, '')));
  const day = dates.findIndex((date) => date !== null);
  const others = parts.filter((_, at) => at !== day);
  const isRelease = others.length > 0 || releaseLabel.test(text.trim());
  return isRelease && others.every((part) => labelled.test(part)) ? (dates[day] ?? null) : null;
}

/** The post of who read a text, from a line under its title: `某市发展和改革委员会主任　万　波`; null for any other line. */
export function speakersPost(text: string, lexicon: Lexicon): string | null {
  const [post = '', ...name] = wordsOf(text);
  return (lexicon.isPost(post) || lexicon.isPostAlone(post)) &&
    /^\p{Script=Han}{2,4}$/u.test(name.join(''))
    ? post
    : null;
}

/** Does a line say who read the text: a post and a name, `区　长　许志强` too? */
const namesSpeaker = (text: string, lexicon: Lexicon): boolean =>
  lexicon.isPersonSignature(text) || speakersPost(text, lexicon) !== null;

/** The day that a note under a title names: the text was passed, read or signed on it; null for any other text. */
export function readSubtitleDate(text: string): string | null {
  const date = readDate(text) ?? readBracketedDate(text) ?? releaseDate(text);
  return date ?? (delivered.test(text) ? (datesIn(text)[0]?.date ?? null) : null);
}

/**
 * How many of the first lines under a title are one note on it: a date, alone or as a web page prints it, the number
 * under which it is registered, a bracket that says who passed it and when, where it was read and by whom, the body that
 * answers for it or issued it that day; 0 where its text begins.
 */
export function subtitleLength(lines: readonly string[], lexicon: Lexicon): number {
  const [first = '', second = ''] = lines;
  if (readDate(first) !== null || releaseDate(first) !== null || lexicon.isWebNote(first)) return 1;
  if (namesSpeaker(first, lexicon) || lexicon.isRegistration(first)) return 1;
  if (lexicon.isBodyLine(first) && readSubtitleDate(second) !== null) return 1;
  for (let length = 1; length <= Math.min(noteLines, lines.length); length += 1) {
    const text = foldPunctuation(lines.slice(0, length).join(''));
    const inside = /^（(.+)）$/u.exec(text)?.[1];
    if (inside !== undefined)
      return readBracketedDate(text) !== null || lexicon.isBodyLine(inside) ? length : 0;
    if (isDelivered(text)) return length;
  }
  return 0;
}

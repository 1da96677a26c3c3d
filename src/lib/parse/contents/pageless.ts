import type { Lexicon } from '../../lexicon/lexicon.ts';
import { readDocNumber } from '../../text/doc-number.ts';
import { bare } from '../../text/spaces.ts';
import type { ContentsEntry, Line } from '../../tree/types.ts';
import { titleKey } from '../likeness.ts';
import { entryOf, isContentsTitle, sectionSetOff, type Contents } from './entries.ts';

/** A list without pages is read where so many of its entries stand below it again. */
const least = { entries: 3, share: 0.6 };
/**
 * It is no longer than this, in lines; a section's name that nothing sets off is no longer than this, for 在…上的讲话 is a
 * title.
 */
const longestList = 200;
const longestBareSection = 8;
/** A printed title has at most so many lines, those of its bodies aside. */
const titleLines = 4;

/**
 * A contents list that names no pages: the lines from 目录 to where its first line stands again, or the title of its first
 * entry, else to the next gap, page or number. What is listed stands below again.
 */
export function readPageless(lines: readonly Line[], lexicon: Lexicon): Contents {
  const none = { entries: [], lastLine: 0 };
  const start =
    lines.findIndex((line, at) => isContentsTitle(line.value, lines[at - 1]?.value ?? '')) + 1;
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
  const below = new Below(listed, lines.slice(start + length + 1));
  const entries = entriesOf(listed, lexicon, below);
  const found = entries.filter(({ title }) => below.names(title));
  const isList = entries.length >= least.entries && found.length >= entries.length * least.share;
  return isList ? { entries, lastLine: listed.at(-1)?.position?.end.line ?? 0 } : none;
}

/** All that a run of up to so many lines may be, as titles compare. */
const runsOf = (keys: readonly string[], at: number): string[] =>
  Array.from({ length: titleLines }, (_, more) => keys.slice(at, at + more + 1).join(''));

/** What of a list stands below it again, as evidence of what its lines are. */
class Below {
  readonly #keys: readonly string[];
  readonly #whole: string;
  /** Runs of the list's lines that are printed on lines of their own. */
  readonly #printed: Set<string>;
  /** Where each of the list's lines stands alone again. */
  readonly #alone = new Map<string, number[]>();

  constructor(listed: readonly Line[], lines: readonly Line[]) {
    const own = listed.map(({ value }) => titleKey(value));
    const listedRuns = new Set(own.flatMap((_, at) => runsOf(own, at)));
    this.#keys = lines.map(({ value }) => titleKey(value));
    this.#whole = this.#keys.join('');
    this.#printed = new Set();
    for (const [at, key] of this.#keys.entries()) {
      for (const run of runsOf(this.#keys, at)) if (listedRuns.has(run)) this.#printed.add(run);
      if (listedRuns.has(key)) this.#alone.set(key, [...(this.#alone.get(key) ?? []), at]);
    }
  }

  /** Does a title stand anywhere in it? */
  names(title: string): boolean {
    return this.#whole.includes(titleKey(title));
  }

  /** Do lines of the list stand on lines of their own? */
  prints(title: string): boolean {
    return this.#printed.has(titleKey(title));
  }

  /** Does a name stand alone on a line, right above what the list holds below it? */
  setsOver(name: string, next: string): boolean {
    const under = titleKey(next);
    return (
      under !== '' &&
      (this.#alone.get(titleKey(name)) ?? []).some((at) =>
        this.#keys
          .slice(at + 1, at + 1 + titleLines)
          .join('')
          .startsWith(under),
      )
    );
  }
}

/**
 * How many lines after its first a list ends, where that line stands again, or the title of the first entry does before
 * any text; -1 where neither does.
 */
function firstAgain(lines: readonly Line[], lexicon: Lexicon): number {
  const [first = '', ...rest] = lines.map((line) => bare(line.value));
  const text = rest.findIndex((value) => readDocNumber(value) !== null || value.endsWith('。'));
  const [entry] = entriesOf(lines, lexicon, null);
  const key = titleKey(entry?.title ?? '');
  const isBelow = (line: Line | undefined): boolean =>
    (line?.position?.start.line ?? 0) > (entry?.line ?? 0);
  const printed = rest.findIndex(
    (_, at) =>
      key !== '' &&
      isBelow(lines[at + 1]) &&
      Array.from({ length: titleLines }, (__, more) =>
        titleKey(rest.slice(at, at + more + 1).join('')),
      ).includes(key),
  );
  const top = rest.slice(0, printed).findLastIndex((value) => !lexicon.isBodyLine(value)) + 1;
  const isAbove = printed >= 0 && (text < 0 || printed < text);
  const found = [rest.indexOf(first), isAbove ? top : -1].filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}

/**
 * The entries of a list without pages; names of sections stand over theirs. An entry ends where its number, a document
 * type, or a closing sign ends it, or where the text below has it so.
 */
function entriesOf(
  listed: readonly Line[],
  lexicon: Lexicon,
  below: Below | null,
): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  let section: string | null = null;
  let pending = '';
  let first: Line | undefined;
  const isSection = (plain: string, next: string): boolean =>
    plain.length <= longestBareSection &&
    (lexicon.isSectionName(plain) || below?.setsOver(plain, next) === true);
  for (const [at, line] of listed.entries()) {
    const plain = bare(line.value);
    const next = listed[at + 1]?.value ?? '';
    const name = sectionSetOff(plain) ?? (isSection(plain, next) ? plain : undefined);
    if (pending === '' && name !== undefined) {
      section = name;
      continue;
    }
    if (pending === '') first = line;
    pending += plain;
    const entry = entryOf(pending, section, first);
    const { title } = entry;
    const isEnded =
      entry.docNumber !== null ||
      lexicon.documentTypeOf(title) !== null ||
      lexicon.isStatisticsTitle(title) ||
      lexicon.isChronicleTitle(title) ||
      /[）)？！]$/u.test(pending) ||
      (below?.prints(title) === true && (next === '' || !below.prints(title + next)));
    if (!isEnded) continue;
    entries.push(entry);
    pending = '';
  }
  return entries;
}

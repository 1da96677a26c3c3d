import type { Lexicon } from '../../lexicon/lexicon.ts';
import { bare } from '../../text/spaces.ts';
import type { Furniture, Line } from '../../tree/types.ts';
import type { Contents } from '../contents/entries.ts';
import type { Marks } from './marks.ts';
import { bareNumber, pagesAtEdges } from './page-numbers.ts';
import { isListed, isOwnTitle, sectionsOf } from './sections.ts';

/** A rule that parts a running header from the text. */
const rule = /^[─━═—_＿﹍=-]{6,}$/u;
const dash = '[—–\\-·•]';
const pageNumber = String.raw`(?:${dash}\s*\d{1,4}\s*${dash}|\d{1,4})`;
/** The page beside the name of a section: `市政府文件　　5`, `4　　市政府文件`, `会议纪要　— 31 —`. */
const pageBeside = new RegExp(String.raw`^${pageNumber}\s+|\s+${pageNumber}$`, 'u');

/**
 * Numbers alone just above letterheads or names of sections are those of the pages that end there, where they rise: one
 * by itself may be a figure of a table.
 */
export function markAboveLetterheads(lines: readonly Line[], { kinds }: Marks): void {
  const lone = lines.filter((line, at) => {
    const below = lines[at + 1];
    const kind = below ? kinds.get(below) : undefined;
    return bareNumber.test(line.value) && (kind === 'letterhead' || kind === 'section');
  });
  const values = lone.map((line) => Number(line.value));
  const rise = values.every((value, at) => at === 0 || value > (values[at - 1] ?? 0));
  if (lone.length > 1 && rise) for (const line of lone) kinds.set(line, 'page-number');
}

/**
 * The name of a section and the number of the page on one line are a running header: at the top of a page, and wherever
 * the contents list gives the name.
 */
export function markNumberedSections(
  lines: readonly Line[],
  { kinds, sections }: Marks,
  contents: Contents,
  lexicon: Lexicon,
): void {
  const listed = sectionsOf(contents);
  for (const line of lines) {
    if (kinds.has(line) || !pageBeside.test(line.value)) continue;
    const section = bare(line.value.replace(pageBeside, ''));
    const opens = line.data.opensPage && lexicon.isSectionName(section);
    if (isListed(line, contents) || !(opens || listed.has(section))) continue;
    kinds.set(line, 'running-header');
    sections.set(line, section);
  }
}

/**
 * What stands beside a running header belongs to it: a rule, the name of a section, and a number alone, unless the page
 * has a number that is set off.
 */
export function markBesideHeaders(
  lines: readonly Line[],
  { kinds, sections }: Marks,
  contents: Contents,
  lexicon: Lexicon,
): void {
  const beside = (at: number, marked: ReadonlySet<Line>): number[] =>
    [at - 2, at - 1, at + 1, at + 2].filter((other) => {
      const line = lines[other];
      return line !== undefined && marked.has(line);
    });
  const ofKind = (kind: Furniture['kind']): Line[] =>
    lines.filter((line) => kinds.get(line) === kind);
  const runningHeaders = new Set(ofKind('running-header'));
  const numbers = new Set(ofKind('page-number').filter((line) => /\d/u.test(line.value)));
  const alone = new Set(lines.filter((line) => bareNumber.test(line.value)));
  const edges = lines.flatMap((line, at) =>
    runningHeaders.has(line) ? [lines.slice(Math.max(0, at - 2), at + 3)] : [],
  );
  const counted = new Set(pagesAtEdges(edges));
  const shown = lines.flatMap((line, at) =>
    numbers.has(line) ? [{ at, value: Number(/\d+/u.exec(line.value)?.[0]) }] : [],
  );
  /** Does a number count on between the known ones before and after it? */
  const countsOn = (at: number, value: number): boolean =>
    value > (shown.findLast((other) => other.at < at)?.value ?? 0) &&
    value < (shown.find((other) => other.at > at)?.value ?? Infinity);
  const isPageOf = (at: number, header: number): boolean =>
    Math.abs(at - header) === 1 &&
    beside(header, numbers).length === 0 &&
    countsOn(at, Number(lines[at]?.value));
  const known = new Set(sections.values());
  lines.forEach((line, at) => {
    if (kinds.has(line)) return;
    const headers = beside(at, runningHeaders);
    if (rule.test(bare(line.value)) && headers.length > 0) kinds.set(line, 'running-header');
    const unnumbered = bare(line.value).replace(/^\d+|\d+$/gu, '');
    if (
      known.has(unnumbered) &&
      (headers.length > 0 || line.data.opensPage) &&
      !isOwnTitle(lines, at, contents, lexicon)
    ) {
      kinds.set(line, 'running-header');
      sections.set(line, unnumbered);
    } else if (
      counted.has(line) ||
      (counted.size === 0 && alone.has(line) && headers.some((header) => isPageOf(at, header)))
    )
      kinds.set(line, 'page-number');
  });
}

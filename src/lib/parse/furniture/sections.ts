import type { Lexicon } from '../../lexicon/lexicon.ts';
import { readDate } from '../../text/dates.ts';
import { readDocNumber } from '../../text/doc-number.ts';
import { bare } from '../../text/spaces.ts';
import type { Line } from '../../tree/types.ts';
import type { Contents } from '../contents/entries.ts';
import { setOffAfter, setOffBetween } from '../set-off.ts';

/** A line without the signs that set it off. */
const sectionName = (text: string): string => bare(setOffBetween(text)?.name ?? text);

/** Does a line stand in the contents list, which is furniture as a whole? */
export const isListed = (line: Line, contents: Contents): boolean =>
  (line.position?.start.line ?? 0) <= contents.lastLine;

export const sectionsOf = ({ entries }: Contents): Set<string> =>
  new Set(entries.flatMap(({ section }) => section ?? []));

/** Names of sections that the contents list gives, each alone on its line. */
export function listedSections(
  lines: readonly Line[],
  contents: Contents,
  lexicon: Lexicon,
): Map<Line, string> {
  const names = sectionsOf(contents);
  const found = new Map<Line, string>();
  lines.forEach((line, at) => {
    const name = sectionName(line.value);
    if (names.has(name) && !isListed(line, contents) && !isOwnTitle(lines, at, contents, lexicon))
      found.set(line, name);
  });
  return found;
}

/** Does a line end an item, as its date or a note on its publication does? */
const endsItem = (text: string, lexicon: Lexicon): boolean =>
  readDate(text) !== null || lexicon.disclosureOf(text) !== null;

/** Does a line open an item, as its number or its title does? */
const opensItem = (text: string, lexicon: Lexicon): boolean =>
  readDocNumber(text) !== null ||
  lexicon.isBodyLine(text) ||
  lexicon.opensTitle(text) ||
  lexicon.isStatisticsTitle(text);

/** So many names of sections between signs show that these signs set off sections. */
const leastSetOff = 2;

/**
 * Names of sections between signs. Signs that set off known ones set off, between two items, names too that the
 * vocabulary lacks: `【荣誉榜】`.
 */
export function setOffSections(
  lines: readonly Line[],
  contents: Contents,
  lexicon: Lexicon,
): Map<Line, string> {
  const found = lines.flatMap((line, at) => {
    const sign = setOffBetween(line.value)?.sign;
    if (sign === undefined || isListed(line, contents)) return [];
    const name = sectionName(line.value);
    const known = lexicon.isSectionName(name);
    const [above = '', below = ''] = [-1, 1].map((step) => lines[at + step]?.value);
    const ends =
      endsItem(above, lexicon) || (/[。！）]$/u.test(above) && opensItem(below, lexicon));
    return [{ line, sign, name, known, ends }];
  });
  const signs = found.filter(({ known }) => known).map(({ sign }) => sign);
  const shown = (sign: string): boolean =>
    signs.filter((other) => other === sign).length >= leastSetOff;
  return new Map(
    found
      .filter(({ sign, known, ends }) => known || (ends && shown(sign)))
      .map(({ line, name }) => [line, name]),
  );
}

/**
 * Names of sections after a sign that stands before nothing else: of the lines that it opens half are known, and all are
 * names.
 */
export function ledSections(
  lines: readonly Line[],
  contents: Contents,
  lexicon: Lexicon,
): Map<Line, string> {
  const bySign = new Map<string, Map<Line, string>>();
  for (const line of lines) {
    const led = setOffAfter(line.value);
    if (!led || isListed(line, contents)) continue;
    const { sign, name } = led;
    bySign.set(sign, (bySign.get(sign) ?? new Map<Line, string>()).set(line, bare(name)));
  }
  const namesSections = (found: ReadonlyMap<Line, string>): boolean => {
    const names = [...found.values()];
    const known = names.filter((name) => lexicon.isSectionName(name)).length;
    return (
      known >= Math.max(leastSetOff, names.length / 2) &&
      names.every((name) => /^[\p{Script=Han}、]{2,16}$/u.test(name))
    );
  };
  return new Map([...bySign.values()].filter(namesSections).flatMap((found) => [...found]));
}

/** Names of sections between two items: the date of one above, the number or the title of the next below. */
export function sectionsBetween(lines: readonly Line[], lexicon: Lexicon): Map<Line, string> {
  const found = new Map<Line, string>();
  lines.forEach((line, at) => {
    const name = bare(line.value);
    const [above = '', below = ''] = [-1, 1].map((step) => lines[at + step]?.value);
    if (
      endsItem(above, lexicon) &&
      opensItem(below, lexicon) &&
      lexicon.isSectionName(name) &&
      !lexicon.isLetterhead(name) &&
      lexicon.documentTypeOf(name) === null
    )
      found.set(line, name);
  });
  return found;
}

/** Does a chronicle of that name begin further up? Then the name, alone again, stands over its next pages. */
function isTitledAbove(
  lines: readonly Line[],
  at: number,
  contents: Contents,
  lexicon: Lexicon,
): boolean {
  const name = bare(lines[at]?.value ?? '');
  return lines
    .slice(0, at)
    .some(
      (line) =>
        bare(line.value).endsWith(name) &&
        lexicon.isChronicleTitle(line.value) &&
        !isListed(line, contents),
    );
}

/**
 * A document may bear the name of its section: `某省人民政府令` above its number, `大事记` above its first day; or its title may
 * end in it: `《某某办法》` | `政策解读`.
 */
export function isOwnTitle(
  lines: readonly Line[],
  at: number,
  contents: Contents,
  lexicon: Lexicon,
): boolean {
  const [above = '', line = '', below = ''] = [-1, 0, 1].map((step) => lines[at + step]?.value);
  if (lexicon.isChronicleTitle(line))
    return !lexicon.isChronicleTitle(below) && !isTitledAbove(lines, at, contents, lexicon);
  if (lexicon.isExplanation(line)) return above.endsWith('》');
  const type = lexicon.documentTypeOf(line);
  if (type === null) return false;
  if (/^[—－―]{1,2}(?=\S)/u.test(below)) return true;
  return type === bare(line) ? lexicon.isBodyLine(above) : readDocNumber(below)?.code === '';
}

import type { Lexicon } from '../../lexicon/lexicon.ts';
import { bare } from '../../text/spaces.ts';
import { span } from '../../tree/build.ts';
import type { Line, Table } from '../../tree/types.ts';
import { cellOf, cutAt, rowOf } from './pieces.ts';
import { measures, placesOf, wordsOn, type Place } from './places.ts';

const letter = /^\p{Script=Han}$/u;
/** Fewer lines, or fewer names on each, may be signatures. */
const least = { lines: 2, names: 2 };
/** Family names are known but for few. */
const knownShare = 0.7;

/** Words that two spaces part, the two letters of a name or a word that is set wide taken together: 李　　四, 合　　计. */
export function namesApart(line: Line): Place[] {
  const words = wordsOn(line, measures[0]);
  const joined: Place[] = [];
  let open = false;
  for (const place of placesOf(words, (_, next) => !next.apart)) {
    const last = joined.at(-1);
    const isSecond: boolean = open && letter.test(place.text);
    if (last && isSecond)
      joined[joined.length - 1] = { ...last, to: place.to, text: last.text + place.text };
    else joined.push(place);
    open = !isSecond && letter.test(place.text);
  }
  return joined;
}

/** A line cut into the pieces that begin at its places. */
export const piecesAt = (line: Line, places: readonly { at: number }[]): Line[] =>
  cutAt(
    line,
    places.map(({ at }) => at).filter((at) => at > 0),
  ).map((piece) => piece.line);

/** Is a text a name, known or not: of a person, or longer, of a body? */
const isPerson = (text: string): boolean => /^\p{Script=Han}{2,3}$/u.test(bare(text));
const isBody = (text: string): boolean => /^[\p{Script=Han}（）]{4,24}$/u.test(bare(text));

/** How many of the first lines hold nothing but names of one kind: on each as many, save on the last. */
function listLength(
  rows: readonly (readonly Place[])[],
  isName: (text: string) => boolean,
): number {
  const columns = rows[0]?.length ?? 0;
  if (columns < least.names) return 0;
  const end = rows.findIndex(
    (names) => names.length > columns || !names.every(({ text }) => isName(text)),
  );
  const length = end < 0 ? rows.length : end;
  const short = rows.findIndex((names) => names.length < columns);
  return short < 0 ? length : Math.min(length, short + 1);
}

/** The words of the first lines, up to the first line that holds anything but names. */
function namedRows(lines: readonly Line[]): Place[][] {
  const rows: Place[][] = [];
  for (const line of lines) {
    const places = namesApart(line);
    rows.push(places);
    if (!places.every(({ text }) => isPerson(text) || isBody(text))) break;
  }
  return rows;
}

/**
 * Names of persons or of bodies in columns: a table without a head.
 *
 * @returns null where the first lines are no such list
 */
export function nameList(lines: readonly Line[], lexicon: Lexicon): Table | null {
  const rows = namedRows(lines);
  const persons = listLength(rows, isPerson);
  const length = Math.max(persons, listLength(rows, isBody));
  const isKnown = ({ text }: Place): boolean =>
    persons > 0 ? lexicon.isPersonName(bare(text)) : lexicon.isAgency(bare(text));
  const names = rows.slice(0, length).flat();
  if (length < least.lines || names.filter(isKnown).length < names.length * knownShare) return null;
  const children = lines
    .slice(0, length)
    .map((line, at) =>
      rowOf(piecesAt(line, rows[at] ?? []).map((piece, column) => cellOf(column, [piece]))),
    );
  return {
    type: 'table',
    columns: rows[0]?.length ?? 0,
    head: 0,
    children,
    position: span(children),
  };
}

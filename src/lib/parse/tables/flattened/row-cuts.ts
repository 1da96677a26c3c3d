import type { Lexicon } from '../../../lexicon/lexicon.ts';
import { readMarker, type Marker } from '../../../text/markers.ts';
import { isCounted, isDeadline, type Column } from './cells.ts';
import { endsInDeadline } from './columns.ts';
import { linesOfName } from '../head.ts';
import { evenReading, readingsOf, type Reading } from './readings.ts';
import type { WordLine } from '../words.ts';

/** A serial may be left out; more than so many at once is no serial. */
const largestGap = 2;
/** A longer table is not tried, in lines. */
const mostLines = 3000;
/** A row ends at one of the next so many places where another could begin. */
const mostTries = 3;

/** A row that is cut out of its lines, but not yet parted into cells. */
export interface Draft {
  /** Where it begins, in lines. */
  from: number;
  /** Names that stand over it, each on a line. */
  groups: readonly WordLine[];
  readings: readonly Reading[];
  /** Has it a line for every column, so that it is read though the vocabulary does not know what stands in it? */
  even: boolean;
  /** Does only that tell how it is read? */
  unknown: boolean;
}

/** Does nothing tell where the last cell of a row ends, so that the name of a group might go on with it? */
const endsOpen = (columns: readonly Column[]): boolean =>
  columns.at(-1)?.kind === 'text' || columns.at(-1)?.kind === 'notes';

const lastWord = (line: WordLine | undefined): string => line?.at(-1)?.text ?? '';

/** Does a deadline go on below a line: 2021年底 / 前? */
const tearsDeadline = (lines: readonly WordLine[], at: number): boolean =>
  isDeadline(lastWord(lines[at])) && isDeadline(lastWord(lines[at]) + lastWord(lines[at + 1]));

/** Does a deadline end with the line? */
function endsDeadline(lines: readonly WordLine[], at: number): boolean {
  const [before, here] = [lastWord(lines[at - 1]), lastWord(lines[at])];
  return (isDeadline(here) || isDeadline(before + here)) && !tearsDeadline(lines, at);
}

/** Where a row begins that comes after the one numbered `last`: its first line below its groups, and its number. */
type Opening = (at: number, last: number) => { row: number; value: number } | null;

/** What shows where rows begin: serial numbers, deadlines that end them, or numbered headings in the first column. */
function openingOf(lines: readonly WordLine[], columns: readonly Column[]): Opening {
  if (endsInDeadline(columns))
    return (at) => (at === 0 || endsDeadline(lines, at - 1) ? { row: at, value: 0 } : null);
  if (columns[0]?.kind === 'serial')
    return (at, last) => {
      let row = at;
      while (isGroup(lines[row])) row += 1;
      const text = lines[row]?.[0]?.text ?? '';
      const value = /^\d{1,4}$/u.test(text) ? Number(text) : 0;
      const restarts = value === 1 && (row > at || at === 0);
      return restarts || (value > last && value <= last + largestGap) ? { row, value } : null;
    };
  if (columns[1]?.kind === 'serial')
    return (at, last) => {
      if (endsOpen(columns)) return null;
      const near = lines.slice(at, at + linesOfName + 1).map((line) => line[0]?.text ?? '');
      const value = Number(near.find((text) => /^\d{1,4}$/u.test(text)) ?? 0);
      return value > last && value <= last + largestGap ? { row: at, value } : null;
    };
  const textFrom = (at: number): string =>
    [at, at + 1].flatMap((line) => lines[line]?.map((word) => word.text) ?? []).join('');
  const markerAt = (at: number): Marker | null =>
    readMarker(textFrom(lines[at]?.[0]?.vertical === true ? at + 1 : at));
  const first = markerAt(0);
  return (at, last) => {
    const marker = markerAt(at);
    if (!marker || marker.kind !== first?.kind) return null;
    return at === 0 || marker.value === last + 1 ? { row: at, value: marker.value } : null;
  };
}

/** Is the line the name of the rows below it? */
function isGroup(line: WordLine | undefined): boolean {
  const [only, ...others] = line ?? [];
  if (!only || others.length > 0) return false;
  return (
    isCounted(only.text) || (readMarker(only.text)?.kind === 'first' && !only.text.endsWith('。'))
  );
}

/**
 * Cuts the lines into rows, each as short as the rows after it allow.
 *
 * @param starts - lines where pages begin; a row goes over one at most
 * @returns null where they cannot be cut so that each row can be read
 */
export function draftsOf(
  lines: readonly WordLine[],
  columns: readonly Column[],
  starts: readonly number[],
  lexicon: Lexicon,
): Draft[] | null {
  if (lines.length > mostLines) return null;
  const opening = openingOf(lines, columns);
  const endsRows = columns.at(-1)?.kind === 'deadline';
  const hopeless = new Set<string>();
  const cut = (from: number, last: number): Draft[] | null => {
    if (from === lines.length) return [];
    const open = opening(from, last);
    const key = `${from} ${last}`;
    if (!open || hopeless.has(key)) return null;
    const [, end = lines.length] = starts.filter((start) => start > from);
    // Only a number alone may be something else.
    const numbered = columns.findIndex(({ kind }) => kind === 'serial');
    const most = numbered < 0 ? 1 : mostTries + numbered * linesOfName;
    let tries = 0;
    for (let to = open.row + 1; to <= end && tries < most; to += 1) {
      if (to < lines.length && !opening(to, open.value)) continue;
      if (to < lines.length && endsRows && tearsDeadline(lines, to - 1)) continue;
      tries += 1;
      const own = lines.slice(open.row, to);
      const known = readingsOf(own, columns, lexicon);
      const even = evenReading(own, columns, lexicon);
      const readings = known.length === 0 && even ? [even] : known;
      const rest = readings.length > 0 ? cut(to, open.value) : null;
      if (!rest) continue;
      const groups = lines.slice(from, open.row);
      return [
        { from, groups, readings, even: even !== null, unknown: known.length === 0 },
        ...rest,
      ];
    }
    hopeless.add(key);
    return null;
  };
  return cut(0, 0);
}

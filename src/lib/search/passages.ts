import { blockId } from '../address.ts';
import { findRanges, type Analyzer } from './analyze.ts';
import type { StoredNotice } from './catalog.ts';

/** A stretch of text, marked where it is what the reader looked for. */
export interface Segment {
  text: string;
  marked: boolean;
}

/** A place in a notice where the words stand. */
export interface Passage {
  /** Id of the block on the notice's page. */
  anchor: string;
  /** The heading above it, or null. */
  heading: string | null;
  segments: Segment[];
}

/** Characters before the first mark, and in all, of a passage. */
const lead = 24;
const window = 96;

/** Ends what was meant in place of a misprint; it stands after the passage as printed. */
export const correctedSign = '〔更正〕';

/** Passages shown of one notice. */
const most = 3;

/**
 * The places of a notice that show best why it was found, in reading order: those with the most different fragments;
 * among these text before headings, then those that hold them most often.
 *
 * @param fragments folded
 */
export function passages(
  blocks: StoredNotice['blocks'],
  fragments: readonly string[],
  analyzer: Analyzer,
): Passage[] {
  let heading: string | null = null;
  let holds: boolean[] = [];
  const found = blocks.flatMap(({ kind, place, text }, order) => {
    const above = heading;
    const meant = text.endsWith(correctedSign);
    if (kind === 'heading' && !meant) heading = text;
    const folded = analyzer.foldWithOffsets(text);
    const ranges = fragments.map((fragment) => findRanges(folded, fragment));
    const different = ranges.filter((own) => own.length > 0).length;
    // What was meant repeats what was printed; it is shown only where a word stands in it alone.
    if (meant && ranges.every((own, i) => own.length === 0 || holds[i])) return [];
    if (!meant) holds = ranges.map((own) => own.length > 0);
    if (different === 0) return [];
    const anchor = blockId(kind === 'heading' ? 'heading' : 'block', place);
    const worth = different * 10 + (kind === 'heading' ? 0 : 5) + Math.min(ranges.flat().length, 4);
    return [{ anchor, order, text, worth, heading: above, ranges: join(ranges.flat()) }];
  });
  return found
    .sort((a, b) => b.worth - a.worth || a.order - b.order)
    .slice(0, most)
    .sort((a, b) => a.order - b.order)
    .map(({ anchor, heading: above, text, ranges }) => ({
      anchor,
      heading: above,
      segments: excerpt(text, ranges),
    }));
}

/** Cuts a text where its ranges begin and end. */
export function segments(text: string, ranges: readonly (readonly [number, number])[]): Segment[] {
  const cut: Segment[] = [];
  let last = 0;
  const add = (end: number, marked: boolean): void => {
    if (end > last) cut.push({ text: text.slice(last, end), marked });
    last = Math.max(last, end);
  };
  for (const [start, end] of ranges) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return cut;
}

/** Marks fragments in a short text such as a title. */
export function mark(text: string, fragments: readonly string[], analyzer: Analyzer): Segment[] {
  const folded = analyzer.foldWithOffsets(text);
  return segments(text, join(fragments.flatMap((fragment) => findRanges(folded, fragment))));
}

/** The beginning of a text, for a notice whose words stand in its title only. */
export function opening(blocks: StoredNotice['blocks']): string {
  const text =
    blocks.find((block) => block.kind === 'text' && block.text.length > lead)?.text ?? '';
  return text.length > window ? `${text.slice(0, window)}…` : text;
}

function excerpt(text: string, ranges: readonly (readonly [number, number])[]): Segment[] {
  const first = ranges[0]?.[0] ?? 0;
  const from = first > lead ? first - lead : 0;
  const to = Math.max(ranges[0]?.[1] ?? 0, Math.min(text.length, from + window));
  const inside = ranges
    .filter(([start]) => start < to)
    .map(([start, end]) => [start - from, Math.min(end, to) - from] as const);
  return [
    ...(from > 0 ? [{ text: '…', marked: false }] : []),
    ...segments(text.slice(from, to), inside),
    ...(to < text.length ? [{ text: '…', marked: false }] : []),
  ];
}

/** Sorts ranges and joins those that touch. */
function join(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

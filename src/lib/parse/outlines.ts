import { readMarker } from '../text/markers.ts';
import type { Line } from '../tree/types.ts';

/** So many parts that count on show an outline: one figure at the head of a line is a figure. */
const leastParts = 3;

/** A number that may be of an outline, set close to its name: `1总则`, `1.1编制目的`. */
interface Entry {
  line: Line;
  chapter: number;
  /** Its place in the chapter; 0 for the chapter itself. */
  part: number;
}

const entriesOf = (lines: readonly Line[]): Entry[] =>
  lines.flatMap((line): Entry[] => {
    const marker = readMarker(line.value, true);
    if (marker?.kind === 'decimal1') return [{ line, chapter: marker.value, part: 0 }];
    if (marker?.kind !== 'decimal2') return [];
    return [{ line, chapter: Number.parseInt(line.value, 10), part: marker.value }];
  });

/**
 * Lines of an outline in decimals, as emergency plans have it, whose numbers no space sets apart. They count on from 1
 * or 1.1 through the text: `3.15消费者权益日`, `1标段` and `54.0米` do not.
 */
export function outlineOf(lines: readonly Line[]): Set<Line> {
  const found: Entry[] = [];
  const entries = entriesOf(lines);
  for (const [at, entry] of entries.entries()) {
    const { chapter = 0, part = 0 } = found.at(-1) ?? {};
    const next = entries[at + 1];
    const isPart = entry.part > 0 && entry.chapter === chapter && entry.part === part + 1;
    const opens = entry.chapter === chapter + 1 && entry.part <= 1;
    const isShown = entry.part === 1 || found.length > 0 || next?.part === 1;
    if (isPart || (opens && isShown)) found.push(entry);
  }
  const parts = found.filter(({ part }) => part > 0).length;
  return new Set(parts >= leastParts ? found.map(({ line }) => line) : []);
}

import { readMarker } from '../../../text/markers.ts';
import { widthOf } from '../../../text/width.ts';
import type { Line } from '../../../tree/types.ts';
import { measures, wordsOn } from '../places.ts';

/** Cells of a layout-preserving export stand at least two spaces apart. */
const hasGap = /\S(?: {2,}|\u3000{2,})\S/u;
/** A head and so many rows prove a table. */
const leastLines = 3;

/** May the line be a row of an aligned table? */
export const isAlignedRow = (line: Line): boolean =>
  hasGap.test(line.value.slice(readMarker(line.value)?.length ?? 0));

/** Titles and units stand above a table, `表 1　主要指标`, `单位：万元`. */
export const caption = /^(?:续?表|图)\s*\d|^[（(]?(?:计量)?单位\s*[：:]/u;
const note = /^[（(]?(?:备注|注|说明|资料来源|来源)\s*[：:]/u;

/** How many lines from `at` may be an aligned table: lines of several cells, and between them lines of one. */
export function alignedLength(lines: readonly Line[], at: number): number {
  const first = lines[at];
  if (!first || caption.test(first.value)) return 0;
  let last = at;
  let widest = 1;
  let rows = 0;
  const starts = new Map<number, number>();
  for (let here = at; here < lines.length; here += 1) {
    const line = lines[here];
    if (!line || line.value.includes('\t')) break;
    const isRow = isAlignedRow(line);
    // What stands above a page's first line is the end of the page before.
    const gap = line.data.opensPage ? 0 : line.data.gap;
    if (here > at && gap > (isRow ? widest + 1 : Math.max(widest, rows > 2 ? 0 : 1))) break;
    if (note.test(line.value) || (!isRow && !mayGoOn(line, first, here - last, starts))) break;
    if (here > at) widest = rows === 1 ? gap : Math.max(widest, gap);
    if (isRow) rows += 1;
    if (isRow)
      for (const start of cellStarts(line)) starts.set(start, (starts.get(start) ?? 0) + 1);
    last = here + 1;
  }
  return rows >= leastLines ? last - at : 0;
}

/** A cell's line is narrower than this, in half-width columns. */
const cellWidth = 50;
/** Cells begin where those of so many rows do; a head's names stand elsewhere. */
const leastStarts = 2;
/** So many lines of one cell may stand between two rows. */
const mostBetween = 5;

/** `4.1　响应措施`, `第二章　管理`: cells bear no such numbers. */
const isHeading = (line: Line): boolean =>
  /^(?:decimal|chapter|section|article)/u.test(
    readMarker(line.value, line.data.outline)?.kind ?? '',
  );

/** Places at which cells begin on a row, by either measure. */
const cellStarts = (line: Line): Set<number> =>
  new Set(
    measures.flatMap((measure) =>
      wordsOn(line, measure)
        .filter(({ apart }) => apart)
        .map(({ from }) => from),
    ),
  );

/** May a line of one cell stand in a table? A sentence at the margin does not, nor numbering where no cell begins. */
function mayGoOn(
  line: Line,
  first: Line,
  since: number,
  starts: ReadonlyMap<number, number>,
): boolean {
  const isInside = line.data.indent > first.data.indent + 2;
  const isNumbered = readMarker(line.value, line.data.outline) !== null;
  return (
    since <= mostBetween &&
    widthOf(line.value) < cellWidth &&
    !isHeading(line) &&
    (isInside
      ? !isNumbered || (starts.get(line.data.indent) ?? 0) >= leastStarts
      : !isNumbered && !/[。：:]$/u.test(line.value))
  );
}

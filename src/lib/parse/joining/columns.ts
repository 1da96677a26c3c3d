/** Lines on either side that show how wide a column is set. */
export const neighbours = 9;
/** Full lines of one column differ by so many half-width columns at most: type is justified, and signs do not break. */
export const slack = 3;
/** No column of prose is set narrower than 12 characters. */
const narrowest = 24;
/** How wide lines are set at a line, in half-width columns; 0 where it cannot be told. */
export interface Column {
  /** Width of the widest full lines. */
  widest: number;
  /** Width of most full lines: signs hang over the edge of a few. */
  usual: number;
}

/**
 * The column at each line. Lines that break inside a
 * sentence are full, and show the width to which the lines around them are set, nearer lines more surely; no line
 * speaks for itself.
 *
 * @param breaksInside - for each line, whether it ends inside a sentence that the next goes on with
 */
export function columnWidths(
  widths: readonly number[],
  breaksInside: readonly boolean[],
): Column[] {
  return widths.map((_, at) => {
    const near: Weighed[] = [];
    for (let other = at - neighbours; other <= at + neighbours; other += 1) {
      const width = widths[other];
      if (other !== at && width !== undefined && width >= narrowest && breaksInside[other])
        near.push({ width, weight: 1 / (1 + Math.abs(at - other)) });
    }
    let best: { widest: number; lines: Weighed[]; weight: number } = {
      widest: 0,
      lines: [],
      weight: 0,
    };
    for (const { width } of near) {
      const lines = near.filter((line) => line.width <= width && line.width >= width - slack);
      const weight = weightOf(lines);
      if (weight > best.weight || (weight === best.weight && width > best.widest))
        best = { widest: width, lines, weight };
    }
    return { widest: best.widest, usual: medianOf(best.lines) };
  });
}

interface Weighed {
  width: number;
  weight: number;
}

const weightOf = (lines: readonly Weighed[]): number =>
  lines.reduce((sum, line) => sum + line.weight, 0);

/** The width that half of the weight is not above. */
function medianOf(lines: readonly Weighed[]): number {
  const half = weightOf(lines) / 2;
  let sum = 0;
  for (const { width, weight } of [...lines].sort((a, b) => a.width - b.width)) {
    sum += weight;
    if (sum >= half) return width;
  }
  return 0;
}

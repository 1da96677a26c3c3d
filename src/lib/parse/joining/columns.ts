/** Lines on either side that show how wide a column is set. */
export const neighbours = 9;
/** Full lines of one column differ by so many half-width columns at most: type is justified, and signs do not break. */
export const slack = 3;
/** The two characters by which a paragraph's first line is indented, in half-width columns. */
export const indentation = 4;
/** A first line is a hint of its column only: a line of a narrower one looks the same. */
const hint = 0.5;
/** No column of prose is set narrower than 12 characters. */
export const narrowest = 24;

/** How wide lines are set at a line, in half-width columns; 0 where it cannot be told. */
export interface Column {
  /** Width of the widest full lines. */
  widest: number;
  /** Width of most full lines: signs hang over the edge of a few. */
  usual: number;
}

/** What a line shows of its column. */
export interface Shown {
  width: number;
  /** Does it end inside a sentence that the next goes on with? Then it is full. */
  breaksInside: boolean;
  /** May it open a paragraph? Then an indent may have taken room of it. */
  mayOpen: boolean;
}

/**
 * The column at each line. Lines that break inside a sentence are full, and show the width to which the lines around
 * them are set, nearer lines more surely; no line speaks for itself. The first lines of paragraphs are two characters
 * short of it.
 */
export function columnWidths(lines: readonly Shown[]): Column[] {
  return lines.map((_, at) => {
    const near: (Weighed & Shown)[] = [];
    for (let other = at - neighbours; other <= at + neighbours; other += 1) {
      const line = lines[other];
      if (line && other !== at && line.width >= narrowest && line.breaksInside)
        near.push({ ...line, weight: 1 / (1 + Math.abs(at - other)) });
    }
    let best: { widest: number; lines: Weighed[]; weight: number } = {
      widest: 0,
      lines: [],
      weight: 0,
    };
    for (const { width } of near) {
      const full = near.flatMap((line) => fullLine(line, width));
      const weight = weightOf(full);
      if (weight > best.weight || (weight === best.weight && width > best.widest))
        best = { widest: width, lines: full, weight };
    }
    return { widest: best.widest, usual: medianOf(best.lines) };
  });
}

interface Weighed {
  width: number;
  weight: number;
}

/** A line as one that fills a column of so many half-width columns, indent included; none where it fills no such. */
function fullLine({ width, weight, mayOpen }: Weighed & Shown, column: number): Weighed[] {
  const fills = (wide: number): boolean => wide <= column && wide >= column - slack;
  if (fills(width)) return [{ width, weight }];
  const indented = width + indentation;
  return mayOpen && fills(indented) ? [{ width: indented, weight: weight * hint }] : [];
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

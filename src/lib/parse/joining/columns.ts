/** Lines on either side that show how wide a column is set. */
export const neighbours = 9;
/** Full lines of one column differ by so many half-width columns at most: type is justified, and signs do not break. */
export const slack = 3;
/** No column of prose is set narrower than 12 characters. */
const narrowest = 24;
/**
 * The width of full lines at each line, in half-width columns; 0 where none can be told. Lines that break inside a
 * sentence are full, and show the width to which the lines around them are set, nearer lines more surely; no line
 * speaks for itself.
 *
 * @param breaksInside - for each line, whether it ends inside a sentence that the next goes on with
 */
export function columnWidths(
  widths: readonly number[],
  breaksInside: readonly boolean[],
): number[] {
  return widths.map((_, at) => {
    const near: { width: number; weight: number }[] = [];
    for (let other = at - neighbours; other <= at + neighbours; other += 1) {
      const width = widths[other];
      if (other !== at && width !== undefined && width >= narrowest && breaksInside[other])
        near.push({ width, weight: 1 / (1 + Math.abs(at - other)) });
    }
    let best = { width: 0, weight: 0 };
    for (const { width } of near) {
      const weight = near
        .filter((line) => line.width <= width && line.width >= width - slack)
        .reduce((sum, line) => sum + line.weight, 0);
      if (weight > best.weight || (weight === best.weight && width > best.width))
        best = { width, weight };
    }
    return best.width;
  });
}

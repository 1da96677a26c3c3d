import { readMarker } from '../../text/markers.ts';
import type { Block, Line } from '../../tree/types.ts';

/** How far the first lines of a box's paragraphs stand in from its other lines, in half-width columns. */
const firstLine = { least: 2, most: 8 };

/**
 * Margins that know of boxes: the text below `专栏 2　重点工程` is set in from the page's margin, as its own column.
 *
 * @param nodes - blocks and lines of one notice
 * @param margins - columns at which lines begin that open no paragraph
 */
export function withBoxMargins(
  nodes: readonly (Block | Line)[],
  margins: ReadonlyMap<Line, number>,
): ReadonlyMap<Line, number> {
  const known = new Map(margins);
  for (const [at, node] of nodes.entries()) {
    if (node.type !== 'line' || readMarker(node.value)?.kind !== 'box') continue;
    const box = boxBelow(nodes.slice(at + 1), margins);
    const beyond = box.map((line) => beyondMargin(line, margins));
    const inset = Math.min(...beyond);
    const step = (beyond[0] ?? 0) - inset;
    if (step < firstLine.least || step > firstLine.most) continue;
    for (const line of box) known.set(line, (margins.get(line) ?? 0) + inset);
  }
  return known;
}

const beyondMargin = (line: Line, margins: ReadonlyMap<Line, number>): number =>
  line.data.indent - (margins.get(line) ?? 0);

/** Lines from the head of a box on: to the first at the page's margin, or to the numbering of the text around it. */
function boxBelow(
  nodes: readonly (Block | Line)[],
  margins: ReadonlyMap<Line, number>,
): readonly Line[] {
  const box: Line[] = [];
  for (const node of nodes) {
    if (node.type === 'furniture') continue;
    if (node.type !== 'line') break;
    const beyond = beyondMargin(node, margins);
    const [first = node] = box;
    const isOuter = readMarker(node.value) !== null && beyond < beyondMargin(first, margins);
    if (beyond < firstLine.least || isOuter) break;
    box.push(node);
  }
  return box;
}

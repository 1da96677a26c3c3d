import type { Node } from 'unist';
import { isParent } from './types.ts';

const blank = /^\s*$/u;

function offsets(node: Node): { start: number; end: number } {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined)
    throw new Error(
      `unexpected \`${node.type}\` without a position, expected offsets in the source`,
    );
  return { start, end };
}

/**
 * Holds a tree against the four laws: a leaf's value is its source slice; siblings are in order and do not
 * overlap; a parent spans its children; each character that is not blank lies in exactly one leaf.
 *
 * @throws Error that names the node, its place, and the law that it breaks
 */
export function assertLaws(tree: Node, source: string): void {
  let reached = 0;
  const fail = (node: Node, expected: string): never => {
    const line = node.position?.start.line;
    throw new Error(`unexpected \`${node.type}\` at line ${String(line)}, expected ${expected}`);
  };
  const visit = (node: Node): void => {
    const { start, end } = offsets(node);
    if (end < start) fail(node, 'an end after its start');
    if (!isParent(node)) {
      if (!('value' in node)) fail(node, 'a leaf with a value');
      else if (node.value !== source.slice(start, end))
        fail(node, `its value to equal the source from ${start} to ${end}`);
      if (start < reached) fail(node, 'no overlap with the leaf before it');
      if (!blank.test(source.slice(reached, start))) fail(node, 'no text lost before it');
      reached = end;
      return;
    }
    let last = start;
    for (const child of node.children) {
      const inner = offsets(child);
      if (inner.start < last) fail(child, 'to stand after its sibling and inside its parent');
      visit(child);
      last = inner.end;
    }
    if (last > end) fail(node, 'to span its children');
  };
  visit(tree);
  if (!blank.test(source.slice(reached))) fail(tree, 'no text lost at its end');
}

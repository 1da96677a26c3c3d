import type { Node, Position } from 'unist';
import { isParent, type Block, type Furniture, type Inline, type Line } from './types.ts';

/** The place that spans a run of nodes, first to last. */
export function span(nodes: readonly Node[]): Position {
  const first = nodes[0]?.position;
  const last = nodes.at(-1)?.position;
  if (!first || !last) throw new Error('unexpected empty run of nodes, expected at least one');
  return { start: first.start, end: last.end };
}

/** The lines below a node, in order, those of furniture left out. */
export function linesOf(node: Node): Line[] {
  if (node.type === 'line') return [node as Line];
  if (node.type === 'furniture' || !isParent(node)) return [];
  return node.children.flatMap(linesOf);
}

/** The text below nodes as printed, lines parted by `separator`. */
export function textOf(nodes: readonly Node[], separator = ''): string {
  return nodes
    .flatMap(linesOf)
    .map((line) => line.value)
    .join(separator);
}

/** First source line of a node, 1-based. */
export function lineOf(node: Node): number {
  const line = node.position?.start.line;
  if (line === undefined) throw new Error(`unexpected \`${node.type}\` without a position`);
  return line;
}

/**
 * Cuts a line before the character at `at` (UTF-16 units from its start); blanks at the cut belong to neither
 * piece. A piece that would be empty is left out.
 */
export function splitLine(line: Line, at: number): Line[] {
  const place = line.position;
  if (!place) throw new Error('unexpected `line` without a position');
  const piece = (from: number, to: number): Line[] => {
    const raw = line.value.slice(from, to);
    const value = raw.trim();
    if (value === '') return [];
    const start = from + raw.indexOf(value);
    const point = (units: number): Position['start'] => ({
      line: place.start.line,
      column: place.start.column + units,
      offset: (place.start.offset ?? 0) + units,
    });
    return [
      {
        type: 'line',
        value,
        data: line.data,
        position: { start: point(start), end: point(start + value.length) },
      },
    ];
  };
  return [...piece(0, at), ...piece(at, line.value.length)];
}

/**
 * Cuts a run of lines after `length` characters of its joined text (spaces included, lines joined without any).
 */
export function splitRun<T extends Line | Furniture | Inline>(
  nodes: readonly T[],
  length: number,
): [T[], T[]] {
  const before: T[] = [];
  const after: T[] = [];
  let left = length;
  for (const node of nodes) {
    if (node.type !== 'line') {
      (left > 0 ? before : after).push(node);
      continue;
    }
    if (left <= 0) after.push(node);
    else if (node.value.length <= left) before.push(node);
    else {
      const [head, tail] = [
        splitLine(node, left).filter((piece) => offsetIn(node, piece) < left),
        splitLine(node, left).filter((piece) => offsetIn(node, piece) >= left),
      ];
      before.push(...(head as T[]));
      after.push(...(tail as T[]));
    }
    left -= node.value.length;
  }
  return [before, after];
}

function offsetIn(whole: Line, piece: Line): number {
  return (piece.position?.start.offset ?? 0) - (whole.position?.start.offset ?? 0);
}

/** The lines that stand together from `at` on. */
export function linesFrom(nodes: readonly (Block | Line)[], at: number): Line[] {
  const lines: Line[] = [];
  for (let here = at; here < nodes.length; here += 1) {
    const node = nodes[here];
    if (node?.type !== 'line') break;
    lines.push(node);
  }
  return lines;
}

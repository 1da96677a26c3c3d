import type { Node } from 'unist';
import { lineOf, linesOf, textOf } from '../tree/build.ts';
import {
  isFurniture,
  isLine,
  isParent,
  type GazetteTree,
  type Line,
  type Table,
} from '../tree/types.ts';
import { findPersonal, maskAt, type MaskOptions, type PersonalKind } from './mask.ts';

/** A number that was masked, and the source lines it stands on. */
export interface Masked {
  line: number;
  endLine: number;
  kind: PersonalKind;
}

/**
 * Masks the personal numbers in the lines of a finished tree. From here on its leaves are no longer their source
 * slices, but as long and as full of characters.
 *
 * @returns what was masked, in source order
 */
export function maskTree(tree: GazetteTree, allowed: ReadonlySet<string>): Masked[] {
  const found: Masked[] = [];
  visit(tree, { allowed }, found);
  return found.sort((a, b) => a.line - b.line || a.endLine - b.endLine);
}

function visit(node: Node, options: MaskOptions, found: Masked[]): void {
  if (isLine(node)) maskLines([node], options, found, 'each');
  if (!isParent(node)) return;
  switch (node.type) {
    case 'gazette':
    case 'notice':
    case 'row':
      node.children.forEach((child) => {
        visit(child, options, found);
      });
      return;
    case 'table': {
      const about = headText(node as Table);
      node.children.forEach((child) => {
        visit(child, { ...options, about }, found);
      });
      return;
    }
    case 'tableLines':
    case 'furniture': {
      const lines = node.children.filter(isLine);
      const about = node.type === 'tableLines' ? textOf(lines, ' ') : '';
      maskLines(lines, { ...options, about }, found, 'each');
      break;
    }
    default:
      maskLines(linesOf(node), options, found, 'joined');
  }
  // Running headers stand inside blocks.
  for (const child of node.children)
    if (isFurniture(child) && child !== node) visit(child, options, found);
}

function headText(table: Table): string {
  const rows = table.children.filter((row) => row.type === 'row');
  return textOf(rows.slice(0, Math.max(1, table.head)), ' ');
}

/** Masks numbers inside a line, then those that go on from one line to the next. */
function maskLines(
  lines: readonly Line[],
  options: MaskOptions,
  found: Masked[],
  kind: 'each' | 'joined',
): void {
  lines.forEach((line, at) => {
    const before = lines[at - 1]?.value ?? '';
    const numbers = findPersonal(line.value, { ...options, before });
    for (const number of numbers)
      found.push({ line: lineOf(line), endLine: lineOf(line), kind: number.kind });
    line.value = maskAt(line.value, numbers);
  });
  if (lines.length < 2) return;
  const text = textOf(lines);
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.value.length;
  }
  const lineAt = (offset: number): number => starts.findLastIndex((start) => start <= offset);
  const numbers = findPersonal(text, options).filter(
    // Fragments of cells, line under line, make no number by chance only where a check character says so.
    (number) => kind === 'joined' || number.kind === 'identity-card',
  );
  const masked = maskAt(text, numbers);
  lines.forEach((line, at) => {
    const start = starts[at] ?? 0;
    line.value = masked.slice(start, start + line.value.length);
  });
  for (const number of numbers) {
    const first = lines[lineAt(number.start)];
    const last = lines[lineAt(number.end - 1)];
    if (first && last)
      found.push({ line: lineOf(first), endLine: lineOf(last), kind: number.kind });
  }
}

import type { Lexicon } from '../../../lexicon/lexicon.ts';
import { bare } from '../../../text/spaces.ts';
import { linesFrom, span } from '../../../tree/build.ts';
import type { Block, Furniture, Line, Row, Table } from '../../../tree/types.ts';
import { alignedTable } from './aligned.ts';
import { alignedLength, isAlignedRow } from './lines.ts';
import { isCounted } from './next-page.ts';

const offsetOf = (node: Row | Furniture): number => node.position?.start.offset ?? 0;

/**
 * A table read on over the pages it goes on: their lines, the furniture between them left out, have the same columns
 * under the same head, and its rows are counted through.
 *
 * @param lines - the table's lines on its first page, which are the nodes from `at` on
 * @returns the table and how many nodes it takes; null where it does not go on so
 */
export function overPages(
  nodes: readonly (Block | Line)[],
  at: number,
  lines: readonly Line[],
  table: Table,
  lexicon: Lexicon,
): { table: Table; length: number } | null {
  const head = lines.slice(0, table.head);
  const isHead = (others: readonly Line[]): boolean =>
    head.every(({ value }, row) => bare(value) === bare(others[row]?.value ?? ''));
  const pages: { end: number; lines: Line[] }[] = [];
  let end = at + lines.length;
  for (;;) {
    const from = end;
    while (nodes[end]?.type === 'furniture') end += 1;
    const next = end > from ? linesFrom(nodes, end) : [];
    if (!next[0] || !isAlignedRow(next[0]) || isHead(next)) break;
    end += next.length;
    pages.push({ end, lines: next });
  }
  // The last page may hold text, or another table, after the rows.
  for (const count of new Set([pages.length, 1])) {
    const own = [...lines, ...pages.slice(0, count).flatMap((page) => page.lines)];
    const taken = own.slice(0, alignedLength(own, 0));
    const found =
      pages.length > 0 && taken.length > lines.length
        ? alignedTable(taken, lexicon, { above: null, headless: false })
        : null;
    if (found?.table.columns !== table.columns || found.table.head !== table.head) continue;
    const left = own.length - found.length;
    if (!isCounted(found.table) || left >= (pages[count - 1]?.lines.length ?? 0)) continue;
    const length = (pages[count - 1]?.end ?? end) - left - at;
    const between = nodes.slice(at, at + length).filter((node) => node.type === 'furniture');
    const children = [...found.table.children, ...between].sort(
      (one, other) => offsetOf(one) - offsetOf(other),
    );
    return { table: { ...found.table, children, position: span(children) }, length };
  }
  return null;
}

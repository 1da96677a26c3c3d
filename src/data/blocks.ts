import { blockId, lineRange } from '../lib/address.ts';
import { blocksOf, parseNotice } from '../lib/markdown/render-blocks.ts';
import type { NoticeRecord } from './model.ts';

/** The blocks of a notice with the element that holds each and the lines each was read from. */
export function placedBlocks(notice: Pick<NoticeRecord, 'body' | 'data'>) {
  return blocksOf(parseNotice(notice.body)).flatMap((block, i) => {
    const range = notice.data.lines[i];
    if (range === undefined) return [];
    const kind = block.kind === 'heading' ? 'heading' : 'block';
    return [
      { ...lineRange(range), n: i + 1, id: blockId(kind, i + 1), heading: kind === 'heading' },
    ];
  });
}

/** The element that was read from a source line: a heading before a paragraph, else the first block. */
export function blockAt(notice: Pick<NoticeRecord, 'body' | 'data'>, line: number): string {
  const blocks = placedBlocks(notice);
  const holding = blocks.filter(({ first, last }) => first <= line && line <= last);
  const found = holding.find(({ heading }) => heading) ?? holding[0];
  return found?.id ?? blocks.find(({ first }) => first >= line)?.id ?? blockId('block', 1);
}

interface RowPlace {
  first: number;
  last: number;
  numbers: { n: number; id: string }[];
}

/**
 * Cuts the lines of a notice where its blocks begin; the first run is the head, which is no block. Blocks that share a
 * line stand in one row, and lines that no block was read from stand with the block before them.
 */
export function rowsOf(notice: Pick<NoticeRecord, 'body' | 'data'>): RowPlace[] {
  const { startLine, endLine } = notice.data.source;
  const rows: RowPlace[] = [{ first: startLine, last: startLine, numbers: [] }];
  let reached = startLine - 1;
  for (const { first, last, n, id } of placedBlocks(notice)) {
    const row = rows.at(-1);
    if (row && (first <= reached || first <= row.first) && row.numbers.length > 0) {
      row.numbers.push({ n, id });
    } else {
      rows.push({ first, last, numbers: [{ n, id }] });
    }
    reached = Math.max(reached, last);
  }
  return rows
    .map((row, i) => ({ ...row, last: (rows[i + 1]?.first ?? endLine + 1) - 1 }))
    .filter(({ first, last }) => first <= last);
}

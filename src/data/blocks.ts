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

import { likeness } from '../parse/likeness.ts';
import { distributedBy } from '../text/titles.ts';
import type { Block, Paragraph } from '../tree/types.ts';
import { printedText } from './printed-text.ts';

/** A text this like the one that the notice's title names is that text. */
const alike = 0.8;

/**
 * Paragraphs of the covering text and of the texts it distributes; those of other labelled attachments are others'
 * words. A text that the notice's title names is its own, labelled or not.
 */
export function ownParagraphs(blocks: readonly Block[], title: string): Paragraph[] {
  const named = distributedBy(title) ?? '';
  const own: Paragraph[] = [];
  let labelled = false;
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.role === 'label') labelled = true;
    else if (block.type === 'heading' && block.part === true && labelled) {
      if (likeness(named, printedText([block])) < alike) break;
      labelled = false;
    } else if (block.type === 'paragraph' && block.role === undefined && !labelled) own.push(block);
  }
  return own;
}

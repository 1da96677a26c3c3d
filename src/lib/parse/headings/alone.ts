import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Marker } from '../../text/markers.ts';
import { textOf } from '../../tree/build.ts';
import type { Block } from '../../tree/types.ts';
import { headingKinds, type Numbered } from './numbered.ts';

/** Longest heading that stands alone, and longest that is a sentence, in characters. */
const longest = { alone: 60, sentence: 40 };

const divisions = new Set<Marker['kind']>(['volume', 'chapter', 'section']);

/** A heading may end in a colon where it is a few words: `1、补贴机制：`. */
const shortLabel = /^([^，。；：]{2,10})：$/u;
/** A question is a heading though a colon stands in it: `三、问：能否分期缴纳？` */
const question = /^问[：:](?=.*[？?]$)/u;

/** `第三条（资金来源）`: the name of an article, its text below. */
const articleName = /^[（(【][^（()）。]{2,20}[)）】]$/u;

/** `《某某意见》（某政发〔2020〕9号）`, `某某办公室关于…的通知（某政办发〔2014〕35号）`: a document of a list. */
const citedTitle = /^《[^。]*》（[^（）]*号）$|（[^（）]*〔\d{4}〕[^（）]*号）$/u;

/**
 * Is it a heading on lines of its own? A division always is. Any other is where it ends in no full stop, or is one
 * short sentence, and text of its own follows before the next number of its kind.
 */
export function standsAlone(
  item: Numbered,
  blocks: readonly Block[],
  numbered: readonly Numbered[],
  lexicon: Lexicon,
): boolean {
  const { marker, rank, text, matter, at } = item;
  if (divisions.has(marker.kind)) return text.length <= longest.alone;
  if (marker.kind === 'article') return articleName.test(matter);
  if (!headingKinds.has(marker.kind) || text.length > longest.alone) return false;
  if (/[，；：、]$/u.test(matter.replace(shortLabel, '$1')) || citedTitle.test(matter))
    return false;
  const sentence = matter.endsWith('。');
  if (sentence && (matter.indexOf('。') < matter.length - 1 || matter.length > longest.sentence))
    return false;
  if (/[；：]/u.test(matter.replace(shortLabel, '').replace(question, ''))) return false;
  // 通知如下： stands over headings too; items of a list are whole sentences, one right below the other.
  const mayBeListed = marker.kind !== 'first' || (sentence && marker.value > 1);
  if (mayBeListed && isListed(item, blocks, numbered)) return false;
  const next = followingBlock(blocks, at, lexicon);
  if (next === null) return false;
  const following = numbered.find((other) => other.block === next);
  const outermostKind = marker.kind === 'first' || marker.kind === 'box';
  if (following && following.rank <= rank) return false;
  if (sentence && !outermostKind && marker.kind !== 'second') return following !== undefined;
  return true;
}

/**
 * Is it an item of a list: does the chain of items right above it end in `；`, or go back to a paragraph that ends in a
 * colon? The last item of a list has text after it, as a heading has.
 */
function isListed(
  item: Numbered,
  blocks: readonly Block[],
  numbered: readonly Numbered[],
): boolean {
  let at = item.at - 1;
  for (let value = item.marker.value; value > 0; value -= 1) {
    const above = blocks[at];
    if (above?.type !== 'paragraph') return false;
    const text = textOf([above]).trim();
    const sibling = numbered.find((other) => other.at === at);
    if (sibling?.marker.kind !== item.marker.kind) return /[：:]$/u.test(text);
    if (/[；;]$/u.test(text)) return true;
    at -= 1;
  }
  return false;
}

/**
 * The block that may be the text of a heading at `at`; the formula that ends a document is none, nor what it attaches.
 */
function followingBlock(blocks: readonly Block[], at: number, lexicon: Lexicon): Block | null {
  for (const block of blocks.slice(at + 1)) {
    if (block.type === 'furniture') continue;
    const text = textOf([block]);
    if (block.type === 'heading' || lexicon.isClosing(text) || lexicon.announcesAttachment(text))
      return null;
    if (block.type === 'paragraph' && block.role !== undefined && block.role !== 'caption')
      return null;
    return block;
  }
  return null;
}

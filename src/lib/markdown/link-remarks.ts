import type { Element, ElementContent, Parents, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { lineRange } from '../address.ts';

/** Words of a notice that an editor remarked on. */
export interface RemarkedWords {
  /** A source line of the block they stand in. */
  line: number;
  /** As printed; layout spaces make no difference. */
  words: string;
  /** Where the remark stands. */
  href: string;
  /** What it says, for those who only point there. */
  title?: string;
}

/** A piece of an element's text and where it stands. */
interface Piece {
  node: Text;
  parent: Parents;
  /** Offset of its first character in the text of the element. */
  start: number;
}

/**
 * Leads from words of a notice to the remarks on them, whatever marks, cells or lines cut them apart. Words that stand
 * in no block, such as those of a title, are passed over.
 *
 * @param elements - one a block
 * @param lines - source lines of each block
 */
export function linkRemarks(
  elements: readonly Element[],
  lines: readonly string[],
  remarks: readonly RemarkedWords[],
): void {
  for (const remark of remarks)
    elements.some((element, at) => {
      const { first, last } = lineRange(lines[at] ?? '0');
      return first <= remark.line && remark.line <= last && linkIn(element, remark);
    });
}

function linkIn(element: Element, { words, href, title }: RemarkedWords): boolean {
  const pieces = piecesOf(element);
  const place = placeOf(pieces.map(({ node }) => node.value).join(''), words);
  if (!place) return false;
  for (const { node, parent, start } of pieces) {
    const from = Math.max(0, place.start - start);
    const to = Math.min(node.value.length, place.end - start);
    // Between the cells of a row stands nothing but white space.
    if (node.value.slice(from, to).trim() === '') continue;
    parent.children.splice(
      parent.children.indexOf(node),
      1,
      ...textNodes(node.value.slice(0, from)),
      {
        type: 'element',
        tagName: 'a',
        properties: { className: ['remark'], href, title },
        children: textNodes(node.value.slice(from, to)),
      },
      ...textNodes(node.value.slice(to)),
    );
  }
  return true;
}

/** The text nodes that were printed: no caption of ours, no link. */
function piecesOf(element: Element): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  visit(element, (node, _, parent) => {
    if (node.type === 'element' && (node.tagName === 'figcaption' || node.tagName === 'a'))
      return SKIP;
    if (node.type === 'text' && parent) {
      pieces.push({ node, parent, start });
      start += node.value.length;
    }
    return undefined;
  });
  return pieces;
}

/** Where words stand in a text, whatever white space stands in either. */
function placeOf(text: string, words: string): { start: number; end: number } | null {
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += 1) if (/\S/u.test(text.charAt(at))) offsets.push(at);
  const plain = words.replace(/\s+/gu, '');
  const at = text.replace(/\s+/gu, '').indexOf(plain);
  const start = offsets[at];
  const last = offsets[at + plain.length - 1];
  return at < 0 || start === undefined || last === undefined ? null : { start, end: last + 1 };
}

function textNodes(value: string): ElementContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

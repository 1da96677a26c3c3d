import { textOf } from '../../tree/build.ts';
import type { Block, Paragraph } from '../../tree/types.ts';
import { headingKinds, type Numbered } from './numbered.ts';

/** Longest heading that runs on into its paragraph, in characters. */
const longest = { any: 40, item: 30 };

/** The number of an article, and its name where a bracket gives it: `第三条　【资金来源】`. */
const articleHead = /^第\s*[\d一二三四五六七八九十百零〇]+\s*条\s*【[^【】。]{1,20}】/u;

/** A heading does not end inside quotation marks or book-title marks. */
function closesQuotes(text: string): boolean {
  return ['“”', '《》'].every(
    ([open = '', close = '']) => text.split(open).length === text.split(close).length,
  );
}

/** Where fewer than this share of a list's items open with a heading, their longer first sentences are clauses. */
const headedShare = 0.5;
/** A first sentence of so few characters and without a comma is a heading by itself. */
const plainHeading = 20;

/**
 * Paragraphs whose first sentence is a heading. The items of one list are alike: a sentence that happens to be short
 * enough is no heading where its siblings have none.
 */
export function runningIn(
  numbered: readonly Numbered[],
  blocks: readonly Block[],
  alone: ReadonlySet<Paragraph>,
): Set<Paragraph> {
  const found = new Set<Paragraph>();
  for (const list of listsOf(numbered, blocks)) {
    const headed = list.filter((item) => alone.has(item.block) || runInLength(item) > 0);
    const alike = headed.length >= list.length * headedShare;
    for (const item of headed) if (alike || isPlain(item)) found.add(item.block);
  }
  return found;
}

/** Is its first sentence a heading even among siblings that have none? Articles are cut at their number. */
function isPlain({ marker, matter }: Numbered): boolean {
  const sentence = matter.slice(0, matter.indexOf('。'));
  return marker.kind === 'article' || (sentence.length <= plainHeading && !/[，,]/u.test(sentence));
}

/** Items of one kind that count on, with nothing that is numbered further out between them. */
function listsOf(numbered: readonly Numbered[], blocks: readonly Block[]): Numbered[][] {
  const lists: Numbered[][] = [];
  const open = new Map<number, Numbered[]>();
  let from = 0;
  for (const item of numbered) {
    if (blocks.slice(from, item.at).some((block) => block.type === 'heading')) open.clear();
    from = item.at;
    for (const rank of [...open.keys()]) if (rank > item.rank) open.delete(rank);
    const list = open.get(item.rank);
    const last = list?.at(-1);
    if (list && last && item.marker.value > last.marker.value) list.push(item);
    else {
      const started = [item];
      open.set(item.rank, started);
      lists.push(started);
    }
  }
  return lists;
}

/**
 * Length in the printed text of a heading that runs on: its first sentence, or the number of an article; 0 for none.
 * The full stop stays outside: Markdown closes strong text after a letter, but not between 。 and a letter.
 */
export function runInLength({ marker, block, text }: Numbered): number {
  const printed = textOf([block]);
  if (marker.kind === 'article') return articleHead.exec(printed)?.[0].length ?? marker.length;
  if (!headingKinds.has(marker.kind)) return 0;
  const end = text.indexOf('。');
  const limit = marker.kind === 'third' || marker.kind === 'fourth' ? longest.item : longest.any;
  if (end < 0 || end > limit || end === text.length - 1) return 0;
  if (/[：:]/u.test(text.slice(0, end)) || !closesQuotes(text.slice(0, end))) return 0;
  return printed.indexOf('。');
}

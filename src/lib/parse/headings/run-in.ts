import { textOf } from '../../tree/build.ts';
import type { Block, Paragraph } from '../../tree/types.ts';
import { headingKinds, type Numbered } from './numbered.ts';

/** Longest heading that runs on into its paragraph, in characters; of an item, where its list does not tell. */
const longest = { any: 40, item: 30 };

/** The number of an article, and its name where a bracket gives it: `第三条　【资金来源】`. */
const articleHead = /^第\s*[\d一二三四五六七八九十百零〇]+\s*条\s*【[^【】。]{1,20}】/u;

/** A heading does not end inside quotation marks or book-title marks. */
function closesQuotes(text: string): boolean {
  return ['“”', '《》'].every(
    ([open = '', close = '']) => text.split(open).length === text.split(close).length,
  );
}

/**
 * Where fewer than this share of a list's items open with a heading, their longer first sentences are clauses; where so
 * many do, the longest are headings too.
 */
const headedShare = { some: 0.5, most: 0.6 };
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
    const share = headed.length / list.length;
    for (const item of share >= headedShare.most ? list : headed)
      if (share >= headedShare.some || isPlain(item)) found.add(item.block);
  }
  return found;
}

/** Is its first sentence a heading even among siblings that have none? Articles are cut at their number. */
function isPlain({ marker, matter }: Numbered): boolean {
  const sentence = matter.slice(0, matter.indexOf('。'));
  return marker.kind === 'article' || (sentence.length <= plainHeading && !/[，,]/u.test(sentence));
}

/**
 * Items of one kind that count on, with nothing that is numbered further out between them; but numbers may count on
 * through all headings: 22, 23 below （十）, 24 below （十一）.
 */
function listsOf(numbered: readonly Numbered[], blocks: readonly Block[]): Numbered[][] {
  const lists: Numbered[][] = [];
  const open = new Map<number, Numbered[]>();
  const latest = new Map<number, Numbered[]>();
  let from = 0;
  for (const item of numbered) {
    const { value } = item.marker;
    if (blocks.slice(from, item.at).some((block) => block.type === 'heading')) open.clear();
    from = item.at;
    for (const rank of [...open.keys()]) if (rank > item.rank) open.delete(rank);
    const before = latest.get(item.rank);
    const countsOn = value === (before?.at(-1)?.marker.value ?? value) + 1;
    const list = open.get(item.rank) ?? (countsOn ? before : undefined);
    const last = list?.at(-1);
    if (list && last && value > last.marker.value) {
      list.push(item);
      open.set(item.rank, list);
    } else {
      const started = [item];
      open.set(item.rank, started);
      latest.set(item.rank, started);
      lists.push(started);
    }
  }
  return lists;
}

/**
 * Length in the printed text of a heading that runs on: its first sentence, or the number of an article; 0 for none.
 * The full stop stays outside: Markdown closes strong text after a letter, but not between 。 and a letter.
 *
 * @param inHeaded - whether most items of its list open with a heading
 */
export function runInLength({ marker, block, text }: Numbered, inHeaded = false): number {
  const printed = textOf([block]);
  if (marker.kind === 'article') return articleHead.exec(printed)?.[0].length ?? marker.length;
  if (!headingKinds.has(marker.kind)) return 0;
  const end = text.indexOf('。');
  const isItem = marker.kind === 'third' || marker.kind === 'fourth';
  const limit = isItem && !inHeaded ? longest.item : longest.any;
  if (end < 0 || end > limit || end === text.length - 1) return 0;
  if (/[：:]/u.test(text.slice(0, end)) || !closesQuotes(text.slice(0, end))) return 0;
  return printed.indexOf('。');
}

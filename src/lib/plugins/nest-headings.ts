import type { Lexicon } from '../lexicon/lexicon.ts';
import { linesOf, span, splitRun, textOf } from '../tree/build.ts';
import type {
  Block,
  Furniture,
  GazetteTree,
  Heading,
  Line,
  Notice,
  Paragraph,
  Strong,
} from '../tree/types.ts';
import { isMonth } from '../text/dates.ts';
import { rankOf, readMarker, type Marker } from '../text/markers.ts';
import { dropLayoutSpaces } from '../text/spaces.ts';

/** Longest heading that stands alone, and longest that runs on into its paragraph, in characters. */
const longest = { alone: 60, runIn: 40, runInItem: 30 };

const divisions = new Set<Marker['kind']>(['volume', 'chapter', 'section']);
const headingKinds = new Set<Marker['kind']>([
  'first',
  'second',
  'box',
  'decimal1',
  'decimal2',
  'decimal3',
  'third',
  'fourth',
]);

/** A heading may end in a colon where it is a few words: `1、补贴机制：`. */
const shortLabel = /^([^，。；：]{2,10})：$/u;
/** A question is a heading though a colon stands in it: `三、问：能否分期缴纳？` */
const question = /^问[：:](?=.*[？?]$)/u;

/** `第三条（资金来源）`: the name of an article, its text below. */
const articleName = /^[（(【][^（()）。]{2,20}[)）】]$/u;

/** The number of an article, and its name where a bracket gives it: `第三条　【资金来源】`. */
const articleHead = /^第\s*[\d一二三四五六七八九十百零〇]+\s*条\s*【[^【】。]{1,20}】/u;

/** `《某某意见》（某政发〔2020〕9号）`: a document of a list. */
const citedTitle = /^《[^。]*》（[^（）]*号）$/u;

/** A paragraph that numbering opens. */
interface Numbered {
  block: Paragraph;
  marker: Marker;
  /** How deep its kind nests in this notice. */
  rank: number;
  /** Its text, layout spaces gone. */
  text: string;
  /** What stands after the numbering. */
  matter: string;
  at: number;
}

/** Depth of the first heading in a notice: the title of the page is 1. */
const outermost = 2;

/** Makes headings of paragraphs and strong text of run-in headings, and sets every heading's depth. */
export default function nestHeadings(lexicon: Lexicon) {
  return (tree: GazetteTree): void => {
    for (const notice of tree.children) if (notice.type === 'notice') readOne(notice, lexicon);
  };
}

function readOne(notice: Notice, lexicon: Lexicon): void {
  const blocks = notice.children.filter((node) => node.type !== 'line');
  const numbered = ranked(
    blocks.flatMap((block, at) => {
      if (block.type !== 'paragraph' || block.role !== undefined) return [];
      const printed = textOf([block]);
      const marker = readMarker(printed, linesOf(block)[0]?.data.outline);
      const matter = dropLayoutSpaces(printed.slice(marker?.length ?? 0));
      return marker ? [{ block, marker, text: dropLayoutSpaces(printed), matter, at }] : [];
    }),
  );
  const alone = new Set(
    numbered
      .filter((item) => standsAlone(item, blocks, numbered, lexicon))
      .map((item) => item.block),
  );
  const stack: { rank: number; depth: number }[] = [];
  const place = (rank: number): number => {
    while ((stack.at(-1)?.rank ?? -2) >= rank) stack.pop();
    const depth = (stack.at(-1)?.depth ?? outermost - 1) + 1;
    stack.push({ rank, depth });
    return depth;
  };
  const markers = new Map(numbered.map((item) => [item.block, item]));
  const running = runningIn(numbered, blocks, alone);
  notice.children = blocks.map((block): Block => {
    if (block.type === 'heading') {
      stack.length = 0;
      return { ...block, depth: place(-1) };
    }
    if (notice.kind === 'chronicle' && block.type === 'paragraph' && isMonth(textOf([block])))
      return headingOf(block, place(-1));
    const item = block.type === 'paragraph' ? markers.get(block) : undefined;
    if (!item) return block;
    if (alone.has(item.block)) return headingOf(item.block, place(item.rank));
    return running.has(item.block) ? withRunIn(item) : item.block;
  });
}

/** So many numbers with parts below them show that these are parts of theirs. */
const leastDivided = 2;

type Unranked = Omit<Numbered, 'rank'>;

/** Numbering that may stand over what the standard ranks further out, and the rank it then has. */
const promoted: readonly {
  kind: Marker['kind'];
  rank: number;
  over: (next: Unranked, item: Unranked) => boolean;
}[] = [
  // `1．耕整地机械` over `1.1耕地机械`
  {
    kind: 'third',
    rank: rankOf('decimal1'),
    over: (next, item) =>
      next.marker.kind === 'decimal2' && Number.parseInt(next.text, 10) === item.marker.value,
  },
  // `一、爱国守法篇` over `第一条`
  {
    kind: 'first',
    rank: (rankOf('section') + rankOf('article')) / 2,
    over: (next) => next.marker.kind === 'article',
  },
];

/** The paragraphs with their ranks in this notice. */
function ranked(numbered: readonly Unranked[]): Numbered[] {
  const shown = promoted.filter(({ kind, over }) => {
    const own = numbered.filter((item, at) => {
      const next = numbered[at + 1];
      return item.marker.kind === kind && next !== undefined && over(next, item);
    });
    return own.length >= leastDivided;
  });
  return numbered.map((item) => {
    const { kind } = item.marker;
    return { ...item, rank: shown.find((other) => other.kind === kind)?.rank ?? rankOf(kind) };
  });
}

const headingOf = (block: Paragraph, depth: number): Heading => ({
  type: 'heading',
  depth,
  children: block.children.filter((node) => node.type !== 'strong'),
  ...(block.position ? { position: block.position } : {}),
});

/**
 * Is it a heading on lines of its own? A division always is. Any other is where it ends in no full stop, or is one
 * short sentence, and text of its own follows before the next number of its kind.
 */
function standsAlone(
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
  if (sentence && (matter.indexOf('。') < matter.length - 1 || matter.length > longest.runIn))
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
function runningIn(
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
function runInLength({ marker, block, text }: Numbered): number {
  const printed = textOf([block]);
  if (marker.kind === 'article') return articleHead.exec(printed)?.[0].length ?? marker.length;
  if (!headingKinds.has(marker.kind)) return 0;
  const end = text.indexOf('。');
  const limit =
    marker.kind === 'third' || marker.kind === 'fourth' ? longest.runInItem : longest.runIn;
  if (end < 0 || end > limit || end === text.length - 1) return 0;
  if (/[：:]/u.test(text.slice(0, end)) || !closesQuotes(text.slice(0, end))) return 0;
  return printed.indexOf('。');
}

function withRunIn(item: Numbered): Paragraph {
  const length = runInLength(item);
  if (length === 0) return item.block;
  const children = item.block.children.filter(
    (node): node is Line | Furniture => node.type !== 'strong',
  );
  const [before, after] = splitRun<Line | Furniture>(children, length);
  if (before.length === 0) return item.block;
  const strong: Strong = { type: 'strong', children: before, position: span(before) };
  return { ...item.block, children: [strong, ...after] };
}

import type { Lexicon } from '../lexicon/lexicon.ts';
import { standsAlone } from '../parse/headings/alone.ts';
import { numberedIn, type Numbered } from '../parse/headings/numbered.ts';
import { runInLength, runningIn } from '../parse/headings/run-in.ts';
import { isMonth } from '../text/dates.ts';
import { span, splitRun, textOf } from '../tree/build.ts';
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
  const numbered = numberedIn(blocks);
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

const headingOf = (block: Paragraph, depth: number): Heading => ({
  type: 'heading',
  depth,
  children: block.children.filter((node) => node.type !== 'strong'),
  ...(block.position ? { position: block.position } : {}),
});

function withRunIn(item: Numbered): Paragraph {
  const length = runInLength(item, true);
  if (length === 0) return item.block;
  const children = item.block.children.filter(
    (node): node is Line | Furniture => node.type !== 'strong',
  );
  const [before, after] = splitRun<Line | Furniture>(children, length);
  if (before.length === 0) return item.block;
  const strong: Strong = { type: 'strong', children: before, position: span(before) };
  return { ...item.block, children: [strong, ...after] };
}

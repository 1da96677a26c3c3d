import type { VFile } from 'vfile';
import { misfit, type Layout, type Seam } from '../corrections/corrections.ts';
import { lineOf, linesOf, span, splitRun } from '../tree/build.ts';
import type { Block, GazetteTree, Heading, Line, Notice, Paragraph } from '../tree/types.ts';

/** Blocks of running text. */
type Flow = Paragraph | Heading;

const isFlow = (block: Block | Line | undefined): block is Flow =>
  block?.type === 'paragraph' || block?.type === 'heading';

/** Joins and splits paragraphs where people corrected the reader; writes `root.data.seams`. */
export default function applyCorrections(layout: Pick<Layout, 'joins' | 'splits'>) {
  return (tree: GazetteTree, file: VFile): void => {
    const seams: Seam[] = [];
    for (const { origin, line, before } of layout.splits)
      attempt(tree, file, origin, line, seams, (notice, at) => split(notice, at, line, before));
    for (const { origin, line } of layout.joins)
      attempt(tree, file, origin, line, seams, (notice, at) => join(notice, at, line));
    if (seams.length > 0) tree.data = { ...tree.data, seams };
  };
}

/** The lines on either side of a seam, or why there is none. */
type Outcome = Omit<Seam, 'origin'> | string;

function attempt(
  tree: GazetteTree,
  file: VFile,
  origin: string,
  line: number,
  seams: Seam[],
  change: (notice: Notice, at: number) => Outcome,
): void {
  const outcome = changed(tree, line, change);
  if (typeof outcome === 'string') {
    misfit(file, origin, outcome, line);
    return;
  }
  seams.push({ origin, ...outcome });
  // A person has looked: whether the paragraph breaks here is no longer in doubt.
  file.messages = file.messages.filter(
    (message) => message.ruleId !== 'join-paragraphs' || message.line !== line,
  );
}

function changed(
  tree: GazetteTree,
  line: number,
  change: (notice: Notice, at: number) => Outcome,
): Outcome {
  for (const notice of tree.children) {
    if (notice.type !== 'notice') continue;
    const at = notice.children.findLastIndex((block) =>
      linesOf(block).some((leaf) => lineOf(leaf) === line),
    );
    if (at < 0) continue;
    const block = notice.children[at];
    return isFlow(block)
      ? change(notice, at)
      : `unexpected \`${block?.type ?? 'nothing'}\` at line ${line}, expected a paragraph`;
  }
  return `unexpected line ${line}, which is blank or in no notice, expected a paragraph`;
}

/** Joins the block that begins at a line to the one before it; furniture between them comes to stand inside. */
function join(notice: Notice, at: number, line: number): Outcome {
  const block = notice.children[at];
  const previous = notice.children.findLastIndex(
    (other, index) => index < at && other.type !== 'furniture',
  );
  const above = notice.children[previous];
  if (!isFlow(block) || lineOf(block) !== line)
    return `unexpected line ${line} inside a paragraph that begins at line ${block ? lineOf(block) : 0}, expected the first line of a paragraph`;
  if (!isFlow(above))
    return `unexpected \`${above?.type ?? 'nothing'}\` before line ${line}, expected a paragraph`;
  const [left, right] = [linesOf(above).at(-1), linesOf(block)[0]];
  if (!left || !right) return `unexpected empty paragraph at line ${line}`;
  const between = notice.children
    .slice(previous + 1, at)
    .filter((node) => node.type === 'furniture');
  const children = [...above.children, ...between, ...block.children];
  const joined = { ...above, children, position: span(children) } as Flow;
  notice.children.splice(previous, at - previous + 1, joined);
  return { left, right };
}

/** Splits a block before words of a line; furniture at the cut comes to stand between. */
function split(notice: Notice, at: number, line: number, before: string): Outcome {
  const block = notice.children[at];
  if (!isFlow(block)) return `unexpected line ${line}, expected a paragraph`;
  const lines = linesOf(block);
  const upTo = lengthOf(lines.filter((leaf) => lineOf(leaf) < line));
  const own = lengthOf(lines.filter((leaf) => lineOf(leaf) === line));
  const text = lines.map((leaf) => leaf.value).join('');
  const places = [...text.matchAll(loosely(before))]
    .map(({ index }) => index)
    .filter((index) => index >= upTo && index < upTo + own);
  const [place] = places;
  if (place === undefined)
    return `unexpected \`${text.slice(upTo, upTo + own)}\`, expected \`${before}\` to begin in line ${line}`;
  if (places.length > 1)
    return `unexpected \`${before}\` ${places.length} times in line ${line}, expected it once: give more of it`;
  if (place === 0) return `unexpected \`${before}\`, with which its paragraph begins anyway`;
  const [first, second] = splitRun(block.children, place);
  const between = first.splice(first.findLastIndex((node) => node.type !== 'furniture') + 1);
  between.push(
    ...second.splice(
      0,
      second.findIndex((node) => node.type !== 'furniture'),
    ),
  );
  const [left, right] = [first.flatMap(linesOf).at(-1), second.flatMap(linesOf)[0]];
  if (!left || !right) return `unexpected paragraph that cannot be cut before \`${before}\``;
  notice.children.splice(
    at,
    1,
    { ...block, children: first, position: span(first) } as Flow,
    ...between.filter((node) => node.type === 'furniture'),
    { type: 'paragraph', children: second, position: span(second) },
  );
  return { left, right };
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, leaf) => sum + leaf.value.length, 0);
}

/** The words whatever layout spaces stand between their characters. */
function loosely(words: string): RegExp {
  const characters = [...words.replace(/\s+/gu, '')];
  return new RegExp(
    characters.map((character) => character.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('\\s*'),
    'gu',
  );
}

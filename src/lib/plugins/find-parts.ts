import type { Lexicon } from '../lexicon/lexicon.ts';
import { announced } from '../parse/parts/announced.ts';
import { dispatchLength } from '../parse/parts/dispatch-notes.ts';
import { PartFinder } from '../parse/parts/part-finder.ts';
import { span, splitLine } from '../tree/build.ts';
import type { Block, GazetteTree, Heading, Line, Notice, Paragraph } from '../tree/types.ts';

/**
 * Finds the texts that follow a covering text: labels become `paragraph` with the role `label`, titles become
 * `heading` with `part: true`. Reads the roles that read-tail set.
 */
export default function findParts(lexicon: Lexicon) {
  return (tree: GazetteTree): void => {
    for (const notice of tree.children)
      if (notice.type === 'notice' && notice.kind === 'notice') readOne(notice, lexicon);
  };
}

function readOne(notice: Notice, lexicon: Lexicon): void {
  const text = notice.children.findIndex((node) => node.type === 'line');
  const end = notice.children.findLastIndex(
    (node) => node.type === 'paragraph' && (node.role === 'date' || node.role === 'disclosure'),
  );
  const tail = text >= 0 && text < end ? end : -1;
  const cover = notice.children.slice(0, tail + 1).filter((node) => node.type === 'line');
  const rest = notice.children.slice(tail + 1);
  const lines = rest.filter((node) => node.type === 'line');
  const finder = new PartFinder(lines, lexicon, announced(notice, tail < 0 ? lines : cover, lines));
  const parts = new Map<Line, { lines: number; build: (lines: Line[]) => Block[] }>();
  const title = (children: Line[]): Heading[] =>
    children.length > 0
      ? [{ type: 'heading', depth: 1, part: true, children, position: span(children) }]
      : [];
  const label = (children: Line[]): Paragraph[] =>
    children.map((line) => ({
      type: 'paragraph',
      role: 'label',
      children: [line],
      position: span([line]),
    }));
  const opening = tail < 0 ? 0 : dispatchLength(lines, lexicon);
  for (let at = opening; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) continue;
    const inline = finder.labelledInline(at);
    if (inline > 0) {
      parts.set(line, {
        lines: 1,
        build: () => {
          const [before, ...after] = splitLine(line, inline);
          return before ? [...label([before]), ...title(after)] : [];
        },
      });
      continue;
    }
    const below = tail >= 0 && at === opening ? finder.labelledBelow(at) : null;
    if (below) {
      parts.set(line, {
        lines: below.lines,
        build: (run) => {
          const [before, ...after] = splitLine(line, below.label);
          return before ? [...label([before]), ...title([...after, ...run.slice(1)])] : [];
        },
      });
      at += below.lines - 1;
      continue;
    }
    const attachment = tail < 0 && at === 0 ? null : finder.labelled(at);
    if (attachment) {
      const { skip, title: length } = attachment;
      parts.set(line, {
        lines: 1 + skip + length,
        build: (run) => [
          ...label(run.slice(0, 1)),
          ...run.slice(1, 1 + skip).map(plain),
          ...title(run.slice(1 + skip)),
        ],
      });
      at += skip + length;
      continue;
    }
    const length = finder.distributed(at, tail < 0 ? -1 : opening);
    if (length > 0) {
      parts.set(line, { lines: length, build: title });
      at += length - 1;
    }
  }
  notice.children = [...notice.children.slice(0, tail + 1), ...assemble(rest, parts)];
}

const plain = (line: Line): Paragraph => ({
  type: 'paragraph',
  children: [line],
  position: span([line]),
});

/** Puts the parts' blocks in the place of their lines; furniture among a part's lines goes before it. */
function assemble(
  nodes: readonly (Block | Line)[],
  parts: ReadonlyMap<Line, { lines: number; build: (lines: Line[]) => Block[] }>,
): (Block | Line)[] {
  const result: (Block | Line)[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node) continue;
    const part = node.type === 'line' ? parts.get(node) : undefined;
    if (!part) {
      result.push(node);
      continue;
    }
    const run: Line[] = [];
    const between: Block[] = [];
    for (; run.length < part.lines && at < nodes.length; at += 1) {
      const next = nodes[at];
      if (next?.type === 'line') run.push(next);
      else if (next?.type === 'furniture') between.push(next);
      else break;
    }
    at -= 1;
    result.push(...withFurniture(part.build(run), between));
  }
  return result;
}

const offsetOf = (node: Block | Line): number => node.position?.start.offset ?? 0;

/** Blocks in source order; furniture that stands between the lines of one goes inside it. */
function withFurniture(blocks: readonly Block[], between: readonly Block[]): Block[] {
  const outside: Block[] = [];
  for (const node of between) {
    const around = blocks.find(
      (block) =>
        offsetOf(block) < offsetOf(node) && offsetOf(node) < (block.position?.end.offset ?? 0),
    );
    if (node.type === 'furniture' && around?.type === 'heading')
      around.children = [...around.children, node].sort((a, b) => offsetOf(a) - offsetOf(b));
    else outside.push(node);
  }
  return [...blocks, ...outside].sort((a, b) => offsetOf(a) - offsetOf(b));
}

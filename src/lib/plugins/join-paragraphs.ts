import type { VFile } from 'vfile';
import type { Lexicon } from '../lexicon.ts';
import { joinLines, settingOf, type Decision } from '../parse/joining.ts';
import { linesOf, span } from '../tree/build.ts';
import { doubt } from '../tree/doubt.ts';
import type { Block, Furniture, GazetteTree, Line, Notice, Paragraph } from '../tree/types.ts';

/** The indent of a paragraph's first line beyond the margin, in half-width columns: two characters, some slack. */
const firstLine = { least: 2, most: 8 };
/** Where at least this share of the lines are so indented, and this share stands at the margin, indents mark paragraphs. */
const shares = { indented: 0.08, margin: 0.2 };

/**
 * The column at which a layout's lines begin, save the first lines of paragraphs; null where indents say nothing.
 */
function marginOf(lines: readonly Line[]): number | null {
  const counts = new Map<number, number>();
  for (const { data } of lines) counts.set(data.indent, (counts.get(data.indent) ?? 0) + 1);
  const share = (from: number, to: number): number =>
    [...counts].reduce(
      (sum, [indent, count]) => (indent >= from && indent <= to ? sum + count : sum),
      0,
    ) / lines.length;
  const candidates = [...counts.keys()].sort((a, b) => a - b);
  return (
    candidates.find(
      (indent) =>
        share(indent, indent) >= shares.margin &&
        share(indent + firstLine.least, indent + firstLine.most) >= shares.indented,
    ) ?? null
  );
}

/** Joins hard-wrapped lines into paragraphs: `line` -> `paragraph`; furniture between them stays inside. */
export default function joinParagraphs(lexicon: Lexicon) {
  return (tree: GazetteTree, file: VFile): void => {
    const all = tree.children.flatMap((node) => (node.type === 'notice' ? linesOf(node) : []));
    const setting = settingOf(all);
    const margin = setting === 'wrapped' ? marginOf(all) : null;
    for (const notice of tree.children)
      if (notice.type === 'notice')
        notice.children = joinNotice(notice, (lines) => {
          const decisions = joinLines(lines, { lexicon, setting, margin, kind: notice.kind });
          for (const [at, line] of lines.entries())
            if (decisions[at] === 'may join')
              doubt(
                file,
                'unexpected full line that ends in a full stop before a short one, expected a width that tells whether the paragraph goes on; joined',
                line,
                'join-paragraphs',
              );
          return decisions;
        });
  };
}

function joinNotice(notice: Notice, join: (lines: readonly Line[]) => Decision[]): Block[] {
  const result: Block[] = [];
  let run: (Line | Furniture)[] = [];
  const flush = (): void => {
    result.push(...paragraphsOf(run, join));
    run = [];
  };
  for (const node of notice.children) {
    if (node.type === 'line' || (node.type === 'furniture' && run.length > 0)) run.push(node);
    else {
      flush();
      result.push(node);
    }
  }
  flush();
  return result;
}

function paragraphsOf(
  run: readonly (Line | Furniture)[],
  join: (lines: readonly Line[]) => Decision[],
): Block[] {
  const decisions = join(run.filter((node) => node.type === 'line'));
  const result: Block[] = [];
  let open: Paragraph | null = null;
  let pending: Furniture[] = [];
  let at = 0;
  for (const node of run) {
    if (node.type === 'furniture') {
      pending.push(node);
      continue;
    }
    if (decisions[at] !== 'breaks' && open) {
      open.children.push(...pending, node);
      open.position = span(open.children);
    } else {
      result.push(...pending);
      open = { type: 'paragraph', children: [node], position: span([node]) };
      result.push(open);
    }
    pending = [];
    at += 1;
  }
  return [...result, ...pending];
}

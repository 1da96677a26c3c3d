import type { VFile } from 'vfile';
import type { Lexicon } from '../lexicon.ts';
import { joinLines, settingOf, type Decision } from '../parse/joining.ts';
import { linesOf, span } from '../tree/build.ts';
import { doubt } from '../tree/doubt.ts';
import type { Block, Furniture, GazetteTree, Line, Notice, Paragraph } from '../tree/types.ts';

/** An indent that more than this share of the lines have, and fewer than the rest, marks paragraphs. */
const indentShare = { least: 0.08, most: 0.8 };

/** Does the layout open paragraphs with an indent? */
function opensWithIndent(lines: readonly Line[]): boolean {
  const indented = lines.filter((line) => line.data.indent >= 2 && line.data.indent <= 8).length;
  return (
    indented >= lines.length * indentShare.least && indented <= lines.length * indentShare.most
  );
}

/** Joins hard-wrapped lines into paragraphs: `line` -> `paragraph`; furniture between them stays inside. */
export default function joinParagraphs(lexicon: Lexicon) {
  return (tree: GazetteTree, file: VFile): void => {
    const all = tree.children.flatMap((node) => (node.type === 'notice' ? linesOf(node) : []));
    const setting = settingOf(all);
    const indented = setting === 'wrapped' && opensWithIndent(all);
    for (const notice of tree.children)
      if (notice.type === 'notice')
        notice.children = joinNotice(notice, (lines) => {
          const decisions = joinLines(lines, { lexicon, setting, indented, kind: notice.kind });
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

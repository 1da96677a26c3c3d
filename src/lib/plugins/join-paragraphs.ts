import type { VFile } from 'vfile';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { withBoxMargins } from '../parse/joining/boxes.ts';
import { usualGapOf } from '../parse/joining/gaps.ts';
import { flowingMargins } from '../parse/joining/flowing.ts';
import { labelsRunningIn } from '../parse/joining/labels.ts';
import { joinLines } from '../parse/joining/join-lines.ts';
import type { Decision } from '../parse/joining/pieces.ts';
import { settingOf, wideLine } from '../parse/joining/setting.ts';
import { linesOf, span } from '../tree/build.ts';
import { widthOf } from '../text/width.ts';
import { doubt } from '../tree/doubt.ts';
import type { Block, Furniture, GazetteTree, Line, Notice, Paragraph } from '../tree/types.ts';

/** The indent of a paragraph's first line beyond the margin, in half-width columns: two characters, some slack. */
const firstLine = { least: 2, most: 8 };
/**
 * Where at least this share of the lines are so indented, and this share stands at the margin, indents mark paragraphs.
 */
const shares = { indented: 0.08, margin: 0.2 };
/** A page's margin is that of its lines at least this wide, against its widest. */
const wideShare = 0.6;

/** Columns at which the lines of each page begin, save the first lines of paragraphs: pages are bound left or right. */
function marginsByPage(lines: readonly Line[]): Map<Line, number> {
  const pages: Line[][] = [];
  for (const line of lines) {
    const page = pages.at(-1);
    if (page && !line.data.opensPage) page.push(line);
    else pages.push([line]);
  }
  const margins = new Map<Line, number>();
  for (const page of pages) {
    let widest = 0;
    for (const { value } of page)
      if (widthOf(value) <= wideLine) widest = Math.max(widest, widthOf(value));
    let margin = Infinity;
    for (const { value, data } of page)
      if (widthOf(value) >= widest * wideShare) margin = Math.min(margin, data.indent);
    for (const line of page) margins.set(line, margin);
  }
  return margins;
}

/** The margin of each line, where the layout marks paragraphs by an indent beyond it; null where indents say nothing. */
function marginsOf(lines: readonly Line[]): Map<Line, number> | null {
  const margins = marginsByPage(lines);
  const beyond = lines.map((line) => line.data.indent - (margins.get(line) ?? 0));
  const share = (from: number, to: number): number =>
    beyond.filter((indent) => indent >= from && indent <= to).length / lines.length;
  const marks =
    share(0, 1) >= shares.margin && share(firstLine.least, firstLine.most) >= shares.indented;
  return marks ? margins : null;
}

/** So many lines show by themselves whether a notice keeps its indents: an export may lose those of some pages only. */
const leastLines = 20;

/** The margins of a notice's lines: its own where it is long enough, else those of the gazette. */
function marginsIn(
  notice: Notice,
  gazette: ReadonlyMap<Line, number> | null,
): ReadonlyMap<Line, number> | null {
  const lines = linesOf(notice);
  if (lines.length < leastLines) return gazette;
  if (gazette === null) return marginsOf(lines);
  const beyond = lines.map((line) => line.data.indent - (gazette.get(line) ?? 0));
  return beyond.some((indent) => indent >= firstLine.least && indent <= firstLine.most)
    ? gazette
    : null;
}

/** Joins hard-wrapped lines into paragraphs: `line` -> `paragraph`; furniture between them stays inside. */
export default function joinParagraphs(lexicon: Lexicon) {
  return (tree: GazetteTree, file: VFile): void => {
    const all = tree.children.flatMap((node) => (node.type === 'notice' ? linesOf(node) : []));
    const setting = settingOf(all);
    const margins = setting === 'wrapped' ? marginsOf(all) : flowingMargins(all);
    const usualGap = usualGapOf(all);
    for (const notice of tree.children)
      if (notice.type === 'notice') {
        const kept = setting === 'wrapped' || margins ? marginsIn(notice, margins) : null;
        const own = kept && withBoxMargins(notice.children, kept);
        const labelsInside = labelsRunningIn(linesOf(notice), lexicon);
        notice.children = joinNotice(notice, (lines) => {
          const decisions = joinLines(lines, {
            lexicon,
            setting,
            margins: own,
            usualGap,
            kind: notice.kind,
            labelsInside,
          });
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
      }
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

import type { VFile } from 'vfile';
import { correctedEnds, correctHeads } from '../corrections/boundaries.ts';
import type { Layout } from '../corrections/corrections.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { readContents } from '../parse/contents/contents.ts';
import { isContentsTitle } from '../parse/contents/entries.ts';
import { imprintLength } from '../parse/furniture/imprint.ts';
import { findHeads } from '../parse/heads/find-heads.ts';
import type { Head } from '../parse/heads/head.ts';
import { span, splitLine } from '../tree/build.ts';
import type { Block, Furniture, GazetteTree, HeadShape, Line, Notice } from '../tree/types.ts';
import { accompaniesNumber, readDocNumber } from '../text/doc-number.ts';
import { bare } from '../text/spaces.ts';

/** A long text before the first notice is more likely a notice that was not recognised. */
const longLine = 200;

const orderNumber = /(?:（第|\(第|第)\s*[\d０-９一二三四五六七八九十百〇零]+\s*号[)）]?$/u;
const numberInBrackets = /[（(][^（()）]*[〔\[［【﹝〖][^（()）]*号\s*[)）]$/u;

/** Where a line that holds a number and more is cut, so that the number stands alone; 0 for any other line. */
function besideNumber(line: Line, lexicon: Lexicon): number {
  const { value } = line;
  const order = orderNumber.exec(value)?.index ?? 0;
  const ordering = bare(value.slice(0, order));
  if (ordering.endsWith('令') && lexicon.isBodyLine(ordering.slice(0, -1))) return order;
  const bracket = numberInBrackets.exec(value)?.index ?? 0;
  const title = value.slice(0, bracket);
  if (
    lexicon.opensTitle(title) &&
    lexicon.documentTypeOf(title) !== null &&
    readDocNumber(value.slice(bracket)) !== null
  )
    return bracket;
  for (const { index, 0: blank } of value.matchAll(/(?<=号)\s+/gu))
    if (
      readDocNumber(value.slice(0, index)) !== null &&
      accompaniesNumber(value.slice(index + blank.length))
    )
      return index;
  return 0;
}

/** `某市人民政府令第6号`, `…的通知（某政发〔2021〕5号）`, `某政呈〔2021〕5号　签发人：…`: the number for itself. */
function withNumberAlone(line: Line, lexicon: Lexicon): Line[] {
  const at = besideNumber(line, lexicon);
  return at > 0 ? splitLine(line, at) : [line];
}

/** Runs of masthead, contents list and imprint before the first notice. */
function frontMatter(lines: readonly (Line | Furniture)[], lexicon: Lexicon): Furniture[] {
  const runs: Furniture[] = [];
  let kind: Furniture['kind'] = 'masthead';
  let above = '';
  for (const node of lines) {
    if (node.type === 'furniture') {
      runs.push(node);
      continue;
    }
    const plain = bare(node.value);
    if (isContentsTitle(plain, above)) kind = 'contents';
    else if (kind === 'contents' && lexicon.isFrontMatter(plain) && /[：:]/u.test(plain))
      kind = 'imprint';
    above = plain;
    const last = runs.at(-1);
    if (last?.kind === kind) {
      last.children.push(node);
      last.position = span(last.children);
    } else runs.push({ type: 'furniture', kind, children: [node], position: span([node]) });
  }
  return runs;
}

/** The page of an entry on a line of its own. */
const pageOfEntry = /^[（(]?\d{1,4}[)）]?$/u;

/** Page numbers, and running headers that name no section, stand inside a contents list of several pages too. */
const isBetweenPages = ({ kind, data, children }: Furniture): boolean =>
  !children.some(({ value }) => pageOfEntry.test(value.trim())) &&
  (kind === 'page-number' || (kind === 'running-header' && data?.section === undefined));

/**
 * Cuts the gazette into notices: `line` -> `notice`, and front matter and imprint -> `furniture`. Writes the contents
 * list to `root.data.contents`, and on each notice `data.head`. What people corrected goes before what is found.
 */
export default function splitNotices(lexicon: Lexicon, layout: Layout) {
  return (tree: GazetteTree, file: VFile): void => {
    const printed = tree.children.filter(
      (node): node is Line | Furniture => node.type !== 'notice',
    );
    const contents = readContents(
      printed.flatMap((node) =>
        node.type === 'line' ? [node] : isBetweenPages(node) ? [] : node.children,
      ),
      lexicon,
    );
    const nodes = printed.flatMap((node): (Line | Furniture)[] =>
      node.type === 'line' && (node.position?.start.line ?? 0) > contents.lastLine
        ? withNumberAlone(node, lexicon)
        : [node],
    );
    const lines = nodes.filter((node) => node.type === 'line');
    const found = findHeads(lines, lexicon, contents);
    const heads = correctHeads(found, lines, layout, lexicon, file);
    const ends = correctedEnds(heads, lines, layout, file);
    const first = heads[0];
    if (!first) {
      file.message('unexpected text without a notice, expected a title and a document number', {
        source: 'gazette',
        ruleId: 'split-notices',
      }).fatal = true;
      return;
    }
    const afterHeads = lines.slice(heads.at(-1)?.end ?? 0);
    const imprint = imprintLength(afterHeads, lexicon);
    const imprintStart = imprint > 0 ? lines[lines.length - imprint] : undefined;
    const startOf = (head: Head): Line => {
      const line = lines[head.start];
      if (!line) throw new Error('unexpected head outside the text');
      return line;
    };
    const front: (Line | Furniture)[] = [];
    const notices: Notice[] = [];
    const back: (Line | Furniture)[] = [];
    const starts = new Map(heads.map((head) => [startOf(head), head]));
    let open: Notice | null = null;
    let inImprint = false;
    let ended = false;
    for (const node of nodes) {
      const head = node.type === 'line' ? starts.get(node) : undefined;
      if (head) {
        open = { type: 'notice', kind: head.kind, children: [], data: { head: shapeOf(head) } };
        notices.push(open);
        ended = false;
      }
      if (node === imprintStart) inImprint = true;
      if (inImprint) back.push(node);
      else if (open) open.children.push(ended ? imprintOf(node) : node);
      else front.push(node);
      if (node.type === 'line' && ends.has(node)) ended = true;
    }
    for (const line of front)
      if (line.type === 'line' && line.value.length > longLine)
        file.message(
          'unexpected long text before the first notice, expected a masthead or a contents list',
          {
            place: line.position,
            source: 'gazette',
            ruleId: 'split-notices',
          },
        );
    tree.data = { ...tree.data, contents: contents.entries };
    tree.children = [
      ...frontMatter(front, lexicon),
      ...notices.flatMap((notice) => withoutTrailingFurniture(notice)),
      ...back.map(imprintOf),
    ];
  };
}

function imprintOf(node: Line | Furniture): Furniture {
  return node.type === 'furniture'
    ? node
    : { type: 'furniture', kind: 'imprint', children: [node], position: span([node]) };
}

/** Furniture after a notice's last line stands between notices, not in one. */
function withoutTrailingFurniture(notice: Notice): (Notice | Furniture)[] {
  const trailing: Furniture[] = [];
  const children: (Block | Line)[] = [...notice.children];
  for (let last = children.at(-1); last?.type === 'furniture'; last = children.at(-1)) {
    trailing.unshift(last);
    children.pop();
  }
  return [{ ...notice, children, position: span(children) }, ...trailing];
}

function shapeOf(head: Head): HeadShape {
  const relative = ({ from, to }: { from: number; to: number }): { from: number; to: number } => ({
    from: from - head.start,
    to: to - head.start,
  });
  return {
    title: relative(head.title),
    number: head.number ? relative(head.number) : null,
    end: head.end - head.start,
  };
}

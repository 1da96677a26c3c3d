import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { blockId, lineId, lineRange } from '../address.ts';
import { linkRemarks, type RemarkedWords } from './link-remarks.ts';
import { blocksOf, parseNotice, textOf, type Block } from './render-blocks.ts';
import { layTable } from './render-tables.ts';
import { opensPart, paragraphRole, type RoleContext } from './render-roles.ts';

export interface RenderOptions extends RoleContext {
  /** Source lines of each block, in order. */
  lines: readonly string[];
  /** Address of the page that shows the source; null where blocks need no way there. */
  source: string | null;
  /** Words that an editor remarked on, by their line, and where the remark stands. */
  remarks?: readonly RemarkedWords[];
  /** Words of the interface that stand in the text. */
  words: {
    /** Name of the link from a block to its lines: `12-15` to `原文第 12-15 行`. */
    lines: (range: string) => string;
    /** Name of the nth scrollable table. */
    table: (n: number) => string;
    /** Says why a table is shown line by line. */
    tableLines: string;
    /** Language of these words. */
    lang: string;
  };
}

export interface OutlineItem {
  id: string;
  depth: number;
  text: string;
}

export interface RenderedNotice {
  html: string;
  /** HTML of each block, in order. */
  blocks: string[];
  outline: OutlineItem[];
}

const printer = unified().use(remarkRehype).use(rehypeStringify).freeze();

/**
 * Prints the body of a notice as HTML. Each top-level block gets an id and a quiet link to its source lines; tables
 * become regions that scroll by themselves. Text is only ever text: no raw HTML passes.
 */
export function renderNotice(body: string, options: RenderOptions): RenderedNotice {
  const tree = parseNotice(body);
  const blocks = blocksOf(tree);
  if (blocks.length !== options.lines.length) {
    throw new Error(
      `Unexpected ${blocks.length} blocks in the body, expected ${options.lines.length} as in \`lines\``,
    );
  }
  const framed = framedBlocks(printer.runSync(tree), blocks, options);
  linkRemarks(framed, options.lines, options.remarks ?? []);
  const printed = framed.map((node) => printer.stringify({ type: 'root', children: [node] }));
  return {
    html: printed.map((html) => `${html}\n`).join(''),
    blocks: printed,
    outline: outlineOf(blocks),
  };
}

/** The headings of a notice with the ids that `renderNotice` gives them. */
export function outlineOf(blocks: readonly Block[]): OutlineItem[] {
  return blocks.flatMap((block, i) =>
    block.kind === 'heading'
      ? [{ id: blockId('heading', i + 1), depth: block.depth, text: block.text }]
      : [],
  );
}

/** The framed form of each top-level element. Reads element order; writes ids, classes, links. */
function framedBlocks(tree: Root, blocks: readonly Block[], options: RenderOptions): Element[] {
  const elements = tree.children.filter((node) => node.type === 'element');
  if (elements.length !== blocks.length) {
    throw new Error(`Unexpected ${elements.length} elements, expected ${blocks.length} blocks`);
  }
  let tables = 0;
  return elements.map((node, i) => {
    const block = blocks[i];
    const range = options.lines[i];
    if (block === undefined || range === undefined) return node;
    const links = options.source === null ? [] : [lineLink(range, options.source, options)];
    switch (block.kind) {
      case 'paragraph':
        return frameParagraph(node, i + 1, block.text, links, options);
      case 'heading':
        node.properties.id = blockId('heading', i + 1);
        return element(
          'div',
          { className: opensPart(block.text, block.depth) ? ['heading', 'part'] : ['heading'] },
          [node, ...links],
        );
      case 'table':
        tables += 1;
        return frameTable(node, i + 1, tables, links, options);
      case 'table-lines':
        tables += 1;
        return frameLines(i + 1, tables, block.text, links, options);
    }
  });
}

function frameParagraph(
  node: Element,
  n: number,
  text: string,
  links: Element[],
  options: RenderOptions,
): Element {
  const role = paragraphRole(text, n, options);
  node.properties.id = blockId('block', n);
  if (role !== null) node.properties.className = [role];
  node.children.push(...links);
  return node;
}

/** A table in a region that keyboards can reach and scroll; head cells without text are plain cells. */
function frameTable(
  node: Element,
  n: number,
  count: number,
  links: Element[],
  options: RenderOptions,
): Element {
  visit(node, 'element', (cell) => {
    if (cell.tagName === 'th' && textOf(cell).trim() === '') cell.tagName = 'td';
    if (cell.tagName === 'th') cell.properties.scope = 'col';
    delete cell.properties.align;
  });
  layTable(node);
  return element('div', { id: blockId('block', n), className: ['table'] }, [
    region(options.words.table(count), options.words.lang, [node]),
    ...links,
  ]);
}

/** A table that could not be rebuilt: says so, then shows its source lines. */
function frameLines(
  n: number,
  count: number,
  text: string,
  links: Element[],
  options: RenderOptions,
): Element {
  const { lang, table, tableLines } = options.words;
  return element('figure', { id: blockId('block', n), className: ['table-lines'] }, [
    element('figcaption', { lang }, [{ type: 'text', value: tableLines }]),
    region(table(count), lang, [element('pre', {}, [{ type: 'text', value: text }])]),
    ...links,
  ]);
}

/** Only the name of the region is in the language of the interface, so what it holds names its own. */
function region(label: string, lang: string, children: ElementContent[]): Element {
  return element('section', { className: ['scroll'], tabIndex: 0, ariaLabel: label, lang }, [
    element('div', { lang: 'zh-Hans' }, children),
  ]);
}

/** The number is drawn by the style sheet, so that copied and searched text holds nothing that was not printed. */
function lineLink(range: string, source: string, { words }: RenderOptions): Element {
  const { first } = lineRange(range);
  return element(
    'a',
    {
      className: ['line'],
      href: `${source}#${lineId(first)}`,
      ariaLabel: words.lines(range),
      lang: words.lang,
      dataLine: first,
    },
    [],
  );
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}

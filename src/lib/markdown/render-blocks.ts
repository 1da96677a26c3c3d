import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Root, RootContent, Table } from 'mdast';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

/**
 * The constructs of Markdown that a notice never holds. The pipeline escapes what could start one; with them off,
 * a character that it forgot is still shown as printed and never becomes a list, a link or markup.
 */
const unused = [
  'autolink',
  'blockQuote',
  'codeIndented',
  'codeText',
  'definition',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'list',
  'setextUnderline',
  'thematicBreak',
];

/** Reads what notices are written in: paragraphs, headings, strong text, tables, fenced lines. */
export function noticeMarkdown(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), { disable: { null: unused } }];
  data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
}

const parser = unified().use(remarkParse).use(noticeMarkdown).freeze();

export function parseNotice(body: string): Root {
  return parser.parse(body);
}

/** A top-level block of a notice; the nth block stands on the nth entry of frontmatter `lines`. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string; depth: number }
  | { kind: 'table'; text: string; rows: string[][] }
  | { kind: 'table-lines'; text: string };

export function blocksOf(tree: Root): Block[] {
  return tree.children.map(blockOf);
}

function blockOf(node: RootContent): Block {
  if (node.type === 'heading') return { kind: 'heading', text: textOf(node), depth: node.depth };
  if (node.type === 'code') return { kind: 'table-lines', text: node.value };
  if (node.type === 'table') {
    const rows = rowsOf(node);
    return { kind: 'table', text: rows.map((row) => row.join('\t')).join('\n'), rows };
  }
  return { kind: 'paragraph', text: textOf(node) };
}

function rowsOf(table: Table): string[][] {
  return table.children.map((row) => row.children.map(textOf));
}

/** What a reader sees of a node, marks gone. */
export function textOf(node: object): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  if ('type' in node && node.type === 'break') return '\n';
  if ('children' in node && Array.isArray(node.children)) {
    return node.children
      .map((child: unknown) => (typeof child === 'object' && child ? textOf(child) : ''))
      .join('');
  }
  return '';
}

/** A notice's text without any mark: blocks apart by a blank line, table cells by tabs. */
export function plainText(body: string): string {
  return blocksOf(parseNotice(body))
    .map((block) => block.text)
    .join('\n\n');
}

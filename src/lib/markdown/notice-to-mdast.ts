import type { BlockContent, PhrasingContent, Root, RootContent, TableCell, TableRow } from 'mdast';
import { printedText } from '../meaning/printed-text.ts';
import { readMarker } from '../text/markers.ts';
import type { Block, Cell, Inline, Notice, Strong, Table } from '../tree/types.ts';

/** Deepest heading that Markdown has. */
const deepest = 6;

/** The body of a notice: everything but title, number and furniture, in source order, one node a block. */
export function noticeToMdast(notice: Notice): { root: Root; blocks: Block[] } {
  const blocks: Block[] = [];
  const children: RootContent[] = [];
  for (const block of notice.children) {
    if (block.type === 'line')
      throw new Error('unexpected `line` in a finished notice, expected blocks');
    const node = blockToMdast(block);
    if (!node) continue;
    blocks.push(block);
    children.push(node);
  }
  return { root: { type: 'root', children }, blocks };
}

function blockToMdast(block: Block): BlockContent | null {
  switch (block.type) {
    case 'title':
    case 'docNumber':
    case 'furniture':
      return null;
    case 'paragraph':
      return { type: 'paragraph', children: inlineToMdast(block.children) };
    case 'heading':
      return {
        type: 'heading',
        depth: Math.min(block.depth, deepest) as 1 | 2 | 3 | 4 | 5 | 6,
        children: [{ type: 'text', value: printedText(block.children) }],
      };
    case 'table':
      return tableToMdast(block);
    case 'tableLines':
      return {
        type: 'code',
        lang: 'table-lines',
        value: block.children
          .flatMap((node) => (node.type === 'line' ? [node.value] : []))
          .join('\n'),
      };
  }
}

function inlineToMdast(nodes: readonly Inline[]): PhrasingContent[] {
  const strong = nodes[0]?.type === 'strong' ? nodes[0] : null;
  if (!strong) return textNodes(printedText(nodes));
  const rest = printedText(nodes.slice(1));
  return [
    { type: 'strong', children: [{ type: 'text', value: printedText([strong]) }] },
    ...textNodes(isSetApart(strong) ? separator + rest : rest),
  ];
}

/** The number of an article is set apart from its text. */
const isSetApart = (strong: Strong): boolean =>
  readMarker(printedText([strong]))?.kind === 'article';

const textNodes = (value: string): PhrasingContent[] =>
  value === '' ? [] : [{ type: 'text', value }];

/** A full-width space: between values that were printed one below another in one cell. */
const separator = '\u3000';

/** What a table was drawn with, around its cells. */
const borders = /^[\u2500-\u257f\s]+|[\u2500-\u257f\s]+$/gu;

const cellText = (cell: Cell, drawn: boolean): string =>
  cell.children
    .map((node, at) => {
      const text = printedText([node]).replace(drawn ? borders : '', '');
      return at > 0 && cell.list?.includes(at) === true ? separator + text : text;
    })
    .join('');

/** Cells of a table's rows by column, empty ones included; lines that go on with a row are joined to it. */
function rowValues(table: Table): string[][] {
  const values: string[][] = [];
  for (const row of table.children) {
    if (row.type !== 'row') continue;
    if (row.continues !== true || values.length === 0)
      values.push(Array.from({ length: table.columns }, () => ''));
    for (const cell of row.children) {
      const target = values.at(-1 - (cell.up ?? 0));
      if (target)
        target[cell.column] = (target[cell.column] ?? '') + cellText(cell, table.drawn === true);
    }
  }
  return values;
}

/** How many of the joined rows the head's printed rows make. */
function headLength(table: Table): number {
  return table.children
    .filter((row) => row.type === 'row')
    .slice(0, table.head)
    .filter((row) => row.continues !== true).length;
}

/**
 * One head row of several: the names above one another joined with `/`. A name that spans columns is printed over the
 * first; the columns after it begin with `/`.
 */
function mergedHead(rows: readonly string[][], columns: number): string[] {
  return Array.from({ length: columns }, (_, column) => {
    const names = rows.map((row) => row[column] ?? '');
    const first = names.findIndex((name) => name !== '');
    const below = names.filter((name) => name !== '').join('/');
    return first > 0 ? `/${below}` : below;
  });
}

function tableToMdast(table: Table): BlockContent {
  const rows = rowValues(table);
  const length = headLength(table);
  const head = mergedHead(rows.slice(0, length), table.columns);
  const toRow = (values: readonly string[]): TableRow => ({
    type: 'tableRow',
    children: values.map((value): TableCell => ({
      type: 'tableCell',
      children: value === '' ? [] : [{ type: 'text', value }],
    })),
  });
  return { type: 'table', children: [head, ...rows.slice(length)].map(toRow) };
}

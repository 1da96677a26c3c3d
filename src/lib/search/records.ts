import { lineRange } from '../address.ts';
import { blocksOf, parseNotice, type Block as BodyBlock } from '../markdown/render-blocks.ts';
import type { Gazette } from '../schema/gazette.ts';
import type { Notice } from '../schema/notice.ts';
import type { DocumentType } from '../schema/vocabulary.ts';
import type { Facet } from './facets.ts';
import { correctedSign } from './passages.ts';

/** What a block is to a reader; a match in a title counts for more than one in a table. */
export type BlockKind = 'title' | 'number' | 'issuer' | 'heading' | 'text' | 'cell';

/** A stretch of text that no fragment crosses: a title, a paragraph, a table cell. */
export interface Block {
  kind: BlockKind;
  /** 1-based place of its top-level block in the body, see `blockId`; 0 for what stands in the frontmatter. */
  place: number;
  /** Plain text, as a reader sees it. */
  text: string;
}

/** All that search knows of one notice. */
export interface SearchRecord {
  id: string;
  title: string;
  docNumber: string | null;
  issuers: { name: string; id: string | null }[];
  /** `YYYY-MM-DD`, or null. */
  date: string | null;
  /** Values of the facets: ids of vocabulary entries; the year as four digits. */
  facets: Record<Facet, string[]>;
  blocks: Block[];
}

/** The vocabulary that a record needs. */
export interface RecordContext {
  /** By gazette id. */
  gazettes: ReadonlyMap<string, Gazette>;
  documentTypes: readonly DocumentType[];
  /** Finds the bodies that texts of a gazette of a place name, see `bodyFinder`. */
  bodiesIn: (texts: readonly string[], region: string) => string[];
}

/**
 * Makes the search record of a notice.
 *
 * @param notice its frontmatter
 * @param body its Markdown, without the frontmatter
 * @throws where the gazette or the document type is not in the vocabulary
 */
export function searchRecord(notice: Notice, body: string, context: RecordContext): SearchRecord {
  const gazette = context.gazettes.get(notice.gazette);
  if (!gazette)
    throw new Error(`${notice.id}: no gazette \`${notice.gazette}\` in content/sources`);
  const type = context.documentTypes.find(({ zh }) => zh === notice.docType);
  if (notice.docType !== null && !type)
    throw new Error(`${notice.id}: no document type \`${notice.docType}\` in the vocabulary`);
  // The year that the site lists it under.
  const year = notice.date?.slice(0, 4) ?? String(gazette.year);
  const head: Block[] = [
    { kind: 'title', place: 0, text: notice.title },
    ...(notice.docNumber === null
      ? []
      : [{ kind: 'number', place: 0, text: notice.docNumber } as const]),
    ...notice.issuers.map(({ name }) => ({ kind: 'issuer', place: 0, text: name }) as const),
  ];
  const text = withMeant(bodyBlocks(body), notice);
  return {
    id: notice.id,
    title: notice.title,
    docNumber: notice.docNumber,
    issuers: notice.issuers,
    date: notice.date,
    facets: {
      department: [...new Set(notice.issuers.flatMap(({ id }) => (id === null ? [] : [id])))],
      named: context.bodiesIn(
        text.map((block) => block.text),
        gazette.region,
      ),
      type: type ? [type.id] : [],
      region: [gazette.region],
      gazette: [notice.gazette],
      year: [year],
    },
    blocks: [...head, ...text],
  };
}

/** Clauses end here: what was meant is found in the clause that it stands in. */
const clauseEnd = /[，。；：！？、,;:!?\s]/u;

/**
 * Adds to the blocks of a body what was meant where it was misprinted, so that both are found: after the block, its
 * clause as it should read.
 */
export function withMeant(
  blocks: readonly Block[],
  { lines, corrections }: Pick<Notice, 'lines' | 'corrections'>,
): Block[] {
  const meant = new Map<Block, Block[]>();
  for (const { field, from, to, line } of corrections) {
    if (field !== 'text' || from === null || to === null || line === null) continue;
    const near = blocks.filter(({ place }) => {
      const { first, last } = lineRange(lines[place - 1] ?? '0');
      return first <= line && line <= last;
    });
    // Words that lines of a torn table break are in none of its blocks.
    const block = near.find(({ text }) => text.includes(from)) ?? near[0];
    if (!block) continue;
    const text = `${clauseWith(block.text, from, to)}${correctedSign}`;
    meant.set(block, [...(meant.get(block) ?? []), { ...block, text }]);
  }
  return blocks.flatMap((block) => [block, ...(meant.get(block) ?? [])]);
}

/** The clause of a text that holds `from`, with `to` in its place; `to` alone where none does. */
function clauseWith(text: string, from: string, to: string): string {
  const at = text.indexOf(from);
  if (at < 0) return to;
  const before = Array.from(text.slice(0, at));
  const start = before.findLastIndex((character) => clauseEnd.test(character)) + 1;
  const after = text.slice(at + from.length);
  const end = after.search(clauseEnd);
  return before.slice(start).join('') + to + (end < 0 ? after : after.slice(0, end));
}

/** The searchable blocks of a body, in reading order. */
export function bodyBlocks(body: string): Block[] {
  return blocksOf(parseNotice(body)).flatMap((block, i) => {
    const [kind, texts] = piecesOf(block);
    return texts.filter((text) => text !== '').map((text) => ({ kind, place: i + 1, text }));
  });
}

function piecesOf(block: BodyBlock): [BlockKind, string[]] {
  switch (block.kind) {
    case 'heading':
      return ['heading', [block.text]];
    case 'paragraph':
      return ['text', [block.text]];
    case 'table':
      return ['cell', block.rows.flat()];
    case 'table-lines':
      // A table that could not be rebuilt: each source line stands alone, for it may end a cell.
      return ['cell', block.text.split('\n').map((line) => line.trim())];
  }
}

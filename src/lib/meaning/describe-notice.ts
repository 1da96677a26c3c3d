import type { VFile } from 'vfile';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { likeness, titleKey } from '../parse/contents.ts';
import { readSubtitleDate, speakersPost } from '../parse/subtitle.ts';
import type { Notice } from '../schema/notice.ts';
import { lineOf, linesOf, textOf } from '../tree/build.ts';
import { doubt } from '../tree/doubt.ts';
import {
  isParent,
  type Block,
  type ContentsEntry,
  type Furniture,
  type GazetteTree,
  type Notice as NoticeNode,
  type Paragraph,
} from '../tree/types.ts';
import { printedNumber, readDocNumber, readCodelessNumber } from '../text/doc-number.ts';
import { readMarker } from '../text/markers.ts';
import { bare, dropLayoutSpaces } from '../text/spaces.ts';
import { distributedBy } from '../text/titles.ts';
import { readAddressees } from './addressees.ts';
import {
  announcesRepeals,
  readCitations,
  readEffective,
  readListed,
  readRepeals,
} from './clauses.ts';
import { bodiesInTitle, bodyOfPost } from './issuers.ts';
import { printedText } from './printed-text.ts';

/** All that a notice's own text tells; ids and links to others are settled once the whole archive is read. */
export type Description = Omit<
  Notice,
  'id' | 'gazette' | 'source' | 'lines' | 'doubts' | 'corrections'
>;

/** An entry of the contents list this like a notice's title is its entry. */
const alike = 0.8;

type Evidence = Notice['evidence'];

/** Types of items that are no documents of a body, so that no title states one. */
const unstatedTypes: Partial<Record<Notice['kind'], string>> = {
  chronicle: '大事记',
  statistics: '统计',
};

/** Reads what a notice says of itself: title, number, type, bodies, dates, clauses, citations. */
export function describeNotice(
  notice: NoticeNode,
  tree: GazetteTree,
  lexicon: Lexicon,
  file: VFile,
): Description {
  const blocks = notice.children.filter((node) => node.type !== 'line');
  const byRole = (role: Paragraph['role']): Paragraph[] =>
    blocks.filter((block): block is Paragraph => block.type === 'paragraph' && block.role === role);
  const evidence: Evidence = {};
  const titleBlocks = blocks.filter((block) => block.type === 'title');
  const spacedTitle = titleBlocks
    .flatMap(linesOf)
    .map((line) => line.value)
    .join(' ');
  const title = dropLayoutSpaces(
    titleBlocks
      .flatMap(linesOf)
      .map((line) => line.value)
      .join(''),
  );
  evidence.title = { line: lineOf(titleBlocks[0] ?? notice), how: 'printed' };

  const numberBlock = blocks.find((block) => block.type === 'docNumber');
  const numberText = numberBlock ? textOf([numberBlock]) : '';
  const number = (readDocNumber(numberText) ?? readCodelessNumber(numberText))?.text ?? null;
  const docNumber = number === null ? null : printedNumber(numberText);
  if (numberBlock) evidence.docNumber = { line: lineOf(numberBlock), how: 'printed' };

  const docType = lexicon.documentTypeOf(title) ?? unstatedTypes[notice.kind] ?? null;
  if (docType !== null)
    evidence.docType = {
      line: lineOf(notice),
      how: notice.kind === 'notice' ? 'printed' : 'inferred',
    };

  const signatures = byRole('signature');
  const signers = signatures.flatMap((block) =>
    linesOf(block).flatMap((line) => lexicon.bodiesOf(line.value)),
  );
  const signed = [...new Set(signers)];
  const titled = signed.length > 0 ? [] : bodiesInTitle(spacedTitle, lexicon);
  const source =
    signed.length + titled.length > 0
      ? undefined
      : blocks.find((block) => sourceNamed(block, lexicon).length > 0);
  const issuers = [...signed, ...titled, ...(source ? sourceNamed(source, lexicon) : [])];
  const named = signed.length > 0 ? signatures[0] : source;
  if (issuers.length > 0)
    evidence.issuers = named
      ? { line: lineOf(named), how: 'printed' }
      : { line: lineOf(notice), how: 'inferred' };

  const addresseeBlock = byRole('addressees')[0];
  const addressees = addresseeBlock ? readAddressees(printedText([addresseeBlock])) : [];
  if (addresseeBlock && addressees.length > 0)
    evidence.addressees = { line: lineOf(addresseeBlock), how: 'printed' };

  const dateBlock = byRole('date')[0];
  const dateText = dateBlock ? printedText([dateBlock]) : '';
  const date = readSubtitleDate(dateText);
  if (dateBlock) evidence.date = { line: lineOf(dateBlock), how: 'printed' };

  const disclosureBlock = byRole('disclosure')[0];
  const disclosure = disclosureBlock ? lexicon.disclosureOf(printedText([disclosureBlock])) : null;
  if (disclosureBlock) evidence.disclosure = { line: lineOf(disclosureBlock), how: 'printed' };

  const attachments = attachmentsOf(blocks);
  const published = attachments.flatMap(({ label, title: name }) => (label === null ? name : []));
  const section = sectionOf(notice, { title, number, published }, tree, evidence);
  const clauses = ownParagraphs(blocks, title);
  const effective = firstOf(clauses, (block) => {
    const found = readEffective(printedText([block]), date, lexicon);
    if (found) evidence.effective = { line: lineOf(block), how: 'printed' };
    return found;
  });
  const { repeals, line: repealLine } = repealsOf(blocks, title, lexicon);
  if (repealLine !== null) evidence.repeals = { line: repealLine, how: 'printed' };
  if (notice.kind === 'notice' && issuers.length === 0)
    doubt(
      file,
      'unexpected notice without an issuing body, expected one in its signature or its title',
      notice,
      'describe-notice',
    );
  doubtTitle(notice, title, attachments, file);
  return {
    kind: notice.kind,
    title,
    docNumber,
    docType,
    issuers: issuers.map((name) => ({ name, id: null })),
    addressees: addressees.length > 0 ? addressees : null,
    date,
    disclosure,
    section,
    attachments,
    effective,
    repeals,
    citations: citationsOf(blocks, number),
    language: 'zh-Hans',
    evidence,
  };
}

/** Who answers for an item that nobody signs, by a note in it. */
function sourceNamed(block: Block, lexicon: Lexicon): string[] {
  if (block.type !== 'paragraph' && block.type !== 'tableLines') return [];
  const post = speakersPost(textOf([block]), lexicon);
  const speakers = post === null ? null : bodyOfPost(post, lexicon);
  if (speakers !== null) return [speakers];
  const texts =
    block.type === 'paragraph' ? [textOf([block])] : linesOf(block).map(({ value }) => value);
  return texts.flatMap((text) => lexicon.sourcesIn(text.slice(readMarker(text)?.length ?? 0)));
}

/** A title in 《》 this unlike the text that is distributed was printed with the wrong notice. */
const unlike = 0.6;

/** Says so where a notice's title names another text than the one it distributes. */
function doubtTitle(
  notice: NoticeNode,
  title: string,
  attachments: Notice['attachments'],
  file: VFile,
): void {
  const named = /印发.{0,8}《((?:[^《》]|《[^《》]*》)+)》/u.exec(title)?.[1];
  const distributed = attachments.find((attachment) => attachment.label === null);
  if (named === undefined || distributed === undefined) return;
  const score = likeness(named, distributed.title);
  if (score < unlike)
    doubt(
      file,
      `unexpected title that names 《${named}》, expected 《${distributed.title}》, the text that follows; kept as printed`,
      notice,
      'describe-notice',
    );
}

function firstOf<T, R>(list: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of list) {
    const result = read(item);
    if (result !== null) return result;
  }
  return null;
}

/** What a contents list may hold of a notice. */
interface Head {
  title: string;
  /** Its number in normal form. */
  number: string | null;
  /** Titles of the texts that it publishes. */
  published: readonly string[];
}

/**
 * A notice's entry of the contents list: by its title, else by a number that only one entry bears. An order is listed by
 * what it puts into force too.
 */
function entryOf(
  { title, number, published }: Head,
  contents: readonly ContentsEntry[],
): ContentsEntry | null {
  const order = title.endsWith('令');
  const entry = entryLike(title, contents);
  if (entry) return entry;
  const numbered = contents.filter(
    ({ docNumber }) =>
      number !== null &&
      (docNumber === number || (order && docNumber?.endsWith(`令${number}`) === true)),
  );
  if (numbered.length === 1) return numbered[0] ?? null;
  return order ? entryLike(published[0] ?? '', contents) : null;
}

/** The entry of the contents list that is most like a title, where it is like enough. */
function entryLike(title: string, contents: readonly ContentsEntry[]): ContentsEntry | null {
  const keys = [title, title.replace(/[（(][^（()）]*[)）]$/u, '')].map(titleKey);
  const best = contents
    .map((entry) => ({
      entry,
      score: keys.some((key) => key.endsWith(titleKey(entry.title)))
        ? 1
        : likeness(entry.title, title),
    }))
    .sort((a, b) => b.score - a.score)[0];
  return best && best.score >= alike ? best.entry : null;
}

/** Section from the contents list, else from a running header inside the notice, else the last that the gazette opened. */
function sectionOf(
  notice: NoticeNode,
  head: Head,
  tree: GazetteTree,
  evidence: Evidence,
): string | null {
  const entry = entryOf(head, tree.data?.contents ?? []);
  if (entry && entry.section !== null) {
    evidence.section = { line: entry.line, how: 'contents' };
    return unnumbered(bare(entry.section));
  }
  const header =
    [...headerAbove(notice, tree), ...furnitureIn(notice)].find((node) => node.data?.section) ??
    sectionOpened(notice, tree);
  if (!header?.data?.section) return null;
  evidence.section = { line: lineOf(header), how: 'header' };
  return unnumbered(header.data.section);
}

/** Running headers between a notice and the one before it: those of the page on which it begins. */
function headerAbove(notice: NoticeNode, tree: GazetteTree): Furniture[] {
  const before = tree.children.slice(0, tree.children.indexOf(notice));
  const last = before.findLastIndex(
    (node) => node.type !== 'furniture' || node.kind === 'contents',
  );
  return before.slice(last + 1).filter((node) => node.type === 'furniture');
}

/** `一、市政府文件` of a contents list names the section 市政府文件. */
const unnumbered = (section: string): string => section.slice(readMarker(section)?.length ?? 0);

/** The name of a section on a line of its own holds until the next. */
function sectionOpened(notice: NoticeNode, tree: GazetteTree): Furniture | undefined {
  return tree.children
    .slice(0, tree.children.indexOf(notice))
    .flatMap((node) => (node.type === 'line' ? [] : furnitureIn(node)))
    .findLast((node) => node.kind === 'section');
}

function furnitureIn(node: NoticeNode | Block): Furniture[] {
  if (node.type === 'furniture') return [node];
  return isParent(node) ? (node.children as Block[]).flatMap(furnitureIn) : [];
}

/**
 * Paragraphs of the covering text and of the texts it distributes; those of other labelled attachments are others' words.
 * A text that the notice's title names is its own, labelled or not.
 */
function ownParagraphs(blocks: readonly Block[], title: string): Paragraph[] {
  const named = distributedBy(title) ?? '';
  const own: Paragraph[] = [];
  let labelled = false;
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.role === 'label') labelled = true;
    else if (block.type === 'heading' && block.part === true && labelled) {
      if (likeness(named, printedText([block])) < alike) break;
      labelled = false;
    } else if (block.type === 'paragraph' && block.role === undefined && !labelled) own.push(block);
  }
  return own;
}

/** Lists of what is void: a paragraph that announces one, or an attachment that is called one. */
const listTitle = /废止|失效/u;

/**
 * What the notice declares void: in clauses of its own text, in the list that such a clause announces with a colon,
 * and in an attachment that is a list of what is void.
 */
function repealsOf(
  blocks: readonly Block[],
  title: string,
  lexicon: Lexicon,
): { repeals: string[]; line: number | null } {
  const own = new Set<Block>(ownParagraphs(blocks, title));
  const repeals = new Set<string>();
  /** Texts that a list of what is void sets beside a number. */
  const numbered = new Set<string>();
  let line: number | null = null;
  let inList = false;
  let inVoidPart = false;
  const add = (found: readonly string[], block: Block): void => {
    if (found.length > 0) line ??= lineOf(block);
    for (const name of found) repeals.add(name);
  };
  for (const block of blocks) {
    if (block.type === 'title' || block.type === 'furniture') continue;
    const text = printedText([block]);
    if (block.type === 'heading') {
      const names = listTitle.test(text) && !text.includes('修改');
      if (block.part === true) inVoidPart = names;
      const unmarked = text.slice(readMarker(text)?.length ?? 0).trim();
      if (inList && block.part !== true && unmarked.startsWith('《'))
        add(readListed(unmarked, lexicon), block);
      else inList = names;
      continue;
    }
    if (inVoidPart)
      for (const row of rowsOf(block)) {
        const cited = row.flatMap(readCitations);
        add(
          cited.map(({ docNumber }) => docNumber),
          block,
        );
        if (cited.length > 0)
          for (const named of [...row, ...cited.map(({ title: name }) => name ?? '')])
            numbered.add(titleKey(named));
      }
    if (!own.has(block)) continue;
    if (inList && readMarker(text) !== null) add(readListed(text, lexicon), block);
    else inList = announcesRepeals(text);
    add(readRepeals(text, lexicon), block);
  }
  // 废止《某某办法》等6件文件（目录见附件）: the list names the document again, by its number.
  const again = (name: string): boolean => name.startsWith('《') && numbered.has(titleKey(name));
  return { repeals: [...repeals].filter((name) => !again(name)), line };
}

/** Texts of a table's cells, row by row; of any other block its text. */
function rowsOf(block: Block): string[][] {
  if (block.type !== 'table') return [[printedText([block])]];
  return block.children.flatMap((row) =>
    row.type === 'row' ? [row.children.map((cell) => printedText(cell.children))] : [],
  );
}

function attachmentsOf(blocks: readonly Block[]): Notice['attachments'] {
  let label: Paragraph | null = null;
  const found: Notice['attachments'] = [];
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.role === 'label') label = block;
    if (block.type !== 'heading' || block.part !== true) continue;
    found.push({
      label: label ? printedText([label]).replace(/[：:\s]+$/u, '') : null,
      title: printedText([block]),
      line: lineOf(block),
    });
    label = null;
  }
  return found;
}

function citationsOf(blocks: readonly Block[], own: string | null): Notice['citations'] {
  const seen = new Set<string>();
  return blocks.flatMap((block) => {
    if (block.type === 'title' || block.type === 'docNumber' || block.type === 'furniture')
      return [];
    return rowsOf(block)
      .flat()
      .flatMap(readCitations)
      .flatMap(({ title, docNumber }) => {
        const key = `${docNumber} ${title ?? ''}`;
        if (docNumber === own || seen.has(key)) return [];
        seen.add(key);
        return [{ title, docNumber, line: lineOf(block), notice: null }];
      });
  });
}

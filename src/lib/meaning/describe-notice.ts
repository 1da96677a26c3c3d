import type { VFile } from 'vfile';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { likeness } from '../parse/likeness.ts';
import { readSubtitleDate, speakersPost } from '../parse/subtitle.ts';
import type { Notice } from '../schema/notice.ts';
import { lineOf, linesOf, textOf } from '../tree/build.ts';
import { doubt } from '../tree/doubt.ts';
import type { Block, GazetteTree, Notice as NoticeNode, Paragraph } from '../tree/types.ts';
import { printedNumber, readDocNumber, readCodelessNumber } from '../text/doc-number.ts';
import { readMarker } from '../text/markers.ts';
import { dropLayoutSpaces } from '../text/spaces.ts';
import { quotedTitle } from '../text/titles.ts';
import { readAddressees } from './addressees.ts';
import { readCitations, readEffective } from './clauses.ts';
import { bodiesInTitle, bodyOfPost, inFull } from './issuers.ts';
import { ownParagraphs } from './own-text.ts';
import { printedText, rowTexts } from './printed-text.ts';
import { repealsOf } from './repeals.ts';
import { sectionOf } from './section.ts';

/** All that a notice's own text tells; ids and links to others are settled once the whole archive is read. */
export type Description = Omit<
  Notice,
  'id' | 'gazette' | 'source' | 'lines' | 'doubts' | 'corrections'
>;

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
  const signedLines = signatures.flatMap(linesOf).map(({ value }) => value);
  const signers = signedLines.flatMap((line, at) => {
    const above = signedLines[at - 1] ?? '';
    return lexicon.bodiesOf(lexicon.isPlaceAbove(above, line) ? above + line : line);
  });
  const signed = [...new Set(signers.map((name) => inFull(name, spacedTitle, lexicon)))];
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
  const dateText = dateBlock ? textOf([dateBlock]) : '';
  const date = readSubtitleDate(dateText);
  if (dateBlock) evidence.date = { line: lineOf(dateBlock), how: 'printed' };

  const disclosureBlock = byRole('disclosure')[0];
  const disclosure = disclosureBlock ? lexicon.disclosureOf(printedText([disclosureBlock])) : null;
  if (disclosureBlock) evidence.disclosure = { line: lineOf(disclosureBlock), how: 'printed' };

  const attachments = attachmentsOf(blocks);
  const published = attachments.flatMap(({ label, title: name }) => (label === null ? name : []));
  const section = sectionOf(notice, { title, number, published }, tree);
  if (section) evidence.section = section.evidence;
  const clause = effectiveIn(ownParagraphs(blocks, title), date, lexicon);
  const effective = clause?.effective ?? null;
  if (clause) evidence.effective = { line: lineOf(clause.block), how: 'printed' };
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
    section: section?.name ?? null,
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
  return texts
    .flatMap((text) => text.slice(readMarker(text)?.length ?? 0).split(/\s{2,}|\u3000+/u))
    .flatMap((part) => lexicon.sourcesIn(part));
}

/** A title in 《》 this unlike the text that is distributed was printed with the wrong notice. */
const unlike = 0.6;

const passedOn = new RegExp(`印发.{0,8}${quotedTitle}`, 'u');

/** Says so where a notice's title names another text than the one it distributes. */
function doubtTitle(
  notice: NoticeNode,
  title: string,
  attachments: Notice['attachments'],
  file: VFile,
): void {
  const named = passedOn.exec(title)?.[1];
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

/** When a notice holds: its first clause on that, or one that begins on the same day and says when it ends too. */
function effectiveIn(
  paragraphs: readonly Paragraph[],
  date: string | null,
  lexicon: Lexicon,
): { effective: NonNullable<Notice['effective']>; block: Paragraph } | undefined {
  const found = paragraphs.flatMap((block) => {
    const effective = readEffective(printedText([block]), date, lexicon);
    return effective ? [{ effective, block }] : [];
  });
  const [first] = found;
  const ended = found.find(
    ({ effective: { from, until } }) => until !== null && from === first?.effective.from,
  );
  return ended ?? first;
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
    return rowTexts(block)
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

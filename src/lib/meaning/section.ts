import { likeness, titleKey } from '../parse/likeness.ts';
import type { Notice } from '../schema/notice.ts';
import { readMarker } from '../text/markers.ts';
import { bare } from '../text/spaces.ts';
import { lineOf } from '../tree/build.ts';
import {
  isParent,
  type Block,
  type ContentsEntry,
  type Furniture,
  type GazetteTree,
  type Notice as NoticeNode,
} from '../tree/types.ts';

/** An entry of the contents list this like a notice's title is its entry. */
const alike = 0.8;

/** What a contents list may hold of a notice. */
interface Head {
  title: string;
  /** Its number in normal form. */
  number: string | null;
  /** Titles of the texts that it publishes. */
  published: readonly string[];
}

/** A section's name, and what told it. */
interface Section {
  name: string;
  evidence: NonNullable<Notice['evidence']['section']>;
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

/** A title without what stands in brackets at its end. */
const withoutRemark = (title: string): string => title.replace(/[（(][^（()）]*[)）]$/u, '');

/** The entry of the contents list that is most like a title, where it is like enough. */
function entryLike(title: string, contents: readonly ContentsEntry[]): ContentsEntry | null {
  const keys = new Set([title, withoutRemark(title)].map(titleKey));
  const isSame = (key: string): boolean => key !== '' && [...keys].some((own) => own.endsWith(key));
  const best = contents
    .map((entry) => ({
      entry,
      score:
        isSame(titleKey(entry.title)) || isSame(titleKey(withoutRemark(entry.title)))
          ? 1
          : likeness(entry.title, title),
    }))
    .sort((a, b) => b.score - a.score)[0];
  return best && best.score >= alike ? best.entry : null;
}

/**
 * Section from the contents list, else from a running header inside the notice, else the last that the gazette opened.
 */
export function sectionOf(notice: NoticeNode, head: Head, tree: GazetteTree): Section | null {
  const entry = entryOf(head, tree.data?.contents ?? []);
  if (entry && entry.section !== null)
    return {
      name: unnumbered(bare(entry.section)),
      evidence: { line: entry.line, how: 'contents' },
    };
  const header =
    [...headerAbove(notice, tree), ...furnitureIn(notice)].find((node) => node.data?.section) ??
    sectionOpened(notice, tree);
  if (!header?.data?.section) return null;
  return {
    name: unnumbered(header.data.section),
    evidence: { line: lineOf(header), how: 'header' },
  };
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

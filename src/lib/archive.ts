import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { correctNotice, missNotices } from './corrections/apply.ts';
import { layoutOf, noCorrections, type Corrections, type Seam } from './corrections/corrections.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { noticeBody } from './markdown/notice-file.ts';
import { noticeToMdast } from './markdown/notice-to-mdast.ts';
import { describeNotice, type Description } from './meaning/describe-notice.ts';
import { bodyIdOf } from './meaning/issuers.ts';
import { idOfNumber } from './meaning/notice-id.ts';
import { readDocNumber } from './text/doc-number.ts';
import { readGazette } from './pipeline.ts';
import { mask } from './privacy/mask.ts';
import { maskTree, type Masked } from './privacy/mask-tree.ts';
import type { Gazette } from './schema/gazette.ts';
import type { Notice } from './schema/notice.ts';
import type { Reading } from './schema/reading.ts';
import type { Vocabulary } from './schema/vocabulary.ts';
import { lineOf, linesOf } from './tree/build.ts';
import { isFurniture, isLine, isParent, type Block, type GazetteTree } from './tree/types.ts';
import { bare } from './text/spaces.ts';

/** One issue of a gazette as received. */
export interface Issue {
  id: string;
  gazette: Gazette;
  file: VFile;
}

/** A notice as it will be written: its frontmatter and its body in Markdown. */
export interface WrittenNotice {
  notice: Notice;
  body: string;
}

/** One issue, read: all that is kept of it once its tree is let go. */
export interface ReadIssue {
  issue: Issue;
  notices: ReadNotice[];
  reading: Reading;
  corrections: Corrections;
  seams: readonly Seam[];
}

interface ReadNotice {
  description: Description;
  /** Markdown. */
  body: string;
  /** Source lines of each block of the body. */
  lines: string[];
  startLine: number;
  endLine: number;
}

/** What people decided about an issue beforehand. */
export interface Decisions {
  /** Numbers that offices publish as their own, which are not masked. */
  offices?: ReadonlySet<string>;
  /** What the reader misread, and what the gazette misprinted. */
  corrections?: Corrections | undefined;
}

/** Reads one issue: its notices, and how it was read. Personal numbers are masked before anything is written down. */
export function readIssue(issue: Issue, lexicon: Lexicon, decisions: Decisions = {}): ReadIssue {
  const { offices = new Set(), corrections = noCorrections } = decisions;
  const tree = readGazette(issue.file, lexicon, layoutOf(corrections));
  const masked = maskTree(tree, offices);
  const nodes = tree.children.filter((node) => node.type === 'notice');
  const notices = nodes.map((node): ReadNotice => {
    const { root, blocks } = noticeToMdast(node);
    const last = linesOf(node).at(-1);
    return {
      description: describeNotice(node, tree, lexicon, issue.file),
      body: noticeBody(root),
      lines: blocks.map(linesOfBlock),
      startLine: lineOf(node),
      endLine: last ? lineOf(last) : lineOf(node),
    };
  });
  return {
    issue,
    notices,
    reading: readingOf(issue, tree, masked),
    corrections,
    seams: tree.data?.seams ?? [],
  };
}

function readingOf(issue: Issue, tree: GazetteTree, masked: Masked[]): Reading {
  const characters = { source: bare(String(issue.file)).length, notices: 0, furniture: 0 };
  const tables = { rebuilt: 0, lines: 0 };
  const furniture: Reading['furniture'] = [];
  const visit = (node: Node): void => {
    if (isFurniture(node)) {
      const lines = node.children;
      characters.furniture += lines.reduce((sum, line) => sum + bare(line.value).length, 0);
      const text = lines.map((line) => line.value).join(' ');
      const last = lines.at(-1);
      if (last)
        furniture.push({ kind: node.kind, startLine: lineOf(node), endLine: lineOf(last), text });
      return;
    }
    if (node.type === 'table') tables.rebuilt += 1;
    if (node.type === 'tableLines') tables.lines += 1;
    if (isLine(node)) characters.notices += bare(node.value).length;
    else if (isParent(node)) node.children.forEach(visit);
  };
  visit(tree);
  return { characters, tables, furniture, ...(masked.length > 0 && { masked }), doubts: [] };
}

/** Lines of a block as the frontmatter keeps them: `12` or `12-15`. */
function linesOfBlock(block: Block): string {
  const lines = isParent(block) ? linesOf(block) : [];
  const first = lines[0]?.position?.start.line ?? 0;
  const last = lines.at(-1)?.position?.end.line ?? first;
  return first === last ? String(first) : `${first}-${last}`;
}

/**
 * Settles what only the whole archive can tell: addresses, registered bodies, and which notice a cited number is.
 * Two notices with one number keep both: the later in the archive's order gets a counter. An address is
 * that of the number as read: a correction to the number keeps it.
 */
export function assembleArchive(
  issues: readonly ReadIssue[],
  vocabulary: Vocabulary,
): WrittenNotice[] {
  const taken = new Map<string, number>();
  const unique = (id: string, issue: Issue, line: number): string => {
    const times = (taken.get(id) ?? 0) + 1;
    taken.set(id, times);
    if (times === 1) return id;
    issue.file.message(
      `unexpected number that another notice bears, expected one of its own; its address is ${id}-${times}`,
      {
        place: { line, column: 1 },
        source: 'gazette',
        ruleId: 'number-twice',
      },
    );
    return `${id}-${times}`;
  };
  const written = issues.flatMap(({ issue, notices, corrections, seams }) => {
    const unnumbered = new Map<string, number>();
    const ids = new Set<string>();
    const own = notices.map((read): WrittenNotice => {
      const { startLine, endLine } = read;
      const { kind, docNumber, title } = read.description;
      const numbered =
        docNumber === null ? null : (idOfNumber(docNumber) ?? idOfNumber(title + docNumber));
      const nth = (unnumbered.get(kind) ?? 0) + 1;
      if (numbered === null) unnumbered.set(kind, nth);
      const id = unique(numbered ?? `${issue.id}-${kind}-${nth}`, issue, startLine);
      ids.add(id);
      const corrected = correctNotice(id, read, corrections, seams, issue.file);
      const { description } = corrected;
      const notice: Notice = {
        id,
        kind: description.kind,
        title: description.title,
        docNumber: description.docNumber,
        docType: description.docType,
        issuers: description.issuers.map(({ name }) => {
          const known = bodyIdOf(name, issue.gazette.region, vocabulary.bodies, vocabulary.regions);
          if (known === null)
            issue.file.message(
              `unexpected body \`${name}\`, expected one of content/vocab/bodies.yaml`,
              {
                place: { line: description.evidence.issuers?.line ?? startLine, column: 1 },
                source: 'gazette',
                ruleId: 'unregistered-body',
              },
            );
          return { name, id: known };
        }),
        addressees: description.addressees,
        date: description.date,
        disclosure: description.disclosure,
        gazette: issue.id,
        section: description.section,
        attachments: description.attachments,
        effective: description.effective,
        repeals: description.repeals,
        citations: description.citations,
        source: { file: `${issue.id}.txt`, startLine, endLine },
        language: description.language,
        lines: read.lines,
        evidence: description.evidence,
        doubts: [],
        corrections: corrected.corrections,
        ...(corrected.notes.length > 0 && { notes: corrected.notes }),
      };
      return { notice, body: read.body };
    });
    missNotices(corrections, ids, issue.file);
    return own;
  });
  linkCitations(written);
  for (const read of issues) shareDoubts(read, written);
  return written;
}

/** A cited number is a link only where exactly one notice bears it. */
function linkCitations(written: readonly WrittenNotice[]): void {
  const byNumber = new Map<string, string[]>();
  for (const { notice } of written) {
    const number = readDocNumber(notice.docNumber ?? '')?.text;
    if (number !== undefined) byNumber.set(number, [...(byNumber.get(number) ?? []), notice.id]);
  }
  for (const { notice } of written)
    for (const citation of notice.citations) {
      const found = byNumber.get(citation.docNumber) ?? [];
      citation.notice = found.length === 1 ? (found[0] ?? null) : null;
    }
}

/** Puts each warning of the passes into the reading of its gazette, and on the notice in whose lines it stands. */
function shareDoubts({ issue, reading }: ReadIssue, written: readonly WrittenNotice[]): void {
  const own = written.filter(({ notice }) => notice.gazette === issue.id);
  for (const message of issue.file.messages) {
    if (message.fatal !== false || message.line === undefined) continue;
    const line = message.line;
    const said = { rule: message.ruleId ?? 'gazette', line, reason: mask(message.reason).text };
    reading.doubts.push(said);
    own
      .find(({ notice: { source } }) => source.startLine <= line && line <= source.endLine)
      ?.notice.doubts.push(said);
  }
}

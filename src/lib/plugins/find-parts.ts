import type { Lexicon } from '../lexicon/lexicon.ts';
import { likeness } from '../parse/likeness.ts';
import { span, splitLine, textOf } from '../tree/build.ts';
import type { Block, GazetteTree, Heading, Line, Notice, Paragraph } from '../tree/types.ts';
import { readDate } from '../text/dates.ts';
import { readMarker } from '../text/markers.ts';
import { distributedBy, quotedTitle } from '../text/titles.ts';

/** A part's title is printed on at most so many lines. */
const titleLines = 4;
/** A title this like an announced one is that title. */
const alike = 0.8;
/** Where nothing else marks the place, a title must be printed nearly as announced. */
const nearlySame = 0.9;

const sentenceEnd = /[。；：:，、,]$/u;
const bookTitle = new RegExp(quotedTitle, 'gu');
/** `《某某办法》根据本决定作相应修改，重新公布。`: a decision announces the text that follows it. */
const amended = new RegExp(`${quotedTitle}根据本决定`, 'gu');
const formField = /^(?:填报|填表|报送|单位|编号)[\p{Script=Han}]{0,6}[：:]/u;

const announcement = /^(?:[-·]\s*)?(?:附件?|附表)\s*[：:]\s*(?=\S)/u;
/** Entries of a list of attachments are counted in figures or, all of them, in words. */
const figures = /^(?:[-·]\s*)?\d{1,2}\s*[.．、]\s*/u;
const words = /^[一二三四五六七八九十]{1,2}、\s*/u;
/** An entry of a list of attachments runs over at most so many lines. */
const entryLines = 3;

/**
 * Titles that a notice announces: in 《》 and in its own title, in its lists of attachments, and in a decision that it
 * publishes.
 */
function announced(notice: Notice, cover: readonly Line[], lines: readonly Line[]): string[] {
  const title = textOf(notice.children.filter((node) => node.type === 'title'));
  const textOfLines = (some: readonly Line[]): string => some.map((line) => line.value).join('');
  const named = [
    ...`${title}\n${textOfLines(cover)}`.matchAll(bookTitle),
    ...textOfLines(lines).matchAll(amended),
  ].map((match) => match[1] ?? '');
  const matter = distributedBy(title);
  if (matter !== null) named.push(matter);
  return [...named, ...listedIn([...cover, ...lines])];
}

/** Entries of lists of attachments: `附件：1.…` and the numbered lines after it. */
function listedIn(lines: readonly Line[]): string[] {
  const entries: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (!announcement.test(line.value)) continue;
    const first = line.value.replace(announcement, '');
    const listEntry = words.test(first) ? words : figures;
    let entry = first.replace(listEntry, '');
    let length = 1;
    for (const next of lines.slice(at + 1, at + 20)) {
      const starts = listEntry.test(next.value) && !/^\d{1,2}[.．]\d{4}年/u.test(next.value);
      if (
        !starts &&
        (length >= entryLines || /[。；]/u.test(next.value) || readDate(next.value) !== null)
      )
        break;
      if (starts) {
        entries.push(entry);
        entry = next.value.replace(listEntry, '');
        length = 1;
      } else {
        entries.push(entry);
        entry += next.value;
        length += 1;
      }
    }
    entries.push(entry);
  }
  return entries.map((entry) => entry.replace(/^《|》$/gu, '')).filter((entry) => entry.length > 2);
}

/** A line in brackets goes on with a title, but begins none. */
const bracketed = /^[（(].*[)）]$/u;

class PartFinder {
  readonly #lines: readonly Line[];
  readonly #lexicon: Lexicon;
  readonly #titles: readonly string[];

  /** @param lines - lines after the covering text; @param titles - titles it announces */
  constructor(lines: readonly Line[], lexicon: Lexicon, titles: readonly string[]) {
    this.#lines = lines;
    this.#lexicon = lexicon;
    this.#titles = titles;
  }

  #text(from: number, to: number): string {
    return this.#lines
      .slice(from, to)
      .map((line) => line.value)
      .join('');
  }

  /** May the line be part of a part's title? */
  titleLike(at: number): boolean {
    const line = this.#lines[at];
    return (
      line !== undefined &&
      line.value.length <= 60 &&
      /\p{Script=Han}/u.test(line.value) &&
      !announcement.test(line.value) &&
      !line.value.includes('\t') &&
      !sentenceEnd.test(line.value) &&
      !/[。；]/u.test(line.value) &&
      readMarker(line.value) === null &&
      readDate(line.value) === null &&
      this.#lexicon.attachmentLabelOf(line.value) === null &&
      !this.#lexicon.opensDuty(line.value) &&
      !this.#lexicon.opensPost(line.value)
    );
  }

  /** How many lines from `at` are the printing of an announced title at least `least` like it; 0 for none. */
  announcedLength(at: number, least: number): number {
    if (bracketed.test(this.#lines[at]?.value ?? '')) return 0;
    let best = { score: 0, length: 0 };
    for (let length = 1; length <= titleLines && this.titleLike(at + length - 1); length += 1) {
      const score = Math.max(
        0,
        ...this.#titles.map((title) => likeness(title, this.#text(at, at + length))),
      );
      if (score > best.score + 0.001) best = { score, length };
    }
    return best.score >= least ? best.length : 0;
  }

  /** How many lines from `at` are a title by their look alone; 0 for none. */
  plainLength(at: number): number {
    const first = this.#lines[at]?.value ?? '';
    if (!this.titleLike(at) || bracketed.test(first) || this.#lexicon.opensTable(first)) return 0;
    let length = 1;
    while (
      length < titleLines &&
      !this.#lexicon.endsPartTitle(this.#text(at, at + length)) &&
      this.titleLike(at + length) &&
      !this.#lexicon.opensTable(this.#lines[at + length]?.value ?? '')
    )
      length += 1;
    return this.#lexicon.endsPartTitle(this.#text(at, at + length)) ? length : 1;
  }

  /** Label and title at `at`: their lengths in lines; null where no attachment begins. */
  labelled(at: number): { label: number; skip: number; title: number } | null {
    const line = this.#lines[at];
    if (!line) return null;
    const label = this.#lexicon.attachmentLabelOf(line.value);
    if (label === null || !this.#opensPart(at, label)) return null;
    let skip = 0;
    while (formField.test(this.#lines[at + 1 + skip]?.value ?? '') && skip < 2) skip += 1;
    const title = this.announcedLength(at + 1 + skip, alike) || this.plainLength(at + 1 + skip);
    return { label: 1, skip, title };
  }

  /** A label without a number may be a cell of a table; it counts at a page's top or after a finished text. */
  #opensPart(at: number, label: string): boolean {
    const before = this.#lines[at - 1];
    if (/\d|[一二三四五六七八九十]/u.test(label) || !before || this.#lines[at]?.data.opensPage)
      return true;
    const above = this.#lines.slice(Math.max(0, at - entryLines), at);
    return (
      /[。）)：:]$/u.test(before.value) ||
      before.value.includes('\t') ||
      above.some(({ value }) => announcement.test(value))
    );
  }

  /** Label and title on one line: `附件1 承办单位…`; the length of the label, or 0. */
  labelledInline(at: number): number {
    const [before, line, next] = [-1, 0, 1].map((step) => this.#lines[at + step]?.value ?? '');
    if (line === undefined || /[。；]$/u.test(line) || line.length > 60) return 0;
    const labelOf = (text = ''): number => this.#lexicon.attachmentLabelLength(text);
    return labelOf(before) > 0 || labelOf(next) > 0 ? 0 : labelOf(line);
  }
}

/**
 * Finds the texts that follow a covering text: labels become `paragraph` with the role `label`, titles become
 * `heading` with `part: true`. Reads the roles that read-tail set.
 */
export default function findParts(lexicon: Lexicon) {
  return (tree: GazetteTree): void => {
    for (const notice of tree.children)
      if (notice.type === 'notice' && notice.kind === 'notice') readOne(notice, lexicon);
  };
}

function readOne(notice: Notice, lexicon: Lexicon): void {
  const text = notice.children.findIndex((node) => node.type === 'line');
  const end = notice.children.findLastIndex(
    (node) => node.type === 'paragraph' && (node.role === 'date' || node.role === 'disclosure'),
  );
  const tail = text >= 0 && text < end ? end : -1;
  const cover = notice.children.slice(0, tail + 1).filter((node) => node.type === 'line');
  const rest = notice.children.slice(tail + 1);
  const lines = rest.filter((node) => node.type === 'line');
  const finder = new PartFinder(lines, lexicon, announced(notice, tail < 0 ? lines : cover, lines));
  const parts = new Map<Line, { lines: number; build: (lines: Line[]) => Block[] }>();
  const title = (children: Line[]): Heading[] =>
    children.length > 0
      ? [{ type: 'heading', depth: 1, part: true, children, position: span(children) }]
      : [];
  const label = (children: Line[]): Paragraph[] =>
    children.map((line) => ({
      type: 'paragraph',
      role: 'label',
      children: [line],
      position: span([line]),
    }));
  const opening = tail < 0 ? 0 : dispatchLength(lines, lexicon);
  for (let at = opening; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) continue;
    const inline = finder.labelledInline(at);
    if (inline > 0) {
      parts.set(line, {
        lines: 1,
        build: () => {
          const [before, ...after] = splitLine(line, inline);
          return before ? [...label([before]), ...title(after)] : [];
        },
      });
      continue;
    }
    const attachment = tail < 0 && at === 0 ? null : finder.labelled(at);
    if (attachment) {
      const { skip, title: length } = attachment;
      parts.set(line, {
        lines: 1 + skip + length,
        build: (run) => [
          ...label(run.slice(0, 1)),
          ...run.slice(1, 1 + skip).map(plain),
          ...title(run.slice(1 + skip)),
        ],
      });
      at += skip + length;
      continue;
    }
    const length = partTitleLength(finder, lines, at, tail < 0 ? -1 : opening);
    if (length > 0) {
      parts.set(line, { lines: length, build: title });
      at += length - 1;
    }
  }
  notice.children = [...notice.children.slice(0, tail + 1), ...assemble(rest, parts)];
}

const plain = (line: Line): Paragraph => ({
  type: 'paragraph',
  children: [line],
  position: span([line]),
});

/** A note below a document runs over at most so many lines, and no such gap. */
const noteLines = 4;
const partingGap = 2;

/** How many of the first lines after a covering text are notes below it: who else receives it, who printed it. */
function dispatchLength(lines: readonly Line[], lexicon: Lexicon): number {
  let length = 0;
  for (;;) {
    const texts = lines.slice(length, length + noteLines).map(({ value }) => value);
    const opened = texts.findIndex((_, last) =>
      lexicon.opensDispatchNote(texts.slice(0, last + 1).join('')),
    );
    if (opened < 0) return length;
    const isApart = (at: number): boolean => (lines[at]?.data.gap ?? 0) >= partingGap;
    const ended = texts.findIndex(
      (text, at) => at >= opened && (/[。份发制]$/u.test(text) || isApart(length + at + 1)),
    );
    length += Math.max(opened, ended) + 1;
  }
}

/** Length of the title of a distributed text at `at`; it opens the rest of the notice, or a page, or is announced. */
function partTitleLength(
  finder: PartFinder,
  lines: readonly Line[],
  at: number,
  opening: number,
): number {
  if (!finder.titleLike(at)) return 0;
  if (at === opening) return finder.announcedLength(at, alike) || finder.plainLength(at);
  const before = lines[at - 1]?.value ?? '';
  const finished = lines[at]?.data.opensPage === true || /[。）)]$/u.test(before);
  return finished ? finder.announcedLength(at, nearlySame) : 0;
}

/** Puts the parts' blocks in the place of their lines; furniture among a part's lines goes before it. */
function assemble(
  nodes: readonly (Block | Line)[],
  parts: ReadonlyMap<Line, { lines: number; build: (lines: Line[]) => Block[] }>,
): (Block | Line)[] {
  const result: (Block | Line)[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node) continue;
    const part = node.type === 'line' ? parts.get(node) : undefined;
    if (!part) {
      result.push(node);
      continue;
    }
    const run: Line[] = [];
    const between: Block[] = [];
    for (; run.length < part.lines && at < nodes.length; at += 1) {
      const next = nodes[at];
      if (next?.type === 'line') run.push(next);
      else if (next?.type === 'furniture') between.push(next);
      else break;
    }
    at -= 1;
    result.push(...withFurniture(part.build(run), between));
  }
  return result;
}

const offsetOf = (node: Block | Line): number => node.position?.start.offset ?? 0;

/** Blocks in source order; furniture that stands between the lines of one goes inside it. */
function withFurniture(blocks: readonly Block[], between: readonly Block[]): Block[] {
  const outside: Block[] = [];
  for (const node of between) {
    const around = blocks.find(
      (block) =>
        offsetOf(block) < offsetOf(node) && offsetOf(node) < (block.position?.end.offset ?? 0),
    );
    if (node.type === 'furniture' && around?.type === 'heading')
      around.children = [...around.children, node].sort((a, b) => offsetOf(a) - offsetOf(b));
    else outside.push(node);
  }
  return [...blocks, ...outside].sort((a, b) => offsetOf(a) - offsetOf(b));
}

import type { Lexicon } from '../../lexicon/lexicon.ts';
import { readDate } from '../../text/dates.ts';
import { readMarker } from '../../text/markers.ts';
import type { Line } from '../../tree/types.ts';
import { likeness } from '../likeness.ts';
import { announcement, entryLines } from './announced.ts';

/** A part's title is printed on at most so many lines. */
const titleLines = 4;
/** A title on its label's line runs over at most so many lines, and a text stands below it, of so many. */
const inlineLines = 2;
const leastBelow = 2;
/** A title this like an announced one is that title. */
const alike = 0.8;
/** Where nothing else marks the place, a title must be printed nearly as announced. */
const nearlySame = 0.9;
/** A title this like an announced one is that title and no part of it; of two, the longer is the whole. */
const whole = 0.999;

const sentenceEnd = /[。；：:，、,]$/u;
const formField = /^(?:填报|填表|报送|单位|编号)[\p{Script=Han}]{0,6}[：:]/u;

/** A line in brackets may go on with a title, but begins none. */
const bracketed = /^[（(].*[)）]$/u;
/** What in brackets below a title is of it: `（试行）`, `（2020年修订）`. */
const remark =
  /^[（(](?:试\s*行|暂\s*行|(?:\d{4}\s*年)?修[订正](?:稿|版)?|草案|(?:征求意见|讨论|送审)稿)[)）]$/u;
/** `附：某某名单` over the list itself. */
const inlineLabel = /^附(?:件|表|录)?\s*[：:]\s*(?=\p{Script=Han}|\d{4}年|“|《)/u;

/** Finds labels and titles of attachments, and titles of distributed texts, among the lines after a covering text. */
export class PartFinder {
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

  /** May the line be part of a part's title? One that goes on may end where names are listed. */
  #titleLike(at: number, goesOn = false): boolean {
    const line = this.#lines[at];
    return (
      line?.data.tabs === 0 &&
      (this.#lines[at + 1]?.data.tabs ?? 0) === 0 &&
      line.value.length <= 60 &&
      /\p{Script=Han}/u.test(line.value) &&
      !announcement.test(line.value) &&
      !line.value.includes('\t') &&
      !sentenceEnd.test(goesOn ? line.value.replace(/、$/u, '') : line.value) &&
      !/[。；]/u.test(line.value) &&
      readMarker(line.value) === null &&
      readDate(line.value) === null &&
      this.#lexicon.attachmentLabelOf(line.value) === null &&
      !this.#lexicon.opensDuty(line.value) &&
      !this.#lexicon.opensPost(line.value)
    );
  }

  /** How many lines from `at` are the printing of an announced title at least `least` like it; 0 for none. */
  #announcedLength(at: number, least: number): number {
    if (bracketed.test(this.#lines[at]?.value ?? '')) return 0;
    let best = { score: 0, length: 0 };
    for (let length = 1; length <= titleLines; length += 1) {
      if (!this.#titleLike(at + length - 1, true)) break;
      if (!this.#titleLike(at + length - 1)) continue;
      const score = Math.max(
        0,
        ...this.#titles.map((title) => likeness(title, this.#text(at, at + length))),
      );
      if (score > best.score + 0.001 || score > whole) best = { score, length };
    }
    return best.score >= least ? this.#withRemark(at, best.length) : 0;
  }

  /** Length of a title with the remark below it that is of the title. */
  #withRemark(at: number, length: number): number {
    return length > 0 && remark.test(this.#lines[at + length]?.value ?? '') ? length + 1 : length;
  }

  /** How many lines from `at` are a title by their look alone; 0 for none. */
  #plainLength(at: number): number {
    const first = this.#lines[at]?.value ?? '';
    if (!this.#titleLike(at) || bracketed.test(first) || this.#lexicon.opensTable(first)) return 0;
    let length = 1;
    while (
      length < titleLines &&
      !this.#lexicon.endsPartTitle(this.#text(at, at + length)) &&
      this.#titleLike(at + length) &&
      !bracketed.test(this.#lines[at + length]?.value ?? '') &&
      !this.#lexicon.opensTable(this.#lines[at + length]?.value ?? '')
    )
      length += 1;
    return this.#withRemark(
      at,
      this.#lexicon.endsPartTitle(this.#text(at, at + length)) ? length : 1,
    );
  }

  /** Label and title at `at`: their lengths in lines; null where no attachment begins. */
  labelled(at: number): { label: number; skip: number; title: number } | null {
    const line = this.#lines[at];
    if (!line) return null;
    const label = this.#lexicon.attachmentLabelOf(line.value);
    if (label === null || !this.#opensPart(at, label)) return null;
    let skip = 0;
    while (formField.test(this.#lines[at + 1 + skip]?.value ?? '') && skip < 2) skip += 1;
    const title = this.#announcedLength(at + 1 + skip, alike) || this.#plainLength(at + 1 + skip);
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

  /** Label and title on one line, or on two, right below a covering text: `附：某某名单`; null where no text follows. */
  labelledBelow(at: number): { label: number; lines: number } | null {
    const label = inlineLabel.exec(this.#lines[at]?.value ?? '')?.[0].length ?? 0;
    if (label === 0) return null;
    const titled = Array.from({ length: inlineLines }, (_, more) => more + 1).find(
      (length) =>
        (length === 1 || this.#titleLike(at + length - 1)) &&
        this.#lexicon.endsPartTitle(this.#text(at, at + length)),
    );
    const lines = titled ?? 1;
    return this.#lines.length >= at + lines + leastBelow ? { label, lines } : null;
  }

  /**
   * How many lines from `at` are the title of a distributed text; it opens the rest of the notice, at `opening`, or a
   * page, or is announced.
   */
  distributed(at: number, opening: number): number {
    if (!this.#titleLike(at)) return 0;
    if (at === opening) return this.#announcedLength(at, alike) || this.#plainLength(at);
    const before = this.#lines[at - 1]?.value ?? '';
    const finished = this.#lines[at]?.data.opensPage === true || /[。）)]$/u.test(before);
    return finished ? this.#announcedLength(at, nearlySame) : 0;
  }
}

import type { Lexicon } from '../lexicon.ts';
import type { Line, Notice } from '../tree/types.ts';
import { readDate } from '../text/dates.ts';
import {
  accompaniesNumber,
  docNumbersIn,
  readCodelessNumber,
  readDocNumber,
  type DocNumber,
} from '../text/doc-number.ts';
import { bare } from '../text/spaces.ts';
import { leaders, likeness, titleKey, type Contents } from './contents.ts';
import { masthead } from './masthead.ts';
import { isDelivered, subtitleLength } from './subtitle.ts';

/** Where a notice begins: the lines of its title and number, as indexes into the gazette's lines. */
export interface Head {
  kind: Notice['kind'];
  /** First line of the head. */
  start: number;
  title: { from: number; to: number };
  /** Lines of the document number; null for a notice without one. */
  number: { from: number; to: number; value: DocNumber } | null;
  /** First line after the head. */
  end: number;
}

/** A title is printed on at most so many lines. */
const titleLines = 6;
/** A type with what it is of, alone on a title's last line, is no longer than this: 任免名单. */
const longestType = 6;
/** So many lines of a notice's text say what it distributes. */
const openingLines = 12;
/** Two titles this alike are one, printed twice. */
const alike = 0.86;

const sentenceEnd = /[。；：:;!！?？，、]$/u;
const listMarker =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d{1,3}[.．、](?!\d)|第[一二三四五六七八九十百]+[章节条])/u;

/** `在全区经济工作会议上的讲话`: the title of a speech. */
const address = /^在.{4,40}上的?(?:讲话|发言|致辞|报告)$/u;
/** `《某某办法》政策解读`: the title of a text about another. */
const aboutOther = /》[^《》]{2,8}$/u;

/** True where quotation marks and book-title marks of a text close all that they open, and open all they close. */
function balanced(text: string): boolean {
  return ['《》', '“”', '（）'].every(
    ([open = '', close = '']) => text.split(open).length === text.split(close).length,
  );
}

/** Titles whose lengths differ this much share too little to be one; spaces of layout are allowed for. */
function sameLength(one: string, other: string): boolean {
  const ratio = bare(one).length / bare(other).length;
  return ratio > 0.6 && ratio < 1.7;
}

/** Finds where each notice of a gazette begins, from its own lines; the contents list is evidence, not truth. */
export class HeadFinder {
  readonly #lines: readonly Line[];
  readonly #lexicon: Lexicon;
  readonly #contents: Contents;
  /** Blank lines between most lines of the gazette. */
  readonly #usualGap: number;

  constructor(lines: readonly Line[], lexicon: Lexicon, contents: Contents) {
    this.#lines = lines;
    const gaps = lines.map((line) => line.data.gap).sort((a, b) => a - b);
    this.#usualGap = gaps[Math.floor(gaps.length / 2)] ?? 0;
    this.#lexicon = lexicon;
    this.#contents = contents;
  }

  /** All heads in source order; heads of documents that another notice reprints are left out. */
  find(): Head[] {
    const numbered = this.#numbered();
    const heads: Head[] = [];
    for (const [index, next] of [...numbered, null].entries()) {
      const before = numbered[index - 1];
      const end = next?.start ?? this.#lines.length;
      heads.push(...this.#unnumberedBetween(before?.end ?? 0, end, before));
      if (next) heads.push(next);
    }
    return heads;
  }

  /** Heads without a number among the lines from `from` to `to`, after the head `before`. */
  #unnumberedBetween(from: number, to: number, before: Head | undefined): Head[] {
    const heads: Head[] = [];
    let last = before;
    for (let at = from; at < to; at += 1) {
      const head = this.#unnumbered(at, last);
      if (!head || head.end > to) continue;
      heads.push(head);
      last = head;
      at = head.end - 1;
    }
    return heads;
  }

  #text(from: number, to: number): string {
    return this.#lines
      .slice(from, to)
      .map((line) => line.value)
      .join('');
  }

  #value(at: number): string {
    return this.#lines[at]?.value ?? '';
  }

  /** Heads whose document number stands on lines of its own. */
  #numbered(): Head[] {
    const heads: Head[] = [];
    for (let at = 0; at < this.#lines.length; at += 1) {
      const number = this.#numberAt(at);
      if (!number) continue;
      const above = this.#titleAbove(at, number);
      const head = above ? this.#overMatter(above) : this.#titleBelow(at, number);
      const last = heads.at(-1);
      if (head && !(last && head.start < last.end) && !(last && this.#reprinted(head, last)))
        heads.push(head);
    }
    return heads;
  }

  /** A number on one line, or broken over two. */
  #numberAt(at: number): { from: number; to: number; value: DocNumber } | null {
    const type = this.#lexicon.documentTypeOf(this.#value(at - 1)) ?? '';
    const one =
      readDocNumber(this.#value(at)) ??
      (this.#lexicon.isCodeless(type) ? readCodelessNumber(this.#value(at)) : null);
    if (one) return { from: at, to: at + 1, value: one };
    if (
      !/[〔\[［【（(〈﹝〖]|发$|[^。，；]〕$/u.test(this.#value(at)) ||
      bare(this.#value(at)).length > 24
    )
      return null;
    const two = at + 1 < this.#lines.length ? readDocNumber(this.#text(at, at + 2)) : null;
    return two && readDocNumber(this.#value(at + 1)) === null
      ? { from: at, to: at + 2, value: two }
      : null;
  }

  #inContents(at: number): boolean {
    return (this.#lines[at]?.position?.start.line ?? 0) <= this.#contents.lastLine;
  }

  /** `某办公室 | 2016年3月18日印发`: a note below a document, on one line or two. */
  #endsDispatchNote(at: number): boolean {
    const above = this.#value(at - 1);
    const opens = (text: string): boolean => this.#lexicon.opensDispatchNote(text);
    return opens(this.#value(at)) || (!opens(above) && opens(above + this.#value(at)));
  }

  /** May the line be part of a title? */
  #titleLike(at: number): boolean {
    const line = this.#lines[at];
    if (!line || this.#inContents(at)) return false;
    const text = line.value;
    return (
      !text.includes('\t') &&
      !leaders.test(text) &&
      !masthead.test(bare(text)) &&
      /\p{Script=Han}/u.test(text) &&
      !(sentenceEnd.test(text) && !this.#lexicon.opensTitle(text)) &&
      !/[。；]/u.test(text) &&
      !listMarker.test(text) &&
      readDate(text) === null &&
      readDocNumber(text) === null &&
      this.#lexicon.disclosureOf(text) === null &&
      this.#lexicon.attachmentLabelOf(text) === null &&
      !this.#lexicon.announcesAttachment(text) &&
      !this.#endsDispatchNote(at) &&
      !this.#lexicon.isFrontMatter(text)
    );
  }

  /** The title above a number: up to the nearest line that opens one, then up over lines of bodies alone. */
  #titleAbove(at: number, number: { from: number; to: number; value: DocNumber }): Head | null {
    let top = at;
    while (top > 0 && at - top < titleLines && this.#titleLike(top - 1)) {
      top -= 1;
      if (this.#lines[top]?.data.opensPage) break;
    }
    if (top === at) return null;
    let start: number | null = null;
    for (let from = at - 1; from >= top && start === null; from -= 1)
      if (this.#lexicon.opensTitle(this.#value(from)) && balanced(this.#text(from, at)))
        start = from;
    if (start === null && this.#lexicon.documentTypeOf(this.#text(top, at)) !== null) start = top;
    if (
      start === null &&
      number.value.year === null &&
      this.#lexicon.isBodyLine(this.#value(at - 1).replace(/令$/u, ''))
    )
      start = at - 1;
    if (start === null) return null;
    start = this.#overBodies(this.#overWrap(start, top), top);
    return { kind: 'notice', start, title: { from: start, to: at }, number, end: number.to };
  }

  /**
   * A title's second line may begin as its first would: 关于…自治区 | 财政厅…的通知, 某办公厅转发某厅等部门 | 关于…的通知.
   * The line above is the title's own where it opens a matter that no document type has closed yet.
   */
  #overWrap(start: number, top: number): number {
    const opens = this.#lexicon.opensMatter(this.#value(start))
      ? (text: string): boolean => this.#lexicon.opensTitle(text)
      : (text: string): boolean => this.#lexicon.opensMatter(text);
    for (let higher = start - 1; higher >= top; higher -= 1) {
      const between = this.#text(higher, start);
      if (opens(between) && this.#lexicon.documentTypeOf(between) === null) return higher;
    }
    return start;
  }

  /** Above the number only who announces, below it what: 某局公告 | 2020年第3号 | 关于…的公告. */
  #overMatter(head: Head): Head {
    const above = this.#text(head.title.from, head.title.to);
    if (this.#lexicon.namesMatter(above) || !this.#lexicon.opensMatter(this.#value(head.end)))
      return head;
    const end = this.#titleEnd(head.end);
    return end === null ? head : { ...head, title: { from: head.end, to: end }, end };
  }

  #overBodies(start: number, top: number): number {
    let first = start;
    while (
      first > top &&
      this.#lines[first]?.data.opensPage === false &&
      this.#lexicon.isBodyLine(this.#value(first - 1))
    )
      first -= 1;
    return first;
  }

  /** Some gazettes print the number above the title. */
  #titleBelow(at: number, number: { from: number; to: number; value: DocNumber }): Head | null {
    const from = accompaniesNumber(this.#value(number.to)) ? number.to + 1 : number.to;
    const end = this.#titleEnd(from);
    if (end === null) return null;
    const start = this.#overBodies(at, Math.max(0, at - 2));
    return { kind: 'notice', start, title: { from, to: end }, number, end };
  }

  /** End of a title that begins at `from`: the first line where it ends in a document type and is balanced. */
  #titleEnd(from: number): number | null {
    let body = from;
    while (this.#lexicon.isBodyLine(this.#value(body)) && body - from < 3) body += 1;
    const opening = this.#text(from, body + 1);
    if (body > from && this.#isTypeAlone(body)) return body + 1;
    const explains = opening.startsWith('《');
    if (
      !explains &&
      !address.test(bare(opening)) &&
      !this.#lexicon.opensTitle(this.#value(body)) &&
      !this.#lexicon.opensTitle(opening)
    )
      return null;
    for (let to = body + 1; to <= from + titleLines && to <= this.#lines.length; to += 1) {
      if (!this.#titleLike(to - 1)) return null;
      const text = this.#text(from, to);
      const closed = this.#lexicon.documentTypeOf(text) !== null && balanced(text);
      if (closed && (!explains || aboutOther.test(text))) return to;
    }
    return null;
  }

  /** `任　免　名　单` below the body that issues it: a title without a matter. */
  #isTypeAlone(at: number): boolean {
    const text = bare(this.#value(at));
    return (
      this.#titleLike(at) &&
      text.length <= longestType &&
      this.#lexicon.documentTypeOf(text) !== null &&
      !this.#lexicon.isBodyLine(text)
    );
  }

  /** A head inside a notice that forwards or distributes the very document: by its title, or by its number. */
  #reprinted(head: Head, within: Head): boolean {
    const cover = this.#text(within.title.from, within.title.to);
    if (head.number?.value.code === within.number?.value.code || !this.#lexicon.distributes(cover))
      return false;
    const cited = this.#text(within.end, head.start);
    const number = head.number?.value.text;
    if (number !== undefined && docNumbersIn(cited).some((other) => other.text === number))
      return true;
    const matter = titleKey(this.#text(head.title.from, head.title.to)).replace(
      /^.*?(?=关于)/u,
      '',
    );
    const type = this.#lexicon.documentTypeOf(matter)?.length ?? 0;
    const core = matter.slice(0, matter.length - type).replace(/的$/u, '');
    return core.startsWith('关于') && core.length > 6 && titleKey(cover).includes(core);
  }

  /** A head without a number: a chronicle, statistics, or a notice that other evidence shows. */
  #unnumbered(at: number, before: Head | undefined): Head | null {
    if (!this.#titleLike(at) || this.#signs(at)) return null;
    const follows = this.#afterAnItem(at, before);
    if (!follows && !this.#lexicon.isBodyLine(this.#value(at - 1))) return null;
    const listed = this.#listed(at);
    const titleEnd = this.#titleEnd(at);
    const announces = titleEnd !== null && this.#announces(at, titleEnd, before);
    if (!follows && listed === null && !announces) return null;
    const opensSection = this.#lines[at]?.data.opensSection === true;
    if (this.#lexicon.isChronicleTitle(this.#value(at)))
      return this.#plain('chronicle', at, at + 1);
    const statistics = listed ?? at + 1;
    if (
      (listed !== null || opensSection || this.#noted(statistics)) &&
      this.#lexicon.isStatisticsTitle(this.#text(at, statistics))
    )
      return this.#plain('statistics', at, statistics);
    const end = titleEnd ?? listed ?? this.#deliveredEnd(at);
    if (end === null)
      return opensSection && !this.#numberSoon(at) ? this.#plain('notice', at, at + 1) : null;
    if (before && this.#distributes(before, at, end)) return null;
    const sure =
      listed === end ||
      opensSection ||
      this.#addressed(end) ||
      this.#noted(end) ||
      this.#explains(at, end) ||
      this.#announces(at, end, before);
    return sure ? this.#plain('notice', at, end) : null;
  }

  /** Is it a signature: bodies alone on their lines, and a date below them? */
  #signs(at: number): boolean {
    let to = at;
    while (this.#lexicon.isBodyLine(this.#value(to))) to += 1;
    return to > at && readDate(this.#value(to)) !== null;
  }

  /** Do addressees follow a title that ends before `end`? */
  #addressed(end: number): boolean {
    return [0, 1, 2].some(
      (more) =>
        /[：:]$/u.test(this.#value(end + more)) &&
        this.#lexicon.isAddressees(this.#text(end, end + more + 1)),
    );
  }

  /** Does a note follow a title that ends before `end`: who passed the text, where it was read, who answers for it? */
  #noted(end: number): boolean {
    const lines = this.#lines.slice(end, end + titleLines).map((line) => line.value);
    return readDate(lines[0] ?? '') === null && subtitleLength(lines, this.#lexicon) > 0;
  }

  /** End of a title that names nobody, but stands over a note on where the text was read: 政府工作报告; null for none. */
  #deliveredEnd(at: number): number | null {
    const note = this.#lines.slice(at + 1, at + 3).map((line) => line.value);
    const delivered = note.some((_, last) => isDelivered(note.slice(0, last + 1).join('')));
    return delivered && this.#lexicon.documentTypeOf(this.#value(at)) !== null ? at + 1 : null;
  }

  /** Does a title say that its text is about another: 《某某办法》政策解读? */
  #explains(at: number, end: number): boolean {
    const title = this.#text(at, end);
    return title.startsWith('《') && this.#lexicon.isExplanation(title);
  }

  /** Does a number stand on one of the next lines, so that a head with a number begins here? */
  #numberSoon(at: number): boolean {
    return this.#lines
      .slice(at, at + titleLines + 1)
      .some((line) => readDocNumber(line.value) !== null);
  }

  /** Is it an announcement of a body that follows a finished notice, one that distributes nothing? */
  #announces(at: number, end: number, before: Head | undefined): boolean {
    const type = this.#lexicon.documentTypeOf(this.#text(at, end));
    const previous = this.#value(at - 1);
    const finished =
      before === undefined ||
      readDate(previous) !== null ||
      this.#lexicon.isBodyLine(previous) ||
      this.#lexicon.disclosureOf(previous) !== null;
    const distributes =
      before !== undefined &&
      this.#lexicon.distributes(this.#text(before.title.from, before.title.to));
    const named =
      this.#lexicon.isBodyLine(this.#value(at)) || !this.#lexicon.opensMatter(this.#value(at));
    return finished && !distributes && named && this.#lexicon.isAnnouncement(type ?? '');
  }

  #plain(kind: Notice['kind'], from: number, to: number): Head {
    return { kind, start: from, title: { from, to }, number: null, end: to };
  }

  /**
   * Does the line before end an item: a date, a disclosure note, a table's row, a finished sentence at a page's end?
   * Before the first item stands front matter; a wider gap than elsewhere parts items too.
   */
  #afterAnItem(at: number, before: Head | undefined): boolean {
    const line = this.#lines[at];
    const previous = this.#lines[at - 1];
    if (!line || !previous || !before) return true;
    if (this.#lexicon.attachmentLabelOf(previous.value) !== null) return false;
    return (
      line.data.opensPage ||
      line.data.gap > this.#usualGap + 1 ||
      before.kind === 'statistics' ||
      readDate(previous.value) !== null ||
      this.#lexicon.disclosureOf(previous.value) !== null ||
      /[。）)]$/u.test(previous.value) ||
      previous.value.includes('\t')
    );
  }

  /** End of the title at `at` that the contents list holds too; null where it holds none. */
  #listed(at: number): number | null {
    let best: { score: number; to: number } | null = null;
    for (let to = at + 1; to <= at + 4 && to <= this.#lines.length; to += 1) {
      const text = this.#text(at, to);
      const { length } = titleKey(text);
      if (length > 120) break;
      if (length <= 7) continue;
      for (const entry of this.#contents.entries) {
        if (
          !sameLength(entry.title, text) ||
          text.startsWith('《') !== entry.title.startsWith('《')
        )
          continue;
        const score = likeness(entry.title, text);
        if (score >= (best?.score ?? alike)) best = { score, to };
      }
    }
    return best?.to ?? null;
  }

  /** Is the text at `from` one that the notice before announces? */
  #distributes(before: Head, from: number, to: number): boolean {
    const title = this.#text(before.title.from, before.title.to);
    const opening = this.#text(before.end, Math.min(before.end + openingLines, from));
    const announced = titleKey(this.#lexicon.distributes(title) ? title + opening : opening);
    const matter = titleKey(this.#text(from, to));
    const core = matter.replace(/^.*?关于/u, '');
    return announced.includes(matter) || (core.length > 6 && announced.includes(core));
  }
}

import type { Notice } from '../../tree/types.ts';
import { readDate } from '../../text/dates.ts';
import { readDocNumber } from '../../text/doc-number.ts';
import { bare } from '../../text/spaces.ts';
import { likeness, titleKey } from '../likeness.ts';
import { isDelivered, readSubtitleDate, subtitleLength } from '../subtitle.ts';
import type { GazetteLines } from './gazette-lines.ts';
import type { Head } from './head.ts';
import { balanced, isTitleLine, titleEnd, titleLines } from './titles.ts';

/** So many lines of a notice's text say what it distributes. */
const openingLines = 12;
/**
 * `（2012年3月—4月）`: the time of a chronicle below its name; of the title where the contents list says so,
 * or nothing else names it.
 */
const chroniclePeriod = /^[（(][\d〇○零一二三四五六七八九OＯ]{4}年[^（()）]*月[^（()）]*[）)]$/u;
/** 大事记, 大事纪要: the name of a chronicle that names nobody. */
const longestBareName = 4;
/** An announcement says within so many lines that it announces. */
const tellingLines = 8;
/** Two titles this alike are one, printed twice. */
const alike = 0.86;

/** Titles whose lengths differ this much share too little to be one; spaces of layout are allowed for. */
function sameLength(one: string, other: string): boolean {
  const ratio = bare(one).length / bare(other).length;
  return ratio > 0.6 && ratio < 1.7;
}

/** Heads without a number among the lines from `from` to `to`, after the head `before`. */
export function unnumberedHeads(
  gazette: GazetteLines,
  from: number,
  to: number,
  before: Head | undefined,
): Head[] {
  const heads: Head[] = [];
  let last = before;
  for (let at = from; at < to; at += 1) {
    const head = unnumberedAt(gazette, at, last);
    if (!head || head.end > to) continue;
    heads.push(head);
    last = head;
    at = head.end - 1;
  }
  return heads;
}

/** A head without a number: a chronicle, statistics, or a notice that other evidence shows. */
function unnumberedAt(gazette: GazetteLines, at: number, before: Head | undefined): Head | null {
  const asks = /[？?]$/u.test(gazette.value(at)) && !gazette.inContents(at);
  if ((!isTitleLine(gazette, at) && !asks) || isSignature(gazette, at)) return null;
  if (/^[（(]/u.test(gazette.value(at))) return null;
  const listed = listedEnd(gazette, at);
  if (asks && listed === null) return null;
  const isNotedEntry = listed !== null && isNoted(gazette, listed);
  const closed = titleEnd(gazette, at);
  const tells = closed !== null && tellsBelow(gazette, at, closed);
  const isParted = listed !== null && (gazette.lines[at]?.data.gap ?? 0) > gazette.usualGap;
  const follows = isNotedEntry || tells || isParted || followsItem(gazette, at, before);
  if (!follows && !gazette.lexicon.isBodyLine(gazette.value(at - 1))) return null;
  const announced = closed !== null && announces(gazette, at, closed, before);
  if (!follows && listed === null && !announced) return null;
  const opensSection = gazette.lines[at]?.data.opensSection === true;
  if (gazette.lexicon.isChronicleTitle(gazette.value(at))) {
    const named = bare(gazette.value(at)).length > longestBareName && listed !== at + 2;
    const period = !named && chroniclePeriod.test(bare(gazette.value(at + 1)));
    return plainHead('chronicle', at, period ? at + 2 : at + 1);
  }
  const statistics = listed ?? at + 1;
  if (
    (listed !== null ||
      opensSection ||
      isNoted(gazette, statistics) ||
      followsStatistics(gazette, at, before) ||
      (before !== undefined && isTableOfItsOwn(gazette, before, at, statistics))) &&
    gazette.lexicon.isStatisticsTitle(gazette.text(at, statistics))
  )
    return plainHead('statistics', at, statistics);
  const parted = partedEnd(gazette, at);
  if (parted !== null && gazette.lexicon.isStatisticsTitle(gazette.text(at, parted)))
    return plainHead('statistics', at, parted);
  const end = closed ?? listed ?? deliveredEnd(gazette, at) ?? parted;
  if (end === null)
    return opensSection && !numberSoon(gazette, at) ? plainHead('notice', at, at + 1) : null;
  if (before && distributes(gazette, before, at, end) && !isHeard(gazette, before, end))
    return null;
  const sure =
    listed === end ||
    tells ||
    parted !== null ||
    opensSection ||
    isAddressed(gazette, end) ||
    isNoted(gazette, end) ||
    isExplanation(gazette, at, end) ||
    followsDated(gazette, at, end, before) ||
    announces(gazette, at, end, before);
  return sure ? plainHead('notice', at, end) : null;
}

/**
 * Where no contents list tells: does the title of minutes, which nobody signs, stand below the date of a document that
 * distributes and attaches nothing?
 */
function followsDated(
  gazette: GazetteLines,
  at: number,
  end: number,
  before: Head | undefined,
): boolean {
  const { lexicon } = gazette;
  return (
    lexicon.isCodeless(lexicon.documentTypeOf(gazette.text(at, end)) ?? '') &&
    gazette.contents.entries.length === 0 &&
    before !== undefined &&
    readDate(gazette.value(at - 1)) !== null &&
    lexicon.opensMatter(gazette.value(at)) &&
    !lexicon.distributes(gazette.text(before.title.from, before.title.to)) &&
    !gazette.lines.slice(before.end, at).some(({ value }) => lexicon.announcesAttachment(value))
  );
}

/**
 * End of a title that names nobody, but stands below a gap that parts items, or over addressees, a note or an
 * announcement; null for none.
 */
function partedEnd(gazette: GazetteLines, at: number): number | null {
  const { lexicon, usualGap } = gazette;
  const isApart = (gazette.lines[at]?.data.gap ?? 0) > usualGap;
  for (let to = at + 1; to <= at + titleLines && isTitleLine(gazette, to - 1); to += 1) {
    if (to > at + 1 && gazette.lines[to - 1]?.data.opensSection === true) break;
    const text = gazette.text(at, to);
    const typed = lexicon.documentTypeOf(text) !== null || lexicon.isStatisticsTitle(text);
    if (!balanced(text) || !typed) continue;
    const isShown =
      gazette.partsItems(at) ||
      isNoted(gazette, to) ||
      tellsBelow(gazette, at, to) ||
      (isApart && isAddressed(gazette, to));
    return isShown ? to : null;
  }
  return null;
}

/** Is it a signature: bodies alone on their lines, and a date below them? */
function isSignature(gazette: GazetteLines, at: number): boolean {
  let to = at;
  while (to - at < titleLines && gazette.lexicon.isBodyLine(gazette.value(to))) to += 1;
  return to > at && readDate(gazette.value(to)) !== null;
}

/** Do addressees follow a title that ends before `end`? */
function isAddressed(gazette: GazetteLines, end: number): boolean {
  return [0, 1, 2].some(
    (more) =>
      /[：:]$/u.test(gazette.value(end + more)) &&
      gazette.lexicon.isAddressees(gazette.text(end, end + more + 1)),
  );
}

/** Does a note follow a title that ends before `end`: who passed the text, where it was read, who answers for it? */
function isNoted(gazette: GazetteLines, end: number): boolean {
  const lines = gazette.lines.slice(end, end + titleLines).map((line) => line.value);
  return readDate(lines[0] ?? '') === null && subtitleLength(lines, gazette.lexicon) > 0;
}

/** End of a title that names nobody, but stands over a note on where the text was read: 政府工作报告; null for none. */
function deliveredEnd(gazette: GazetteLines, at: number): number | null {
  const note = gazette.lines.slice(at + 1, at + 3).map((line) => line.value);
  const delivered = note.some((_, last) => isDelivered(note.slice(0, last + 1).join('')));
  return delivered && gazette.lexicon.documentTypeOf(gazette.value(at)) !== null ? at + 1 : null;
}

/** Was the text read out, so that a notice before it that distributes nothing only speaks of it? */
function isHeard(gazette: GazetteLines, before: Head, end: number): boolean {
  const note = gazette.lines.slice(end, end + titleLines).map((line) => line.value);
  return (
    note.some((_, last) => isDelivered(note.slice(0, last + 1).join(''))) &&
    !gazette.lexicon.distributes(gazette.text(before.title.from, before.title.to))
  );
}

/** Does a title say that its text is about another: 《某某办法》政策解读? */
function isExplanation(gazette: GazetteLines, at: number, end: number): boolean {
  const title = gazette.text(at, end);
  return title.startsWith('《') && gazette.lexicon.isExplanation(title);
}

/** Does a number stand on one of the next lines, so that a head with a number begins here? */
function numberSoon(gazette: GazetteLines, at: number): boolean {
  return gazette.lines
    .slice(at, at + titleLines + 1)
    .some((line) => readDocNumber(line.value) !== null);
}

/** Is it an announcement of a body that follows a finished notice, one that distributes nothing? */
function announces(
  gazette: GazetteLines,
  at: number,
  end: number,
  before: Head | undefined,
): boolean {
  const type = gazette.lexicon.documentTypeOf(gazette.text(at, end));
  const previous = gazette.value(at - 1);
  const finished =
    before === undefined ||
    readDate(previous) !== null ||
    gazette.lexicon.isBodyLine(previous) ||
    gazette.lexicon.disclosureOf(previous) !== null;
  const distributes =
    before !== undefined &&
    gazette.lexicon.distributes(gazette.text(before.title.from, before.title.to));
  const named =
    gazette.lexicon.isBodyLine(gazette.value(at)) ||
    !gazette.lexicon.opensMatter(gazette.value(at));
  return finished && !distributes && named && gazette.lexicon.isAnnouncement(type ?? '');
}

/** Does it stand apart below other statistics, where no contents list tells which are an item? */
const followsStatistics = (gazette: GazetteLines, at: number, before: Head | undefined): boolean =>
  before?.kind === 'statistics' && gazette.isSetApart(at) && gazette.contents.entries.length === 0;

/**
 * Do figures stand below a title that follows the last sentence of a speech, where no contents list tells which are an
 * item? A notice with a number may hold a table.
 */
function isTableOfItsOwn(gazette: GazetteLines, before: Head, at: number, end: number): boolean {
  return (
    gazette.contents.entries.length === 0 &&
    before.kind === 'notice' &&
    before.number === null &&
    /[。！!]$/u.test(gazette.value(at - 1)) &&
    gazette.lines.slice(before.end, at).some((line) => readSubtitleDate(line.value) !== null) &&
    gazette.lexicon.opensTable(gazette.value(end)) &&
    !distributes(gazette, before, at, end)
  );
}

/** `通告如下：`, `现予公示`: the words by which a text of a type announces. */
const announcing = (type: string): RegExp => new RegExp(`${type}如下：|(?:现予|予以)${type}`, 'u');

/** Does the text below the title of an announcement say that it announces: 现就有关事项通告如下：? */
function tellsBelow(gazette: GazetteLines, at: number, end: number): boolean {
  const type = gazette.lexicon.documentTypeOf(gazette.text(at, end)) ?? '';
  return (
    gazette.lexicon.isAnnouncement(type) &&
    !gazette.lexicon.opensMatter(gazette.value(at)) &&
    gazette.lexicon.attachmentLabelOf(gazette.value(at - 1)) === null &&
    announcing(type).test(gazette.text(end, end + tellingLines))
  );
}

function plainHead(kind: Notice['kind'], from: number, to: number): Head {
  return { kind, start: from, title: { from, to }, number: null, end: to };
}

/**
 * Does the line before end an item: a date, a disclosure note, a table's row, a finished sentence at a page's end?
 * Before the first item stands front matter; a wider gap than elsewhere parts items too.
 */
function followsItem(gazette: GazetteLines, at: number, before: Head | undefined): boolean {
  const line = gazette.lines[at];
  const previous = gazette.lines[at - 1];
  if (!line || !previous || !before) return true;
  if (gazette.lexicon.attachmentLabelOf(previous.value) !== null) return false;
  return (
    gazette.isSetApart(at) ||
    before.kind === 'statistics' ||
    readDate(previous.value) !== null ||
    gazette.lexicon.disclosureOf(previous.value) !== null ||
    /[。！!）)]$/u.test(previous.value) ||
    previous.value.includes('\t')
  );
}

/** The last character of a title, a remark in brackets aside: one that is cut short ends in another. */
const lastSign = (title: string): string =>
  titleKey(title.replace(/[（(][^（()）]*[)）]$/u, '')).slice(-1);

/** End of the title at `at` that the contents list holds too; null where it holds none. */
function listedEnd(gazette: GazetteLines, at: number): number | null {
  let best: { score: number; to: number } | null = null;
  for (let to = at + 1; to <= at + 4 && to <= gazette.lines.length; to += 1) {
    const text = gazette.text(at, to);
    const { length } = titleKey(text);
    if (length > 120) break;
    if (length <= 7) continue;
    for (const entry of gazette.contents.entries) {
      if (!sameLength(entry.title, text) || text.startsWith('《') !== entry.title.startsWith('《'))
        continue;
      if (lastSign(entry.title) !== lastSign(text)) continue;
      const score = likeness(entry.title, text);
      if (score >= (best?.score ?? alike)) best = { score, to };
    }
  }
  return best?.to ?? null;
}

/** Is the text at `from` one that the notice before announces? */
function distributes(gazette: GazetteLines, before: Head, from: number, to: number): boolean {
  const title = gazette.text(before.title.from, before.title.to);
  const opening = gazette.text(before.end, Math.min(before.end + openingLines, from));
  const announced = titleKey(gazette.lexicon.distributes(title) ? title + opening : opening);
  const matter = titleKey(gazette.text(from, to));
  const core = matter.replace(/^.*?关于/u, '');
  return announced.includes(matter) || (core.length > 6 && announced.includes(core));
}

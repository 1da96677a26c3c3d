import type { Lexicon } from '../lexicon.ts';
import { rankOf, readMarker, type Marker } from '../text/markers.ts';
import { widthOf } from '../text/width.ts';
import type { Line, Notice } from '../tree/types.ts';

/** How the lines of a gazette were set. */
export type Setting = 'wrapped' | 'flowing';

/** A line wider than any printed column: the export has put a whole paragraph on one line. */
const wideLine = 110;
/** Where so much of the text stands in wide lines, every paragraph is one line, cut only where a page ends. */
const wideShare = 0.2;

export function settingOf(lines: readonly Line[]): Setting {
  let wide = 0;
  let all = 0;
  for (const line of lines) {
    const width = line.value.includes('\t') ? 0 : widthOf(line.value);
    all += width;
    if (width > wideLine) wide += width;
  }
  return all > 0 && wide / all > wideShare ? 'flowing' : 'wrapped';
}

/** Lines on either side that show how wide a column is set. */
const neighbours = 9;
/** So many neighbours within `spread` half-width columns of one another are a column's full lines. */
const quorum = 3;
const spread = 3;

/** The widths, in half-width columns, of full lines around each line; 0 where none can be told. */
export function columnWidths(widths: readonly number[]): number[] {
  return widths.map((_, at) => {
    const near = widths
      .slice(Math.max(0, at - neighbours), at + neighbours + 1)
      .sort((a, b) => b - a);
    for (const widest of near) {
      if (widest < 24) return 0;
      if (near.filter((width) => width <= widest && width >= widest - spread).length >= quorum)
        return widest;
    }
    return 0;
  });
}

const terminal = /[。！？!?：:；;]["”’）)》】]*$/u;
const comma = /[，、,]$/u;
const closing = /^[，。、；：！？）》”’】,.;:!?)]/u;
/** 李 婧 大武口区人民政府副区长: a name, a space, a post. */
const member =
  /^(?:[-·*]\s*)?(?:[^：:]{1,8}[：:]\s*)?(?:\p{Script=Han}{2,4}|\p{Script=Han}\s\p{Script=Han})\s+[\p{Script=Han}（(、]{3,}/u;
const dashItem = /^(?:[—－-]{2}|[●■◆▲★□○·•]\s*|-\s+)(?=\S)/u;
const chronicleDay = /^(?:(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日|同日|当日|是日|本月)/u;

/** A bracket that stays open this long is a misprint, not a clause. */
const longestClause = 160;

/** Opening brackets that a text leaves open, and where the first of them stands. */
function opened(text: string): number {
  for (const [open, close] of [
    ['《', '》'],
    ['（', '）'],
    ['(', ')'],
    ['“', '”'],
    ['〔', '〕'],
  ] as const) {
    const mixed = open === '（' || open === '(' ? /[（(]/gu : new RegExp(open, 'gu');
    const mixedClose = open === '（' || open === '(' ? /[)）]/gu : new RegExp(close, 'gu');
    const opens = [...text.matchAll(mixed)];
    const closes = [...text.matchAll(mixedClose)];
    if (opens.length > closes.length) return opens.at(-1)?.index ?? -1;
  }
  return -1;
}

export interface JoinContext {
  lexicon: Lexicon;
  setting: Setting;
  kind: Notice['kind'];
  /** Does the layout show paragraphs by their indent? */
  indented: boolean;
}

/**
 * Decides for each line of a run whether it goes on with the paragraph of the line before it.
 *
 * @param lines - lines of one run, furniture left out
 * @returns for each line, true where it continues
 */
export function joinLines(lines: readonly Line[], context: JoinContext): boolean[] {
  const widths = lines.map((line) => widthOf(line.value));
  const columns = columnWidths(widths);
  const sequence = new Map<Marker['kind'], number>();
  const joins: boolean[] = [];
  let paragraph = '';
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const marker = readMarker(line.value);
    const joined =
      before !== undefined &&
      continues({
        before,
        line,
        paragraph,
        marker,
        expected:
          marker !== null && (marker.value === 1 || sequence.get(marker.kind) === marker.value - 1),
        column: Math.min(columns[at - 1] ?? 0, columns[at] ?? 0) || (columns[at - 1] ?? 0),
        widthBefore: widths[at - 1] ?? 0,
        width: widths[at] ?? 0,
        after: lines[at + 1],
        context,
      });
    joins.push(joined);
    paragraph = joined ? paragraph + line.value : line.value;
    if (!joined && marker) {
      sequence.set(marker.kind, marker.value);
      for (const kind of [...sequence.keys()])
        if (rankOf(kind) > rankOf(marker.kind) && kind !== 'third') sequence.delete(kind);
    }
  }
  return joins;
}

interface Gap {
  before: Line;
  line: Line;
  /** Text of the paragraph so far, `before` included. */
  paragraph: string;
  /** Numbering that `line` opens with. */
  marker: Marker | null;
  /** Is the marker 1, or the number after the last of its kind? */
  expected: boolean;
  /** Width of full lines here; 0 where unknown. */
  column: number;
  widthBefore: number;
  width: number;
  after: Line | undefined;
  context: JoinContext;
}

function continues(gap: Gap): boolean {
  const { before, line, paragraph, context } = gap;
  const { lexicon, kind, setting } = context;
  const label = lexicon.opensDuty(line.value) || lexicon.opensPost(line.value);
  const open = opened(paragraph);
  const inClause = open >= 0 && paragraph.length - open < longestClause;
  const strongMarker =
    gap.marker !== null && (gap.marker.kind === 'chapter' || gap.marker.kind === 'article');
  if (
    kind === 'chronicle' &&
    chronicleDay.test(line.value) &&
    (terminal.test(before.value) || gap.widthBefore < gap.column - 4)
  )
    return false;
  if (strongMarker && (terminal.test(before.value) || !inClause)) return false;
  if (inClause) return true;
  if (closing.test(line.value)) return true;
  if (dashItem.test(line.value)) return false;
  return setting === 'flowing' ? continuesFlowing(gap, label) : continuesWrapped(gap, label);
}

/** One line a paragraph, cut where pages end: a piece goes on where it ends in no full stop. */
function continuesFlowing(
  { before, line, paragraph, marker, widthBefore, context }: Gap,
  label: boolean,
): boolean {
  const { lexicon } = context;
  if (marker !== null || label) return false;
  if (terminal.test(before.value)) return false;
  if (/号[)）]$/u.test(before.value) && widthBefore > 60) return true;
  if (/[)）]$/u.test(before.value)) return false;
  if (comma.test(before.value)) return true;
  if (member.test(before.value) && (line.data.gap === 0 || member.test(line.value))) return false;
  if (lexicon.opensDuty(before.value)) return true;
  if (readMarker(before.value) !== null && !/[。，；]/u.test(before.value) && widthBefore < 70)
    return false;
  return widthBefore >= 40 || /[。；]/u.test(paragraph);
}

/** Lines set in a column: a piece goes on where its line is full. */
function continuesWrapped(gap: Gap, label: boolean): boolean {
  const { before, line, paragraph, marker, expected, column, widthBefore, width, after, context } =
    gap;
  const full = column > 0 && widthBefore >= column - 3;
  const nearlyFull = column > 0 && widthBefore >= column * 0.78;
  const ended = terminal.test(before.value);
  if (label) return false;
  if (marker !== null && (expected || ended || !full)) return false;
  if (context.indented) return line.data.indent <= before.data.indent && !(ended && !full);
  if (ended) {
    if (!full) return false;
    if (width >= column - 1) return true;
    const opensShort = width <= column - 3 && width >= column - 7;
    const goesOn = after !== undefined && !terminal.test(line.value);
    if (opensShort && goesOn) return false;
    return !/[；;]$/u.test(before.value);
  }
  if (member.test(before.value))
    return !member.test(line.value) && widthBefore >= column - 3 && width < column * 0.5;
  if (readMarker(before.value) !== null && !/[。，；：]/u.test(before.value))
    return widthBefore >= column - 4 && column > 0;
  if (nearlyFull) return true;
  if (context.lexicon.opensDuty(before.value)) return /[，、,]$/u.test(before.value);
  return (
    /[，、,]$/u.test(before.value) || (/[，。；]/u.test(paragraph) && widthBefore > column * 0.4)
  );
}

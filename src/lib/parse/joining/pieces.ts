import type { Lexicon } from '../../lexicon/lexicon.ts';
import { readMarker, type Marker } from '../../text/markers.ts';
import { foldPunctuation } from '../../text/punctuation.ts';
import { widthOf } from '../../text/width.ts';
import type { Line, Notice } from '../../tree/types.ts';
import { columnWidths, neighbours } from './columns.ts';
import type { Setting } from './setting.ts';
import { terminal } from './signs.ts';

/** A line as the decisions see it. */
export interface Piece {
  /** Its text, punctuation folded, Markdown's own stars gone. */
  text: string;
  width: number;
  /** Width of full lines here, and of most of them; 0 where unknown. */
  column: number;
  usual: number;
  /** Where the lines around it end that reach furthest. */
  edge: number;
  marker: Marker | null;
  /** Does it open with the label of a duty or a post, or a list of attachments? */
  label: boolean;
  line: Line;
}

export interface JoinContext {
  lexicon: Lexicon;
  setting: Setting;
  kind: Notice['kind'];
  /** Labels of duties that run in with the text before them. */
  labelsInside: ReadonlySet<string>;
  /** Columns at which lines begin that open no paragraph; null where indents say nothing. */
  margins: ReadonlyMap<Line, number> | null;
  /** Blank lines between lines of one paragraph, where more of them part paragraphs; null where gaps say nothing. */
  usualGap: number | null;
}

/** Whether a line goes on with the paragraph before it; where nothing on the page tells, it may, and is joined. */
export type Decision = 'joins' | 'breaks' | 'may join';

/** What one kind of evidence says of a line's break; null where it says nothing. */
export type Rule = (gap: Break) => Decision | null;

export const decided = (joins: boolean): Decision => (joins ? 'joins' : 'breaks');

/** What the first rule that says anything says; null where none does. */
export function firstToSay(rules: readonly Rule[], gap: Break): Decision | null {
  for (const rule of rules) {
    const decision = rule(gap);
    if (decision !== null) return decision;
  }
  return null;
}

/** What stands on either side of a line's break. */
export interface Break {
  before: Piece;
  next: Piece;
  after: Piece | undefined;
  /** The first line of the paragraph that `before` belongs to. */
  first: Piece;
  /** Text of the paragraph so far, `before` included. */
  paragraph: string;
  /** Does `before` open its paragraph? Then its indent took room. */
  opens: boolean;
  /** Does `before` end a sentence, or a clause in brackets after one? */
  ended: boolean;
  /** Is the paragraph an entry of a list of attachments? */
  inList: boolean;
  /** Is the marker of `next` 1, or the number after the last of its kind? */
  expected: boolean;
  context: JoinContext;
}

/** An article's first piece that is this wide is no mere heading. */
export const articleWidth = 30;
/** A numbered piece that is this wide is no mere heading, with a comma in it and without. */
export const headingWidth = { withComma: 50, plain: 70 };

/** `附件：1.…` opens a list whose entries are paragraphs. */
export const attachments = /^(?:[-·]\s*)?附(?:件|表)?\s*：\s*(?:(\d{1,2})\s*[.．、])?/u;

/** 李 婧 大武口区人民政府副区长: a name, a space, a post. */
const member =
  /^(?:[-·*]\s*)?(?:[^：]{1,8}：\s*)?(?:\p{Script=Han}{2,4}|\p{Script=Han}\s+\p{Script=Han})(?:（[\p{Script=Han}，、]{1,8}）)?\s+[\p{Script=Han}（][^，。；“”‘’]{2,}$/u;
export const isMember = (piece: Piece): boolean => piece.marker === null && member.test(piece.text);

/** An article's number opens its text: a first line that is wide is no heading, though no stop is in it yet. */
export const isHeadingLike = (piece: Piece): boolean =>
  piece.marker !== null &&
  !/[。；：]/u.test(piece.text) &&
  !(piece.marker.kind === 'article' && piece.width >= articleWidth);

/** A title alone on its line, in a list of them. */
const title = /^《[^《》]*(?:《[^《》]*》[^《》]*)*》$/u;

/**
 * Does a line end inside a sentence: no stop at its end, and no numbering, label or list after it? Names one a line have
 * no signs at all.
 */
function breaksInside(piece: Piece, next: Piece | undefined): boolean {
  return (
    next !== undefined &&
    !terminal.test(piece.text) &&
    !isMember(piece) &&
    !isHeadingLike(piece) &&
    !title.test(piece.text) &&
    next.marker === null &&
    !next.label &&
    /[，。、；：]/u.test(piece.text + next.text)
  );
}

/** The end of a sentence or of a heading that the line before began: `治责任。各乡镇…`, `条件`. */
export function endsShortly(text: string): boolean {
  const stop = text.indexOf('。');
  return stop > 0
    ? stop <= 9 && !/[，：、]/u.test(text.slice(0, stop))
    : text.length <= 4 && /^\p{Script=Han}+$/u.test(text);
}

/** The column of the page where a line ends. */
export const rightOf = ({ line, width }: Pick<Piece, 'line' | 'width'>): number =>
  line.data.indent + width;

/** Lines of names from the one with their label on: they may be set narrower than the column. */
function listedIn(pieces: readonly Piece[], lexicon: Lexicon): Set<Piece> {
  const found = new Set<Piece>();
  let listed = false;
  for (const piece of pieces) {
    const opens = lexicon.opensDuty(piece.line.value);
    listed = opens || (listed && !piece.label && piece.marker === null);
    if (listed) found.add(piece);
    listed = lexicon.endsInDuty(piece.text) || (listed && !terminal.test(piece.text));
  }
  return found;
}

export function piecesOf(lines: readonly Line[], lexicon: Lexicon): Piece[] {
  const pieces = lines.map((line): Piece => {
    const text = foldPunctuation(line.value).replaceAll('**', '');
    return {
      text,
      width: widthOf(line.value),
      column: 0,
      usual: 0,
      edge: 0,
      marker: readMarker(text, line.data.outline),
      label:
        lexicon.opensDuty(line.value) || lexicon.opensPost(line.value) || attachments.test(text),
      line,
    };
  });
  const listed = listedIn(pieces, lexicon);
  const columns = columnWidths(
    pieces.map((piece, at) => ({
      width: piece.width,
      breaksInside: !listed.has(piece) && breaksInside(piece, pieces[at + 1]),
      mayOpen: terminal.test(pieces[at - 1]?.text ?? '。'),
    })),
  );
  const edgeAt = (at: number): number =>
    Math.max(...pieces.slice(Math.max(0, at - neighbours), at + neighbours + 1).map(rightOf));
  return pieces.map((piece, at) => ({
    ...piece,
    column: columns[at]?.widest ?? 0,
    usual: columns[at]?.usual ?? 0,
    edge: edgeAt(at),
  }));
}

import type { VFile } from 'vfile';
import type { Boundary, NoticeCorrection, Reason } from '../schema/correction.ts';
import type { NoticeKind } from '../schema/notice.ts';
import type { Line } from '../tree/types.ts';

/** Corrections of one notice, from one file. */
export interface NoticeCorrections {
  /** Id of the notice. */
  id: string;
  /** Path of the file, for messages. */
  file: string;
  entries: readonly NoticeCorrection[];
}

/** All corrections that concern one gazette. */
export interface Corrections {
  /** Path of the file of boundaries. */
  file: string;
  boundaries: readonly Boundary[];
  notices: readonly NoticeCorrections[];
}

export const noCorrections: Corrections = { file: '', boundaries: [], notices: [] };

/** A place where the layout was misread; `origin` names file and entry. */
interface Placed {
  origin: string;
  line: number;
}

/** What passes need of the corrections: plain data, by line. */
export interface Layout {
  begins: readonly (Placed & { kind: NoticeKind })[];
  notBeginnings: readonly Placed[];
  ends: readonly Placed[];
  joins: readonly Placed[];
  splits: readonly (Placed & { before: string })[];
}

/** A place where paragraphs were joined or split: the lines on either side. */
export interface Seam {
  origin: string;
  left: Line;
  right: Line;
}

declare module 'unist' {
  interface Data {
    /** On the root: where corrections joined or split paragraphs; from apply-corrections. */
    seams?: Seam[];
  }
}

/** `content/corrections/x.yaml: entry 2`. */
export function originOf(file: string, index: number): string {
  return `${file}: entry ${index + 1}`;
}

/** The corrections that change how lines are grouped. */
export function layoutOf(corrections: Corrections): Layout {
  const boundaries = corrections.boundaries.map((entry, at) => ({
    entry,
    origin: originOf(corrections.file, at),
  }));
  const entries = corrections.notices.flatMap(({ file, entries: own }) =>
    own.map((entry, at) => ({ entry, origin: originOf(file, at) })),
  );
  return {
    begins: boundaries.flatMap(({ entry: { begin }, origin }) =>
      begin ? [{ origin, ...begin }] : [],
    ),
    notBeginnings: boundaries.flatMap(({ entry: { notABeginning }, origin }) =>
      notABeginning ? [{ origin, ...notABeginning }] : [],
    ),
    ends: boundaries.flatMap(({ entry: { end }, origin }) => (end ? [{ origin, ...end }] : [])),
    joins: entries.flatMap(({ entry: { join }, origin }) => (join ? [{ origin, ...join }] : [])),
    splits: entries.flatMap(({ entry: { split }, origin }) =>
      split ? [{ origin, ...split }] : [],
    ),
  };
}

/** The two languages of a reason as the frontmatter keeps them. */
export function told(reason: Reason): { reason: string; english: string } {
  return { reason: reason.zh, english: reason.en };
}

/**
 * Says that a correction no longer applies: the build fails.
 *
 * @param origin - file and entry
 * @param reason - what was found instead, then what was expected
 */
export function misfit(file: VFile, origin: string, reason: string, line: number): void {
  const message = file.message(`${origin}: ${reason}`, {
    place: { line, column: 1 },
    source: 'gazette',
    ruleId: 'correction',
  });
  message.fatal = true;
}

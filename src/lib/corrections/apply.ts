import type { VFile } from 'vfile';
import { lineRange } from '../address.ts';
import type { Description } from '../meaning/describe-notice.ts';
import { blocksOf, parseNotice } from '../markdown/render-blocks.ts';
import { mask } from '../privacy/mask.ts';
import type { FieldChange, NoticeCorrection } from '../schema/correction.ts';
import type { Notice } from '../schema/notice.ts';
import { bare } from '../text/spaces.ts';
import { lineOf } from '../tree/build.ts';
import { misfit, originOf, told, type Corrections, type Seam } from './corrections.ts';

type Applied = Notice['corrections'][number];
type Note = NonNullable<Notice['notes']>[number];

/** What a notice is by itself, as far as corrections look at it. */
export interface Corrigible {
  description: Description;
  /** Markdown. */
  body: string;
  /** Source lines of each block of the body. */
  lines: readonly string[];
  startLine: number;
  endLine: number;
}

/** A description with the corrections to it, and what the notice says of all corrections. */
export interface Corrected {
  description: Description;
  corrections: Applied[];
  notes: Note[];
}

/** A paragraph sign stands where paragraphs are apart. */
const apart = '¶';
/** Characters shown on either side of a seam. */
const context = 10;

/** Lines of a source text, for looking up what is printed where. */
export function sourceLinesOf(file: VFile): readonly string[] {
  return String(file).split(/\r\n|[\n\r\u2028\u2029\u0085]/u);
}

/** Applies to one notice what people corrected; what no longer applies is said on the file. */
export function correctNotice(
  id: string,
  read: Corrigible,
  corrections: Corrections,
  seams: readonly Seam[],
  file: VFile,
): Corrected {
  const result: Corrected = {
    description: read.description,
    corrections: boundariesOf(read, corrections),
    notes: [],
  };
  const own = corrections.notices.filter((notice) => notice.id === id);
  const source = own.length > 0 ? sourceLinesOf(file) : [];
  for (const { file: path, entries } of own)
    for (const [at, entry] of entries.entries()) {
      const origin = originOf(path, at);
      const fault = applyEntry(entry, read, result, seamAt(seams, origin), source);
      if (fault !== null) misfit(file, origin, fault, lineOfEntry(entry) ?? read.startLine);
    }
  result.corrections.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  result.notes.sort((a, b) => a.line - b.line);
  return result;
}

/** Says of each file of corrections whose notice was not read that it has none. */
export function missNotices(corrections: Corrections, ids: ReadonlySet<string>, file: VFile): void {
  for (const { id, file: path } of corrections.notices)
    if (!ids.has(id))
      misfit(
        file,
        path,
        `unexpected notice \`${id}\`, expected one that this gazette holds: ${[...ids].join(', ')}`,
        1,
      );
}

function lineOfEntry({ join, split, misprint, note }: NoticeCorrection): number | null {
  return (join ?? split ?? misprint ?? note)?.line ?? null;
}

function seamAt(seams: readonly Seam[], origin: string): Seam | undefined {
  return seams.find((seam) => seam.origin === origin);
}

/** Applies one entry to the result; a fault where it does not apply. */
function applyEntry(
  { field, join, split, misprint, note, reason }: NoticeCorrection,
  read: Corrigible,
  result: Corrected,
  seam: Seam | undefined,
  source: readonly string[],
): string | null {
  if (field) return changeField(field, result, told(reason));
  const placed = split ?? join;
  if (placed) {
    // A pass has said already why it could not.
    if (!seam) return null;
    if (lineOf(seam.right) < read.startLine || lineOf(seam.right) > read.endLine)
      return `unexpected line ${placed.line}, expected one of the notice's own, ${read.startLine}-${read.endLine}`;
    const left = mask(seam.left.value).text.slice(-context);
    const right = mask(seam.right.value).text.slice(0, context);
    const [from, to] = [`${left}${right}`, `${left}${apart}${right}`];
    result.corrections.push({
      field: 'paragraphs',
      ...(split ? { from, to } : { from: to, to: from }),
      line: placed.line,
      ...told(reason),
    });
    return null;
  }
  if (misprint) {
    const fault = misprintFault(misprint, read, source);
    if (fault !== null) return fault;
    const { line, printed, meant } = misprint;
    result.corrections.push({ field: 'text', from: printed, to: meant, line, ...told(reason) });
    return null;
  }
  if (note) {
    const fault = noteFault(note, source);
    if (fault !== null) return fault;
    result.notes.push({ ...note, text: reason.zh, english: reason.en });
  }
  return null;
}

/** A value of a field as one text, for readers. */
function shown(value: FieldChange['to']): string | null {
  if (value === null || typeof value === 'string') return value;
  if (!Array.isArray(value)) return value.text;
  const texts = value.map((item) =>
    typeof item === 'string' ? item : [item.label, item.title].filter(Boolean).join(' '),
  );
  return texts.length === 0 ? null : texts.join('、');
}

/** The same value whatever the order of its keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function changeField(
  { name, from, to }: FieldChange,
  result: Corrected,
  why: ReturnType<typeof told>,
): string | null {
  const { description } = result;
  const now = name === 'issuers' ? description.issuers.map((one) => one.name) : description[name];
  if (canonical(now) !== canonical(from))
    return `${name}: unexpected ${canonical(now)}, expected ${canonical(from)}`;
  if (canonical(from) === canonical(to)) return `${name}: unexpected change to what is read anyway`;
  const line = description.evidence[name]?.line ?? null;
  const value = name === 'issuers' ? to.map((one) => ({ name: one, id: null })) : to;
  result.description = {
    ...description,
    [name]: value,
    evidence: { ...description.evidence, [name]: { line, how: 'corrected' } },
  };
  result.corrections.push({ field: name, from: shown(from), to: shown(to), line, ...why });
  return null;
}

/** How often words stand in a text, whatever layout spaces and breaks stand in either. */
function timesIn(text: string, words: string): number {
  return bare(text).split(bare(words)).length - 1;
}

function misprintFault(
  { line, printed }: NonNullable<NoticeCorrection['misprint']>,
  { body, lines }: Corrigible,
  source: readonly string[],
): string | null {
  const holding = blocksOf(parseNotice(body)).filter((_, at) => {
    const { first, last } = lineRange(lines[at] ?? '0');
    return first <= line && line <= last;
  });
  if (holding.length === 0)
    return `unexpected line ${line}, expected one of the notice's text; for its title or the contents list take a note`;
  const times = holding.reduce((sum, { text }) => sum + timesIn(text, printed), 0);
  if (times === 1) return null;
  const found = bare(source[line - 1] ?? '');
  return times === 0
    ? `unexpected \`${found}\`, expected \`${printed}\` in the block of line ${line}`
    : `unexpected \`${printed}\` ${times} times in the block of line ${line}, expected it once: give more of it`;
}

/** Lines on which words that begin on one line may go on. */
const reach = 12;

function noteFault(
  { line, printed }: NonNullable<NoticeCorrection['note']>,
  source: readonly string[],
): string | null {
  const own = bare(source[line - 1] ?? '');
  const text = bare(source.slice(line - 1, line - 1 + reach).join(''));
  const at = text.indexOf(bare(printed));
  return at >= 0 && at < own.length
    ? null
    : `unexpected \`${own}\`, expected \`${printed}\` to begin in line ${line}`;
}

/** Boundaries that corrections set and that concern this notice; `to` is the lines it has now. */
function boundariesOf({ startLine, endLine }: Corrigible, { boundaries }: Corrections): Applied[] {
  return boundaries.flatMap(({ begin, notABeginning, end, reason }): Applied[] => {
    const { line } = begin ?? notABeginning ?? end ?? { line: 0 };
    const mine = begin ? line === startLine : startLine <= line && line <= endLine;
    const to = `${startLine}-${endLine}`;
    return mine ? [{ field: 'boundary', from: null, to, line, ...told(reason) }] : [];
  });
}

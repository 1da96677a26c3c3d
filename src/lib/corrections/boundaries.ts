import type { VFile } from 'vfile';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Head } from '../parse/heads/head.ts';
import { readDocNumber } from '../text/doc-number.ts';
import { lineOf } from '../tree/build.ts';
import type { Line } from '../tree/types.ts';
import { misfit, type Layout } from './corrections.ts';

/** A title with its number stands on at most so many lines. */
const headLines = 8;

/** The heads that a reader found, with those that corrections add and without those that they strike. */
export function correctHeads(
  heads: readonly Head[],
  lines: readonly Line[],
  layout: Layout,
  lexicon: Lexicon,
  file: VFile,
): Head[] {
  const indexOf = new Map(lines.map((line, at) => [lineOf(line), at]));
  const struck = new Set<Head>();
  const lineAt = (head: Head): number => {
    const line = lines[head.start];
    return line ? lineOf(line) : 0;
  };
  for (const { origin, line } of layout.notBeginnings) {
    const head = heads.find((known) => lineAt(known) === line);
    if (head) struck.add(head);
    else misfit(file, origin, `unexpected line ${line}, where the reader begins no notice`, line);
  }
  const added = layout.begins.flatMap(({ origin, line, kind }) => {
    const at = indexOf.get(line);
    if (at === undefined)
      misfit(
        file,
        origin,
        `unexpected line ${line}, which is blank or the gazette's own, expected the first line of a title`,
        line,
      );
    else if (heads.some((known) => lineAt(known) === line))
      misfit(
        file,
        origin,
        `unexpected line ${line}, where the reader begins a notice by itself`,
        line,
      );
    else return [headAt(lines, at, kind, lexicon)];
    return [];
  });
  const kept = heads.filter((head) => !struck.has(head));
  // A head that begins inside an added one was that one, begun too late.
  const free = kept.filter(
    (head) => !added.some((own) => own.start < head.start && head.start < own.end),
  );
  return [...free, ...added].sort((a, b) => a.start - b.start);
}

/** The head that begins at a line: down to its number, else to the line that names a type, else the line alone. */
function headAt(lines: readonly Line[], start: number, kind: Head['kind'], lexicon: Lexicon): Head {
  const text = (from: number, to: number): string =>
    lines
      .slice(from, to)
      .map((line) => line.value)
      .join('');
  const last = Math.min(lines.length, start + headLines);
  for (let at = start + 1; at < last; at += 1)
    for (const to of [at + 1, at + 2]) {
      const value = readDocNumber(text(at, to));
      if (value)
        return {
          kind,
          start,
          title: { from: start, to: at },
          number: { from: at, to, value },
          end: to,
        };
    }
  for (let to = start + 1; to <= last; to += 1)
    if (kind === 'notice' && lexicon.documentTypeOf(text(start, to)) !== null)
      return { kind, start, title: { from: start, to }, number: null, end: to };
  const end = start + 1;
  return { kind, start, title: { from: start, to: end }, number: null, end };
}

/** The lines with which notices end by correction: all lines after one, up to the next notice, are the gazette's own. */
export function correctedEnds(
  heads: readonly Head[],
  lines: readonly Line[],
  layout: Layout,
  file: VFile,
): ReadonlySet<Line> {
  const starts = new Set(heads.map((head) => lines[head.start]));
  return new Set(
    layout.ends.flatMap(({ origin, line: number }) => {
      const at = lines.findLastIndex((line) => lineOf(line) === number);
      const line = lines[at];
      const head = heads.findLast(({ start }) => start <= at);
      if (!line || !head)
        misfit(
          file,
          origin,
          `unexpected line ${number}, which is blank or in no notice, expected a notice's last line`,
          number,
        );
      else if (at + 1 === lines.length || starts.has(lines[at + 1]))
        misfit(
          file,
          origin,
          `unexpected line ${number}, with which the notice ends anyway`,
          number,
        );
      else if (at < head.end - 1)
        misfit(
          file,
          origin,
          `unexpected line ${number} in the title, expected a later line`,
          number,
        );
      else return [line];
      return [];
    }),
  );
}

import { mask, maskAt, findPersonal } from './mask.ts';
import type { Masked } from './mask-tree.ts';

/** The breaks at which the pipeline counts lines. */
const lineBreak = /\r\n|[\n\r\u2028\u2029\u0085]/u;

/** Words by which a number in a cell or in groups is known for what it is. */
const told = '联系电话 银行卡号';

/**
 * Masks a gazette's text as received, for showing: every number that the text itself tells, and every one that the
 * reader masked, which knows the heads of tables and the lines that go on.
 */
export function maskSource(
  text: string,
  masked: readonly Masked[],
  allowed: ReadonlySet<string>,
): string {
  const pieces = text.split(new RegExp(`(${lineBreak.source})`, 'u'));
  // Lines at even places, their breaks at odd ones.
  for (let at = 0; at < pieces.length; at += 2)
    pieces[at] = mask(pieces[at] ?? '', { allowed }).text;
  for (const { line, endLine } of masked) {
    const from = (line - 1) * 2;
    const lines = pieces.slice(from, (endLine - 1) * 2 + 1);
    const hidden = maskAcross(lines, allowed);
    pieces.splice(from, hidden.length, ...hidden);
  }
  return pieces.join('');
}

/** Masks across pieces; what is blank at their ends does not part a number. */
function maskAcross(pieces: readonly string[], allowed: ReadonlySet<string>): string[] {
  if (pieces.length === 1) return [mask(pieces[0] ?? '', { allowed, about: told }).text];
  const ends = pieces.map((piece) => ({
    lead: /^\s*/u.exec(piece)?.[0] ?? '',
    text: piece.trim(),
    tail: piece.trim() === '' ? '' : (/\s*$/u.exec(piece)?.[0] ?? ''),
  }));
  const text = ends.map((end) => end.text).join('');
  const hidden = maskAt(text, findPersonal(text, { allowed, about: told }));
  let at = 0;
  return ends.map(({ lead, text: own, tail }) => {
    const piece = hidden.slice(at, at + own.length);
    at += own.length;
    return lead + piece + tail;
  });
}

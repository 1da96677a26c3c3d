import { rankOf, type Marker } from '../../text/markers.ts';
import type { Line } from '../../tree/types.ts';
import { sayBlankLines } from './by-blank-lines.ts';
import { sayIndents } from './by-indents.ts';
import { sayNumbering, saysWidth } from './by-width.ts';
import { endsSentence, sayWords } from './by-words.ts';
import { continuesFlowing } from './flowing.ts';
import {
  attachments,
  decided,
  firstToSay,
  piecesOf,
  type Break,
  type Decision,
  type JoinContext,
  type Piece,
} from './pieces.ts';

/**
 * Decides for each line of a run whether it goes on with the paragraph of the line before it.
 *
 * @param lines - lines of one run, furniture left out
 * @returns for each line, whether it continues
 */
export function joinLines(lines: readonly Line[], context: JoinContext): Decision[] {
  const pieces = piecesOf(lines, context.lexicon);
  const sequence = new Map<Marker['kind'], number>();
  /** As `sequence`, save that numbering may count on through the headings above it. */
  const counted = new Map<Marker['kind'], number>();
  const decisions: Decision[] = [];
  let first: Piece | undefined;
  let paragraph = '';
  let opens = true;
  let inList = false;
  for (const [at, next] of pieces.entries()) {
    const before = pieces[at - 1];
    const goesOn = next.marker
      ? [sequence.get(next.marker.kind), counted.get(next.marker.kind)]
      : [];
    const expected =
      next.marker !== null && (next.marker.value === 1 || goesOn.includes(next.marker.value - 1));
    const decision: Decision =
      before === undefined
        ? 'breaks'
        : decide({
            before,
            next,
            first: first ?? before,
            after: pieces[at + 1],
            paragraph,
            opens,
            ended: endsSentence(before.text, paragraph),
            inList,
            expected,
            context,
          });
    const joined: boolean = decision !== 'breaks';
    decisions.push(decision);
    opens = !joined;
    if (!joined) first = next;
    paragraph = joined ? paragraph + next.text : next.text;
    if (!joined) inList = attachments.test(next.text) || (inList && next.marker?.kind === 'third');
    const entry = joined ? null : attachments.exec(next.text);
    if (entry?.[1] !== undefined) sequence.set('third', Number(entry[1]));
    if (!joined && next.marker) {
      sequence.set(next.marker.kind, next.marker.value);
      counted.set(next.marker.kind, next.marker.value);
      for (const kind of [...sequence.keys()])
        if (rankOf(kind) > rankOf(next.marker.kind) && kind !== 'third') sequence.delete(kind);
    }
  }
  return decisions;
}

/** Words and signs speak first; then, where the text is not one line a paragraph, indents, blank lines and widths. */
function decide(gap: Break): Decision {
  const said = sayWords(gap);
  if (said !== null) return said;
  if (gap.context.setting === 'flowing') return decided(continuesFlowing(gap));
  return firstToSay([sayNumbering, sayIndents, sayBlankLines], gap) ?? saysWidth(gap);
}

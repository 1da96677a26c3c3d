import type { Lexicon } from '../../../lexicon/lexicon.ts';
import type { ColumnKind } from '../../../schema/vocabulary.ts';
import { isCounted, isGrade, type Column } from './cells.ts';
import type { Head } from '../head.ts';
import type { Word, WordLine } from '../words.ts';

/** Names of columns of those who lead, and of those who help, if anyone does. */
const lead = /^(?:牵头|主办)/u;
const help = /^(?:协办|协助|配合)/u;

/** The names of all columns: those of parts in the place of the name above them. */
export const namesOfColumns = ({ names, parts, spanning }: Head): Word[] =>
  names.flatMap((name, at) => (at === spanning ? parts : [name]));

/** The ways to tell what the columns of a head hold: amounts where their names allow it, or else texts. */
export function columnsOf(head: Head, lines: readonly WordLine[], lexicon: Lexicon): Column[][] {
  const texts = columnsNamed(head, lines, lexicon);
  const names = namesOfColumns(head);
  const shift = texts.length - names.length;
  const isAmount = ({ kind }: Column, at: number): boolean =>
    kind === 'text' && lexicon.namesAmount(names[at - shift]?.text ?? '');
  const amounts = texts.map((column, at): Column =>
    isAmount(column, at) ? { ...column, kind: 'figures' } : column,
  );
  return texts.some(isAmount) ? [amounts, texts] : [texts];
}

/** Columns by the names of the head. What is set from top to bottom fills one of its own, under the first name. */
function columnsNamed(head: Head, lines: readonly WordLine[], lexicon: Lexicon): Column[] {
  const words = lines.flat();
  const measured = words.some(({ text }) => lexicon.isUnit(text));
  const graded = words.some(({ text }) => isGrade(text));
  const counted = words.some(({ text }) => isCounted(text));
  const kindOf = (text: string): ColumnKind =>
    text === '单位' && measured ? 'units' : (lexicon.columnKindOf(text) ?? 'text');
  const names = namesOfColumns(head);
  const serial = names.findIndex(({ text }) => kindOf(text) === 'serial');
  const columns = names.map(({ text }, at): Column => {
    // One column counts the rows; another number is what they are about: 编号 第7号.
    const named = kindOf(text) === 'serial' && at > serial ? 'text' : kindOf(text);
    const kind = named === 'grades' && !graded ? 'text' : named;
    const leads = lead.test(text);
    return {
      kind,
      merges: leads && head.parts.length > 0 && counted,
      leads,
      mayBeEmpty: kind === 'notes' || kind === 'grades' || help.test(text),
    };
  });
  const [first, second] = columns;
  if (first && endsInDeadline(columns))
    first.merges = first.kind === 'text' && second?.kind === 'text';
  if (first && second?.kind === 'serial') {
    first.kind = 'text';
    first.merges = true;
  }
  const vertical = { kind: 'vertical', merges: true, leads: false, mayBeEmpty: false } as const;
  return words.some((word) => word.vertical) ? [vertical, ...columns] : columns;
}

/** Do deadlines end the rows, which nothing numbers? */
export const endsInDeadline = (columns: readonly Column[]): boolean =>
  columns.at(-1)?.kind === 'deadline' && columns.every((column) => column.kind !== 'serial');

import type { Lexicon } from '../../../lexicon/lexicon.ts';
import type { ColumnKind } from '../../../schema/vocabulary.ts';
import { readDocNumber } from '../../../text/doc-number.ts';
import { widthOf } from '../../../text/width.ts';
import { unbroken } from '../../joining/signs.ts';
import type { Word } from '../words.ts';

/** A column of a table, by its place in the head. */
export interface Column {
  kind: ColumnKind | 'vertical';
  /** May a cell be empty, because the one above it goes on? Bodies that do so are counted: （1）水务局（3件）. */
  merges: boolean;
  /** Does it name who leads? */
  leads: boolean;
  /** May a cell be empty, because there is nothing to say? */
  mayBeEmpty: boolean;
}

/** A word of a row, which of its lines it stands on, and whether it opens that line. */
export interface Placed extends Word {
  line: number;
  opens: boolean;
}

/** What stands in a column of deadlines: `2023年`, `2021年底前`, `10月底`, `第四季度`, `2011-09-01`, `长期坚持`. */
const deadline =
  /^(?:\d{4}\.?年?(?:\.年)?(?:底|\d{1,2}月(?:底|\d{1,2}日)?)?(?:之?前)?|\d{1,2}月(?:[上中下]旬|底|\d{1,2}日)?(?:之?前)?|(?:\d{4}年)?(?:第?[一二三四1-4]季度|[上下]半年|年底|年内)末?前?|\d{4}[-./]\d{1,2}[-./]\d{1,2}|(?:长期|持续|常态化)(?:坚持|执行|推进|实施|开展|落实)?|每(?:周|月|季度?|半年|年)[初末底]?|立即|即日起|适时|全年)$/u;
/** 2022年12月31日之前 */
const longestDeadline = 13;
/** 某某区人民政府办公室发〔2013〕141号 */
const longestNumber = 24;
const person = /^[\p{Script=Han}·]{2,4}等?$/u;
/** A figure, with a short label or unit perhaps, or a sign for none: 近视率≤51.9, 90以上. */
const figure =
  /^[\p{Script=Han}]{0,6}[<>≤≥＝=＜＞+\-－]?\d[\d.,]*[%％]?\p{Script=Han}{0,3}$|^[-－—/]$/u;
const serial = /^\d{1,4}$/u;
const grade = /^(?:[A-Z甲乙丙丁]|[一二三四五甲乙丙丁][类级档等])$/u;
/** A unit of measurement, any: 平方米, 元/亩. */
const unit = /^(?:\p{Script=Han}{1,6}|[%％])(?:[/／]\p{Script=Han}{1,4})?$/u;
/** A name with a count of what belongs to it: 议案3件, 农业方面（5件）. */
const counted = /^(?:[（(]?\d+[)）]?)?[\p{Script=Han}、（(）)]*\d+[件项个条][)）]?$/u;
const paragraphEnd = /[。；：]$/u;
const sentenceEnd = /[。；！？）”》]$/u;

/** May the column's cells be names of persons? */
export const holdsPersons = (column: Column | undefined): boolean =>
  column?.kind === 'persons' || column?.kind === 'movers';
export const isDeadline = (text: string): boolean => deadline.test(text);
export const isGrade = (text: string): boolean => grade.test(text);
export const isCounted = (text: string): boolean => counted.test(text);

/** Text of a cell's lines. */
export function linesOfCell(cell: readonly Placed[]): string[] {
  const lines = new Map<number, string>();
  for (const { line, text } of cell) lines.set(line, (lines.get(line) ?? '') + text);
  return [...lines.values()];
}

/** Lines of one cell differ by so many half-width columns at most: signs do not break, and type is justified. */
const slack = 4;
/**
 * A column of prose is at least so wide; its lines differ by more, and its paragraphs begin two characters further in.
 */
const prose = { width: 24, slack: 6, indent: 4 };

/** Where a line of a cell ends although the next word had room on it. */
function looseEnds(lines: readonly string[]): number[] {
  const widest = Math.max(...lines.map(widthOf));
  return lines.flatMap((line, at) => {
    const next = unbroken.exec(lines[at + 1] ?? '')?.[0];
    if (next === undefined) return [];
    const opens = at === 0 || paragraphEnd.test(lines[at - 1] ?? '');
    const room = widest < prose.width ? slack : prose.slack + (opens ? prose.indent : 0);
    return widthOf(line) + widthOf(next) + room > widest ? [] : [at];
  });
}

/** Does every bracket of a text close in it? */
function isBalanced(text: string): boolean {
  const count = (sign: RegExp): number => text.match(sign)?.length ?? 0;
  return (
    count(/《/gu) === count(/》/gu) &&
    count(/[（(]/gu) === count(/[）)]/gu) &&
    count(/“/gu) === count(/”/gu)
  );
}

/** The bodies that a text names, or null where it names anything else. A comma that nothing follows is a misprint. */
function agenciesOf(text: string, lexicon: Lexicon): string[] | null {
  const names = text.replace(/[、，]$/u, '').split(comma);
  return names.every((name) => lexicon.isAgency(name)) ? names : null;
}

/** What names an office of the body that the line before names: 区委 / 办公室. */
const office = /^(?:办公室|办公厅|机关)/u;
/** What names a branch, and a body that has branches in other places: 市生态环境局 / 大武口区分局. */
const branch = /^(?![市县区])\p{Script=Han}{2,5}分(?:局|公司|行|中心|院)/u;
const branched = /^(?:[市省州盟]|国网|中国|\p{Script=Han}+[市省州盟])/u;
/** Is `next` a part of the body `before`, as far as the names tell? */
const isPartOf = (next: string, before: string): boolean =>
  office.test(next) || (branch.test(next) && branched.test(before));
const comma = /[、，,；;](?![^（]*）)/u;

/** Lines of a cell of bodies that begin a body of their own, with no comma before them; the first is none. */
function breaksOf(lines: readonly string[], lexicon: Lexicon): number[] {
  const breaks: number[] = [];
  let open = '';
  for (const [at, line] of lines.entries()) {
    const [next = ''] = lines.slice(at).join('').split(comma);
    const begins = lexicon.isAgency(next) || lexicon.isAgency(line.split(comma)[0] ?? '');
    if (at > 0 && lexicon.isAgency(open) && begins && !isPartOf(next, open)) {
      breaks.push(at);
      open = '';
    }
    open = (open + line).split(comma).at(-1) ?? '';
  }
  return breaks;
}

/** The bodies on the lines of a cell, one on each or in a list that runs on; null where they name anything else. */
export const bodiesOn = (lines: readonly string[], lexicon: Lexicon): string[] | null =>
  agenciesOf(listed(lines, lexicon), lexicon);

/** The lines of a cell of bodies as one list. */
function listed(lines: readonly string[], lexicon: Lexicon): string {
  const breaks = breaksOf(lines, lexicon);
  return lines.map((line, at) => (breaks.includes(at) ? `、${line}` : line)).join('');
}

/** Are the lines bodies: one on each, or a list that runs on from line to line? */
function isBodies(lines: readonly string[], isLast: boolean, lexicon: Lexicon): boolean {
  const breaks = breaksOf(lines, lexicon);
  const text = listed(lines, lexicon);
  if (!isBalanced(text) || (/[、，]$/u.test(text) && !isLast)) return false;
  return (
    agenciesOf(text, lexicon) !== null && looseEnds(lines).every((at) => breaks.includes(at + 1))
  );
}

const isPersons = (cell: readonly Placed[], lexicon: Lexicon): boolean =>
  cell.every((word) => person.test(word.text) && !lexicon.isAgency(word.text));

function isText(lines: readonly string[]): boolean {
  const text = lines.join('');
  return (
    isBalanced(text) &&
    looseEnds(lines).every((at) => paragraphEnd.test(lines[at] ?? '')) &&
    (!text.includes('。') || sentenceEnd.test(text))
  );
}

/**
 * May the words be a cell of the column?
 *
 * @param next - the column after it
 * @param isLast - whether they are the row's last words
 */
export function fits(
  cell: readonly Placed[],
  column: Column,
  next: Column | undefined,
  isLast: boolean,
  lexicon: Lexicon,
): boolean {
  const [first] = cell;
  if (!first) return column.merges || column.mayBeEmpty;
  if (/^[，。、；：！？）》”’]/u.test(first.text)) return false;
  if (cell.some((word) => word.vertical) !== (column.kind === 'vertical')) return false;
  const lines = linesOfCell(cell);
  switch (column.kind) {
    case 'vertical':
      return cell.length === 1;
    case 'serial':
      return cell.length === 1 && serial.test(first.text);
    case 'grades':
      return cell.length === 1 && grade.test(first.text);
    case 'movers':
      return isPersons(cell, lexicon) || isMovingBody(cell, column, lexicon);
    case 'persons':
      return isPersons(cell, lexicon);
    case 'deadline':
      return deadline.test(lines.join(''));
    case 'numbers':
      return readDocNumber(lines.join('')) !== null;
    case 'figures':
      return cell.every((word) => figure.test(word.text));
    case 'units':
      return lines.length === 1 && unit.test(first.text);
    case 'bodies':
      return column.merges ? counted.test(lines.join('')) : isBodies(lines, isLast, lexicon);
    case 'notes':
      return !first.opens && isText(lines);
    case 'text':
      return isText(lines) && !(next && beginsNext(lines, next, lexicon));
  }
}

/** Kinds of columns that hold words of which the vocabulary knows but some. */
const namedKinds: ReadonlySet<Column['kind']> = new Set([
  'persons',
  'movers',
  'bodies',
  'deadline',
  'grades',
  'text',
]);

/** May a line alone be a cell of the column, as far as signs tell? Numbers, figures and units are what they are. */
export function mayFill(cell: readonly Placed[], column: Column, lexicon: Lexicon): boolean {
  const [first] = cell;
  if (!first || column.merges) return false;
  if (!namedKinds.has(column.kind)) return fits(cell, column, undefined, false, lexicon);
  return (
    !figure.test(first.text) && !/^[，。、；：！？）》”’]/u.test(first.text) && isText([first.text])
  );
}

/** May words be the beginning of a cell of the column? What no cell begins with, no longer one does. */
export function mayGrow(cell: readonly Placed[], { kind }: Column): boolean {
  const lines = linesOfCell(cell);
  switch (kind) {
    case 'vertical':
    case 'serial':
    case 'grades':
    case 'units':
      return cell.length === 0;
    case 'figures':
      return cell.every((word) => figure.test(word.text));
    case 'deadline':
      return lines.join('').length < longestDeadline;
    case 'numbers':
      return lines.join('').length < longestNumber;
    case 'persons':
      return cell.every((word) => person.test(word.text));
    case 'movers':
    case 'bodies':
      return !/[。；：]/u.test(lines.join(''));
    case 'notes':
    case 'text':
      return looseEnds(lines).every((at) => paragraphEnd.test(lines[at] ?? ''));
  }
}

/** Is the line above the last as wide as any, so that a name may have been broken there: 改造城关 / 第一小学? */
function endsFull(lines: readonly string[]): boolean {
  const above = lines.at(-2);
  const widest = Math.max(...lines.map(widthOf));
  return above !== undefined && !paragraphEnd.test(above) && widthOf(above) >= widest - slack;
}

/** Is the last line of a text a cell of the next column, which is of another kind? */
function beginsNext(lines: readonly string[], next: Column, lexicon: Lexicon): boolean {
  const last = lines.at(-1) ?? '';
  if (next.kind === 'bodies') return agenciesOf(last, lexicon) !== null && !endsFull(lines);
  if (holdsPersons(next)) return lines.length > 1 && lexicon.isPersonName(last);
  if (next.kind === 'numbers') return readDocNumber(last) !== null;
  return next.kind === 'deadline' && isDeadline(last);
}

/** Is the cell one body among persons: 民革某某总支 moves a proposal, as its members do? */
const isMovingBody = (
  cell: readonly Placed[],
  column: Column | undefined,
  lexicon: Lexicon,
): boolean =>
  column?.kind === 'movers' &&
  !cell.some(({ text }) => lexicon.isPersonName(text)) &&
  lexicon.isAgency(linesOfCell(cell).join(''));

/** Words that each begin a value of a cell: every name of a person, every body on lines of its own. */
export function valuesOf(
  cell: readonly Placed[],
  column: Column | undefined,
  lexicon: Lexicon,
): readonly Placed[] {
  if (isMovingBody(cell, column, lexicon)) return cell.slice(0, 1);
  if (holdsPersons(column)) return cell;
  const breaks = column?.kind === 'bodies' ? breaksOf(linesOfCell(cell), lexicon) : [];
  const lines = [...new Set(cell.map((word) => word.line))];
  return cell.filter(
    ({ line }, at) =>
      at === 0 || (line !== cell[at - 1]?.line && breaks.includes(lines.indexOf(line))),
  );
}

/** How the name of a body of the place begins: 区财政局, 各乡镇. */
const bodyStart = /^[省州盟市县旗区各]/u;

/**
 * How unlikely a cell is: words that only a space parts, a text of several paragraphs or of one character, a body that
 * begins inside a text or inside a body, bodies that begin like none after a text, bodies of which some are listed with
 * commas and others line by line, persons that bear no family name, or bodies that do, more than one figure.
 *
 * @param before - the column before it
 */
export function oddities(
  cell: readonly Placed[],
  column: Column | undefined,
  before: Column | undefined,
  lexicon: Lexicon,
): number {
  const lines = linesOfCell(cell);
  const spaces = cell.length - lines.length;
  const isName = ({ text }: Placed): boolean =>
    lexicon.isPersonName(text) && !lexicon.isAgency(text);
  const bodies = (breaks: readonly number[]): number =>
    lines.filter(
      (line, at) =>
        at > 0 &&
        !breaks.includes(at) &&
        !comma.test(lines[at - 1]?.at(-1) ?? '') &&
        bodyStart.test(line) &&
        lexicon.isAgency(line),
    ).length;
  const stump = Number(lines.join('').length === 1);
  if (column?.kind === 'text') return spaces + looseEnds(lines).length + bodies([]) + stump;
  if (isMovingBody(cell, column, lexicon)) return spaces;
  if (holdsPersons(column)) return spaces + cell.filter((word) => !isName(word)).length;
  const figures = cell.filter(({ text }) => /^\d/u.test(text)).length;
  if (column?.kind === 'figures') return Math.max(figures - 1, 0);
  if (column?.kind !== 'bodies') return spaces;
  const breaks = breaksOf(lines, lexicon);
  const isMixed = breaks.length > 0 && lines.some((line) => comma.test(line));
  const isTail = before?.kind === 'text' && !bodyStart.test(lines[0] ?? '');
  return spaces + cell.filter(isName).length + Number(isMixed) + Number(isTail) + bodies(breaks);
}

import type { VFile } from 'vfile';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { readSubtitleDate } from '../parse/subtitle.ts';
import { span, splitLine, textOf } from '../tree/build.ts';
import { doubt } from '../tree/doubt.ts';
import type { Block, GazetteTree, Line, Notice, Paragraph, Role } from '../tree/types.ts';
import { readDate, readTrailingDate } from '../text/dates.ts';
import { bare } from '../text/spaces.ts';

/** A signature stands on at most so many lines. */
const signatureLines = 6;

const paragraph = (line: Line, role: Role): Paragraph => ({
  type: 'paragraph',
  role,
  children: [line],
  position: span([line]),
});

/** A body signs with its full name; less than so many characters below an open sentence are the rest of another's. */
const leastName = 4;

/** Is a line the rest of the one above: `…工业和信息` | `化局`? */
const isRest = (line: Line, above: Line | undefined): boolean =>
  bare(line.value).length < leastName &&
  !/^[省市县区州旗盟]/u.test(bare(line.value)) &&
  !/[。！？；：）》”]$/u.test(above?.value ?? '。');

const isRow = (node: Block | Line | undefined): boolean =>
  node?.type === 'line' && node.value.includes('\t');

/** `某某人民政府 2023年5月8日` on one line: the line cut in two, else the line alone, as a row among rows of tabs is. */
function signedAndDated(nodes: readonly (Block | Line)[], at: number, lexicon: Lexicon): Line[] {
  const line = nodes[at];
  if (line?.type !== 'line') return [];
  const trailing = readTrailingDate(line.value);
  const inTable = isRow(line) && (isRow(nodes[at - 1]) || isRow(nodes[at + 1]));
  if (!trailing || trailing.at === 0 || inTable) return [line];
  const before = line.value.slice(0, trailing.at);
  return lexicon.isBodyLine(before) || lexicon.isPersonSignature(before)
    ? splitLine(line, trailing.at)
    : [line];
}

/**
 * Finds the end of the covering text: signatures, date and disclosure note become `paragraph` with a role. What
 * follows the date is distributed text or attachments.
 */
export default function readTail(lexicon: Lexicon) {
  return (tree: GazetteTree, file: VFile): void => {
    for (const notice of tree.children)
      if (notice.type === 'notice' && notice.kind === 'notice') readOne(notice, lexicon, file);
      else if (notice.type === 'notice') {
        dateBySubtitle(notice.children);
        notice.children = withRoles(
          notice.children,
          signedAtEnd(notice.children, notice.kind, lexicon),
        );
      }
  };
}

/**
 * May a line open what follows a covering text: a note on who else receives it, a label, a page, a title? Then a date
 * above it ends the cover.
 */
function opensPart(line: Line, lexicon: Lexicon): boolean {
  return (
    lexicon.opensDispatchNote(line.value) ||
    lexicon.attachmentLabelOf(line.value) !== null ||
    line.data.opensPage ||
    lexicon.isDocumentTitle(line.value)
  );
}

/** Where a note under the title names a day, that is the date; tells whether one does. */
function dateBySubtitle(nodes: readonly (Block | Line)[]): boolean {
  const note = nodes.find(
    (node): node is Paragraph =>
      node.type === 'paragraph' && readSubtitleDate(textOf([node])) !== null,
  );
  if (note) note.role = 'date';
  return note !== undefined;
}

/** So many bodies sign at most where no date follows them: more are a list. */
const mostSigners = 3;

/**
 * Few explanations and statistics bear a date: bodies on their last lines, below a finished sentence or a table of
 * figures, sign them, over a date or none.
 */
function signedAtEnd(
  nodes: readonly (Block | Line)[],
  kind: Notice['kind'],
  lexicon: Lexicon,
): Map<number, Role> {
  const lines = nodes.flatMap((node, at) => (node.type === 'line' ? [{ node, at }] : []));
  const last = lines.at(-1);
  const date = last && readDate(last.node.value) !== null ? last : null;
  const undated = date ? lines.slice(0, -1) : lines;
  const above = undated.findLastIndex(({ node }) => !lexicon.isBodyLine(node.value));
  const signers = undated.slice(above + 1);
  const finished = kind === 'statistics' || /[。）)]$/u.test(undated[above]?.node.value ?? '');
  if (!finished || signers.length === 0 || signers.length > mostSigners) return new Map();
  const roles = new Map<number, Role>(signers.map(({ at }) => [at, 'signature']));
  return date ? roles.set(date.at, 'date') : roles;
}

function readOne(notice: Notice, lexicon: Lexicon, file: VFile): void {
  const nodes: (Block | Line)[] = notice.children.flatMap((node, at): (Block | Line)[] =>
    node.type === 'line' ? signedAndDated(notice.children, at, lexicon) : [node],
  );
  const lines = nodes.flatMap((node, at) => (node.type === 'line' ? [{ node, at }] : []));
  const isSignature = (text: string): boolean =>
    lexicon.isBodyLine(text) || lexicon.isPersonSignature(text);
  const isPlace = (text: string, below: string): boolean =>
    isSignature(below) && lexicon.isPlaceAbove(text, below);
  const roles = new Map<number, Role>();
  for (const [index, { node, at }] of lines.entries()) {
    if (readDate(node.value) === null) continue;
    const next = lines[index + 1];
    const disclosed = next !== undefined && lexicon.disclosureOf(next.node.value) !== null;
    let signed = 0;
    for (let back = index - 1; back >= 0 && signed < signatureLines; back -= 1) {
      const above = lines[back];
      const below = lines[back + 1]?.node.value ?? '';
      if (!above || !(isSignature(above.node.value) || isPlace(above.node.value, below))) break;
      const higher = lines[back - 1]?.node;
      if (signed > 0 && !isSignature(higher?.value ?? '') && isRest(above.node, higher)) break;
      signed += 1;
      roles.set(above.at, 'signature');
    }
    if (signed === 0 && !disclosed && next !== undefined && !opensPart(next.node, lexicon))
      continue;
    roles.set(at, 'date');
    const around = [next, lines[index + 2], lines[index - signed - 1]];
    const note = around.find((other) => other && lexicon.disclosureOf(other.node.value) !== null);
    if (note) roles.set(note.at, 'disclosure');
    break;
  }
  const dated = [...roles.values()].includes('date');
  if (!dated && !dateBySubtitle(nodes))
    doubt(
      file,
      'unexpected notice without a date, expected one on a line of its own under the signature',
      notice,
      'read-tail',
    );
  notice.children = withRoles(nodes, dated ? roles : signedAtEnd(nodes, notice.kind, lexicon));
}

const withRoles = (
  nodes: readonly (Block | Line)[],
  roles: ReadonlyMap<number, Role>,
): (Block | Line)[] =>
  nodes.map((node, at) => {
    const role = roles.get(at);
    return node.type === 'line' && role ? paragraph(node, role) : node;
  });

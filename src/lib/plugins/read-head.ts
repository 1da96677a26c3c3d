import type { Lexicon } from '../lexicon/lexicon.ts';
import { subtitleLength } from '../parse/subtitle.ts';
import { span, textOf } from '../tree/build.ts';
import type { Block, Furniture, GazetteTree, Line, Notice, Paragraph } from '../tree/types.ts';
import { bare } from '../text/spaces.ts';

/** Addressees stand on at most so many lines. */
const addresseeLines = 4;

/** Takes nodes off the front of a list until it holds `count` lines; furniture between them goes along. */
function take(nodes: (Block | Line)[], count: number): (Line | Furniture)[] {
  const taken: (Line | Furniture)[] = [];
  let left = count;
  while (left > 0) {
    const node = nodes.shift();
    if (!node) break;
    if (node.type !== 'line' && node.type !== 'furniture')
      throw new Error(`unexpected \`${node.type}\` in a head`);
    if (node.type === 'line') left -= 1;
    taken.push(node);
  }
  return taken;
}

/** A single addressee that the vocabulary does not know: `某油田分公司第七采油厂：`. */
const single =
  /^\p{Script=Han}[\p{Script=Han}（）()]{4,28}(?:公司|集团|厂|矿|院|校|大学|银行|协会|中心|所|站|队|社|部|局|委|会|府|署|处)[：:]$/u;

/**
 * How many of the first lines are the addressees: up to the one that ends in a colon; 0 for none.
 *
 * @param written - whether the notice is a document with a number, to which some line of the kind is due
 */
function addresseesLength(
  nodes: readonly (Block | Line)[],
  written: boolean,
  lexicon: Lexicon,
): number {
  const lines = nodes.filter((node) => node.type === 'line').slice(0, addresseeLines);
  const [first] = lines;
  if (written && first && isSingle(first.value, lexicon)) return 1;
  let text = '';
  for (const [at, line] of lines.entries()) {
    text += line.value;
    if (/[：:]$/u.test(bare(text))) return lexicon.isAddressees(text) ? at + 1 : 0;
  }
  return 0;
}

/** Is a line one addressee, and no label or beginning of a text: `现将名单公布如下：`? */
const isSingle = (line: string, lexicon: Lexicon): boolean =>
  single.test(bare(line)) &&
  !/[的了是于将对在为]|如下|^(?:各位|同志)/u.test(bare(line)) &&
  !lexicon.opensDuty(line) &&
  !lexicon.opensPost(line);

/**
 * Does the body that answers for a text stand alone on its first line? Statistics it compiled; of any other text a title
 * that opens with its matter names nobody: 《某某办法》政策解读, 关于…的公告.
 */
function hasByline(
  notice: Notice,
  title: string,
  [first = '', second = '']: readonly string[],
  lexicon: Lexicon,
): boolean {
  if (!lexicon.isBodyLine(first)) return false;
  if (notice.kind === 'statistics') return true;
  const numbered = notice.data?.head?.number ?? null;
  return (
    numbered === null &&
    (title.startsWith('《') || lexicon.opensMatter(title)) &&
    !first.startsWith('各') &&
    !lexicon.isBodyLine(second) &&
    !lexicon.isPersonSignature(second)
  );
}

/** Makes a notice's first lines its `title`, `docNumber` and `paragraph` of addressees; reads `data.head`. */
export default function readHead(lexicon: Lexicon) {
  return (tree: GazetteTree): void => {
    for (const notice of tree.children) if (notice.type === 'notice') readOne(notice, lexicon);
  };
}

function noteOf(children: (Line | Furniture)[], lexicon: Lexicon): Paragraph {
  const signs = lexicon.isBodyLine(textOf(children));
  return {
    type: 'paragraph',
    ...(signs ? { role: 'signature' } : {}),
    children,
    position: span(children),
  };
}

function readOne(notice: Notice, lexicon: Lexicon): void {
  const head = notice.data?.head;
  if (!head)
    throw new Error(
      'unexpected `notice` without `data.head`, expected split-notices before read-head',
    );
  const nodes = [...notice.children];
  const blocks: Block[] = [];
  const add = (type: 'title' | 'docNumber' | 'paragraph', count: number): void => {
    const children = take(nodes, count);
    if (children.length > 0) blocks.push({ type, children, position: span(children) });
  };
  const { title, number } = head;
  const [first] = notice.children;
  const registered = first?.type === 'line' && lexicon.isRegistration(first.value) ? 1 : 0;
  add('paragraph', registered);
  if (number && number.from < title.from) {
    const above = notice.children
      .filter((node) => node.type === 'line')
      .slice(registered, number.from);
    // `某局公告` above a number is the mark of who issues it, not the title, which stands below.
    const mark = lexicon.documentTypeOf(textOf(above)) === null ? 'title' : 'paragraph';
    add(mark, number.from - registered);
    add('docNumber', number.to - number.from);
    add('paragraph', title.from - number.to);
    add('title', title.to - title.from);
  } else {
    add('title', title.to - registered);
    for (let at = title.to; number && at < number.from; at += 1) add('paragraph', 1);
    if (number) add('docNumber', number.to - number.from);
  }
  if (notice.kind === 'chronicle') {
    notice.children = [...blocks, ...nodes];
    return;
  }
  const texts = (): string[] => nodes.flatMap((node) => (node.type === 'line' ? node.value : []));
  for (
    let note = subtitleLength(texts(), lexicon);
    note > 0;
    note = subtitleLength(texts(), lexicon)
  )
    blocks.push(noteOf(take(nodes, note), lexicon));
  if (hasByline(notice, textOf(blocks.filter((block) => block.type === 'title')), texts(), lexicon))
    blocks.push(noteOf(take(nodes, 1), lexicon));
  const count = notice.kind === 'notice' ? addresseesLength(nodes, number !== null, lexicon) : 0;
  if (count > 0) {
    const children = take(nodes, count);
    const addressees: Paragraph = {
      type: 'paragraph',
      role: 'addressees',
      children,
      position: span(children),
    };
    blocks.push(addressees);
  }
  notice.children = [...blocks, ...nodes];
}

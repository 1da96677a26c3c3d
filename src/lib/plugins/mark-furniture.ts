import type { VFile } from 'vfile';
import type { Lexicon } from '../lexicon.ts';
import { readDate } from '../text/dates.ts';
import { readDocNumber } from '../text/doc-number.ts';
import { span } from '../tree/build.ts';
import type { Furniture, GazetteTree, Line } from '../tree/types.ts';
import { bare, dropLayoutSpaces } from '../text/spaces.ts';

/** `- 24 -`, `— —` whose number was lost, `4— —`, `·3·`, `第3页共9页`. */
const dashedNumber =
  /^(?:\d{0,4}\s*[—–\-－~～]+\s*[\d０-９]{1,4}\s*[—–\-－~～]+|\d{0,4}\s*[—–]+\s+[—–]+|[·•]\s*\d{1,4}\s*[·•]|第\s*\d+\s*页(?:\s*[,，/（(]?\s*共\s*\d+\s*页\s*[)）]?)?|\d{1,4}\s*\/\s*\d{1,4})$/u;
const bareNumber = /^\d{1,4}$/u;
/** The part of a running header that names the issue: `2021年.No.06`, `2019年第4期（总第6期）`. */
const issueMark =
  /(?:\d{4}|[二〇○零一三四五六七八九十]{4})\s*年?\s*[.．]?\s*(?:No|NO|no)\s*[.．]?\s*\d+|(?:\d{4}|[二〇○零一三四五六七八九十]{4})\s*年\s*第\s*[\d一二三四五六七八九十]+\s*[期号](?:\s*[（(]?\s*总第\s*\d+\s*期\s*[)）]?)?/u;
const gazetteName = /《?[\p{Script=Han}]{2,20}(?:公报|政报)》?/u;

/** The name of a section between signs that set it off: `【政府文件】`, `◆县政府文件◆`. */
const setOff = /^([【〖◆★■●▲☆◇※])\s*(.{2,24}?)\s*[】〗◆★■●▲☆◇※]$/u;

/** How often a line must open or close pages before it counts as a running header. */
const repeats = 3;

/** A running header names gazette and issue, and perhaps a section; it is no sentence. */
function headerOf(text: string): { section: string } | null {
  const plain = dropLayoutSpaces(text);
  if (
    plain.length > 60 ||
    /[。；：]/u.test(plain) ||
    !issueMark.test(plain) ||
    !gazetteName.test(plain)
  )
    return null;
  const section = plain
    .replace(issueMark, '')
    .replace(gazetteName, '')
    .replace(/[\d\s.·—-]+$/u, '');
  return { section: bare(section) };
}

/** Lines that open or close pages again and again, page numbers aside, where form feeds show the pages. */
function repeatedAtPageEdges(lines: readonly Line[], lexicon: Lexicon): Set<Line> {
  const edges = new Map<string, Line[]>();
  const note = (line: Line | undefined): void => {
    if (!line || belongsToNotice(line.value, lexicon)) return;
    const key = bare(line.value).replace(/\d+/gu, '#');
    edges.set(key, [...(edges.get(key) ?? []), line]);
  };
  const opens = lines.flatMap((line, at) => (line.data.opensPage ? [at] : []));
  for (const at of opens) {
    note(lines[at]);
    note(lines[at + 1]);
    note(lines[at - 1]);
    note(lines[at - 2]);
  }
  if (opens.length > 1) {
    note(lines.at(-1));
    note(lines.at(-2));
  }
  return new Set([...edges.values()].filter((group) => new Set(group).size >= repeats).flat());
}

/** Dates, signatures, numbers and labels stand at page ends too, and are alike. */
function belongsToNotice(text: string, lexicon: Lexicon): boolean {
  return (
    readDate(text) !== null ||
    readDocNumber(text) !== null ||
    lexicon.isBodyLine(text) ||
    lexicon.disclosureOf(text) !== null ||
    lexicon.attachmentLabelOf(text) !== null ||
    lexicon.opensTable(text)
  );
}

/** A number alone just above a letterhead or a section's name is the number of the page that ends there. */
function markLone(lines: readonly Line[], kinds: Map<Line, Furniture['kind']>): void {
  lines.forEach((line, at) => {
    const below = lines[at + 1];
    const kind = below ? kinds.get(below) : undefined;
    if (bareNumber.test(line.value) && (kind === 'letterhead' || kind === 'section'))
      kinds.set(line, 'page-number');
  });
}

/** One leading space, where no other indent occurs, marks the first line of a page. */
function singleSpaceMarksPages(lines: readonly Line[]): boolean {
  const indented = lines.filter((line) => line.data.indent > 0);
  const single = indented.filter((line) => line.data.indent === 1);
  return (
    single.length > 0 &&
    single.length >= indented.length * 0.9 &&
    single.length < lines.length * 0.1
  );
}

/**
 * Takes running headers and page numbers out of the text: `line` -> `furniture`. Sets `data.opensPage` on the line
 * after each, and on lines that a layout marks with one leading space. Reads the section from headers that name
 * one into `root.data.headers`.
 */
export default function markFurniture(lexicon: Lexicon) {
  return (tree: GazetteTree, file: VFile): void => {
    const lines = tree.children.filter((node) => node.type === 'line');
    const repeated = repeatedAtPageEdges(lines, lexicon);
    if (singleSpaceMarksPages(lines))
      for (const line of lines) if (line.data.indent === 1) line.data.opensPage = true;
    const kinds = new Map<Line, Furniture['kind']>();
    const sections = new Map<Line, string>();
    for (const line of lines) {
      const header = headerOf(line.value);
      if (header) {
        kinds.set(line, 'running-header');
        if (header.section) sections.set(line, header.section);
      } else if (dashedNumber.test(line.value)) kinds.set(line, 'page-number');
      const named = bare(setOff.exec(line.value)?.[2] ?? '');
      if (lexicon.isSectionName(named)) {
        kinds.set(line, 'section');
        sections.set(line, named);
      } else if (lexicon.isLetterhead(line.value)) kinds.set(line, 'letterhead');
    }
    for (const line of repeated)
      if (!kinds.has(line))
        kinds.set(line, bareNumber.test(line.value) ? 'page-number' : 'running-header');
    const known = new Set(sections.values());
    markLone(lines, kinds);
    lines.forEach((line, at) => {
      if (kinds.has(line)) return;
      const near = [lines[at - 1], lines[at + 1], lines[at - 2], lines[at + 2]].some(
        (other) => other && kinds.get(other) === 'running-header',
      );
      const unnumbered = bare(line.value).replace(/^\d+|\d+$/gu, '');
      if (known.has(unnumbered) && (near || line.data.opensPage)) {
        kinds.set(line, 'running-header');
        sections.set(line, unnumbered);
      } else if (near && bareNumber.test(line.value)) kinds.set(line, 'page-number');
    });
    let above: Furniture['kind'] | undefined;
    for (const line of lines) {
      const kind = kinds.get(line);
      if (kind === 'section' || above !== 'section') above = kind ?? above;
      if (kind !== undefined || above === undefined) continue;
      line.data.opensPage = true;
      line.data.opensSection = above === 'section';
      above = undefined;
    }
    tree.children = tree.children.map((node): GazetteTree['children'][number] => {
      const kind = node.type === 'line' ? kinds.get(node) : undefined;
      if (node.type !== 'line' || kind === undefined) return node;
      const section = sections.get(node);
      return {
        type: 'furniture',
        kind,
        children: [node],
        position: span([node]),
        ...(section === undefined ? {} : { data: { section } }),
      };
    });
    file.info(`found ${kinds.size} lines of running headers and page numbers`, {
      source: 'gazette',
      ruleId: 'mark-furniture',
    });
  };
}

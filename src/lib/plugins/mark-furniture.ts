import type { VFile } from 'vfile';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { readContents, type Contents } from '../parse/contents.ts';
import { masthead } from '../parse/masthead.ts';
import { countedPages, furtherPages, pagesAtEdges } from '../parse/page-numbers.ts';
import { readDate } from '../text/dates.ts';
import { readDocNumber } from '../text/doc-number.ts';
import { span } from '../tree/build.ts';
import type { Furniture, GazetteTree, Line } from '../tree/types.ts';
import { bare, dropLayoutSpaces, wordsOf } from '../text/spaces.ts';

/** `- 24 -`, `— —` whose number was lost, `4— —`, `·3·`, `第3页共9页`. */
const dashedNumber =
  /^(?:\d{0,4}\s*[—–\-－~～]+\s*[\d０-９]{1,4}\s*[—–\-－~～]+|\d{0,4}\s*[—–]+\s+[—–]+|[·•]\s*\d{1,4}\s*[·•]|第\s*\d+\s*页(?:\s*[,，/（(]?\s*共\s*\d+\s*页\s*[)）]?)?|\d{1,4}\s*\/\s*\d{1,4})$/u;
const bareNumber = /^\d{1,4}$/u;
/** A rule that parts a running header from the text. */
const rule = /^[─━═—_＿﹍=-]{6,}$/u;
/** The page beside the name of a section: `市政府文件　　5`, `4　　市政府文件`. */
const pageBeside = /^\d{1,4}\s+|\s+\d{1,4}$/u;
/** The part of a running header that names the issue: `2021年.No.06`, `2019年第4期（总第6期）`. */
const issueMark =
  /(?:\d{4}|[二〇○零一三四五六七八九十]{4})\s*年?\s*[.．]?\s*(?:No|NO|no)\s*[.．]?\s*\d+|(?:\d{4}|[二〇○零一三四五六七八九十]{4})\s*年\s*第\s*[\d一二三四五六七八九十]+\s*[期号](?:\s*[（(]?\s*总第\s*\d+\s*期\s*[)）]?)?/u;
/** Beside the gazette's name, its number alone says as much: `第4期`. */
const issueNumber = /第\s*\d{1,3}\s*[期号]/u;
const gazetteName = /《?[\p{Script=Han}]{2,20}(?:公报|政报)》?/u;

/** The name of a section between signs that set it off: `【政府文件】`, `◆县政府文件◆`. */
const setOff = /^([【〖◆★■●▲☆◇※·•])\s*(.{2,24}?)\s*[】〗◆★■●▲☆◇※·•]$/u;

/** A line without the signs that set it off. */
const sectionName = (text: string): string => bare(setOff.exec(text)?.[2] ?? text);

/** What no running header holds: series of like announcements break pages at like sentences. */
const sentence = /[。；，]/u;

/** How often a line must open or close pages before it counts as a running header. */
const repeats = 3;

/** A line that names gazette and issue is no longer than this. */
const longestMasthead = 30;

/** A running header numbers the issue and names gazette or section, or both; it is no sentence. */
function headerOf(text: string, lexicon: Lexicon): { section: string } | null {
  const plain = dropLayoutSpaces(text);
  if (plain.length > 60 || /[。；：]/u.test(plain)) return null;
  const named = gazetteName.test(plain);
  const mark = issueMark.exec(plain) ?? (named ? issueNumber.exec(plain) : null);
  if (!mark) return null;
  const name = wordsOf(text).find((word) => gazetteName.exec(word)?.[0] === word);
  const section = plain
    .replace(mark[0], '')
    .replace(name ?? gazetteName, '')
    .replace(/[\d\s.·—-]+$/u, '');
  if (!named && !lexicon.isSectionName(section)) return null;
  return { section: bare(section) };
}

/** Lines that open or close pages again and again, where form feeds show the pages; of numbers, those that count them. */
function repeatedAtPageEdges(lines: readonly Line[], lexicon: Lexicon): Set<Line> {
  const opens = lines.flatMap((line, at) => (line.data.opensPage ? [at] : []));
  const ends = opens.length > 1 ? [...opens, lines.length] : opens;
  const pages = ends.map((at) => lines.slice(Math.max(0, at - 2), at + 2));
  const edges = new Map<string, Line[]>();
  for (const line of pages.flat()) {
    if (bareNumber.test(line.value) || belongsToNotice(line.value, lexicon)) continue;
    if (sentence.test(line.value)) continue;
    const key = bare(line.value).replace(/\d+/gu, '#');
    edges.set(key, [...(edges.get(key) ?? []), line]);
  }
  const repeated = [...edges.values()].filter((group) => new Set(group).size >= repeats);
  return new Set([...repeated.flat(), ...pagesAtEdges(pages)]);
}

/**
 * Lines that name the gazette or number the issue, and come again and again: `2018年第12期`, `云泽政报　2015·3`. The name
 * of a section may stand beside: `云泽县人民政府公报　大事记`.
 *
 * @returns each with the section that it names; an empty text for none
 */
function repeatedMastheads(lines: readonly Line[], lexicon: Lexicon): Map<Line, string> {
  const found = new Map<string, Map<Line, string>>();
  for (const line of lines) {
    const plain = bare(line.value);
    const names = /公报|政报/u.test(plain) && plain.length <= longestMasthead;
    if (!(masthead.test(plain) || names) || /[。；：，]/u.test(plain)) continue;
    const words = wordsOf(line.value);
    const section = names ? words.find((word) => isSection(word, lexicon)) : undefined;
    const key =
      words
        .filter((word) => word !== section)
        .join('')
        .match(/\p{Script=Han}+/gu)
        ?.sort()
        .join(' ') ?? plain;
    const group = found.get(key) ?? new Map<Line, string>();
    found.set(key, group.set(line, section ?? ''));
  }
  return new Map(
    [...found.values()].filter((group) => group.size >= repeats).flatMap((group) => [...group]),
  );
}

/** Does a line stand in the contents list, which is furniture as a whole? */
const isListed = (line: Line, contents: Contents): boolean =>
  (line.position?.start.line ?? 0) <= contents.lastLine;

/** Is a word of a running header the name of a section, not of the gazette? */
const isSection = (word: string, lexicon: Lexicon): boolean =>
  lexicon.isSectionName(word) && !gazetteName.test(word);

const sectionsOf = ({ entries }: Contents): Set<string> =>
  new Set(entries.flatMap(({ section }) => section ?? []));

/** Names of sections that the contents list gives, each alone on its line. */
function listedSections(
  lines: readonly Line[],
  contents: Contents,
  lexicon: Lexicon,
): Map<Line, string> {
  const names = sectionsOf(contents);
  const found = new Map<Line, string>();
  lines.forEach((line, at) => {
    const name = sectionName(line.value);
    if (names.has(name) && !isListed(line, contents) && !isOwnTitle(lines, at, lexicon))
      found.set(line, name);
  });
  return found;
}

/** Does a line end an item, as its date or a note on its publication does? */
const endsItem = (text: string, lexicon: Lexicon): boolean =>
  readDate(text) !== null || lexicon.disclosureOf(text) !== null;

/** Does a line open an item, as its number or its title does? */
const opensItem = (text: string, lexicon: Lexicon): boolean =>
  readDocNumber(text) !== null ||
  lexicon.isBodyLine(text) ||
  lexicon.opensTitle(text) ||
  lexicon.isStatisticsTitle(text);

/** So many names of sections between signs show that these signs set off sections. */
const leastSetOff = 2;

/**
 * Names of sections between signs. Signs that set off known ones set off, between two items, names too that the
 * vocabulary lacks: `【荣誉榜】`.
 */
function setOffSections(
  lines: readonly Line[],
  contents: Contents,
  lexicon: Lexicon,
): Map<Line, string> {
  const found = lines.flatMap((line, at) => {
    const sign = setOff.exec(line.value)?.[1];
    if (sign === undefined || isListed(line, contents)) return [];
    const name = sectionName(line.value);
    const known = lexicon.isSectionName(name);
    const [above = '', below = ''] = [-1, 1].map((step) => lines[at + step]?.value);
    const ends =
      endsItem(above, lexicon) || (/[。！）]$/u.test(above) && opensItem(below, lexicon));
    return [{ line, sign, name, known, ends }];
  });
  const signs = found.filter(({ known }) => known).map(({ sign }) => sign);
  const shown = (sign: string): boolean =>
    signs.filter((other) => other === sign).length >= leastSetOff;
  return new Map(
    found
      .filter(({ sign, known, ends }) => known || (ends && shown(sign)))
      .map(({ line, name }) => [line, name]),
  );
}

/** Names of sections between two items: the date of one above, the number or the title of the next below. */
function sectionsBetween(lines: readonly Line[], lexicon: Lexicon): Map<Line, string> {
  const found = new Map<Line, string>();
  lines.forEach((line, at) => {
    const name = bare(line.value);
    const [above = '', below = ''] = [-1, 1].map((step) => lines[at + step]?.value);
    if (
      endsItem(above, lexicon) &&
      opensItem(below, lexicon) &&
      lexicon.isSectionName(name) &&
      !lexicon.isLetterhead(name) &&
      lexicon.documentTypeOf(name) === null
    )
      found.set(line, name);
  });
  return found;
}

/**
 * A document may bear the name of its section: `某省人民政府令` above its number, `大事记` above its first day; or its title may
 * end in it: `《某某办法》` | `政策解读`.
 */
function isOwnTitle(lines: readonly Line[], at: number, lexicon: Lexicon): boolean {
  const [above = '', line = '', below = ''] = [-1, 0, 1].map((step) => lines[at + step]?.value);
  if (lexicon.isChronicleTitle(line)) return !lexicon.isChronicleTitle(below);
  if (lexicon.isExplanation(line)) return above.endsWith('》');
  const type = lexicon.documentTypeOf(line);
  if (type === null) return false;
  return type === bare(line) ? lexicon.isBodyLine(above) : readDocNumber(below)?.code === '';
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

/**
 * Numbers alone just above letterheads or names of sections are those of the pages that end there, where they rise: one
 * by itself may be a figure of a table.
 */
function markLone(lines: readonly Line[], kinds: Map<Line, Furniture['kind']>): void {
  const lone = lines.filter((line, at) => {
    const below = lines[at + 1];
    const kind = below ? kinds.get(below) : undefined;
    return bareNumber.test(line.value) && (kind === 'letterhead' || kind === 'section');
  });
  const values = lone.map((line) => Number(line.value));
  const rise = values.every((value, at) => at === 0 || value > (values[at - 1] ?? 0));
  if (lone.length > 1 && rise) for (const line of lone) kinds.set(line, 'page-number');
}

/**
 * The name of a section and the number of the page on one line are a running header: at the top of a page, and wherever
 * the contents list gives the name.
 */
function markNumberedSections(
  lines: readonly Line[],
  kinds: Map<Line, Furniture['kind']>,
  sections: Map<Line, string>,
  contents: Contents,
  lexicon: Lexicon,
): void {
  const listed = sectionsOf(contents);
  for (const line of lines) {
    if (kinds.has(line) || !pageBeside.test(line.value)) continue;
    const section = bare(line.value.replace(pageBeside, ''));
    const opens = line.data.opensPage && lexicon.isSectionName(section);
    if (isListed(line, contents) || !(opens || listed.has(section))) continue;
    kinds.set(line, 'running-header');
    sections.set(line, section);
  }
}

/**
 * What stands beside a running header belongs to it: a rule, the name of a section, and a number alone, unless the page
 * has a number that is set off.
 */
function markBesideHeaders(
  lines: readonly Line[],
  kinds: Map<Line, Furniture['kind']>,
  sections: Map<Line, string>,
  lexicon: Lexicon,
): void {
  const beside = (at: number, marked: ReadonlySet<Line>): number[] =>
    [at - 2, at - 1, at + 1, at + 2].filter((other) => {
      const line = lines[other];
      return line !== undefined && marked.has(line);
    });
  const ofKind = (kind: Furniture['kind']): Line[] =>
    lines.filter((line) => kinds.get(line) === kind);
  const runningHeaders = new Set(ofKind('running-header'));
  const numbers = new Set(ofKind('page-number').filter((line) => /\d/u.test(line.value)));
  const alone = new Set(lines.filter((line) => bareNumber.test(line.value)));
  const edges = lines.flatMap((line, at) =>
    runningHeaders.has(line) ? [lines.slice(Math.max(0, at - 2), at + 3)] : [],
  );
  const counted = new Set(pagesAtEdges(edges));
  const isNearest = (at: number, header: number): boolean => {
    const found = beside(header, numbers).length > 0 ? [] : beside(header, alone);
    const nearest = Math.min(...found.map((other) => Math.abs(other - header)));
    return Math.abs(at - header) === nearest;
  };
  const known = new Set(sections.values());
  lines.forEach((line, at) => {
    if (kinds.has(line)) return;
    const headers = beside(at, runningHeaders);
    if (rule.test(bare(line.value)) && headers.length > 0) kinds.set(line, 'running-header');
    const unnumbered = bare(line.value).replace(/^\d+|\d+$/gu, '');
    if (
      known.has(unnumbered) &&
      (headers.length > 0 || line.data.opensPage) &&
      !isOwnTitle(lines, at, lexicon)
    ) {
      kinds.set(line, 'running-header');
      sections.set(line, unnumbered);
    } else if (
      counted.has(line) ||
      (counted.size === 0 && alone.has(line) && headers.some((header) => isNearest(at, header)))
    )
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
    const contents = readContents(lines, lexicon);
    const repeated = repeatedAtPageEdges(lines, lexicon);
    if (singleSpaceMarksPages(lines))
      for (const line of lines) if (line.data.indent === 1) line.data.opensPage = true;
    const mastheads = repeatedMastheads(lines, lexicon);
    const setOffNames = setOffSections(lines, contents, lexicon);
    const kinds = new Map<Line, Furniture['kind']>();
    const sections = new Map([
      ...sectionsBetween(lines, lexicon),
      ...listedSections(lines, contents, lexicon),
    ]);
    const printed = [...sections.values()];
    for (const [line, name] of sections)
      kinds.set(
        line,
        printed.filter((other) => other === name).length > 1 ? 'running-header' : 'section',
      );
    for (const line of lines) {
      if (kinds.has(line)) continue;
      const header = headerOf(line.value, lexicon);
      if (header || mastheads.has(line)) {
        kinds.set(line, 'running-header');
        const section = [header?.section, mastheads.get(line)].find(Boolean);
        if (section !== undefined) sections.set(line, section);
      } else if (dashedNumber.test(line.value)) kinds.set(line, 'page-number');
      const named = setOffNames.get(line);
      if (named !== undefined) {
        kinds.set(line, 'section');
        sections.set(line, named);
      } else if (!kinds.has(line) && lexicon.isLetterhead(line.value))
        kinds.set(line, 'letterhead');
    }
    for (const line of repeated)
      if (!kinds.has(line))
        kinds.set(line, bareNumber.test(line.value) ? 'page-number' : 'running-header');
    const shown = new Set(kinds.values());
    const setOff = new Set(lines.filter((line) => kinds.get(line) === 'page-number'));
    for (const line of countedPages(lines, setOff)) kinds.set(line, 'page-number');
    if (!shown.has('page-number') && !shown.has('running-header')) markLone(lines, kinds);
    markNumberedSections(lines, kinds, sections, contents, lexicon);
    markBesideHeaders(lines, kinds, sections, lexicon);
    const numbers = new Set(lines.filter((line) => kinds.get(line) === 'page-number'));
    for (const line of furtherPages(lines, numbers)) kinds.set(line, 'page-number');
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

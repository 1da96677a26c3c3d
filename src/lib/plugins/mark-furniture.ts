import type { VFile } from 'vfile';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { readContents } from '../parse/contents/contents.ts';
import type { Contents } from '../parse/contents/entries.ts';
import {
  markAboveLetterheads,
  markBesideHeaders,
  markNumberedSections,
} from '../parse/furniture/beside-headers.ts';
import type { Marks } from '../parse/furniture/marks.ts';
import {
  bareNumber,
  countedPages,
  dashedNumber,
  furtherPages,
} from '../parse/furniture/page-numbers.ts';
import {
  headerOf,
  repeatedAtPageEdges,
  repeatedMastheads,
} from '../parse/furniture/running-headers.ts';
import {
  isListed,
  ledSections,
  listedSections,
  sectionsBetween,
  setOffSections,
} from '../parse/furniture/sections.ts';
import { span } from '../tree/build.ts';
import type { Furniture, GazetteTree, Line } from '../tree/types.ts';

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

/** Marks what each line says by itself, and what it says by coming again or by standing between two items. */
function markByThemselves(lines: readonly Line[], contents: Contents, lexicon: Lexicon): Marks {
  const mastheads = repeatedMastheads(lines, lexicon);
  const setOff = new Map([
    ...ledSections(lines, contents, lexicon),
    ...setOffSections(lines, contents, lexicon),
  ]);
  const sections = new Map([
    ...sectionsBetween(lines, lexicon),
    ...listedSections(lines, contents, lexicon),
  ]);
  const kinds: Marks['kinds'] = new Map();
  const printed = [...sections.values()];
  for (const [line, name] of sections)
    kinds.set(
      line,
      printed.filter((other) => other === name).length > 1 ? 'running-header' : 'section',
    );
  for (const line of lines) {
    if (kinds.has(line)) continue;
    const header = headerOf(line.value, lexicon);
    const named = setOff.get(line);
    if (named !== undefined) {
      kinds.set(line, 'section');
      sections.set(line, named);
    } else if (header || mastheads.has(line)) {
      kinds.set(line, 'running-header');
      const section = [header?.section, mastheads.get(line)].find(Boolean);
      if (section !== undefined) sections.set(line, section);
    } else if (dashedNumber.test(line.value)) kinds.set(line, 'page-number');
    else if (lexicon.isWebControls(line.value)) kinds.set(line, 'web-page');
    else if (!isListed(line, contents) && lexicon.isLetterhead(line.value))
      kinds.set(line, 'letterhead');
  }
  for (const line of repeatedAtPageEdges(lines, lexicon))
    if (!kinds.has(line))
      kinds.set(line, bareNumber.test(line.value) ? 'page-number' : 'running-header');
  return { kinds, sections };
}

/** Marks what only the marks around it tell: numbers that count pages, and what stands beside headers. */
function markByOthers(
  lines: readonly Line[],
  marks: Marks,
  contents: Contents,
  lexicon: Lexicon,
): void {
  const { kinds } = marks;
  const numbers = (): Set<Line> =>
    new Set(lines.filter((line) => kinds.get(line) === 'page-number'));
  const shown = new Set(kinds.values());
  const others = new Set(
    lines.filter((line) => kinds.has(line) && kinds.get(line) !== 'page-number'),
  );
  for (const line of countedPages(lines, { numbers: numbers(), others }))
    kinds.set(line, 'page-number');
  if (!shown.has('page-number') && !shown.has('running-header')) markAboveLetterheads(lines, marks);
  markNumberedSections(lines, marks, contents, lexicon);
  markBesideHeaders(lines, marks, contents, lexicon);
  for (const line of furtherPages(lines, numbers())) kinds.set(line, 'page-number');
}

/**
 * Sets `data.opensPage` on the line after each run of furniture, and `data.opensSection` where the run names a section.
 */
function markPageOpenings(lines: readonly Line[], { kinds }: Marks): void {
  let above: Furniture['kind'] | undefined;
  for (const line of lines) {
    const kind = kinds.get(line);
    if (kind === 'section' || above !== 'section') above = kind ?? above;
    if (kind !== undefined || above === undefined) continue;
    line.data.opensPage = true;
    line.data.opensSection = above === 'section';
    above = undefined;
  }
}

/**
 * Takes running headers and page numbers out of the text: `line` -> `furniture`. Sets `data.opensPage` on the line
 * after each, and on lines that a layout marks with one leading space; a header that names a section holds it in
 * `data.section`.
 */
export default function markFurniture(lexicon: Lexicon) {
  return (tree: GazetteTree, file: VFile): void => {
    const lines = tree.children.filter((node) => node.type === 'line');
    const contents = readContents(lines, lexicon);
    const marks = markByThemselves(lines, contents, lexicon);
    if (singleSpaceMarksPages(lines))
      for (const line of lines) if (line.data.indent === 1) line.data.opensPage = true;
    markByOthers(lines, marks, contents, lexicon);
    markPageOpenings(lines, marks);
    tree.children = tree.children.map((node): GazetteTree['children'][number] => {
      const kind = node.type === 'line' ? marks.kinds.get(node) : undefined;
      if (node.type !== 'line' || kind === undefined) return node;
      const section = marks.sections.get(node);
      return {
        type: 'furniture',
        kind,
        children: [node],
        position: span([node]),
        ...(section === undefined ? {} : { data: { section } }),
      };
    });
    file.info(`found ${marks.kinds.size} lines of running headers and page numbers`, {
      source: 'gazette',
      ruleId: 'mark-furniture',
    });
  };
}

import type { VFile } from 'vfile';
import { unified, type Plugin } from 'unified';
import { layoutOf, noCorrections, type Layout } from './corrections/corrections.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { parseLines } from './parse/lines.ts';
import applyCorrections from './plugins/apply-corrections.ts';
import findParts from './plugins/find-parts.ts';
import joinParagraphs from './plugins/join-paragraphs.ts';
import markFurniture from './plugins/mark-furniture.ts';
import markOutlines from './plugins/mark-outlines.ts';
import nestHeadings from './plugins/nest-headings.ts';
import readHead from './plugins/read-head.ts';
import readTail from './plugins/read-tail.ts';
import rebuildTables from './plugins/rebuild-tables.ts';
import splitNotices from './plugins/split-notices.ts';
import type { GazetteTree } from './tree/types.ts';

/** Changes a gazette's tree and says on the file what it doubts. */
export type Pass = (tree: GazetteTree, file: VFile) => void;

/** The passes in their order: each finds what the next relies on, from whole pages down to words. */
export function gazettePasses(
  lexicon: Lexicon,
  layout: Layout = layoutOf(noCorrections),
): readonly Pass[] {
  return [
    markFurniture(lexicon),
    splitNotices(lexicon, layout),
    readHead(lexicon),
    readTail(lexicon),
    findParts(lexicon),
    markOutlines(),
    rebuildTables(lexicon),
    joinParagraphs(lexicon),
    applyCorrections(layout),
    nestHeadings(lexicon),
  ];
}

/** unified's parser: the text of a gazette becomes a tree of lines. */
const gazetteParse: Plugin<[], string, GazetteTree> = function () {
  this.parser = (text, file) => parseLines(text, file);
};

/**
 * Reads a gazette into its tree; what the passes doubt stands in `file.messages`.
 *
 * @throws VFileMessage where the text is empty
 */
export function readGazette(file: VFile, lexicon: Lexicon, layout?: Layout): GazetteTree {
  const processor = unified().use(gazetteParse);
  for (const pass of gazettePasses(lexicon, layout)) processor.use(() => pass);
  const tree = processor.parse(file);
  processor.runSync(tree, file);
  return tree;
}

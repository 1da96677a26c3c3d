import type { VFile } from 'vfile';
import type { Lexicon } from './lexicon.ts';
import { unified, type Plugin } from 'unified';
import { parseLines } from './parse/lines.ts';
import findParts from './plugins/find-parts.ts';
import joinParagraphs from './plugins/join-paragraphs.ts';
import markFurniture from './plugins/mark-furniture.ts';
import nestHeadings from './plugins/nest-headings.ts';
import readHead from './plugins/read-head.ts';
import readTail from './plugins/read-tail.ts';
import rebuildTables from './plugins/rebuild-tables.ts';
import splitNotices from './plugins/split-notices.ts';
import type { GazetteTree } from './tree/types.ts';

/** unified's parser: the text of a gazette becomes a tree of lines. */
const gazetteParse: Plugin<[], string, GazetteTree> = function () {
  this.parser = (text, file) => parseLines(text, file);
};

/** The passes in their order: each finds what the next relies on, from whole pages down to words. */
export function gazettePasses(lexicon: Lexicon) {
  return unified()
    .use(gazetteParse)
    .use(markFurniture)
    .use(splitNotices, lexicon)
    .use(readHead, lexicon)
    .use(readTail, lexicon)
    .use(findParts, lexicon)
    .use(rebuildTables, lexicon)
    .use(joinParagraphs, lexicon)
    .use(nestHeadings)
    .freeze();
}

/** Reads a gazette into its tree; what the passes doubt stands in `file.messages`. */
export function readGazette(file: VFile, lexicon: Lexicon): GazetteTree {
  const processor = gazettePasses(lexicon);
  const tree = processor.parse(file);
  processor.runSync(tree, file);
  return tree;
}

import type { Lexicon } from '../lexicon/lexicon.ts';
import { titleKey } from '../parse/likeness.ts';
import { readMarker } from '../text/markers.ts';
import { lineOf } from '../tree/build.ts';
import type { Block } from '../tree/types.ts';
import { announcesRepeals, readCitations, readListed, readRepeals } from './clauses.ts';
import { ownParagraphs } from './own-text.ts';
import { printedText, rowTexts } from './printed-text.ts';

/** Lists of what is void: a paragraph that announces one, or an attachment that is called one. */
const listTitle = /废止|失效/u;

/**
 * What the notice declares void: in clauses of its own text, in the list that such a clause announces with a colon,
 * and in an attachment that is a list of what is void.
 */
export function repealsOf(
  blocks: readonly Block[],
  title: string,
  lexicon: Lexicon,
): { repeals: string[]; line: number | null } {
  const own = new Set<Block>(ownParagraphs(blocks, title));
  const repeals = new Set<string>();
  /** Texts that a list of what is void sets beside a number. */
  const numbered = new Set<string>();
  let line: number | null = null;
  let inList = false;
  let inVoidPart = false;
  const add = (found: readonly string[], block: Block): void => {
    if (found.length > 0) line ??= lineOf(block);
    for (const name of found) repeals.add(name);
  };
  for (const block of blocks) {
    if (block.type === 'title' || block.type === 'furniture') continue;
    const text = printedText([block]);
    if (block.type === 'heading') {
      const names = listTitle.test(text) && !text.includes('修改');
      if (block.part === true) inVoidPart = names;
      const unmarked = text.slice(readMarker(text)?.length ?? 0).trim();
      if (inList && block.part !== true && unmarked.startsWith('《'))
        add(readListed(unmarked, lexicon), block);
      else inList = names;
      continue;
    }
    if (inVoidPart)
      for (const row of rowTexts(block)) {
        const cited = row.flatMap(readCitations);
        add(
          cited.map(({ docNumber }) => docNumber),
          block,
        );
        if (cited.length > 0)
          for (const named of [...row, ...cited.map(({ title: name }) => name ?? '')])
            numbered.add(titleKey(named));
      }
    if (!own.has(block)) continue;
    if (inList && readMarker(text) !== null) add(readListed(text, lexicon), block);
    else inList = announcesRepeals(text);
    add(readRepeals(text, lexicon), block);
  }
  // 废止《某某办法》等6件文件（目录见附件）: the list names the document again, by its number.
  const again = (name: string): boolean => name.startsWith('《') && numbered.has(titleKey(name));
  return { repeals: [...repeals].filter((name) => !again(name)), line };
}

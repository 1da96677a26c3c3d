import type { ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { chineseRuns } from '../text/chinese-runs.ts';

/**
 * Prints a page written by hand as HTML; addresses that begin with `/` are put under the base.
 *
 * @param foreign true where the page is in another language, so that Chinese words in it are marked as such
 */
export function renderPage(markdown: string, base: string, foreign = false): string {
  return String(
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkRehype)
      .use(() => (tree: Root) => {
        visit(tree, 'element', ({ properties }) => {
          const { href } = properties;
          if (typeof href === 'string' && href.startsWith('/')) {
            properties.href = base + href.slice(1);
          }
        });
      })
      .use(() => (tree: Root) => {
        if (foreign) markChinese(tree);
      })
      .use(rehypeStringify)
      .processSync(markdown),
  );
}

function markChinese(tree: Root): void {
  visit(tree, 'text', ({ value }, index, parent) => {
    const runs = chineseRuns(value);
    if (index === undefined || !parent || !runs.some(({ chinese }) => chinese)) return undefined;
    const marked: ElementContent[] = runs.map(({ text, chinese }) => {
      const run = { type: 'text', value: text } as const;
      return chinese
        ? { type: 'element', tagName: 'span', properties: { lang: 'zh-Hans' }, children: [run] }
        : run;
    });
    parent.children.splice(index, 1, ...marked);
    return [SKIP, index + marked.length];
  });
}

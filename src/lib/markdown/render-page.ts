import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Prints a page written by hand as HTML; addresses that begin with `/` are put under the base. */
export function renderPage(markdown: string, base: string): string {
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
      .use(rehypeStringify)
      .processSync(markdown),
  );
}

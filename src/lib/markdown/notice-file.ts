import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { Document, isSeq } from 'yaml';
import type { Notice } from '../schema/notice.ts';

/** GFM on the way out too, so that its signs (`~~`, `|`, bare addresses) are escaped like Markdown's own. */
const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', fences: true })
  .freeze();

/** YAML 1.1 rules quote what an older reader would take for a date or a number. */
function frontmatter(notice: Notice): string {
  const document = new Document(notice, { version: '1.1' });
  const lines = document.get('lines', true);
  if (isSeq(lines)) lines.flow = true;
  return document
    .toString({ lineWidth: 100, flowCollectionPadding: false })
    .replace(/^%YAML 1\.1\n---\n/u, '');
}

/** The body of a notice as Markdown. */
export function noticeBody(body: Root): string {
  return writer.stringify(body);
}

/** A notice as the file that the archive keeps: frontmatter and Markdown. */
export function noticeFile(notice: Notice, body: string): string {
  return `---\n${frontmatter(notice)}---\n\n${body}`;
}

import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { GazetteTree, Line } from '../tree/types.ts';
import { widthOf } from '../text/width.ts';
import { beforeLayoutTab } from './layout-tab.ts';

/** What ends a line: one of the newlines, which editors count, or a page or paragraph break inside a counted line. */
const lineBreak = /\r\n|[\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/gu;
const newline = /[\n\r\u0085\u2028\u2029]/u;

/** Columns of leading white space: a tab stands for 4, a full-width space for 2. */
function indentOf(space: string): number {
  return widthOf(space.replaceAll('\t', '    '));
}

/** Does a tab part the words of a line, other than its numbering from its text? Then it is a row of a table. */
function isRow(raw: string): boolean {
  const text = raw.trim();
  return text.slice(beforeLayoutTab(text)).trim().includes('\t');
}

/** A table of a web page has at least so many cells set off by tabs, each near to another; in lines. */
const leastTabs = 3;
const nearTabs = 6;

/** A tab on a blank line by itself is a slip, not what parts cells. */
function dropLoneTabs(lines: readonly Line[]): void {
  const tabbed = lines.flatMap(({ data }, at) => (data.tabs > 0 ? [at] : []));
  const lone = tabbed.filter((at, index) => {
    const around = [index - 2, index - 1, index, index + 1, index + 2].map(
      (other) => tabbed[other],
    );
    const near = around.filter((other) => other !== undefined && Math.abs(other - at) <= nearTabs);
    return near.length < leastTabs;
  });
  for (const at of lone) {
    const line = lines[at];
    if (line) line.data.tabs = 0;
  }
}

/**
 * Reads a gazette's text as lines: one leaf for each line that is not blank, tabs and spaces around it left out of its
 * value. A tab at the start or end of a table's row is kept, for there it is an empty cell; before any other line it is
 * an indent.
 */
export function parseLines(text: string, file?: VFile): GazetteTree {
  const children: Line[] = [];
  let offset = 0;
  let number = 1;
  let lineStart = 0;
  let gap = 0;
  let tabs = 0;
  let opensPage = true;
  const rows = text
    .split(lineBreak)
    .filter((raw) => raw.trim() !== '')
    .map(isRow);
  for (const found of [...text.matchAll(lineBreak), null]) {
    const end = found?.index ?? text.length;
    const counted = found === null || newline.test(found[0]);
    const raw = text.slice(offset, end);
    if (raw.trim() === '') {
      gap += counted ? 1 : 0;
      tabs += raw.includes('\t') ? 1 : 0;
    } else {
      const [above = false, row = false, below = false] = [-1, 0, 1].map(
        (step) => rows[children.length + step],
      );
      const value = raw
        .replace(row || (above && below) ? /^[^\S\t]+/u : /^\s+/u, '')
        .replace(/[^\S\t]+$/u, '');
      const start = offset + raw.indexOf(value);
      const indent = indentOf(raw.slice(0, raw.search(/\S/u)));
      const point = (at: number): Point => ({
        line: number,
        column: at - lineStart + 1,
        offset: at,
      });
      children.push({
        type: 'line',
        value,
        data: { indent, gap, tabs, opensPage, opensSection: false, outline: false },
        position: { start: point(start), end: point(start + value.length) },
      });
      gap = 0;
      tabs = 0;
      opensPage = false;
    }
    if (found?.[0] === '\f') opensPage = true;
    offset = end + (found?.[0].length ?? 0);
    if (found === null || !counted) continue;
    number += 1;
    lineStart = offset;
  }
  dropLoneTabs(children);
  if (children.length === 0)
    file?.fail('unexpected empty text, expected a gazette', {
      source: 'gazette',
      ruleId: 'empty-text',
    });
  return {
    type: 'gazette',
    children,
    position: {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: number, column: 1, offset: text.length },
    },
  };
}

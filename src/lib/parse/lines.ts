import type { VFile } from 'vfile';
import type { GazetteTree, Line } from '../tree/types.ts';
import { widthOf } from '../text/width.ts';

/** Form feeds end pages; every other break ends a line. */
const lineBreak = /\r\n|[\n\r\u2028\u2029\u0085]/gu;

/** Columns of leading white space: a tab stands for 4, a full-width space for 2. */
function indentOf(space: string): number {
  return widthOf(space.replace(/\f/gu, '').replaceAll('\t', '    '));
}

/**
 * Reads a gazette's text as lines: one leaf for each line that is not blank, tabs and spaces around it left out
 * of its value. A tab at a line's start or end is kept, for there it is an empty cell of a table.
 */
export function parseLines(text: string, file?: VFile): GazetteTree {
  const children: Line[] = [];
  let offset = 0;
  let number = 0;
  let gap = 0;
  let opensPage = true;
  const breaks = [...text.matchAll(lineBreak), null];
  for (const found of breaks) {
    number += 1;
    const end = found?.index ?? text.length;
    const raw = text.slice(offset, end);
    if (raw.includes('\f')) opensPage = true;
    const value =
      raw.includes('\t') && raw.trim() !== ''
        ? raw.replace(/^[^\S\t]+|[^\S\t]+$/gu, '')
        : raw.trim();
    if (value === '') gap += 1;
    else {
      const column = raw.indexOf(value);
      children.push({
        type: 'line',
        value,
        data: {
          indent: indentOf(raw.slice(0, raw.search(/\S/u))),
          gap,
          opensPage,
          opensSection: false,
        },
        position: {
          start: { line: number, column: column + 1, offset: offset + column },
          end: {
            line: number,
            column: column + value.length + 1,
            offset: offset + column + value.length,
          },
        },
      });
      gap = 0;
      opensPage = false;
    }
    offset = end + (found?.[0].length ?? 0);
  }
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

import type { Lexicon } from '../../../lexicon/lexicon.ts';
import { linesFrom, span } from '../../../tree/build.ts';
import type { Block, Line } from '../../../tree/types.ts';
import { nameList } from '../name-lists.ts';
import { alignedTable } from './aligned.ts';
import { alignedLength, isAlignedRow } from './lines.ts';
import { continuedTable, rowsOnNextPage } from './next-page.ts';
import { overPages } from './over-pages.ts';

/** Runs of lines whose cells stand under one another are tables. */
export function withAligned(nodes: readonly (Block | Line)[], lexicon: Lexicon): (Block | Line)[] {
  const result: (Block | Line)[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node) continue;
    const lines = node.type === 'line' && isAlignedRow(node) ? linesFrom(nodes, at) : [];
    const run = lines.slice(0, alignedLength(lines, 0));
    const above = result.findLastIndex((block) => block.type !== 'furniture');
    const before = result[above];
    const between = result.slice(above + 1).filter((block) => block.type === 'furniture');
    const goesOn = before?.type === 'table' && between.length > 0;
    const last = result.at(-1);
    const found = alignedTable(run, lexicon, {
      above: last?.type === 'line' ? last : null,
      headless: goesOn,
    });
    if (!found) {
      const more = goesOn ? rowsOnNextPage(linesFrom(nodes, at), before.columns) : [];
      const names =
        node.type === 'line' && isAlignedRow(node) ? nameList(linesFrom(nodes, at), lexicon) : null;
      if (goesOn && more.length > 0) {
        const children = [...before.children, ...between, ...more];
        result.splice(above, result.length - above, {
          ...before,
          children,
          position: span(children),
        });
        at += more.length - 1;
      } else if (names) {
        result.push(names);
        at += names.children.length - 1;
      } else result.push(node);
      continue;
    }
    const own = found.length - (found.leads ? 1 : 0);
    const mayGoOn = !found.leads && found.table.head > 0;
    const whole = mayGoOn ? overPages(nodes, at, run.slice(0, own), found.table, lexicon) : null;
    at += (whole?.length ?? own) - 1;
    if (found.leads) result.pop();
    const table = whole?.table ?? found.table;
    const joined = goesOn ? continuedTable(before, between, table) : null;
    if (joined) result.splice(above, result.length - above, joined);
    else result.push(table);
  }
  return result;
}

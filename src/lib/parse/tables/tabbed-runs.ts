import type { Lexicon } from '../../lexicon/lexicon.ts';
import { linesFrom } from '../../tree/build.ts';
import type { Block, Line } from '../../tree/types.ts';
import { beforeLayoutTab } from '../layout-tab.ts';
import { brokenRows, serialOf } from './broken-rows.ts';
import { tabTable } from './tabs.ts';

type Nodes = readonly (Block | Line)[];

/** Does a line hold cells? A tab after numbering is layout, one before a row's first word an empty cell. */
function hasCells({ value }: Line): boolean {
  const from = beforeLayoutTab(value);
  return from === 0 ? value.includes('\t') : value.slice(from).trimStart().includes('\t');
}

/** Blank lines above half of the lines, or more. */
function usualGap(nodes: Nodes): number {
  const gaps = nodes.flatMap((node) => (node.type === 'line' ? [node.data.gap] : []));
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
}

/**
 * Runs of lines with tabs are tables; more blank lines than stand between their first two, or between most lines, end
 * one.
 */
export function withTabbed(nodes: Nodes, lexicon: Lexicon): (Block | Line)[] {
  const result: (Block | Line)[] = [];
  const usual = usualGap(nodes);
  let run: Line[] = [];
  const flush = (): void => {
    if (run.length > 0) result.push(...tabTable(run));
    run = [];
  };
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node) continue;
    const tabbed = node.type === 'line' && hasCells(node);
    const below = nodes[at + 1];
    const mayBreak = tabbed && below?.type === 'line' && serialOf(below) === 1;
    const broken = mayBreak ? brokenRows(linesFrom(nodes, at), lexicon) : null;
    if (!tabbed || node.data.gap > (run[1]?.data.gap ?? usual) || broken) flush();
    if (broken) {
      result.push(broken.table);
      at += broken.length - 1;
    } else if (tabbed) run.push(node);
    else result.push(node);
  }
  flush();
  return result;
}

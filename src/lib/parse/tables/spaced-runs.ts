import { span } from '../../tree/build.ts';
import type { Block, Line } from '../../tree/types.ts';
import { namesApart } from './name-lists.ts';

/** So many words that wide gaps part, on so many lines, are cells, though no table could be made of them. */
const spaced = { words: 3, lines: 2 };

/** Runs of lines of cells that are in no table are kept line by line: as text, their cells would run together. */
export function withSpaced(nodes: readonly (Block | Line)[]): (Block | Line)[] {
  const result: (Block | Line)[] = [];
  let run: Line[] = [];
  const flush = (): void => {
    if (run.length >= spaced.lines)
      result.push({ type: 'tableLines', children: run, position: span(run) });
    else result.push(...run);
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'line' && namesApart(node).length >= spaced.words) {
      run.push(node);
      continue;
    }
    flush();
    result.push(node);
  }
  flush();
  return result;
}

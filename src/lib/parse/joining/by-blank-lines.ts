import { decided, type Rule } from './pieces.ts';
import { roomOf } from './room.ts';

/** Where blank lines part paragraphs: after a stop, more of them than usual do; a page's first line has none to tell. */
export const sayBlankLines: Rule = (gap) => {
  const { next, ended, context } = gap;
  if (context.usualGap === null || !ended || next.line.data.opensPage) return null;
  return decided(next.line.data.gap <= context.usualGap && roomOf(gap).full);
};

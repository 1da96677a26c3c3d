import { widthOf } from '../../text/width.ts';
import { slack } from './columns.ts';
import { decided, rightOf, type Rule } from './pieces.ts';
import { roomOf } from './room.ts';
import { unbroken } from './signs.ts';

/**
 * A line that left more than this of its room, in which the next word had its place, ended there: one that ends a
 * sentence, and any other.
 */
const filled = { ended: 0.9, open: 0.78 };
/** An indent is at least so many half-width columns. */
const leastIndent = 2;

/** Where a page keeps its indents: a line at the margin goes on, if the line before had no room for its first word. */
export const sayIndents: Rule = (gap) => {
  const { before, next, ended, context } = gap;
  if (context.margins === null) return null;
  const isIndented = ({ line }: typeof before): boolean =>
    line.data.indent >= (context.margins?.get(line) ?? 0) + leastIndent;
  const { column, room, usual } = roomOf(gap);
  const [word = ''] = unbroken.exec(next.text) ?? [];
  const hadRoom =
    column > 0 &&
    before.width < room * (ended ? filled.ended : filled.open) &&
    before.width + widthOf(word) <= usual;
  const shown = column > 0 || (isIndented(before) && rightOf(before) >= before.edge - slack);
  return decided(!isIndented(next) && !hadRoom && (!ended || shown));
};

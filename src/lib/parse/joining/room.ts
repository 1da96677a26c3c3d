import { indentation, slack } from './columns.ts';
import type { Break } from './pieces.ts';

/** What the line before a break had of its column, in half-width columns. */
interface Room {
  /** Width of the widest full lines; 0 where unknown. */
  column: number;
  /** What an indent left of the column. */
  room: number;
  /** What an indent left of the width of most full lines. */
  usual: number;
  /** Did the line use all of its room? */
  full: boolean;
}

/**
 * The room that the line before a break had, in the column of the line after it where that is narrower and the line
 * fits it. A first line has two characters less, even where the export lost its indent.
 */
export function roomOf({ before, next, opens }: Break): Room {
  const narrows = next.column > 0 && next.column < before.column && before.width <= next.column + 1;
  const column = narrows ? next.column : before.column;
  const indent = opens ? indentation : 0;
  const room = column - indent;
  return {
    column,
    room,
    usual: (column === next.column ? next.usual : before.usual) - indent,
    full: column > 0 && before.width >= room - slack,
  };
}

import type { Furniture, Line } from '../../tree/types.ts';

/** What is known so far of the lines that belong to no notice. */
export interface Marks {
  kinds: Map<Line, Furniture['kind']>;
  /** Section that a line names. */
  sections: Map<Line, string>;
}

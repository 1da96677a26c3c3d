import type { DocNumber } from '../../text/doc-number.ts';
import type { Notice } from '../../tree/types.ts';

/** Where a notice begins: the lines of its title and number, as indexes into the gazette's lines. */
export interface Head {
  kind: Notice['kind'];
  /** First line of the head. */
  start: number;
  title: { from: number; to: number };
  /** Lines of the document number; null for a notice without one. */
  number: { from: number; to: number; value: DocNumber } | null;
  /** First line after the head. */
  end: number;
}

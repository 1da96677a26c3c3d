import { outlineOf } from '../parse/outlines.ts';
import type { GazetteTree } from '../tree/types.ts';

/**
 * Sets `data.outline` on the lines of a notice that an outline in decimals numbers though no space sets its numbers
 * apart.
 */
export default function markOutlines() {
  return (tree: GazetteTree): void => {
    for (const notice of tree.children) {
      if (notice.type !== 'notice') continue;
      const lines = notice.children.filter((node) => node.type === 'line');
      for (const line of outlineOf(lines)) line.data.outline = true;
    }
  };
}

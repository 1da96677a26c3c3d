import type { VFile } from 'vfile';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { withAligned } from '../parse/tables/aligned/runs.ts';
import { withDrawn } from '../parse/tables/drawn.ts';
import { withListed } from '../parse/tables/listed-runs.ts';
import { withSpaced } from '../parse/tables/spaced-runs.ts';
import { withTabbed } from '../parse/tables/tabbed-runs.ts';
import { withWebCells } from '../parse/tables/web-cells.ts';
import { widthOf } from '../text/width.ts';
import { linesOf } from '../tree/build.ts';
import { doubt } from '../tree/doubt.ts';
import type { GazetteTree, Notice } from '../tree/types.ts';

/**
 * Makes `table` of lines whose cells are certain: drawn with borders, parted by tabs, aligned with spaces, or readable in
 * one way only. A
 * part that is a table but whose cells were torn apart becomes `tableLines`.
 */
export default function rebuildTables(lexicon: Lexicon) {
  return (tree: GazetteTree, file: VFile): void => {
    for (const notice of tree.children) {
      if (notice.type !== 'notice') continue;
      const prose = proseWidth(notice);
      const parted = withAligned(
        withTabbed(withWebCells(withDrawn(notice.children)), lexicon),
        lexicon,
      );
      notice.children = withSpaced(withListed(parted, prose, lexicon));
      for (const block of notice.children) {
        if (block.type === 'table' && block.inferred)
          doubt(
            file,
            'unexpected cells that fit two columns, expected one; put where the other rows make it likely',
            block,
            'table-columns',
          );
        if (block.type === 'tableLines')
          doubt(
            file,
            'unexpected table whose cells are torn into lines, expected rows; kept line by line',
            block,
            'rebuild-tables',
          );
      }
    }
  };
}

/** The width that most lines of prose keep to: nine in ten are no wider. */
function proseWidth(notice: Notice): number {
  const widths = linesOf(notice).map((line) => widthOf(line.value));
  return widths.sort((a, b) => a - b)[Math.floor(widths.length * 0.9)] ?? 0;
}

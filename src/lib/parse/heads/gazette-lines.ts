import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Line } from '../../tree/types.ts';
import type { Contents } from '../contents/entries.ts';
import type { Head } from './head.ts';

/** So many heads show which gap parts items, where so large a share of all such gaps stands above one. */
const leastHeads = 4;
const headShare = 0.4;

/** The lines of a gazette, as those see them who look for where notices begin. */
export class GazetteLines {
  readonly lines: readonly Line[];
  readonly lexicon: Lexicon;
  readonly contents: Contents;
  /** Blank lines between most lines. */
  readonly usualGap: number;
  #partingGap = Infinity;

  constructor(lines: readonly Line[], lexicon: Lexicon, contents: Contents) {
    this.lines = lines;
    const gaps = lines.map((line) => line.data.gap).sort((a, b) => a - b);
    this.usualGap = gaps[Math.floor(gaps.length / 2)] ?? 0;
    this.lexicon = lexicon;
    this.contents = contents;
  }

  /** The text of a line; empty beyond the last. */
  value(at: number): string {
    return this.lines[at]?.value ?? '';
  }

  /** The lines from `from` to before `to`, put together. */
  text(from: number, to: number): string {
    return this.lines
      .slice(from, to)
      .map((line) => line.value)
      .join('');
  }

  /** Does a new page or a wider gap than elsewhere part the line from the one above? */
  isSetApart(at: number): boolean {
    const { gap = 0, opensPage = false } = this.lines[at]?.data ?? {};
    return opensPage || gap > this.usualGap + 1;
  }

  /** Is the gap above the line one that parts items of this gazette, as `learnGap` has found? */
  partsItems(at: number): boolean {
    return (this.lines[at]?.data.gap ?? 0) >= this.#partingGap;
  }

  /** Learns which gap parts items: the narrowest that hardly stands elsewhere than above known heads. */
  learnGap(heads: readonly Head[]): void {
    const above = heads.map(({ start }) => this.lines[start]?.data.gap ?? 0);
    const wide = (gaps: readonly number[], gap: number): number =>
      gaps.filter((other) => other >= gap).length;
    const all = this.lines.map(({ data }) => data.gap);
    this.#partingGap = Math.min(
      ...[...new Set(above)].filter(
        (gap) => wide(above, gap) >= leastHeads && wide(above, gap) >= wide(all, gap) * headShare,
      ),
    );
  }

  /** Does the line stand in the contents list? */
  inContents(at: number): boolean {
    return (this.lines[at]?.position?.start.line ?? 0) <= this.contents.lastLine;
  }
}

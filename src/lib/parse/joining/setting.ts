import { foldPunctuation } from '../../text/punctuation.ts';
import { widthOf } from '../../text/width.ts';
import type { Line } from '../../tree/types.ts';
import { terminal } from './signs.ts';

/** How the lines of a gazette were set. */
export type Setting = 'wrapped' | 'flowing';

/** A line wider than any printed column: the export has put a whole paragraph on one line. */
export const wideLine = 110;
/** Where so much of the text stands in wide lines, every paragraph is one line, cut only where a page ends. */
const wideShare = 0.2;
/** Short paragraphs make no wide lines. But where most lines that a column could cut end in a stop, none cuts them. */
const whole = { least: 10, width: 44, share: 0.75 };

export function settingOf(lines: readonly Line[]): Setting {
  const prose = lines.filter((line) => !line.value.includes('\t'));
  const widthOfAll = (some: readonly Line[]): number =>
    some.reduce((sum, line) => sum + widthOf(line.value), 0);
  const wide = prose.filter((line) => widthOf(line.value) > wideLine);
  if (widthOfAll(wide) > widthOfAll(prose) * wideShare) return 'flowing';
  const long = prose.filter((line) => widthOf(line.value) >= whole.width);
  const ended = long.filter((line) => terminal.test(foldPunctuation(line.value)));
  return long.length >= whole.least && ended.length >= long.length * whole.share
    ? 'flowing'
    : 'wrapped';
}

import type { Lexicon } from '../../lexicon/lexicon.ts';
import { bare } from '../../text/spaces.ts';
import type { Line } from '../../tree/types.ts';
import { masthead } from './masthead.ts';

/** So many labels stand in an imprint, and such a share of its lines bears one. */
const leastLabels = 3;
const imprintShare = 0.6;
/** An imprint is no longer than this, in lines. */
const longestImprint = 30;
/** Who edits a gazette, on a line no longer than this, in characters; and a line of its members. */
const board = /(?:公报|政报)》?(?:编辑委员会|编委会|编辑部|编辑室)$/u;
const longestBoard = 30;
const members = /^编委[：:]|^\p{Script=Han}{2,4}(?:\s|$)/u;
/** `（季刊）` below a gazette's name. */
const frequency = /^[（(][\p{Script=Han}]{2,4}[)）]$/u;

/** How many of the last lines are an imprint: lines of 主办：…, 编辑：… after the last notice. */
export function imprintLength(lines: readonly Line[], lexicon: Lexicon): number {
  const tail = lines.slice(-longestImprint);
  let first = tail.findIndex(
    (line) => lexicon.isFrontMatter(line.value) && /[：:]/u.test(line.value),
  );
  if (first < 0) return 0;
  const labels = tail.slice(first).map((line) => lexicon.imprintLabels(line.value));
  const labelled = labels.filter((count) => count > 0).length;
  if (
    labels.reduce((sum, count) => sum + count, 0) < leastLabels ||
    labelled < labels.length * imprintShare
  )
    return 0;
  first = boardFrom(tail, first, lexicon);
  while (isMasthead(tail, first - 1) || isRegistered(tail[first - 1], lexicon)) first -= 1;
  return tail.length - first;
}

/** Where the board of editors begins that an imprint is headed by: `《某市人民政府公报》编辑委员会`, its members below. */
function boardFrom(lines: readonly Line[], imprint: number, lexicon: Lexicon): number {
  const from = lines
    .slice(0, imprint)
    .findLastIndex(({ value }) => board.test(bare(value)) && bare(value).length <= longestBoard);
  const between = lines.slice(from + 1, imprint);
  const areMembers = between.every(
    ({ value }) => lexicon.opensPost(value) || members.test(value.replace(/^编\s*委/u, '编委')),
  );
  return from >= 0 && areMembers ? from : imprint;
}

/** `《某政报》　　国内统一刊号：…`: the gazette's name beside a label. */
const isRegistered = (line: Line | undefined, lexicon: Lexicon): boolean =>
  line !== undefined &&
  /^《[^》]*(?:公报|政报)》/u.test(line.value) &&
  lexicon.imprintLabels(line.value) > 0;

/** Is it the gazette's name, or how often it appears, below that: `（季刊）`? */
function isMasthead(lines: readonly Line[], at: number): boolean {
  const [above, line] = [at - 1, at].map((place) => bare(lines[place]?.value ?? ''));
  return masthead.test(line ?? '') || (frequency.test(line ?? '') && masthead.test(above ?? ''));
}

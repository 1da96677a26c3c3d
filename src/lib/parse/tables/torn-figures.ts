import type { Lexicon } from '../../lexicon/lexicon.ts';
import { widthOf } from '../../text/width.ts';
import { span } from '../../tree/build.ts';
import type { Furniture, Line, Row, Table } from '../../tree/types.ts';
import { isFigure } from './figures.ts';
import { heightOf, namings } from './head.ts';
import { cellOf, rowOf } from './pieces.ts';
import type { Word } from './words.ts';

/** A name and a single figure are a list; fewer rows prove nothing. */
const least = { figures: 2, rows: 3 };
/** A name stands on no more lines; it is narrower than this, in half-width columns. */
const most = { lines: 3, width: 50 };
/** The head, with the first name below it, has no more lines. */
const longestHead = 24;

/** A line, with the furniture that stands after it. */
type Fragment = [Line, ...Furniture[]];

const textOf = ([line]: Fragment): string => line.value;
const isNamePart = (fragment: Fragment): boolean =>
  widthOf(textOf(fragment)) < most.width &&
  !isFigure(textOf(fragment)) &&
  !/[。；：:\t]/u.test(textOf(fragment));

function fragmentsOf(nodes: readonly (Line | Furniture)[]): Fragment[] {
  const fragments: Fragment[] = [];
  for (const node of nodes) {
    if (node.type === 'line') fragments.push([node]);
    else fragments.at(-1)?.push(node);
  }
  return fragments;
}

/** How many fragments from `at` on pass a test, `limit` at most. */
function runFrom(
  fragments: readonly Fragment[],
  at: number,
  limit: number,
  test: (fragment: Fragment) => boolean,
): number {
  let length = 0;
  for (
    let next = fragments[at];
    next && length < limit && test(next);
    next = fragments[at + length]
  )
    length += 1;
  return length;
}

/** The first fragment of each row below `at`: a name, then `figures` figures; and the fragment after the last row. */
function rowsFrom(fragments: readonly Fragment[], at: number, figures: number): number[] {
  const starts = [at];
  for (let here = at; ;) {
    const name = runFrom(fragments, here, most.lines, isNamePart);
    const count = runFrom(fragments, here + name, figures + 1, (one) => isFigure(textOf(one)));
    if (name === 0 || count !== figures) return starts;
    here += name + count;
    starts.push(here);
  }
}

/** A head: one name over the names, one over each column of figures; null where the fragments are none. */
function headOf(fragments: readonly Fragment[], figures: number, lexicon: Lexicon): Word[] | null {
  const words = fragments.map((nodes): Word => ({ text: textOf(nodes), nodes, vertical: false }));
  const isFigures = ({ text }: Word): boolean => lexicon.columnKindOf(text) === 'figures';
  const ways = [1, 2].flatMap((lines) => {
    const [first, second] = words.slice(0, lines);
    const text = (first?.text ?? '') + (second?.text ?? '');
    if (!first || (second && lexicon.columnKindOf(text) === null)) return [];
    const name: Word = { ...first, text, nodes: [...first.nodes, ...(second?.nodes ?? [])] };
    return namings(words.slice(lines), lexicon)
      .filter((names) => names.length === figures && names.every(isFigures))
      .map((names) => [name, ...names]);
  });
  return ways.reduce<Word[] | null>(
    (best, way) => (best && heightOf(best) <= heightOf(way) ? best : way),
    null,
  );
}

/**
 * A table of a name and figures in each row that was torn into lines: a name on up to three, then a figure on each.
 * The same number of figures follows every name, and the head names as many columns of figures. Names that all stand on
 * two lines may be two columns, so they prove none.
 *
 * @param at - the node that may be the head's first
 * @returns the table and its length in nodes; null where there is none
 */
export function tornFigures(
  nodes: readonly (Line | Furniture)[],
  at: number,
  lexicon: Lexicon,
): { table: Table; length: number } | null {
  const fragments = nodes[at]?.type === 'line' ? fragmentsOf(nodes.slice(at)) : [];
  const above = runFrom(fragments, 0, longestHead + 1, isNamePart);
  const figures = runFrom(fragments, above, Infinity, (one) => isFigure(textOf(one)));
  if (above > longestHead || figures < least.figures) return null;
  const heads = Array.from({ length: most.lines }, (_, line) => {
    const length = above - line - 1;
    if (fragments[length]?.[0].value.startsWith('（') === true) return [];
    const names = headOf(fragments.slice(0, Math.max(length, 0)), figures, lexicon);
    const lower = headOf(fragments.slice(1, Math.max(length, 1)), figures, lexicon);
    return names && !(lower && heightOf(lower) < heightOf(names)) ? [{ names, length }] : [];
  }).flat();
  const [head, other] = heads;
  if (!head || other) return null;
  const starts = rowsFrom(fragments, head.length, figures);
  const end = starts.at(-1) ?? 0;
  if (starts.length - 1 < least.rows) return null;
  const heights = new Set(
    starts.slice(1).map((start, row) => start - (starts[row] ?? 0) - figures),
  );
  if (heights.size === 1 && !heights.has(1)) return null;
  const rows = starts.slice(0, -1).map((start, row): Row => {
    const own = fragments.slice(start, starts[row + 1]);
    const name = own.slice(0, -figures).flat();
    return rowOf([name, ...own.slice(-figures)].map((cell, column) => cellOf(column, cell)));
  });
  const children = [
    rowOf(head.names.map(({ nodes: own }, column) => cellOf(column, own))),
    ...rows,
  ];
  return {
    table: { type: 'table', columns: figures + 1, head: 1, children, position: span(children) },
    length: fragments.slice(0, end).flat().length,
  };
}

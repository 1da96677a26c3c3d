import { middleOf, overlaps, type Place, type Stretch } from '../places.ts';

/** A name in a table's head: its columns, and on which of the head's levels it stands. */
export interface Name extends Place {
  line: number;
  column: number;
  span: number;
  level: number;
}

interface Found extends Place {
  line: number;
}

interface Span {
  column: number;
  span: number;
}

/** A name is centred over what it spans: at most so far from the middle, in places or as a share of the width. */
const offCentre = { body: { places: 1.5, share: 0.1 }, names: { places: 2, share: 0.12 } };
/** And on one side at most so many times as far from what it spans as on the other. */
const balance = 3;

/** The column under a name: that which it covers most of, or else the nearest. */
function columnUnder(name: Place, columns: readonly Stretch[]): number {
  let best = { column: 0, gap: Infinity };
  for (const [column, stretch] of columns.entries()) {
    const gap = overlaps(name, stretch)
      ? Math.max(name.from, stretch.from) - Math.min(name.to, stretch.to)
      : Math.max(stretch.from - name.to, name.from - stretch.to) + 1;
    if (gap < best.gap) best = { column, gap };
  }
  return best.column;
}

/** Names below `name`, nearer to it than to others on its line or over their own column. */
function namesBelow(name: Found, all: readonly Found[], columns: readonly Stretch[]): Found[] {
  const distance = (one: Place, other: Place): number => Math.abs(middleOf(one) - middleOf(other));
  return all.filter((lower) => {
    const column = columnUnder(lower, columns);
    const isRival = (other: Found): boolean =>
      other.line < lower.line &&
      (other.line === name.line || columnUnder(other, columns) === column);
    const isNearest = all.every(
      (other) => !isRival(other) || distance(name, lower) <= distance(other, lower),
    );
    return lower.line > name.line && isNearest;
  });
}

/**
 * How far a name stands from the middle of stretches, first to last; infinite where that is too far, or where it stands
 * over one of them rather than between.
 */
function offMiddle(
  name: Place,
  stretches: readonly Stretch[],
  most: { places: number; share: number },
): number {
  const sorted = [...stretches].sort((a, b) => a.from - b.from);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return Infinity;
  const whole = { from: first.from, to: Math.max(...sorted.map(({ to }) => to)) };
  const off = Math.abs(middleOf(name) - middleOf(whole));
  const sides = [middleOf(name) - middleOf(first), middleOf(last) - middleOf(name)];
  const isBetween = Math.min(...sides) * balance >= Math.max(...sides);
  const isMiddle = off <= Math.max(most.places, (whole.to - whole.from) * most.share);
  return isBetween && isMiddle ? off : Infinity;
}

/** Runs of columns over whose middle, or that of their names, a name stands, and how far from it. */
function spansOf(
  name: Found,
  all: readonly Found[],
  columns: readonly Stretch[],
): (Span & { off: number })[] {
  const below = namesBelow(name, all, columns);
  const under = below.map((lower) => columnUnder(lower, columns));
  const own = [...new Set(under)].sort((a, b) => a - b);
  return own.flatMap((column) =>
    own.flatMap((last) => {
      const whole = own.filter((other) => other >= column && other <= last).length;
      if (last <= column || whole !== last - column + 1) return [];
      const names = below.filter(
        (_, at) => column <= (under[at] ?? -1) && (under[at] ?? 0) <= last,
      );
      const off = Math.min(
        offMiddle(name, columns.slice(column, last + 1), offCentre.body),
        offMiddle(name, names, offCentre.names),
      );
      return off < Infinity ? [{ column, span: last - column + 1, off }] : [];
    }),
  );
}

const columnsOf = ({ column, span }: Span): number[] =>
  Array.from({ length: span }, (_, at) => column + at);

/** Names that span columns: lower ones first, of those on one line first the ones most in the middle. */
function spanning(all: readonly Found[], columns: readonly Stretch[]): Map<Found, Span> {
  const found = new Map<Found, Span>();
  const candidates = all
    .flatMap((name) => spansOf(name, all, columns).map((span) => ({ name, ...span })))
    .sort((a, b) => b.name.line - a.name.line || a.off - b.off);
  for (const { name, column, span } of candidates) {
    const under = columnsOf({ column, span }).map((own) =>
      [...found].find(([, other]) => columnsOf(other).includes(own)),
    );
    const isFree = under.every((other) => other === undefined);
    const isOver = under.every((other) => other !== undefined && other[0].line > name.line);
    if (!found.has(name) && (isFree || isOver)) found.set(name, { column, span });
  }
  return found;
}

/**
 * Finds which columns each name of a head stands over. A name goes on with that above it, unless that one spans more
 * columns than it; and a name that parts of others bear too (面积, 产量) is a part.
 */
export function namesOf(lines: readonly (readonly Place[])[], columns: readonly Stretch[]): Name[] {
  const all = lines.flatMap((places, line) => places.map((place) => ({ ...place, line })));
  const spans = spanning(all, columns);
  const names = all.map((name): Name => {
    const { column, span } = spans.get(name) ?? { column: columnUnder(name, columns), span: 1 };
    return { ...name, column, span, level: 0 };
  });
  const covers = (above: Name, name: Name): boolean =>
    above.line < name.line &&
    above.span > name.span &&
    above.column <= name.column &&
    name.column < above.column + above.span;
  for (const name of names)
    name.level = Math.max(
      0,
      ...names.filter((above) => covers(above, name)).map((above) => above.level + 1),
    );
  for (const name of names) {
    const part = names.find((other) => other.text === name.text && other.level > name.level);
    const stands = names.some((other) => other.column === name.column && other.line < name.line);
    if (part && stands) name.level = part.level;
  }
  return names;
}

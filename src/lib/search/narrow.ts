import type { Catalog, Row } from './catalog.ts';
import { facets, mapFacets, type Facet } from './facets.ts';

/** Chosen values per facet; a notice must have one of them in each facet named. */
export type Filters = Partial<Record<Facet, readonly string[]>>;

/** What narrows a result: facets, and days `YYYY-MM-DD` (or a year or month, which stand for all their days). */
export interface Narrowing {
  filters: Filters;
  from: string | null;
  to: string | null;
}

/** A value of a facet and how many of the found notices have it. */
export interface FacetCount {
  value: string;
  count: number;
}

/** The notices left, and counts per facet. */
export interface Narrowed {
  notices: number[];
  /** Counted as if the facet itself were not narrowed, so that a reader sees what another choice would give. */
  counts: Record<Facet, FacetCount[]>;
}

/** Narrows found notices and counts what they are. */
export function narrow(
  notices: Iterable<number>,
  { filters, from, to }: Narrowing,
  { values: names }: Pick<Catalog, 'values'>,
  rowOf: (notice: number) => Pick<Row, 'date' | 'facets'>,
): Narrowed {
  const chosen = facets.map((facet) => {
    const values = filters[facet];
    if (values === undefined || values.length === 0) return null;
    return new Set(values.map((value) => names[facet].indexOf(value)));
  });
  const columns = facets.map((facet, i) => ({
    facet,
    wanted: chosen[i] ?? null,
    totals: names[facet].map(() => 0),
  }));
  const left: number[] = [];
  for (const notice of notices) {
    const row = rowOf(notice);
    if (!within(row.date, from, to)) continue;
    // Which one facet bars the notice: none, one, or more than one.
    let misses = 0;
    let missed = columns[0];
    for (const column of columns) {
      const { facet, wanted } = column;
      if (wanted === null || row.facets[facet].some((value) => wanted.has(value))) continue;
      misses += 1;
      missed = column;
    }
    if (misses === 0) left.push(notice);
    if (misses > 1) continue;
    for (const column of columns)
      if (misses === 0 || column === missed)
        for (const value of row.facets[column.facet])
          column.totals[value] = (column.totals[value] ?? 0) + 1;
  }
  const count = (facet: Facet): FacetCount[] => {
    const counts = columns[facets.indexOf(facet)]?.totals ?? [];
    return names[facet]
      .map((value, i) => ({ value, count: counts[i] ?? 0 }))
      .filter((entry) => entry.count > 0 || filters[facet]?.includes(entry.value) === true)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return { notices: left, counts: mapFacets(count) };
}

/** True where a date lies in a range; with a range set, an undated notice does not. */
function within(date: string | null, from: string | null, to: string | null): boolean {
  if (from === null && to === null) return true;
  if (date === null) return false;
  return (from === null || date >= from) && (to === null || date.slice(0, to.length) <= to);
}

import { facets, mapFacets, type Facet } from '../lib/search/facets.ts';
import type { Sort } from '../lib/search/score.ts';

/** All that the search page shows, as its address keeps it. */
export interface SearchState {
  query: string;
  filters: Record<Facet, string[]>;
  sort: Sort;
  /** First and last day, `YYYY-MM-DD`; empty where not set. */
  from: string;
  to: string;
  /** Results shown. */
  shown: number;
}

/** Results shown at first, and with each step more. */
export const step = 10;

const sorts: readonly Sort[] = ['relevance', 'newest', 'oldest'];

/** Reads the state from an address's query; what it does not know it leaves out. */
export function readState(search: string): SearchState {
  const params = new URLSearchParams(search);
  const shown = Number(params.get('show'));
  return {
    query: params.get('q') ?? '',
    filters: mapFacets((facet) => params.getAll(facet)),
    sort: sorts.find((sort) => sort === params.get('sort')) ?? 'relevance',
    from: day(params.get('from')),
    to: day(params.get('to')),
    shown: Number.isInteger(shown) && shown > step ? Math.min(shown, 500) : step,
  };
}

/** Writes the state as an address's query, with its question mark; what is as at first is left out. */
export function writeState(state: SearchState): string {
  const params = new URLSearchParams();
  if (state.query !== '') params.set('q', state.query);
  for (const facet of facets) for (const value of state.filters[facet]) params.append(facet, value);
  if (state.sort !== 'relevance') params.set('sort', state.sort);
  if (state.from !== '') params.set('from', state.from);
  if (state.to !== '') params.set('to', state.to);
  if (state.shown > step) params.set('show', String(state.shown));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** True where something narrows the results. */
export function isNarrowed(state: SearchState): boolean {
  return (
    state.from !== '' || state.to !== '' || facets.some((facet) => state.filters[facet].length > 0)
  );
}

/** True where there is anything to search for or to narrow by. */
export function isAsking(state: SearchState): boolean {
  return state.query.trim() !== '' || isNarrowed(state);
}

/** The same state without what narrows it. */
export function withoutFilters(state: SearchState): SearchState {
  return { ...state, ...readState(''), query: state.query, sort: state.sort };
}

function day(value: string | null): string {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : '';
}

import type { SearchWords } from '../i18n/search.ts';
import type { Labels } from '../lib/search/catalog.ts';
import { facets, type Facet } from '../lib/search/facets.ts';
import { fill } from '../lib/search/fill.ts';
import type { FacetCount } from '../lib/search/narrow.ts';
import { make } from './search-dom.ts';
import type { SearchState } from './search-state.ts';

/** Values of a facet shown before the reader asks for all. */
const first = 8;

/** What the choices are made of. */
export interface FacetView {
  /** Notices found. */
  total: number;
  counts: Record<Facet, FacetCount[]>;
  filters: SearchState['filters'];
  labels: Labels;
  words: SearchWords;
  /** Facets whose full list the reader has opened. */
  open: ReadonlySet<string>;
}

/** The choices of all facets; those that are not chosen and would narrow nothing are left out. */
export function facetChoices(view: FacetView): HTMLElement[] {
  return facets
    .filter(
      (facet) =>
        view.filters[facet].length > 0 ||
        view.counts[facet].some(({ count }) => count < view.total),
    )
    .map((facet) => facetChoice(facet, view));
}

function facetChoice(facet: Facet, view: FacetView): HTMLElement {
  const { counts, filters, words, open } = view;
  const chosen = counts[facet].filter(({ value }) => filters[facet].includes(value));
  const others = ordered(facet, counts[facet]).filter((entry) => !chosen.includes(entry));
  const items = [...chosen, ...others].map((entry) => choice(facet, entry, view));
  const rest = items.slice(first);
  const more = fill(words['filters.all'], { n: items.length });
  return make(
    'fieldset',
    { 'data-facet': facet },
    make('legend', {}, words[`facet.${facet}`]),
    make('ul', {}, ...items.slice(0, first)),
    ...(rest.length === 0
      ? []
      : [
          make(
            'details',
            { 'data-all': facet, open: open.has(facet) ? '' : null },
            make('summary', {}, more),
            make('ul', {}, ...rest),
          ),
        ]),
  );
}

/** Years by time, all else by count. */
function ordered(facet: Facet, counts: readonly FacetCount[]): FacetCount[] {
  return facet === 'year'
    ? counts.toSorted((a, b) => (a.value < b.value ? 1 : -1))
    : counts.slice();
}

function choice(facet: Facet, { value, count }: FacetCount, view: FacetView): HTMLLIElement {
  const chosen = view.filters[facet].includes(value);
  return make(
    'li',
    {},
    make(
      'label',
      {},
      make('input', { type: 'checkbox', name: facet, value, checked: chosen ? '' : null }),
      make('span', { class: 'facet-name' }, view.labels[facet][value] ?? value),
      make('span', { class: 'facet-count' }, String(count)),
    ),
  );
}

/** What results can be narrowed by: `department` issued a notice, `named` is named in its text. */
export const facets = ['department', 'named', 'type', 'region', 'gazette', 'year'] as const;
export type Facet = (typeof facets)[number];

/** One value for each facet. */
export function mapFacets<T>(value: (facet: Facet) => T): Record<Facet, T> {
  return {
    department: value('department'),
    named: value('named'),
    type: value('type'),
    region: value('region'),
    gazette: value('gazette'),
    year: value('year'),
  };
}

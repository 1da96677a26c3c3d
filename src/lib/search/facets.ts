/** What results can be narrowed by. */
export const facets = ['department', 'type', 'region', 'gazette', 'year'] as const;
export type Facet = (typeof facets)[number];

/** One value for each facet. */
export function mapFacets<T>(value: (facet: Facet) => T): Record<Facet, T> {
  return {
    department: value('department'),
    type: value('type'),
    region: value('region'),
    gazette: value('gazette'),
    year: value('year'),
  };
}

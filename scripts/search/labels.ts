import type { Language } from '../../src/lib/address.ts';
import type { Labels } from '../../src/lib/search/catalog.ts';
import type { Facet } from '../../src/lib/search/facets.ts';
import type { Names } from '../../src/lib/search/names.ts';
import { mapFacets } from '../../src/lib/search/facets.ts';
import type { Content } from './read-notices.ts';

/**
 * Names of all facet values that occur, in one language.
 *
 * @throws where a body or a region is not in the vocabulary
 */
export function labelsOf(content: Content, lang: Language): Labels {
  const named = (facet: Facet, names: ReadonlyMap<string, string>): Record<string, string> =>
    Object.fromEntries(
      [...new Set(content.records.flatMap((record) => record.facets[facet]))]
        .sort()
        .map((value) => {
          const name = names.get(value);
          if (name === undefined) throw new Error(`no ${facet} \`${value}\` in the vocabulary`);
          return [value, name];
        }),
    );
  const vocabulary = (entries: readonly { id: string; zh: string; en: string }[]) =>
    new Map(entries.map((entry) => [entry.id, entry[lang]]));
  const years = content.records.flatMap(({ facets }) => facets.year);
  return {
    department: named('department', vocabulary(content.bodies)),
    named: named('named', vocabulary(content.bodies)),
    type: named('type', vocabulary(content.documentTypes)),
    region: named('region', vocabulary(content.regions)),
    gazette: named(
      'gazette',
      new Map(
        [...content.gazettes].map(([id, { name, english, year, issue }]) => [
          id,
          lang === 'zh' ? `${name} ${year}年第${issue}期` : `${english}, ${year} No. ${issue}`,
        ]),
      ),
    ),
    year: named('year', new Map(years.map((year) => [year, lang === 'zh' ? `${year}年` : year]))),
  };
}

/** All names of all facet values that occur: both languages, and the short forms of bodies. */
export function namesOf(content: Content): Names {
  const [zh, en] = [labelsOf(content, 'zh'), labelsOf(content, 'en')];
  const aliases = new Map(content.bodies.map((body) => [body.id, body.aliases]));
  return mapFacets((facet) =>
    Object.fromEntries(
      Object.entries(zh[facet]).map(([value, name]) => [
        value,
        [name, en[facet][value] ?? name, ...(aliases.get(value) ?? [])],
      ]),
    ),
  );
}

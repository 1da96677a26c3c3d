import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { createAnalyzer } from '../../src/lib/search/analyze.ts';
import type { Catalog, StoredNotice } from '../../src/lib/search/catalog.ts';
import { mapFacets, type Facet } from '../../src/lib/search/facets.ts';
import type { SearchRecord } from '../../src/lib/search/records.ts';
import { packForms, simplifiedForms } from '../../src/lib/search/simplified.ts';
import { recordTokens, type TokenStream } from '../../src/lib/search/tokens.ts';
import { indexWithPagefind } from './pagefind.ts';

/** Path under the site's root, and content. */
export type Files = Map<string, Uint8Array>;

/**
 * Makes all data files of search: Pagefind's index, the catalog and the stored notices.
 *
 * @param records in the order of their ids
 */
export async function searchFiles(records: readonly SearchRecord[]): Promise<Files> {
  const forms = simplifiedForms();
  const analyzer = createAnalyzer(forms);
  const heads: Pick<TokenStream, 'ends'>[] = [];
  const lengths: number[] = [];
  const engine = await indexWithPagefind(
    (function* () {
      // One at a time: a large archive's tokens would not fit in memory together.
      for (const { id, blocks } of records) {
        const { tokens, ends } = recordTokens(blocks, analyzer);
        heads.push({ ends });
        lengths.push(tokens.length);
        yield { id, tokens };
      }
    })(),
  );
  const files: Files = new Map();
  for (const [path, content] of engine.files) files.set(`pagefind/${path}`, content);
  for (const record of records)
    files.set(`search/notices/${record.id}.bin`, pack(storedNotice(record)));
  // The notice page folds with the same table, but needs nothing else of the catalog.
  files.set('search/forms.bin', pack(packForms(forms)));
  const values = facetValues(records);
  const catalog: Omit<Catalog, 'tag'> = {
    forms: packForms(forms),
    ids: records.map(({ id }) => id),
    pages: engine.pages,
    titles: records.map(({ title }) => title),
    numbers: records.map(({ docNumber }) => docNumber),
    dates: records.map(({ date }) => date),
    ends: heads.map(({ ends }) => ends),
    lengths,
    values,
    facets: mapFacets((facet) =>
      records.map((record) => record.facets[facet].map((value) => values[facet].indexOf(value))),
    ),
  };
  files.set('search/catalog.bin', pack({ tag: digest(files, catalog), ...catalog }));
  return files;
}

function storedNotice(record: SearchRecord): StoredNotice {
  return {
    title: record.title,
    docNumber: record.docNumber,
    issuers: record.issuers.map(({ name }) => name),
    date: record.date,
    gazette: record.facets.gazette[0] ?? '',
    blocks: record.blocks.filter(({ place }) => place > 0),
  };
}

function facetValues(records: readonly SearchRecord[]): Record<Facet, string[]> {
  return mapFacets((facet) =>
    [...new Set(records.flatMap((record) => record.facets[facet]))].sort(),
  );
}

function pack(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value), { level: 9 });
}

function digest(files: Files, catalog: object): string {
  const hash = createHash('sha256').update(JSON.stringify(catalog));
  for (const [path, content] of files) hash.update(path).update(content);
  return hash.digest('hex').slice(0, 12);
}

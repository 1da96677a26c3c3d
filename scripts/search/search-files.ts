import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { createAnalyzer } from '../../src/lib/search/analyze.ts';
import { sizeOf, type Catalog, type StoredNotice } from '../../src/lib/search/catalog.ts';
import { mapFacets } from '../../src/lib/search/facets.ts';
import type { SearchRecord } from '../../src/lib/search/records.ts';
import { packForms, simplifiedForms } from '../../src/lib/search/simplified.ts';
import { PairIndexer } from './index-pairs.ts';

/** Takes a file: its path under the site's root, and its content. */
export type Write = (path: string, content: Uint8Array) => void;

/** What was indexed. */
export interface Indexed {
  notices: number;
  blocks: number;
  chunks: number;
}

/**
 * Makes all data files of search: the index of pairs, the catalog and the stored notices. Records are taken one at a
 * time, so that a large archive need not fit in memory.
 *
 * @param records in the order of their ids; the same ones give the same bytes
 */
export function writeSearchFiles(records: Iterable<SearchRecord>, write: Write): Indexed {
  const forms = simplifiedForms();
  const analyzer = createAnalyzer(forms);
  const indexer = new PairIndexer(analyzer);
  const hash = createHash('sha256');
  const put: Write = (path, content) => {
    hash.update(path).update(content);
    write(path, content);
  };
  const columns: Pick<Catalog, 'ids' | 'numbers' | 'dates' | 'titles' | 'sizes'> = {
    ids: [],
    numbers: [],
    dates: [],
    titles: [],
    sizes: [],
  };
  const facets = mapFacets((): string[][] => []);
  let blocks = 0;
  for (const record of records) {
    indexer.add(record.blocks);
    put(`search/notices/${record.id}.bin`, pack(storedNotice(record)));
    columns.ids.push(record.id);
    columns.numbers.push(record.docNumber);
    columns.dates.push(record.date);
    columns.titles.push(Array.from(analyzer.fold(record.title)).length);
    columns.sizes.push(sizeOf(record.blocks));
    mapFacets((facet) => facets[facet].push(record.facets[facet]));
    blocks += record.blocks.length;
  }
  const index = indexer.finish();
  index.chunks.forEach((chunk, number) => {
    put(`search/index/${number}.bin`, chunk);
  });
  const packedForms = packForms(forms);
  // The notice page folds with the same table, but needs nothing else of the catalog.
  put('search/forms.bin', pack(packedForms));
  const values = mapFacets((facet) => [...new Set(facets[facet].flat())].sort());
  const catalog: Omit<Catalog, 'tag'> = {
    forms: packedForms,
    firsts: index.firsts,
    ...columns,
    values,
    facets: mapFacets((facet) => places(facets[facet], values[facet])),
  };
  const tag = hash.update(JSON.stringify(catalog)).digest('hex').slice(0, 12);
  write('search/catalog.bin', pack({ tag, ...catalog }));
  return { notices: columns.ids.length, blocks, chunks: index.chunks.length };
}

/** Values by their place in a sorted list. */
function places(columns: readonly (readonly string[])[], values: readonly string[]): number[][] {
  const place = new Map(values.map((value, i) => [value, i]));
  return columns.map((own) => own.map((value) => place.get(value) ?? -1));
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

function pack(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value), { level: 9 });
}

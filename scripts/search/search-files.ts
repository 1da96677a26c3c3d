import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { languages, type Language } from '../../src/lib/address.ts';
import { createAnalyzer } from '../../src/lib/search/analyze.ts';
import {
  sizeOf,
  toColumns,
  type Catalog,
  type Labels,
  type Row,
  type StoredNotice,
} from '../../src/lib/search/catalog.ts';
import { mapFacets } from '../../src/lib/search/facets.ts';
import type { Names } from '../../src/lib/search/names.ts';
import type { SearchRecord } from '../../src/lib/search/records.ts';
import { packForms, simplifiedForms } from '../../src/lib/search/simplified.ts';
import { GramIndexer } from './index-grams.ts';
import { indexSizes, writeIndex } from './write-index.ts';

/** Takes a file: its path under `search/`, where `tagged/` stands for the tag, and its content. */
export type Write = (path: string, content: Uint8Array) => void;

/** What was indexed. */
export interface Indexed {
  tag: string;
  notices: number;
  blocks: number;
  chunks: number;
}

/** Notices in each file of rows: some 20 KB packed. */
const rowsPerFile = 2048;

/**
 * Makes all data files of search: the index, the catalog, the rows and the stored notices. Records are taken one at a
 * time, so that a large archive need not fit in memory.
 *
 * @param records in the order of their years and ids; the same ones give the same bytes
 */
export function writeSearchFiles(
  records: Iterable<SearchRecord>,
  { names, labels }: { names: Names; labels: Record<Language, Labels> },
  write: Write,
): Indexed {
  const forms = simplifiedForms();
  const analyzer = createAnalyzer(forms);
  const indexer = new GramIndexer(analyzer);
  const hash = createHash('sha256');
  const put: Write = (path, content) => {
    hash.update(path).update(content);
    write(`tagged/${path}`, content);
  };
  const rows: (Omit<Row, 'facets'> & Pick<SearchRecord, 'facets'>)[] = [];
  let blocks = 0;
  for (const record of records) {
    indexer.add(record.blocks);
    put(`notices/${record.id}.bin`, pack(storedNotice(record)));
    rows.push({
      id: record.id,
      number: record.docNumber,
      date: record.date,
      title: Array.from(analyzer.fold(record.title)).length,
      size: sizeOf(record.blocks),
      facets: record.facets,
    });
    blocks += record.blocks.length;
  }
  const index = writeIndex(indexer, indexSizes(indexer.length), (chunk, content) => {
    put(`index/${chunk}.bin`, content);
  });
  const values = mapFacets((facet) =>
    [...new Set(rows.flatMap((row) => row.facets[facet]))].sort(),
  );
  const places = mapFacets((facet) => new Map(values[facet].map((value, i) => [value, i])));
  for (let from = 0; from < rows.length; from += rowsPerFile) {
    const own = rows.slice(from, from + rowsPerFile).map((row) => ({
      ...row,
      facets: mapFacets((facet) =>
        row.facets[facet].map((value) => places[facet].get(value) ?? -1),
      ),
    }));
    put(`rows/${from / rowsPerFile}.bin`, pack(toColumns(own)));
  }
  for (const lang of languages) put(`labels.${lang}.bin`, pack(labels[lang]));
  put('names.bin', pack(names));
  const packedForms = packForms(forms);
  // The notice page folds with the same table, but needs nothing else of the catalog.
  write('forms.bin', pack(packedForms));
  const catalog: Omit<Catalog, 'tag'> = {
    forms: packedForms,
    ...index,
    notices: rows.length,
    rowsPerFile,
    values,
  };
  const tag = hash.update(JSON.stringify(catalog)).digest('hex').slice(0, 12);
  write('catalog.bin', pack({ tag, ...catalog }));
  return { tag, notices: rows.length, blocks, chunks: index.firsts.length };
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

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { createAnalyzer } from '../../src/lib/search/analyze.ts';
import {
  sizeOf,
  toColumns,
  type Catalog,
  type Row,
  type StoredNotice,
} from '../../src/lib/search/catalog.ts';
import { mapFacets } from '../../src/lib/search/facets.ts';
import { writeChunk } from '../../src/lib/search/postings.ts';
import type { SearchRecord } from '../../src/lib/search/records.ts';
import { packForms, simplifiedForms } from '../../src/lib/search/simplified.ts';
import { GramIndexer } from './index-grams.ts';

/** Takes a file: its path under the site's root, and its content. */
export type Write = (path: string, content: Uint8Array) => void;

/** What was indexed. */
export interface Indexed {
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
export function writeSearchFiles(records: Iterable<SearchRecord>, write: Write): Indexed {
  const forms = simplifiedForms();
  const analyzer = createAnalyzer(forms);
  const indexer = new GramIndexer(analyzer);
  const hash = createHash('sha256');
  const put: Write = (path, content) => {
    hash.update(path).update(content);
    write(path, content);
  };
  const rows: (Omit<Row, 'facets'> & Pick<SearchRecord, 'facets'>)[] = [];
  let blocks = 0;
  for (const record of records) {
    indexer.add(record.blocks);
    put(`search/notices/${record.id}.bin`, pack(storedNotice(record)));
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
  const index = writeIndex(indexer, put);
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
    put(`search/rows/${from / rowsPerFile}.bin`, pack(toColumns(own)));
  }
  const packedForms = packForms(forms);
  // The notice page folds with the same table, but needs nothing else of the catalog.
  put('search/forms.bin', pack(packedForms));
  const catalog: Omit<Catalog, 'tag'> = {
    forms: packedForms,
    ...index,
    notices: rows.length,
    rowsPerFile,
    values,
  };
  const tag = hash.update(JSON.stringify(catalog)).digest('hex').slice(0, 12);
  write('search/catalog.bin', pack({ tag, ...catalog }));
  return { notices: rows.length, blocks, chunks: index.firsts.length };
}

/** Bytes of an entry for each place, on average. */
const bytesPerPlace = 3;

/**
 * Places of a gram kept whole: the fewer, the longer grams reach into a fragment and the fewer notices they leave, but the
 * larger the index (at 10,000 notices 145 MB with no such line, 200 MB with 64).
 */
const rare = 64;
/** Places of a split gram, for each byte of a chunk, so that a gram that is not split fills no more than a chunk or two. */
const frequent = 0.25;

/**
 * Size at which a chunk is closed, in bytes. A first query fetches the directory of all chunks and a few chunks, so the
 * best size grows with the square root of the archive.
 */
function chunkSize(characters: number): number {
  return Math.min(49_152, Math.max(6_000, Math.sqrt(characters * bytesPerPlace) * 4));
}

/** Writes the chunks, and gives their directory. */
function writeIndex(indexer: GramIndexer, write: Write): Pick<Catalog, 'firsts' | 'split'> {
  const limit = chunkSize(indexer.length);
  const directory: Pick<Catalog, 'firsts' | 'split'> = { firsts: [], split: [] };
  let open: (readonly [gram: string, entry: Uint8Array])[] = [];
  let size = 0;
  const close = (): void => {
    const [first] = open;
    if (!first) return;
    write(`search/index/${directory.firsts.length}.bin`, gzipSync(writeChunk(open)));
    directory.firsts.push(first[0]);
    open = [];
    size = 0;
  };
  const add = (gram: string, entry: Uint8Array): void => {
    // A large entry stands alone: who asks for its neighbours should not have to fetch it.
    if (size > 0 && size + entry.length > limit) close();
    open.push([gram, entry]);
    size += entry.length + gram.length * 3 + 2;
    if (size >= limit) close();
  };
  indexer.finish(
    { rare, frequent: limit * frequent },
    {
      whole: add,
      split(gram, entry) {
        if (Array.from(gram).length > 1) directory.split.push(gram);
        add(gram, entry);
      },
    },
  );
  close();
  return directory;
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

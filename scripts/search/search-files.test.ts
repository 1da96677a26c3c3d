import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Catalog, Rows } from '../../src/lib/search/catalog.ts';
import type { SearchRecord } from '../../src/lib/search/records.ts';
import { writeSearchFiles } from './search-files.ts';

function record(id: string, title: string, year: string): SearchRecord {
  return {
    id,
    title,
    docNumber: null,
    issuers: [],
    date: null,
    facets: {
      department: [],
      named: [],
      type: ['notice'],
      region: ['640302'],
      gazette: ['litong-2019-4'],
      year: [year],
    },
    blocks: [
      { kind: 'title', place: 0, text: title },
      { kind: 'text', place: 1, text: `${title}的正文。` },
    ],
  };
}

const records = [record('a', '甲', '2019'), record('b', '乙', '2021'), record('c', '丙', '2019')];

const names = { department: {}, named: {}, type: {}, region: {}, gazette: {}, year: {} };

/** All files by their path. */
function written(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  writeSearchFiles(records, { names, labels: { zh: names, en: names } }, (path, content) =>
    files.set(path, content),
  );
  return files;
}

test('the same records give the same bytes, and each has its stored notice and its place', () => {
  const first = written();
  const second = written();
  expect([...second.keys()]).toEqual([...first.keys()]);
  for (const [path, content] of first)
    expect(Buffer.compare(content, second.get(path) ?? content), path).toBe(0);
  const packed = first.get('catalog.bin') ?? new Uint8Array();
  const catalog = JSON.parse(gunzipSync(packed).toString()) as Catalog;
  expect(catalog.notices).toBe(3);
  expect(catalog.values.year).toEqual(['2019', '2021']);
  const rows = JSON.parse(gunzipSync(first.get('tagged/rows/0.bin') ?? '').toString()) as Rows;
  expect(rows.ids).toEqual(['a', 'b', 'c']);
  expect(rows.facets.year).toEqual([[0], [1], [0]]);
  for (const { id } of records) expect([...first.keys()]).toContain(`tagged/notices/${id}.bin`);
});

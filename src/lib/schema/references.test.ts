import { describe, expect, test } from 'vitest';
import type { Gazette } from './gazette.ts';
import type { Notice } from './notice.ts';
import type { Reading } from './reading.ts';
import { danglingReferences, type Records } from './references.ts';
import type { Body, DocumentType, Region } from './vocabulary.ts';

const notice: Notice = {
  id: 'a-2020-1',
  kind: 'notice',
  title: '关于甲的通知',
  docNumber: '甲发〔2020〕1号',
  docType: '通知',
  issuers: [{ name: '甲区人民政府', id: 'jia-government' }],
  addressees: null,
  date: null,
  disclosure: null,
  gazette: 'jia-2020-1',
  section: null,
  attachments: [],
  effective: null,
  repeals: [],
  citations: [],
  source: { file: 'jia-2020-1.txt', startLine: 1, endLine: 2 },
  language: 'zh-Hans',
  lines: ['1'],
  evidence: {},
  doubts: [],
  corrections: [],
};
const gazette: Gazette = {
  name: '甲区人民政府公报',
  english: 'Gazette of Jia',
  publisher: 'jia-government',
  region: '100000',
  year: 2020,
  issue: 1,
  totalIssue: null,
  publishedOn: null,
  sha256: '0'.repeat(64),
  origin: { zh: '甲', en: 'Jia' },
};
const reading: Reading = {
  characters: { source: 1, notices: 1, furniture: 0 },
  tables: { rebuilt: 0, lines: 0 },
  furniture: [],
  doubts: [],
};
const body: Body = {
  id: 'jia-government',
  zh: '甲区人民政府',
  en: 'Jia',
  aliases: [],
  region: '100000',
};
const type: DocumentType = { id: 'notice', zh: '通知', en: 'Notice', statutory: true };
const region: Region = { id: '100000', slug: 'jia', zh: '甲区', en: 'Jia', parent: null };

function records(differs: {
  notice?: Partial<Notice>;
  gazette?: Partial<Gazette>;
  body?: Partial<Body>;
  regions?: Region[];
  readings?: string[];
}): Records {
  const regions = differs.regions ?? [region];
  return {
    notices: [{ file: 'n.md', id: notice.id, data: { ...notice, ...differs.notice } }],
    gazettes: [{ file: 'g.yaml', id: 'jia-2020-1', data: { ...gazette, ...differs.gazette } }],
    readings: (differs.readings ?? ['jia-2020-1']).map((id) => ({
      file: `${id}/reading.yaml`,
      id,
      data: reading,
    })),
    bodies: [{ file: 'b.yaml', id: body.id, data: { ...body, ...differs.body } }],
    documentTypes: [{ file: 't.yaml', id: type.id, data: type }],
    regions: regions.map((data) => ({ file: 'r.yaml', id: data.id, data })),
  };
}

describe('danglingReferences', () => {
  test('finds nothing where every id is known', () => {
    expect(danglingReferences(records({}))).toEqual([]);
  });

  test('leaves an unregistered issuer, type or citation alone', () => {
    const citations = [{ title: null, docNumber: '甲发〔2019〕1号', line: 1, notice: null }];
    const issuers = [{ name: '甲局', id: null }];
    expect(danglingReferences(records({ notice: { docType: null, issuers, citations } }))).toEqual(
      [],
    );
  });

  const cited = { title: null, docNumber: '甲发〔2019〕1号', line: 1, notice: 'x' };
  test.each([
    [
      { notice: { gazette: 'x', source: { file: 'x.txt', startLine: 1, endLine: 2 } } },
      'n.md: gazette: unexpected `x`, expected the id of a gazette',
    ],
    [
      { notice: { docType: 'x' } },
      'n.md: docType: unexpected `x`, expected the Chinese name of a document type',
    ],
    [
      { notice: { issuers: [{ name: '甲', id: 'x' }] } },
      'n.md: issuers.0.id: unexpected `x`, expected the id of a body',
    ],
    [
      { notice: { citations: [cited] } },
      'n.md: citations.0.notice: unexpected `x`, expected the id of a notice',
    ],
    [
      { notice: { source: { file: 'x.txt', startLine: 1, endLine: 2 } } },
      'n.md: source.file: unexpected `x.txt`, expected `jia-2020-1.txt`',
    ],
    [
      { gazette: { publisher: 'x' } },
      'g.yaml: publisher: unexpected `x`, expected the id of a body',
    ],
    [
      { gazette: { region: '999999' } },
      'g.yaml: region: unexpected `999999`, expected the id of a region',
    ],
    [
      { readings: [] },
      'g.yaml: unexpected gazette without a reading, expected `jia-2020-1/reading.yaml`',
    ],
    [
      { readings: ['jia-2020-1', 'x'] },
      'x/reading.yaml: folder: unexpected `x`, expected the id of a gazette',
    ],
    [
      { body: { region: '999999' } },
      'b.yaml: jia-government.region: unexpected `999999`, expected the id of a region',
    ],
    [
      { regions: [{ ...region, parent: '999999' }] },
      'r.yaml: 100000.parent: unexpected `999999`, expected the id of a region',
    ],
    [
      { regions: [region, { ...region, id: '100001' }] },
      'r.yaml: 100001.slug: unexpected `jia`, already used by 100000',
    ],
  ])('names file and field for %j', (differs, problem) => {
    expect(danglingReferences(records(differs))).toEqual([problem]);
  });
});

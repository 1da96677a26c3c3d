import type { Gazette } from './gazette.ts';
import type { Notice } from './notice.ts';
import type { Reading } from './reading.ts';
import type { Body, DocumentType, Region } from './vocabulary.ts';

/** A record and the file it stands in. */
export interface Filed<T> {
  file: string;
  id: string;
  data: T;
}

export interface Records {
  notices: readonly Filed<Notice>[];
  gazettes: readonly Filed<Gazette>[];
  /** How each gazette was read, under the gazette's id. */
  readings: readonly Filed<Reading>[];
  bodies: readonly Filed<Body>[];
  documentTypes: readonly Filed<DocumentType>[];
  regions: readonly Filed<Region>[];
}

/**
 * Every id that names nothing, and every name that should be unique and is not, each as one line:
 * file, field, what was unexpected, what was expected. A schema sees one record at a time and cannot tell.
 */
export function danglingReferences(records: Records): string[] {
  const problems: string[] = [];
  const known = {
    body: new Set(records.bodies.map(({ id }) => id)),
    gazette: new Set(records.gazettes.map(({ id }) => id)),
    notice: new Set(records.notices.map(({ id }) => id)),
    region: new Set(records.regions.map(({ id }) => id)),
  };
  const types = new Set(records.documentTypes.map(({ data }) => data.zh));
  const expect = (kind: keyof typeof known, value: string | null, file: string, field: string) => {
    if (value !== null && !known[kind].has(value)) {
      problems.push(`${file}: ${field}: unexpected \`${value}\`, expected the id of a ${kind}`);
    }
  };

  for (const { file, data } of records.notices) {
    expect('gazette', data.gazette, file, 'gazette');
    if (data.docType !== null && !types.has(data.docType)) {
      problems.push(
        `${file}: docType: unexpected \`${data.docType}\`, expected the Chinese name of a document type`,
      );
    }
    data.issuers.forEach(({ id }, i) => {
      expect('body', id, file, `issuers.${i}.id`);
    });
    data.citations.forEach(({ notice }, i) => {
      expect('notice', notice, file, `citations.${i}.notice`);
    });
    if (data.source.file !== `${data.gazette}.txt`) {
      problems.push(
        `${file}: source.file: unexpected \`${data.source.file}\`, expected \`${data.gazette}.txt\``,
      );
    }
  }
  for (const { file, data } of records.gazettes) {
    expect('body', data.publisher, file, 'publisher');
    expect('region', data.region, file, 'region');
  }
  const read = new Set(records.readings.map(({ id }) => id));
  for (const { file, id } of records.gazettes) {
    if (!read.has(id)) {
      problems.push(
        `${file}: unexpected gazette without a reading, expected \`${id}/reading.yaml\``,
      );
    }
  }
  for (const { file, id } of records.readings) expect('gazette', id, file, 'folder');
  for (const { file, id, data } of records.bodies) {
    expect('region', data.region, file, `${id}.region`);
  }
  for (const { file, id, data } of records.regions) {
    expect('region', data.parent, file, `${id}.parent`);
  }
  problems.push(
    ...repeated(records.regions, 'slug', ({ slug }) => slug),
    ...repeated(records.documentTypes, 'zh', ({ zh }) => zh),
    ...repeated(records.bodies, 'zh', ({ zh }) => zh),
  );
  return problems;
}

function repeated<T>(
  records: readonly Filed<T>[],
  field: string,
  valueOf: (data: T) => string,
): string[] {
  const owners = new Map<string, string>();
  return records.flatMap(({ file, id, data }) => {
    const value = valueOf(data);
    const owner = owners.get(value);
    if (owner === undefined) {
      owners.set(value, id);
      return [];
    }
    return [`${file}: ${id}.${field}: unexpected \`${value}\`, already used by ${owner}`];
  });
}

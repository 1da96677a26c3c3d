import type { Gazette } from '../lib/schema/gazette.ts';
import type { Notice } from '../lib/schema/notice.ts';
import type { Reading } from '../lib/schema/reading.ts';
import { danglingReferences, type Filed, type Records } from '../lib/schema/references.ts';
import type { Body, DocumentType, Region } from '../lib/schema/vocabulary.ts';

/** A notice with what it names already looked up. */
export interface NoticeRecord {
  id: string;
  file: string;
  data: Notice;
  /** Markdown. */
  body: string;
  gazette: GazetteRecord;
  type: DocumentType | null;
  /** Year it is listed under: of its date, else of its gazette. */
  year: number;
}

export interface GazetteRecord {
  id: string;
  data: Gazette;
  publisher: Body;
  region: Region;
  /** How it was read. */
  reading: Reading;
}

/** All that the site shows, checked and joined. */
export interface Archive {
  /** In printed order: gazettes newest first, each from its first line to its last. */
  notices: readonly NoticeRecord[];
  /** Newest issue first. */
  gazettes: readonly GazetteRecord[];
  /** Bodies that issued a notice. */
  departments: readonly Body[];
  /** Types that a notice has. */
  types: readonly DocumentType[];
  /** Newest first. */
  years: readonly number[];
  /** Regions with a gazette or a department in them or below them, the larger first. */
  regions: readonly Region[];
  body: (id: string) => Body;
  notice: (id: string) => NoticeRecord;
  region: (id: string) => Region;
}

export interface NoticeFile extends Filed<Notice> {
  body: string;
}

export interface Content extends Records {
  notices: readonly NoticeFile[];
}

/** Joins the records; throws with one line per problem where an id names nothing. */
export function buildArchive(records: Content): Archive {
  const problems = [...danglingReferences(records), ...unaccounted(records)];
  if (problems.length > 0) {
    throw new Error(`Unexpected content:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
  const body = lookUp('body', records.bodies);
  const region = lookUp('region', records.regions);
  const reading = lookUp('reading', records.readings);
  const gazettes = records.gazettes
    .map(({ id, data }) => ({
      id,
      data,
      publisher: body(data.publisher),
      region: region(data.region),
      reading: reading(id),
    }))
    .sort(byIssue);
  const gazette = lookUp(
    'gazette',
    gazettes.map((record) => ({ id: record.id, data: record })),
  );
  const typeNamed = new Map(records.documentTypes.map(({ data }) => [data.zh, data]));
  const notices = records.notices
    .map((file) => ({
      id: file.id,
      file: file.file,
      data: file.data,
      body: file.body,
      gazette: gazette(file.data.gazette),
      type: typeNamed.get(file.data.docType ?? '') ?? null,
      year: yearOf(file.data, gazette(file.data.gazette).data),
    }))
    .sort(byPlace);
  const issued = new Set(notices.flatMap(({ data }) => data.issuers.map(({ id }) => id)));
  const departments = records.bodies.filter(({ id }) => issued.has(id)).map(({ data }) => data);
  const used = new Set(notices.map(({ type }) => type));
  return {
    notices,
    gazettes,
    departments,
    types: records.documentTypes.map(({ data }) => data).filter((type) => used.has(type)),
    years: [...new Set(notices.map(({ year }) => year))].sort((a, b) => b - a),
    regions: inhabited(
      records.regions.map(({ data }) => data),
      [...gazettes.map(({ data }) => data.region), ...departments.map((d) => d.region)],
    ),
    body,
    region,
    notice: lookUp(
      'notice',
      notices.map((record) => ({ id: record.id, data: record })),
    ),
  };
}

/** Readings whose characters do not add up: text was lost, or stands twice. */
function unaccounted({ readings }: Content): string[] {
  return readings.flatMap(({ file, data: { characters } }) => {
    const { source, notices, furniture } = characters;
    return source === notices + furniture
      ? []
      : [`${file}: characters: unexpected ${notices} + ${furniture}, expected ${source}`];
  });
}

/** The year a notice is listed under. */
export function yearOf(notice: Pick<Notice, 'date'>, gazette: Pick<Gazette, 'year'>): number {
  return notice.date === null ? gazette.year : Number(notice.date.slice(0, 4));
}

function lookUp<T>(kind: string, records: readonly { id: string; data: T }[]): (id: string) => T {
  const known = new Map(records.map(({ id, data }) => [id, data]));
  return (id) => {
    const found = known.get(id);
    if (found === undefined) throw new Error(`Unexpected ${kind} id \`${id}\``);
    return found;
  };
}

const ascending = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function byIssue(a: GazetteRecord, b: GazetteRecord): number {
  return b.data.year - a.data.year || b.data.issue - a.data.issue || ascending(a.id, b.id);
}

function byPlace(a: NoticeRecord, b: NoticeRecord): number {
  return a.gazette === b.gazette
    ? a.data.source.startLine - b.data.source.startLine
    : byIssue(a.gazette, b.gazette);
}

/** Newest date first, undated last, then printed order. */
export function newestFirst(notices: readonly NoticeRecord[]): NoticeRecord[] {
  return [...notices].sort(
    (a, b) => ascending(b.data.date ?? '', a.data.date ?? '') || byPlace(a, b),
  );
}

/** Items under their keys, keys in order of first appearance. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups];
}

/** The regions named and all that hold them, each before what lies in it. */
function inhabited(regions: readonly Region[], ids: readonly string[]): Region[] {
  const parents = new Map(regions.map(({ id, parent }) => [id, parent]));
  const kept = new Set<string>();
  for (const id of ids) {
    let at: string | null = id;
    while (at !== null && !kept.has(at)) {
      kept.add(at);
      at = parents.get(at) ?? null;
    }
  }
  return regions.filter(({ id }) => kept.has(id)).sort((a, b) => ascending(a.id, b.id));
}

/** True where `id` is `region` or lies in it. */
export function within(archive: Archive, id: string, region: string): boolean {
  let at: string | null = id;
  while (at !== null) {
    if (at === region) return true;
    at = archive.region(at).parent;
  }
  return false;
}

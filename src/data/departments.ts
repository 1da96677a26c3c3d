import { wordsOf } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import { loadArchive } from './archive.ts';
import { groupBy, newestFirst, type Archive, type NoticeRecord } from './model.ts';
import {
  bodyLabel,
  cardsByYear,
  entryOf,
  printed,
  regionLabel,
  type Entry,
  type Label,
} from './names.ts';
import { itemPaths } from './paths.ts';

/** Bodies with their notices, those with the most first. */
export function departmentEntries(archive: Archive, lang: Language): Entry[] {
  return archive.departments
    .map((body) => ({ body, count: issuedBy(archive, body.id).length }))
    .sort((a, b) => b.count - a.count)
    .map(({ body, count }) => entryOf(lang, bodyLabel(lang, body), count));
}

export function issuedBy(archive: Archive, body: string): NoticeRecord[] {
  return archive.notices.filter(({ data }) => data.issuers.some(({ id }) => id === body));
}

export async function departmentsPage(lang: Language) {
  const archive = await loadArchive();
  const groups = groupBy(archive.departments, ({ region }) => region)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([region, bodies]) => ({
      title: regionLabel(lang, archive.region(region)),
      entries: bodies.map((body) =>
        entryOf(lang, bodyLabel(lang, body), issuedBy(archive, body.id).length),
      ),
    }));
  return { page: { kind: 'departments', lang } as const, groups };
}

export async function departmentPaths() {
  return itemPaths((await loadArchive()).departments.map(({ id }) => id));
}

export async function departmentPage(lang: Language, id: string) {
  const archive = await loadArchive();
  const body = archive.body(id);
  const notices = newestFirst(issuedBy(archive, id));
  const { n } = wordsOf(lang);
  const facts: Label[] = [
    regionLabel(lang, archive.region(body.region)),
    { text: n('notices', notices.length), href: null, lang: null },
  ];
  return {
    page: { kind: 'department', lang, id } as const,
    title: body[lang],
    printed: lang === 'zh' ? null : printed(lang, body.zh),
    facts,
    groups: cardsByYear(archive, lang, notices),
  };
}

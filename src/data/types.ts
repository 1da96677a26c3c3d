import { wordsOf } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import type { DocumentType } from '../lib/schema/vocabulary.ts';
import { loadArchive } from './archive.ts';
import { newestFirst, type Archive, type NoticeRecord } from './model.ts';
import { cardsByYear, entryOf, plain, printed, typeLabel, type Entry } from './names.ts';
import { itemPaths } from './paths.ts';

/** Types with their notices, those with the most first. */
export function typeEntries(
  archive: Archive,
  lang: Language,
  types: readonly DocumentType[] = archive.types,
): Entry[] {
  return types
    .map((type) => ({ type, count: ofType(archive, type).length }))
    .sort((a, b) => b.count - a.count)
    .map(({ type, count }) => entryOf(lang, typeLabel(lang, type), count));
}

function ofType(archive: Archive, type: DocumentType): NoticeRecord[] {
  return archive.notices.filter((notice) => notice.type === type);
}

export async function typesPage(lang: Language) {
  const archive = await loadArchive();
  const { t } = wordsOf(lang);
  const groups = [
    { title: plain(t('types.statutory')), statutory: true },
    { title: plain(t('types.other')), statutory: false },
  ].map(({ title, statutory }) => ({
    title,
    entries: typeEntries(
      archive,
      lang,
      archive.types.filter((type) => type.statutory === statutory),
    ),
  }));
  return {
    page: { kind: 'types', lang } as const,
    groups: groups.filter(({ entries }) => entries.length > 0),
  };
}

export async function typePaths() {
  return itemPaths((await loadArchive()).types.map(({ id }) => id));
}

export async function typePage(lang: Language, id: string) {
  const archive = await loadArchive();
  const type = archive.types.find((item) => item.id === id);
  if (type === undefined) throw new Error(`Unexpected document type \`${id}\``);
  const notices = newestFirst(ofType(archive, type));
  return {
    page: { kind: 'type', lang, id } as const,
    title: type[lang],
    printed: lang === 'zh' ? null : printed(lang, type.zh),
    facts: [plain(wordsOf(lang).n('notices', notices.length))],
    groups: cardsByYear(archive, lang, notices),
  };
}

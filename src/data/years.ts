import { formatDate, wordsOf } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import { loadArchive } from './archive.ts';
import { groupBy, newestFirst, type Archive, type NoticeRecord } from './model.ts';
import { cardOf, entryOf, plain, yearLabel, type Entry } from './names.ts';
import { itemPaths } from './paths.ts';

export function yearEntries(archive: Archive, lang: Language): Entry[] {
  return archive.years.map((year) =>
    entryOf(lang, yearLabel(lang, year), inYear(archive, year).length),
  );
}

function inYear(archive: Archive, year: number): NoticeRecord[] {
  return archive.notices.filter((notice) => notice.year === year);
}

export async function yearsPage(lang: Language) {
  const archive = await loadArchive();
  return {
    page: { kind: 'years', lang } as const,
    groups: [{ title: null, entries: yearEntries(archive, lang) }],
  };
}

export async function yearPaths() {
  return itemPaths((await loadArchive()).years.map(String));
}

export async function yearPage(lang: Language, id: string) {
  const archive = await loadArchive();
  const { t, n } = wordsOf(lang);
  const notices = newestFirst(inYear(archive, Number(id)));
  return {
    page: { kind: 'year', lang, id } as const,
    title: t('year.title', { year: id }),
    printed: null,
    facts: [plain(n('notices', notices.length))],
    groups: groupBy(notices, ({ data }) => data.date?.slice(0, 7) ?? null).map(
      ([month, group]) => ({
        title: plain(month === null ? t('year.undated') : formatDate(lang, month)),
        cards: group.map((notice) => cardOf(archive, lang, notice)),
      }),
    ),
  };
}

import { wordsOf } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import type { Region } from '../lib/schema/vocabulary.ts';
import { loadArchive } from './archive.ts';
import { issuedBy } from './departments.ts';
import { noticesOf } from './gazettes.ts';
import { newestFirst, within, type Archive, type NoticeRecord } from './model.ts';
import {
  bodyLabel,
  cardsByYear,
  entryOf,
  gazetteLabel,
  plain,
  printed,
  regionLabel,
  type Entry,
} from './names.ts';
import { itemPaths } from './paths.ts';

/** Regions with the notices of their gazettes and of all gazettes within them. */
export function regionEntries(
  archive: Archive,
  lang: Language,
  regions: readonly Region[] = archive.regions,
): Entry[] {
  return regions.map((region) =>
    entryOf(lang, regionLabel(lang, region), printedIn(archive, region).length),
  );
}

function printedIn(archive: Archive, region: Region): NoticeRecord[] {
  return archive.notices.filter(({ gazette }) => within(archive, gazette.region.id, region.id));
}

export async function regionsPage(lang: Language) {
  const archive = await loadArchive();
  return {
    page: { kind: 'regions', lang } as const,
    groups: [{ title: null, entries: regionEntries(archive, lang) }],
  };
}

export async function regionPaths() {
  return itemPaths((await loadArchive()).regions.map(({ slug }) => slug));
}

export async function regionPage(lang: Language, id: string) {
  const archive = await loadArchive();
  const { t, n } = wordsOf(lang);
  const region = archive.regions.find(({ slug }) => slug === id);
  if (region === undefined) throw new Error(`Unexpected region \`${id}\``);
  const notices = printedIn(archive, region);
  const gazettes = archive.gazettes.filter((gazette) => gazette.region === region);
  const departments = archive.departments.filter((body) => body.region === region.id);
  const below = archive.regions.filter(({ parent }) => parent === region.id);
  return {
    page: { kind: 'region', lang, id } as const,
    title: region[lang],
    printed: lang === 'zh' ? null : printed(lang, region.zh),
    facts: [plain(`${t('region.code')} ${region.id}`), plain(n('notices', notices.length))],
    ways: [
      { title: plain(t('region.below')), entries: regionEntries(archive, lang, below) },
      {
        title: plain(t('gazettes.title')),
        entries: gazettes.map((gazette) =>
          entryOf(lang, gazetteLabel(lang, gazette), noticesOf(archive, gazette).length),
        ),
      },
      {
        title: plain(t('departments.title')),
        entries: departments.map((body) =>
          entryOf(lang, bodyLabel(lang, body), issuedBy(archive, body.id).length),
        ),
      },
    ].filter(({ entries }) => entries.length > 0),
    groups: cardsByYear(
      archive,
      lang,
      newestFirst(notices.filter(({ gazette }) => gazette.region === region)),
    ),
  };
}

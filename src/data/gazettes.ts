import { formatDate, formatNumber, wordsOf } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import { loadArchive } from './archive.ts';
import { doubtCount } from './doubts.ts';
import { href } from './links.ts';
import { groupBy, type Archive, type GazetteRecord, type NoticeRecord } from './model.ts';
import {
  bodyLabel,
  cardOf,
  entryOf,
  gazetteLabel,
  issueText,
  plain,
  printed,
  regionLabel,
  type Entry,
  type Label,
} from './names.ts';
import { itemPaths } from './paths.ts';
import type { Fact } from './notice-facts.ts';

export function gazetteEntries(archive: Archive, lang: Language): Entry[] {
  return archive.gazettes.map((gazette) => gazetteEntry(archive, lang, gazette));
}

function gazetteEntry(archive: Archive, lang: Language, gazette: GazetteRecord): Entry {
  const published = gazette.data.publishedOn;
  return entryOf(
    lang,
    gazetteLabel(lang, gazette),
    noticesOf(archive, gazette).length,
    ...(published === null ? [] : [formatDate(lang, published)]),
  );
}

/** The notices of an issue in printed order. */
export function noticesOf(archive: Archive, gazette: GazetteRecord): NoticeRecord[] {
  return archive.notices.filter((notice) => notice.gazette === gazette);
}

export async function gazettesPage(lang: Language) {
  const archive = await loadArchive();
  return {
    page: { kind: 'gazettes', lang } as const,
    groups: groupBy(archive.gazettes, ({ region }) => region).map(([region, gazettes]) => ({
      title: regionLabel(lang, region),
      entries: gazettes.map((gazette) => gazetteEntry(archive, lang, gazette)),
    })),
  };
}

export async function gazettePaths() {
  return itemPaths((await loadArchive()).gazettes.map(({ id }) => id));
}

export function gazetteNamed(archive: Archive, id: string): GazetteRecord {
  const gazette = archive.gazettes.find((item) => item.id === id);
  if (gazette === undefined) throw new Error(`Unexpected gazette \`${id}\``);
  return gazette;
}

export async function gazettePage(lang: Language, id: string) {
  const archive = await loadArchive();
  const { t, n } = wordsOf(lang);
  const gazette = gazetteNamed(archive, id);
  const { characters, doubts } = gazette.reading;
  const notices = noticesOf(archive, gazette);
  const { data } = gazette;
  return {
    page: { kind: 'gazette', lang, id } as const,
    title: gazetteLabel(lang, gazette).text,
    name: lang === 'zh' ? data.name : data.english,
    printed: lang === 'zh' ? null : printed(lang, data.name),
    issue: issueText(wordsOf(lang), gazette),
    count: n('notices', notices.length),
    facts: [
      fact('gazette.publisher', publisherLabel(archive, lang, gazette)),
      fact('gazette.region', regionLabel(lang, gazette.region)),
      fact('gazette.number', plain(issueText(wordsOf(lang), gazette))),
      fact(
        'gazette.total',
        data.totalIssue === null
          ? null
          : plain(t('gazette.totalIssue', { n: formatNumber(lang, data.totalIssue) })),
      ),
      fact(
        'gazette.published',
        data.publishedOn === null ? null : plain(formatDate(lang, data.publishedOn)),
      ),
      fact('gazette.origin', plain(data.origin[lang])),
      fact('gazette.text', {
        text: `${id}.txt`,
        href: href({ kind: 'sourceText', id }),
        lang: null,
      }),
      fact('gazette.checksum', plain(data.sha256)),
    ],
    /** Runs of notices of one section, as printed; a section that returns is a new run. */
    sections: sectionsOf(notices).map(({ section, run }) => ({
      title: section === null ? plain(t('gazette.noSection')) : printed(lang, section),
      cards: run.map((notice) => cardOf(archive, lang, notice)),
    })),
    trust: {
      sum: t('reading.sum', characters),
      doubts: doubtCount(lang, doubts) ?? t('reading.noDoubts'),
      reading: href({ kind: 'reading', lang, id }),
      source: href({ kind: 'gazetteSource', lang, id }),
    },
  };
}

/** A publisher that issued nothing has no page to link to. */
function publisherLabel(archive: Archive, lang: Language, gazette: GazetteRecord): Label {
  const label = bodyLabel(lang, gazette.publisher);
  return archive.departments.includes(gazette.publisher) ? label : { ...label, href: null };
}

function fact(label: Fact['label'], value: Label | null): Fact {
  return { label, values: value === null ? [] : [value], wide: false };
}

function sectionsOf(notices: readonly NoticeRecord[]) {
  const runs: { section: string | null; run: NoticeRecord[] }[] = [];
  for (const notice of notices) {
    const last = runs.at(-1);
    if (last?.section === notice.data.section) last.run.push(notice);
    else runs.push({ section: notice.data.section, run: [notice] });
  }
  return runs;
}

import { formatNumber, wordsOf, type MessageKey } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import { blocksOf, parseNotice } from '../lib/markdown/render-blocks.ts';
import { loadArchive } from './archive.ts';
import { placedBlocks } from './blocks.ts';
import { doubtMessage, shownDoubt, type ShownDoubt } from './doubts.ts';
import { gazetteNamed, noticesOf } from './gazettes.ts';
import { lineHref, linesLabel, noticeAt, rangeText } from './line-places.ts';
import { href } from './links.ts';
import { groupBy, type Archive, type GazetteRecord, type NoticeRecord } from './model.ts';
import { gazetteLabel, plain, printed, type Label } from './names.ts';
import type { Fact } from './notice-facts.ts';
import { remarksOf, type Remark } from './remarks.ts';

/** How one gazette was read, for whoever asks how far to trust it. */
export async function readingPage(lang: Language, id: string) {
  const archive = await loadArchive();
  const gazette = gazetteNamed(archive, id);
  const notices = noticesOf(archive, gazette);
  const { reading } = gazette;
  const { t, n } = wordsOf(lang);
  const label = gazetteLabel(lang, gazette);
  const { characters } = reading;
  return {
    page: { kind: 'reading', lang, id } as const,
    gazette: label,
    lead: t('reading.lead', { gazette: label.text }),
    account: [
      {
        name: t('reading.inNotices', { n: n('notices', notices.length) }),
        n: formatNumber(lang, characters.notices),
      },
      { name: t('reading.inFurniture'), n: formatNumber(lang, characters.furniture) },
      { name: t('reading.inSource'), n: formatNumber(lang, characters.source) },
    ],
    sum: t('reading.sum', characters),
    source: sourceFacts(lang, gazette),
    doubts: doubtGroups(archive, lang, gazette),
    tables: {
      text: t('reading.tablesCount', reading.tables),
      items: notices.flatMap((notice) => tablesOf(archive, lang, notice)),
    },
    corrections: remarksIn(archive, lang, notices, 'corrections'),
    notes: remarksIn(archive, lang, notices, 'notes'),
    masked: groupBy(reading.masked ?? [], ({ kind }) => kind).map(([kind, numbers]) => ({
      kind: t(`personal.${kind}`),
      places: numbers.map(({ line, endLine }) => lineNumber(archive, lang, gazette, line, endLine)),
    })),
    furnitureLead: t('reading.furnitureLead', { n: reading.furniture.length }),
    furniture: reading.furniture.map(({ kind, startLine, endLine, text }) => ({
      kind: t(`furniture.${kind}`),
      lines: lineNumber(archive, lang, gazette, startLine, endLine),
      text,
    })),
  };
}

/** A line's number alone, as a column of lines shows it, with its name for those who cannot see the column. */
function lineNumber(
  archive: Archive,
  lang: Language,
  gazette: GazetteRecord,
  first: number,
  last: number,
) {
  return {
    text: first === last ? String(first) : `${first}–${last}`,
    name: rangeText(lang, first, last),
    href: lineHref(archive, lang, gazette, first),
  };
}

/** What editors did to the notices of a gazette or said of them, by notice. */
function remarksIn(
  archive: Archive,
  lang: Language,
  notices: readonly NoticeRecord[],
  kind: 'corrections' | 'notes',
): { notice: Label; remarks: Remark[] }[] {
  return notices.flatMap((notice) => {
    const remarks = remarksOf(archive, lang, notice)[kind];
    return remarks.length === 0 ? [] : [{ notice: noticeLabel(lang, notice), remarks }];
  });
}

/** Where the text came from, and the sum by which anyone can tell that it is still the same. */
export function sourceFacts(lang: Language, { id, data }: GazetteRecord): Fact[] {
  const { t } = wordsOf(lang);
  const fact = (label: MessageKey, ...values: Label[]): Fact => ({ label, values, wide: true });
  const { received } = data;
  return [
    fact('gazette.origin', plain(data.origin[lang])),
    fact('gazette.text', {
      text: `${id}.txt`,
      href: href({ kind: 'sourceText', id }),
      lang: null,
      download: true,
    }),
    fact('gazette.checksum', plain(data.sha256)),
    ...(received === undefined
      ? []
      : [
          fact(
            'gazette.received',
            printed(lang, received.name),
            plain(
              t(received.bom === true ? 'gazette.encodingBom' : 'gazette.encoding', {
                encoding: received.encoding.toUpperCase(),
              }),
            ),
          ),
          fact('gazette.receivedChecksum', plain(received.sha256)),
        ]),
  ];
}

function noticeLabel(lang: Language, { id, data }: NoticeRecord): Label {
  return printed(lang, data.title, href({ kind: 'notice', lang, id }));
}

interface DoubtGroup {
  text: string;
  count: string;
  items: (ShownDoubt & { notice: Label | null })[];
}

/** Doubts of one kind together, in the order of the lines; each with the notice it concerns. */
function doubtGroups(archive: Archive, lang: Language, gazette: GazetteRecord): DoubtGroup[] {
  const { n } = wordsOf(lang);
  const doubts = [...gazette.reading.doubts].sort((a, b) => a.line - b.line);
  return groupBy(doubts, ({ rule }) => doubtMessage(rule)).map(([message, group]) => ({
    text: wordsOf(lang).t(message),
    count: n('doubts', group.length),
    items: group.map((doubt) => {
      const notice = noticeAt(archive, gazette, doubt.line);
      return {
        ...shownDoubt(archive, lang, gazette, doubt),
        notice: notice === null ? null : noticeLabel(lang, notice),
      };
    }),
  }));
}

/** The tables of a notice, rebuilt or kept line by line, each with its place on the page and in the source. */
function tablesOf(archive: Archive, lang: Language, notice: NoticeRecord) {
  const { t } = wordsOf(lang);
  const blocks = blocksOf(parseNotice(notice.body));
  return placedBlocks(notice).flatMap(({ n, id, first, last }) => {
    const block = blocks[n - 1];
    if (block?.kind !== 'table' && block?.kind !== 'table-lines') return [];
    const { href: page } = noticeLabel(lang, notice);
    return [
      {
        kind: t(block.kind === 'table' ? 'reading.rebuilt' : 'reading.keptLines'),
        notice: printed(lang, notice.data.title, `${page ?? ''}#${id}`),
        lines: linesLabel(archive, lang, notice.gazette, first, last),
      },
    ];
  });
}

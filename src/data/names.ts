import { formatDate, wordsOf, type Words } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import type { Body, DocumentType, Region } from '../lib/schema/vocabulary.ts';
import { doubtCount } from './doubts.ts';
import { href } from './links.ts';
import { groupBy, type Archive, type GazetteRecord, type NoticeRecord } from './model.ts';

/** A piece of text to show; lang: set where it differs from the page's. */
export interface Label {
  text: string;
  href: string | null;
  lang: string | null;
  /** True where `href` is a file to save: shown by a browser, its encoding would be guessed. */
  download?: boolean;
}

/** A notice as lists show it. */
export interface Card {
  href: string;
  title: string;
  titleLang: string | null;
  number: string | null;
  date: { iso: string; text: string } | null;
  issuers: Label[];
  type: string | null;
  /** How much in it is in doubt; null where nothing is. */
  doubts: string | null;
}

export interface CardGroup {
  title: Label;
  cards: Card[];
  /** Leads to the cards that are not shown here. */
  more?: Label | null;
}

export const plain = (text: string): Label => ({ text, href: null, lang: null });

/** Text of a gazette: Chinese on every page, marked so on English ones. */
export function printed(lang: Language, text: string, address: string | null = null): Label {
  return { text, href: address, lang: printedLang(lang) };
}

export function printedLang(lang: Language): string | null {
  return lang === 'zh' ? null : 'zh-Hans';
}

export function bodyLabel(lang: Language, body: Body): Label {
  return { text: body[lang], href: href({ kind: 'department', lang, id: body.id }), lang: null };
}

export function typeLabel(lang: Language, type: DocumentType): Label {
  return { text: type[lang], href: href({ kind: 'type', lang, id: type.id }), lang: null };
}

export function regionLabel(lang: Language, region: Region): Label {
  return { text: region[lang], href: href({ kind: 'region', lang, id: region.slug }), lang: null };
}

export function yearLabel(lang: Language, year: number): Label {
  return {
    text: wordsOf(lang).t('year.title', { year: String(year) }),
    href: href({ kind: 'year', lang, id: String(year) }),
    lang: null,
  };
}

/** `利通区人民政府公报 2020 年第 1 期`. */
export function gazetteLabel(lang: Language, gazette: GazetteRecord): Label {
  const name = lang === 'zh' ? gazette.data.name : gazette.data.english;
  return {
    text: `${name}${lang === 'zh' ? ' ' : ', '}${issueText(wordsOf(lang), gazette)}`,
    href: href({ kind: 'gazette', lang, id: gazette.id }),
    lang: null,
  };
}

export function issueText({ t }: Words, { data }: GazetteRecord): string {
  return t('gazette.issue', { year: String(data.year), issue: String(data.issue) });
}

/** Issuing bodies: linked where registered, else as printed. */
export function issuerLabels(archive: Archive, lang: Language, notice: NoticeRecord): Label[] {
  return notice.data.issuers.map(({ name, id }) =>
    id === null ? printed(lang, name) : bodyLabel(lang, archive.body(id)),
  );
}

export function cardOf(archive: Archive, lang: Language, notice: NoticeRecord): Card {
  const { title, docNumber, date } = notice.data;
  return {
    href: href({ kind: 'notice', lang, id: notice.id }),
    title,
    titleLang: printedLang(lang),
    number: docNumber,
    date: date === null ? null : { iso: date, text: formatDate(lang, date) },
    issuers: issuerLabels(archive, lang, notice),
    type: notice.type?.[lang] ?? null,
    doubts: doubtCount(lang, notice.data.doubts),
  };
}

/** Notices as cards, newest year first. */
export function cardsByYear(
  archive: Archive,
  lang: Language,
  notices: readonly NoticeRecord[],
): CardGroup[] {
  return groupBy(notices, ({ year }) => year)
    .sort(([a], [b]) => b - a)
    .map(([year, group]) => ({
      title: yearLabel(lang, year),
      cards: group.map((notice) => cardOf(archive, lang, notice)),
    }));
}

/** A thing to browse by, and how many notices it has. */
export interface Entry {
  label: Label;
  count: string;
  notes: string[];
}

export function entryOf(lang: Language, label: Label, notices: number, ...notes: string[]): Entry {
  return { label, count: wordsOf(lang).n('notices', notices), notes };
}

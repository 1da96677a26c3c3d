import { wordsOf } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import { citeDocument, citeSerial, type Cited } from '../lib/cite.ts';
import { loadArchive } from './archive.ts';
import { blockAt } from './blocks.ts';
import { doubtCount, shownDoubt } from './doubts.ts';
import { linesLabel } from './line-places.ts';
import { absolute, best, href } from './links.ts';
import type { Archive, NoticeRecord } from './model.ts';
import { cardOf, gazetteLabel, issuerLabels, printed, type Label } from './names.ts';
import { evidenceRows, noticeFacts } from './notice-facts.ts';
import { dublinCore, jsonLd } from './notice-metadata.ts';
import { itemPaths } from './paths.ts';
import { remarksOf } from './remarks.ts';
import { renderedNotice } from './rendered.ts';
import { sourceLines } from './sources.ts';

export async function noticePaths() {
  return itemPaths((await loadArchive()).notices.map(({ id }) => id));
}

export async function noticePage(lang: Language, id: string) {
  const archive = await loadArchive();
  const notice = archive.notice(id);
  const { data, gazette } = notice;
  const { t } = wordsOf(lang);
  const page = { kind: 'notice', lang, id } as const;
  const source = href({ kind: 'source', lang, id });
  const remarks = remarksOf(archive, lang, notice);
  const rendered = renderedNotice(lang, notice, source, [...remarks.corrections, ...remarks.notes]);
  return {
    page,
    title: data.title,
    description: [data.docNumber, data.date, gazetteLabel(lang, gazette).text]
      .filter((part) => part !== null)
      .join(' · '),
    issuers: issuerLabels(archive, lang, notice),
    number: data.docNumber,
    facts: noticeFacts(archive, lang, notice),
    html: rendered.html,
    outline: rendered.outline,
    attachments: data.attachments.map(({ label, title, line }) => ({
      label: label ?? t('notice.distributed'),
      labelLang: label === null ? null : printed(lang, label).lang,
      title,
      href: `#${blockAt(notice, line)}`,
    })),
    citations: citationsOf(archive, lang, notice),
    citedBy: archive.notices
      .filter((other) => other !== notice && other.data.citations.some((c) => c.notice === id))
      .map((other) => cardOf(archive, lang, other)),
    ...neighbours(archive, lang, notice),
    cite: citation(notice),
    files: {
      markdown: href({ kind: 'markdown', id }),
      text: href({ kind: 'text', id }),
      source,
    },
    doubts: data.doubts.map((doubt) => shownDoubt(archive, lang, gazette, doubt)),
    doubtCount: doubtCount(lang, data.doubts),
    evidence: evidenceRows(archive, lang, notice, await sourceLines(gazette.id)),
    ...remarks,
    marks: marksOf(lang, notice),
    reading: href({ kind: 'reading', lang, id: gazette.id }),
    gazette: gazetteLabel(lang, gazette),
    dublinCore: dublinCore(notice),
    jsonLd: jsonLd(notice, best(page)),
  };
}

/** What a reader should know before the text: how much is in doubt, was corrected or remarked on, and where it says so. */
function marksOf(lang: Language, { data }: NoticeRecord) {
  const { n } = wordsOf(lang);
  return [
    { kind: 'doubts' as const, href: '#doubts', n: data.doubts.length },
    { kind: 'corrections' as const, href: '#corrections', n: data.corrections.length },
    { kind: 'notes' as const, href: '#notes', n: data.notes?.length ?? 0 },
  ]
    .filter((mark) => mark.n > 0)
    .map(({ kind, href: place, n: count }) => ({
      kind,
      href: place,
      text: n(kind, count),
    }));
}

/** Each cited number once, with every line that cites it. */
function citationsOf(archive: Archive, lang: Language, notice: NoticeRecord) {
  const byNumber = new Map<string, { title: string | null; document: Label; lines: Label[] }>();
  for (const { title, docNumber, line, notice: target } of notice.data.citations) {
    const known = byNumber.get(docNumber) ?? {
      title: null,
      document: printed(
        lang,
        docNumber,
        target === notice.id ? null : citedHref(lang, docNumber, target),
      ),
      lines: [],
    };
    known.title ??= title;
    known.lines.push(linesLabel(archive, lang, notice.gazette, line));
    byNumber.set(docNumber, known);
  }
  return [...byNumber.values()];
}

/** The cited notice, or who else cites its number. */
function citedHref(lang: Language, number: string, target: string | null): string {
  return target === null
    ? href({ kind: 'number', number })
    : href({ kind: 'notice', lang, id: target });
}

function neighbours(archive: Archive, lang: Language, notice: NoticeRecord) {
  const issue = archive.notices.filter(({ gazette }) => gazette === notice.gazette);
  const at = issue.indexOf(notice);
  const card = (other: NoticeRecord | undefined) =>
    other === undefined ? null : cardOf(archive, lang, other);
  return { previous: card(at > 0 ? issue[at - 1] : undefined), next: card(issue[at + 1]) };
}

/**
 * Two forms of citation. `printed` needs neither address nor day; a script completes `online` with both, for the
 * day is the reader's and the address may be known only to the host.
 */
function citation(notice: NoticeRecord) {
  const cited: Cited = {
    authors: notice.data.issuers.map(({ name }) => name),
    title: notice.data.title,
    number: notice.data.docNumber,
    date: notice.data.date,
    gazette: notice.gazette.data,
  };
  const url = absolute({ kind: 'notice', lang: 'zh', id: notice.id });
  const access = url === null ? null : { url, on: null };
  return {
    cited: JSON.stringify(cited),
    url,
    document: citeDocument(cited, access),
    serial: citeSerial(cited, access),
  };
}

import { tagOf, wordsOf, type MessageKey } from '../i18n/index.ts';
import { lineId, type Language } from '../lib/address.ts';
import { citeDocument, citeSerial, type Cited } from '../lib/cite.ts';
import { renderNotice } from '../lib/markdown/render.ts';
import { chineseRuns } from '../lib/text/chinese-runs.ts';
import { loadArchive } from './archive.ts';
import { blockAt } from './blocks.ts';
import { absolute, best, href } from './links.ts';
import type { Archive, NoticeRecord } from './model.ts';
import { cardOf, gazetteLabel, issuerLabels, printed, type Label } from './names.ts';
import { noticeFacts } from './notice-facts.ts';
import { dublinCore, jsonLd } from './notice-metadata.ts';
import { itemPaths } from './paths.ts';

export async function noticePaths() {
  return itemPaths((await loadArchive()).notices.map(({ id }) => id));
}

export async function noticePage(lang: Language, id: string) {
  const archive = await loadArchive();
  const notice = archive.notice(id);
  const { data, gazette } = notice;
  const { t, n } = wordsOf(lang);
  const page = { kind: 'notice', lang, id } as const;
  const source = href({ kind: 'source', lang, id });
  const lineLink = (line: number): string => `${source}#${lineId(line)}`;
  const rendered = rendering(notice, () =>
    renderNotice(notice.body, {
      lines: data.lines,
      source,
      issuers: data.issuers.map(({ name }) => name),
      addressed: data.addressees !== null,
      words: {
        lines: (range) =>
          t(range.includes('-') ? 'notice.sourceLines' : 'notice.sourceLine', { range }),
        table: (count) => t('notice.table', { n: count }),
        tableLines: t('notice.tableLines'),
        lang: tagOf[lang],
      },
    }),
  );
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
    citations: citationsOf(lang, notice, lineLink),
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
    doubts: data.doubts.map(({ rule, line, reason }) => ({
      text: t(doubtMessages[rule] ?? 'doubt.other'),
      reason: chineseRuns(reason),
      href: lineLink(line),
      place: t('notice.sourceLine', { range: String(line) }),
    })),
    doubtCount: n('doubts', data.doubts.length),
    corrections: data.corrections.map(({ field, from, to, reason }) => ({
      text: t('notice.correction', {
        field,
        from: from ?? t('notice.nothing'),
        to: to ?? t('notice.nothing'),
      }),
      reason,
    })),
    gazette: gazetteLabel(lang, gazette),
    dublinCore: dublinCore(notice),
    jsonLd: jsonLd(notice, best(page)),
  };
}

/** What each pass that reads gazettes may doubt, in the reader's words; its own reason follows in English. */
const doubtMessages: Readonly<Record<string, MessageKey>> = {
  'describe-notice': 'doubt.describe-notice',
  'join-paragraphs': 'doubt.join-paragraphs',
  'rebuild-tables': 'doubt.rebuild-tables',
};

/** Adds the file to whatever goes wrong while its body is printed. */
function rendering<T>(notice: NoticeRecord, render: () => T): T {
  try {
    return render();
  } catch (cause) {
    throw new Error(`${notice.file}: ${cause instanceof Error ? cause.message : 'not printed'}`, {
      cause,
    });
  }
}

/** Each cited number once, with every line that cites it. */
function citationsOf(lang: Language, notice: NoticeRecord, lineLink: (line: number) => string) {
  const { t } = wordsOf(lang);
  const byNumber = new Map<string, { title: string | null; document: Label; lines: Label[] }>();
  for (const { title, docNumber, line, notice: target } of notice.data.citations) {
    const known = byNumber.get(docNumber) ?? {
      title: null,
      document: printed(
        lang,
        docNumber,
        target === null || target === notice.id ? null : href({ kind: 'notice', lang, id: target }),
      ),
      lines: [],
    };
    known.title ??= title;
    known.lines.push({
      text: t('notice.sourceLine', { range: String(line) }),
      href: lineLink(line),
      lang: null,
    });
    byNumber.set(docNumber, known);
  }
  return [...byNumber.values()];
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

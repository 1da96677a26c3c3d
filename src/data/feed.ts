import { createHash } from 'node:crypto';
import { languages } from '../lib/address.ts';
import { message } from '../i18n/index.ts';
import { loadArchive } from './archive.ts';
import { best } from './links.ts';
import { newestFirst, type NoticeRecord } from './model.ts';
import { gazetteLabel } from './names.ts';

/** How many notices the feed names. */
const length = 50;

/** An Atom feed of the newest notices. */
export async function feed(): Promise<string> {
  const archive = await loadArchive();
  const entries = newestFirst(archive.notices).slice(0, length);
  const updated = entries.map(momentOf).sort().at(-1) ?? '1970-01-01T00:00:00Z';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">',
    `<id>${idOf('feed')}</id>`,
    `<title>${escape(message('zh', 'site.full'))}</title>`,
    `<updated>${updated}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escape(best({ kind: 'feed' }))}"/>`,
    `<link rel="alternate" type="text/html" hreflang="zh-Hans" href="${escape(best({ kind: 'home', lang: 'zh' }))}"/>`,
    ...entries.map(entryOf),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf(notice: NoticeRecord): string {
  const { data, gazette } = notice;
  const summary = [data.docNumber, gazetteLabel('zh', gazette).text].filter(
    (part) => part !== null,
  );
  return [
    '<entry>',
    `<id>${idOf(notice.id)}</id>`,
    `<title>${escape(data.title)}</title>`,
    `<updated>${momentOf(notice)}</updated>`,
    ...authorsOf(notice).map((name) => `<author><name>${escape(name)}</name></author>`),
    ...languages.map(
      (lang) =>
        `<link rel="alternate" type="text/html" hreflang="${lang}" href="${escape(best({ kind: 'notice', lang, id: notice.id }))}"/>`,
    ),
    `<summary>${escape(summary.join(' · '))}</summary>`,
    '</entry>',
  ].join('\n');
}

/** Atom wants an author; a notice without an issuer is by the publisher of its gazette. */
function authorsOf({ data, gazette }: NoticeRecord): string[] {
  return data.issuers.length > 0 ? data.issuers.map(({ name }) => name) : [gazette.publisher.zh];
}

/** The day of publication, else of signature, else the first of the gazette's year, in China's time. */
function momentOf({ data, gazette }: NoticeRecord): string {
  const [year, month = '01', day = '01'] = (
    gazette.data.publishedOn ??
    data.date ??
    String(gazette.data.year)
  ).split('-');
  return `${year}-${month}-${day}T00:00:00+08:00`;
}

/** A name that stays the same wherever the folder is hosted: a UUID (version 5) made from the notice's id. */
function idOf(name: string): string {
  const hex = createHash('sha1').update(`gongbao:${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

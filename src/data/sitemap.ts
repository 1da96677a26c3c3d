import { inLanguage, languages, type Language, type Page } from '../lib/address.ts';
import { loadArchive } from './archive.ts';
import { absolute, best } from './links.ts';
import type { Archive } from './model.ts';

/** Every page of the archive in its Chinese form. */
function pagesOf(archive: Archive): Page[] {
  const lang: Language = 'zh';
  const sections = [
    'home',
    'search',
    'about',
    'method',
    'data',
    'notices',
    'gazettes',
    'departments',
    'types',
    'years',
    'regions',
  ] as const;
  const items = (
    kind: 'notice' | 'gazette' | 'reading' | 'department' | 'type' | 'year' | 'region',
    ids: readonly string[],
  ) => ids.map((id): Page => ({ kind, lang, id }));
  return [
    ...sections.map((kind): Page => ({ kind, lang })),
    ...items(
      'gazette',
      archive.gazettes.map(({ id }) => id),
    ),
    ...items(
      'reading',
      archive.gazettes.map(({ id }) => id),
    ),
    ...items(
      'department',
      archive.departments.map(({ id }) => id),
    ),
    ...items(
      'type',
      archive.types.map(({ id }) => id),
    ),
    ...items('year', archive.years.map(String)),
    ...items(
      'region',
      archive.regions.map(({ slug }) => slug),
    ),
    ...items(
      'notice',
      archive.notices.map(({ id }) => id),
    ),
  ];
}

/** A sitemap with both languages of each page; addresses are whole where the build was told the host. */
export async function sitemap(): Promise<string> {
  const urls = pagesOf(await loadArchive()).flatMap((page) =>
    languages.map((own) =>
      [
        `<url><loc>${best(inLanguage(page, own))}</loc>`,
        ...languages.map(
          (lang) =>
            `<xhtml:link rel="alternate" hreflang="${lang}" href="${best(inLanguage(page, lang))}"/>`,
        ),
        '</url>',
      ].join(''),
    ),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

/** Robots may read everything; the sitemap is named where its whole address is known. */
export function robots(): string {
  const address = absolute({ kind: 'sitemap' });
  const lines = ['User-agent: *', 'Allow: /'];
  return `${[...lines, ...(address === null ? [] : ['', `Sitemap: ${address}`])].join('\n')}\n`;
}

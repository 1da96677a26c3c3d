import type { Language } from '../lib/address.ts';
import { renderPage } from '../lib/markdown/render-page.ts';
import { loadPage } from './archive.ts';
import { href } from './links.ts';

export async function aboutPage(lang: Language) {
  const { title, description, body } = await loadPage(`${lang}/about`);
  return {
    page: { kind: 'about', lang } as const,
    title,
    description,
    html: renderPage(body, href({ kind: 'root' }), lang !== 'zh'),
  };
}

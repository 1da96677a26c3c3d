import type { Language } from '../lib/address.ts';
import { renderPage } from '../lib/markdown/render-page.ts';
import { loadPage } from './archive.ts';
import { href } from './links.ts';

export async function methodPage(lang: Language) {
  const { title, description, body } = await loadPage(`${lang}/method`);
  return {
    page: { kind: 'method', lang } as const,
    title,
    description,
    html: renderPage(body, href({ kind: 'root' }), lang !== 'zh'),
  };
}

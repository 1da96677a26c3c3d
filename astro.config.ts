import { defineConfig } from 'astro/config';
import { normalizeBase } from './src/lib/address.ts';

/** Address under which a host serves the site, and the folder on that host; both known only to the host. */
const site = process.env.GONGBAO_SITE;
const base = normalizeBase(process.env.GONGBAO_BASE ?? '/');

export default defineConfig({
  ...(site === undefined || site === '' ? {} : { site }),
  base,
  trailingSlash: 'always',
  // The policy of each page allows no inline style or script, so neither may be inlined.
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
});

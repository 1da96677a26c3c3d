import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleSearch } from './search/bundle.ts';
import { labelsOf, namesOf } from './search/labels.ts';
import { readContent } from './search/read-notices.ts';
import { searchFiles } from './search/search-files.ts';
import { languages } from '../src/lib/address.ts';

/*
 * node scripts/index-search.ts [folder=dist] [content=content]
 *
 * Writes the search of the archive into a built site: Pagefind's index (pagefind/) and the catalog, the stored notices,
 * the names of facet values and the browser module (search/). The same content gives the same bytes.
 */

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

const [out = 'dist', root = 'content'] = process.argv.slice(2);
const began = performance.now();

const content = readContent(root);
if (content.records.length === 0) throw new Error(`${root}/notices holds no notice`);
const files = await searchFiles(content.records);
const browser = files.get('pagefind/pagefind.js');
if (!browser) throw new Error('Pagefind wrote no browser module');
files.delete('pagefind/pagefind.js');
for (const [name, bytes] of await bundleSearch(browser)) files.set(name, bytes);
for (const lang of languages)
  files.set(`search/labels.${lang}.json`, json(labelsOf(content, lang)));
files.set('search/names.json', json(namesOf(content)));

for (const folder of ['pagefind', 'search'])
  rmSync(path.join(out, folder), { recursive: true, force: true });
for (const [name, bytes] of files) {
  const file = path.join(out, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

const missing = content.records.filter(
  ({ id }) => !existsSync(path.join(out, 'search/notices', `${id}.bin`)),
);
if (missing.length > 0) throw new Error(`not written: ${missing.map(({ id }) => id).join(', ')}`);
const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
const blocks = content.records.reduce((sum, record) => sum + record.blocks.length, 0);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(
  `search: ${content.records.length} notices, ${blocks} blocks, ${files.size} files, ${Math.round(size / 1024)} KiB in ${seconds} s`,
);

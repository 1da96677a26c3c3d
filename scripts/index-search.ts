import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleSearch } from './search/bundle.ts';
import { labelsOf, namesOf } from './search/labels.ts';
import { readContent } from './search/read-notices.ts';
import { writeSearchFiles } from './search/search-files.ts';
import { languages } from '../src/lib/address.ts';

/*
 * node scripts/index-search.ts [folder=dist] [content=content]
 *
 * Writes the search of the archive into a built site: the index, the catalog, the stored notices, the names of facet
 * values and the browser module (search/). The same content gives the same bytes.
 */

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

const [out = 'dist', root = 'content'] = process.argv.slice(2);
const began = performance.now();

const content = readContent(root);
if (content.records.length === 0) throw new Error(`${root}/notices holds no notice`);
rmSync(path.join(out, 'search'), { recursive: true, force: true });
let [count, size] = [0, 0];
const write = (name: string, bytes: Uint8Array): void => {
  const file = path.join(out, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  count += 1;
  size += bytes.length;
};
const { notices, blocks, chunks } = writeSearchFiles(content.records, write);
write('search/api.js', await bundleSearch());
for (const lang of languages) write(`search/labels.${lang}.json`, json(labelsOf(content, lang)));
write('search/names.json', json(namesOf(content)));

const missing = content.records.filter(
  ({ id }) => !existsSync(path.join(out, 'search/notices', `${id}.bin`)),
);
if (missing.length > 0) throw new Error(`not written: ${missing.map(({ id }) => id).join(', ')}`);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(
  `search: ${notices} notices, ${blocks} blocks, ${chunks} chunks, ${count} files, ${Math.round(size / 1024)} KiB in ${seconds} s`,
);

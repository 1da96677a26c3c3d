import { labelsOf, namesOf } from './search/labels.ts';
import { readContent } from './search/read-notices.ts';
import { writeSearch } from './search/write-search.ts';

/*
 * node scripts/index-search.ts [folder=dist] [content=content]
 *
 * Writes the search of the archive into a built site: see src/lib/search/catalog.ts. The same content gives the same
 * bytes.
 */

const [out = 'dist', root = 'content'] = process.argv.slice(2);
const began = performance.now();

const content = readContent(root);
if (content.records.length === 0) throw new Error(`${root}/notices holds no notice`);
const { notices, blocks, chunks, files, bytes } = await writeSearch(out, content.records, {
  names: namesOf(content),
  labels: { zh: labelsOf(content, 'zh'), en: labelsOf(content, 'en') },
});
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(
  `search: ${notices} notices, ${blocks} blocks, ${chunks} chunks, ${files} files, ${Math.round(bytes / 1024)} KiB in ${seconds} s`,
);

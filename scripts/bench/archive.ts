import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SearchRecord } from '../../src/lib/search/records.ts';
import { bundleSearch } from '../search/bundle.ts';
import { searchFiles } from '../search/search-files.ts';

/** Writes the search of an archive, as `index-search.ts` does for the real one. */
export async function writeArchive(
  records: readonly SearchRecord[],
  folder: string,
): Promise<void> {
  const files = await searchFiles(records);
  const browser = files.get('pagefind/pagefind.js');
  if (!browser) throw new Error('Pagefind wrote no browser module');
  files.delete('pagefind/pagefind.js');
  for (const [name, bytes] of [...files, ...(await bundleSearch(browser))]) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

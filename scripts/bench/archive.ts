import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SearchRecord } from '../../src/lib/search/records.ts';
import { bundleSearch } from '../search/bundle.ts';
import { writeSearchFiles } from '../search/search-files.ts';

/** Writes the search of an archive, as `index-search.ts` does for the real one. */
export async function writeArchive(records: Iterable<SearchRecord>, folder: string): Promise<void> {
  const write = (name: string, bytes: Uint8Array): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  writeSearchFiles(records, write);
  write('search/api.js', await bundleSearch());
}

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Labels } from '../../src/lib/search/catalog.ts';
import type { Names } from '../../src/lib/search/names.ts';
import type { SearchRecord } from '../../src/lib/search/records.ts';
import type { Language } from '../../src/lib/address.ts';
import { bundleSearch } from './bundle.ts';
import { writeSearchFiles, type Indexed } from './search-files.ts';

/** What was written. */
export interface Written extends Indexed {
  files: number;
  bytes: number;
}

/**
 * Writes the search of an archive into a site, in place of what was there.
 *
 * @param out the built site
 */
export async function writeSearch(
  out: string,
  records: Iterable<SearchRecord>,
  words: { names: Names; labels: Record<Language, Labels> },
): Promise<Written> {
  const folder = path.join(out, 'search');
  rmSync(folder, { recursive: true, force: true });
  let [files, bytes] = [0, 0];
  const write = (name: string, content: Uint8Array): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    files += 1;
    bytes += content.length;
  };
  write('api.js', await bundleSearch());
  const indexed = writeSearchFiles(records, words, write);
  // The tag is known once all is written, for records come one at a time.
  renameSync(path.join(folder, 'tagged'), path.join(folder, indexed.tag));
  return { ...indexed, files, bytes };
}

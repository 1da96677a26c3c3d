import { toRows, type Catalog, type Row, type Rows } from '../lib/search/catalog.ts';
import { fetchPacked } from './search-files.ts';

/** Gives the rows of notices, once those files of rows are here that hold them. */
export type ReadRows = (notices: Iterable<number>) => Promise<(notice: number) => Row>;

/** Opens the rows: files are fetched as notices need them, and kept. */
export function openRows(
  { rowsPerFile }: Pick<Catalog, 'rowsPerFile'>,
  address: (file: number) => URL,
): ReadRows {
  const files = new Map<number, Promise<void>>();
  const rows: Row[] = [];

  async function fetchFile(file: number): Promise<void> {
    const own = toRows(await fetchPacked<Rows>(address(file)));
    own.forEach((row, i) => (rows[file * rowsPerFile + i] = row));
  }

  return async (notices) => {
    const wanted = new Set(Array.from(notices, (notice) => Math.floor(notice / rowsPerFile)));
    const arrived = Array.from(wanted, (file) => {
      const own = files.get(file) ?? fetchFile(file);
      files.set(file, own);
      // A failure, such as a lost connection, is not to be remembered.
      own.catch(() => files.delete(file));
      return own;
    });
    await Promise.all(arrived);
    return (notice) => {
      const row = rows[notice];
      if (!row) throw new Error(`no row of notice ${notice}`);
      return row;
    };
  };
}

import fs from 'node:fs';
import { stringify } from 'yaml';
import { InputError } from '../files.ts';

/** A file to make, or one to put a new text in the place of the old. */
export interface Change {
  file: string;
  text: string;
  replaces: boolean;
}

/** A record as a YAML list holds it, in the style of the vocabulary. */
export function yamlOf(value: unknown): string {
  return stringify(value, { lineWidth: 0, singleQuote: true });
}

/**
 * Writes all files or none: what was written is undone where a later one fails.
 *
 * @throws InputError where a file that should be new is there already
 */
export function writeAll(changes: readonly Change[]): void {
  const undo: (() => void)[] = [];
  // An interrupt waits until all is written or undone.
  const wait = (): void => undefined;
  process.on('SIGINT', wait).on('SIGTERM', wait);
  try {
    for (const { file, text, replaces } of changes) {
      if (replaces) {
        const next = `${file}.next`;
        const before = fs.readFileSync(file);
        undo.push(() => {
          fs.rmSync(next, { force: true });
          if (!fs.readFileSync(file).equals(before)) fs.writeFileSync(file, before);
        });
        fs.writeFileSync(next, text);
        fs.renameSync(next, file);
      } else {
        const handle = fs.openSync(file, 'wx');
        undo.push(() => {
          fs.rmSync(file, { force: true });
        });
        try {
          fs.writeFileSync(handle, text);
        } finally {
          fs.closeSync(handle);
        }
      }
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    const fault = error as NodeJS.ErrnoException;
    throw new InputError(
      fault.code === 'EEXIST'
        ? `${String(fault.path)}: is there already; nothing was added`
        : `${fault.message}; nothing was added`,
      { cause: error },
    );
  } finally {
    process.off('SIGINT', wait).off('SIGTERM', wait);
  }
}

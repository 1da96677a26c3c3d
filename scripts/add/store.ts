import fs from 'node:fs';
import { Document, visit } from 'yaml';
import { InputError } from '../files.ts';

/** A file to make, or one to put a new text in the place of the old. */
export interface Change {
  file: string;
  text: string;
  replaces: boolean;
}

/** A record as YAML in the style of the vocabulary: codes and dates quoted, so that every reader takes them for text. */
export function yamlOf(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && /^[\d-]+$/u.test(node.value))
        node.type = 'QUOTE_SINGLE';
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: true });
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
      const made = replaces ? `${file}.next` : file;
      const handle = fs.openSync(made, 'wx');
      undo.push(() => {
        fs.rmSync(made, { force: true });
      });
      try {
        fs.writeFileSync(handle, text);
      } finally {
        fs.closeSync(handle);
      }
      if (!replaces) continue;
      const before = fs.readFileSync(file);
      fs.renameSync(made, file);
      undo.push(() => {
        fs.writeFileSync(file, before);
      });
    }
  } catch (error) {
    const left = undo.reverse().flatMap((step) => {
      try {
        step();
        return [];
      } catch (fault) {
        return [`; not undone: ${String(fault)}`];
      }
    });
    const fault = error as NodeJS.ErrnoException;
    throw new InputError(
      fault.code === 'EEXIST'
        ? `${String(fault.path)}: is there already; nothing was added${left.join('')}`
        : `${fault.message}; nothing was added${left.join('')}`,
      { cause: error },
    );
  } finally {
    process.off('SIGINT', wait).off('SIGTERM', wait);
  }
}

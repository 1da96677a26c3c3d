import fs from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';

/** A fault of the input: printed as it is, without a stack trace. */
export class InputError extends Error {
  override name = 'InputError';
}

/** All files below a folder, sorted, as paths relative to it; none where the folder is missing. */
export function filesBelow(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * Reads a YAML file and holds it against its schema.
 *
 * @throws InputError that names the file and each field that is wrong
 */
export function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  let data: unknown;
  try {
    data = parse(fs.readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new InputError(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const faults = result.error.issues.map(
    (issue) => `  ${issue.path.join('.') || '(whole file)'}: ${issue.message}`,
  );
  throw new InputError(`${file}: does not fit its schema\n${faults.join('\n')}`);
}

/** Which files of a folder a set of texts would change. */
export interface Difference {
  changed: string[];
  removed: string[];
}

export function difference(folder: string, texts: ReadonlyMap<string, string>): Difference {
  const changed = [...texts].filter(([name, text]) => {
    const file = path.join(folder, name);
    return !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text;
  });
  return {
    changed: changed.map(([name]) => name),
    removed: filesBelow(folder).filter((name) => !texts.has(name)),
  };
}

/**
 * Makes a folder hold exactly the texts given, all or nothing: the new folder is made beside the old and takes its
 * place in one step; unchanged files keep their inode and time. An interrupted run is undone by the next.
 */
export function replaceFolder(folder: string, texts: ReadonlyMap<string, string>): Difference {
  const next = `${folder}.next`;
  const old = `${folder}.old`;
  if (!fs.existsSync(folder) && fs.existsSync(old)) fs.renameSync(old, folder);
  fs.rmSync(next, { recursive: true, force: true });
  fs.rmSync(old, { recursive: true, force: true });
  const found = difference(folder, texts);
  if (found.changed.length + found.removed.length === 0) return found;
  const changed = new Set(found.changed);
  for (const [name, text] of texts) {
    const target = path.join(next, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    if (changed.has(name)) fs.writeFileSync(target, text);
    else fs.linkSync(path.join(folder, name), target);
  }
  if (fs.existsSync(folder)) fs.renameSync(folder, old);
  fs.renameSync(next, folder);
  fs.rmSync(old, { recursive: true, force: true });
  return found;
}

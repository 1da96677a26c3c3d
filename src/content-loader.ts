import { glob, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { parse } from 'yaml';

interface MarkdownFile {
  /** `id` of the frontmatter, else the path without its ending. */
  id: string;
  /** From the root of the project, for messages. */
  filePath: string;
  contents: string;
  front: Record<string, unknown>;
  body: string;
}

/**
 * Loads Markdown files with frontmatter and leaves the body alone. Astro's own loader would render each body with
 * its own engine, which notices do not use, and reads YAML by an older version that turns dates into objects.
 */
export function markdownFiles(base: string): Loader {
  return folderLoader('markdown-files', base, async (folder) =>
    (await readMarkdownFiles(folder, base)).map(({ front, ...file }) => ({ ...file, data: front })),
  );
}

/** Loads the YAML file of one name from each folder of a folder, under the name of the folder that holds it. */
export function yamlPerFolder(base: string, name: string): Loader {
  return folderLoader('yaml-per-folder', base, (folder) => readYamlPerFolder(folder, base, name));
}

interface LoadedFile {
  id: string;
  filePath: string;
  contents: string;
  data: Record<string, unknown>;
  body?: string;
}

function folderLoader(
  name: string,
  base: string,
  readAll: (folder: URL) => Promise<LoadedFile[]>,
): Loader {
  return {
    name,
    async load(context) {
      const { store, config, watcher } = context;
      const folder = new URL(`${base}/`, config.root);
      const storeAll = async () => {
        const files = await readAll(folder);
        store.clear();
        for (const { id, filePath, contents, ...file } of files) {
          const data = await context.parseData({ id, data: file.data, filePath });
          store.set({ ...file, id, data, filePath, digest: context.generateDigest(contents) });
        }
      };
      await storeAll();
      watcher?.on('change', (path) => {
        if (path.startsWith(fileURLToPath(folder))) void storeAll();
      });
    },
  };
}

/** The YAML file of one name in each folder, in order of folder. */
export async function readYamlPerFolder(
  folder: URL,
  base: string,
  name: string,
): Promise<LoadedFile[]> {
  const paths = await Array.fromAsync(glob(`*/${name}`, { cwd: fileURLToPath(folder) }));
  return Promise.all(
    paths.sort().map(async (path) => {
      const filePath = `${base}/${path}`;
      const contents = await readFile(new URL(path, folder), 'utf8');
      const data: unknown = parse(contents);
      if (!isRecord(data)) {
        throw new Error(`${filePath}: unexpected contents, expected fields and their values`);
      }
      return { id: dirname(path), filePath, contents, data };
    }),
  );
}

/** Every Markdown file in a folder, in order of path; two with one id are an error, not a warning. */
export async function readMarkdownFiles(folder: URL, base: string): Promise<MarkdownFile[]> {
  const paths = await Array.fromAsync(glob('**/*.md', { cwd: fileURLToPath(folder) }));
  const seen = new Map<string, string>();
  const files: MarkdownFile[] = [];
  for (const path of paths.sort()) {
    const filePath = `${base}/${path}`;
    const contents = await readFile(new URL(path, folder), 'utf8');
    const { front, body } = splitFrontmatter(contents, filePath);
    const id = typeof front.id === 'string' ? front.id : path.replace(/\.md$/, '');
    const first = seen.get(id);
    if (first !== undefined) {
      throw new Error(`${filePath}: unexpected id \`${id}\`, already used by ${first}`);
    }
    seen.set(id, filePath);
    files.push({ id, filePath, contents, front, body });
  }
  return files;
}

/** Frontmatter and body of a file that begins with `---`. */
function splitFrontmatter(contents: string, filePath: string) {
  const match = /^---\r?\n(.*?)\r?\n---\r?\n?(.*)$/s.exec(contents);
  const front: unknown = parse(match?.[1] ?? '');
  if (match === null || !isRecord(front)) {
    throw new Error(`${filePath}: unexpected start, expected frontmatter between lines of ---`);
  }
  return { front, body: (match[2] ?? '').trim() };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

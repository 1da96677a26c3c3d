import { glob, readFile } from 'node:fs/promises';
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
  return {
    name: 'markdown-files',
    async load(context) {
      const { store, config, watcher } = context;
      const folder = new URL(`${base}/`, config.root);
      const readAll = async () => {
        const files = await readMarkdownFiles(folder, base);
        store.clear();
        for (const { id, filePath, contents, front, body } of files) {
          const data = await context.parseData({ id, data: front, filePath });
          store.set({ id, data, body, filePath, digest: context.generateDigest(contents) });
        }
      };
      await readAll();
      watcher?.on('change', (path) => {
        if (path.startsWith(fileURLToPath(folder))) void readAll();
      });
    },
  };
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
  if (match === null || typeof front !== 'object' || front === null) {
    throw new Error(`${filePath}: unexpected start, expected frontmatter between lines of ---`);
  }
  return { front: { ...front } as Record<string, unknown>, body: (match[2] ?? '').trim() };
}

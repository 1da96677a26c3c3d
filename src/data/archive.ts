import { getCollection } from 'astro:content';
import { buildArchive, type Archive } from './model.ts';

let loading: Promise<Archive> | null = null;

/** The whole content, read and checked once per build. */
export function loadArchive(): Promise<Archive> {
  if (import.meta.env.DEV) return readArchive();
  loading ??= readArchive();
  return loading;
}

async function readArchive(): Promise<Archive> {
  const [notices, gazettes, readings, bodies, documentTypes, regions] = await Promise.all([
    getCollection('notices'),
    getCollection('gazettes'),
    getCollection('readings'),
    getCollection('bodies'),
    getCollection('documentTypes'),
    getCollection('regions'),
  ]);
  const filed = <T>({ id, data, filePath }: { id: string; data: T; filePath?: string }) => ({
    file: filePath ?? id,
    id,
    data,
  });
  return buildArchive({
    notices: notices.map((entry) => ({ ...filed(entry), body: entry.body ?? '' })),
    gazettes: gazettes.map(filed),
    readings: readings.map(filed),
    bodies: bodies.map(filed),
    documentTypes: documentTypes.map(filed),
    regions: regions.map(filed),
  });
}

/** A page written by hand, as Markdown. */
export async function loadPage(
  id: string,
): Promise<{ title: string; description: string; body: string }> {
  const pages = await getCollection('pages');
  const page = pages.find((entry) => entry.id === id);
  if (page === undefined)
    throw new Error(`Unexpected page \`${id}\`, expected content/pages/${id}.md`);
  return { ...page.data, body: page.body ?? '' };
}

import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { createAnalyzer } from '../../src/lib/search/analyze.ts';
import type { SearchRecord } from '../../src/lib/search/records.ts';
import { simplifiedForms } from '../../src/lib/search/simplified.ts';
import { labelsOf, namesOf } from '../search/labels.ts';
import { readContent } from '../search/read-notices.ts';
import { writeSearch } from '../search/write-search.ts';
import { peers } from './peers.ts';

/** One way to search an archive in the browser. */
export interface Contestant {
  name: string;
  /** Notices of the largest archive that it is measured with, and why no larger. */
  largest: { notices: number; why: string };
  /** Puts its files into a folder; gives the notice that each of its own ids means, where they differ. */
  prepare: (records: Iterable<SearchRecord>, folder: string) => Promise<Map<string, string>>;
  /** Source of a module whose `open()` gives a function from fragment to ids. */
  module: string;
}

const own: Contestant = {
  name: 'Gongbao',
  largest: { notices: Infinity, why: '' },
  async prepare(records, folder) {
    const content = readContent('content');
    const labels = labelsOf(content, 'zh');
    await writeSearch(folder, records, {
      names: namesOf(content),
      labels: { zh: labels, en: labels },
    });
    return new Map();
  },
  module: `const { search } = await import('./search/api.js');
    export const open = () => async (fragment) => {
      const { hits, relaxed } = await search(fragment);
      return relaxed ? [] : hits.map(({ id }) => id);
    };`,
};

const pagefind = (name: string, query: string): Contestant => ({
  name,
  largest: { notices: 1000, why: 'takes more than 12 GB of memory for 10,000 notices' },
  prepare: preparePagefind,
  module: `import { init, search } from './pagefind/pagefind.js';
    await init();
    export const open = () => async (fragment) => {
      const { results } = await search(${query});
      return Promise.all(results.map(({ id }) => id));
    };`,
});

const inMemory = peers.map(({ name, build: make }): Contestant => ({
  name,
  largest: { notices: 10_000, why: 'holds all in the memory of the tab' },
  async prepare(records, folder) {
    const { fold } = createAnalyzer(simplifiedForms());
    const documents = Array.from(records, ({ id, blocks }) => ({
      id,
      text: blocks.map(({ text }) => fold(text)).join('\n'),
    }));
    const write = writerInto(folder);
    write('data.bin', gzipSync(await make(documents)));
    write('peers.js', await bundlePeers());
    return new Map();
  },
  module: `import { peers } from './peers.js';
    const response = await fetch('./data.bin');
    const data = await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text();
    export const open = () => peers.find(({ name }) => name === ${JSON.stringify(name)}).open(data);`,
}));

/** Our own search, and what a user would pick instead. */
export const contestants: readonly Contestant[] = [
  own,
  pagefind('Pagefind, Chinese, as typed', 'fragment'),
  pagefind('Pagefind, Chinese, quoted', '`"${fragment}"`'),
  ...inMemory,
];

/** Pagefind as its documentation says, over the plain text. Its ids are hashes, which its fragments explain. */
async function preparePagefind(
  records: Iterable<SearchRecord>,
  folder: string,
): Promise<Map<string, string>> {
  const { index } = await createIndex({ forceLanguage: 'zh' });
  if (!index) throw new Error('Pagefind made no index');
  for (const { id, title, blocks } of records) {
    const content = blocks.map(({ text }) => text).join('\n');
    await index.addCustomRecord({ url: id, content, language: 'zh', meta: { title } });
  }
  const { files } = await index.getFiles();
  const write = writerInto(path.join(folder, 'pagefind'));
  const meaning = new Map<string, string>();
  for (const { path: name, content } of files) {
    write(name, content);
    const page = /^fragment\/(.*)\.pf_fragment$/u.exec(name)?.[1];
    if (page === undefined) continue;
    const { url } = JSON.parse(gunzipSync(content).subarray(12).toString()) as { url: string };
    meaning.set(page, url);
  }
  await close();
  return meaning;
}

function writerInto(folder: string): (name: string, content: Uint8Array) => void {
  return (name, content) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
}

async function bundlePeers(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('peers.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

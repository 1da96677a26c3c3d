import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { createAnalyzer } from '../../src/lib/search/analyze.ts';
import type { SearchRecord } from '../../src/lib/search/records.ts';
import { simplifiedForms } from '../../src/lib/search/simplified.ts';
import { launch } from '../../tests/browser.ts';
import { serve } from '../../tests/serve.ts';
import { readContent } from '../search/read-notices.ts';
import { writeArchive } from './archive.ts';
import { generateRecords, random } from './generate.ts';
import { peers, type PeerDocument } from './peers.ts';

/*
 * npm run bench:search -- [sizes=90,1000] [largest size for peers that hold all in memory=1000]
 *
 * Compares the archive's search with what a user would pick instead: the same notices, the same fragments, the same
 * machine, a real browser with a cold cache for each. 90 are the real notices; larger archives are generated.
 */

const [sizes = '90,1000', memoryLimit = '1000'] = process.argv.slice(2);

/** Fragments asked for; the first one is the cold query. */
const asked = 200;

/** Characters of a generated notice, on average. */
const length = 5000;

/** How a contestant is searched in the page: the body of a module that exports `open`. */
interface Contestant {
  name: string;
  /** Exact up to this many notices; above, it is left out. */
  largest: number;
  /** Puts its files into a folder; gives the notice that each of its own ids means, where they differ. */
  prepare: (folder: string) => Promise<ReadonlyMap<string, string> | undefined>;
  /** Source of a module whose `open()` gives a function from fragment to ids. */
  module: string;
}

const { fold } = createAnalyzer(simplifiedForms());
const real = readContent('content').records;
const peerModule = await bundlePeers();

for (const size of sizes.split(',').map(Number)) await compare(size);

async function compare(size: number): Promise<void> {
  const records = size === real.length ? real : [...generateRecords(real, size, length)];
  const documents = records.map(({ id, blocks }) => ({
    id,
    text: blocks.map(({ text }) => fold(text)).join('\n'),
  }));
  const fragments = randomFragments(records);
  const truth = fragments.map((fragment) =>
    documents.filter(({ text }) => text.includes(fold(fragment))).map(({ id }) => id),
  );
  const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
  console.log(
    `\n${size} notices, ${characters} characters, ${asked} fragments of 2-10 Han characters\n`,
  );
  console.log(
    '| search | build s | size MB | files | exact | recall | precision | first: KB | requests | ms | next p50 ms | p95 ms | tab MB |',
  );
  console.log('| --- |' + ' ---: |'.repeat(12));
  for (const contestant of contestants(records, documents))
    if (size <= contestant.largest) await measure(contestant, fragments, truth);
}

function randomFragments(records: readonly SearchRecord[]): string[] {
  const next = random(records.length);
  const pick = (n: number): number => Math.floor(next() * n);
  const found: string[] = [];
  while (found.length < asked) {
    const blocks = records[pick(records.length)]?.blocks ?? [];
    const chars = Array.from(blocks[pick(blocks.length)]?.text ?? '');
    const size = 2 + pick(9);
    const start = pick(Math.max(1, chars.length - size + 1));
    const text = chars.slice(start, start + size).join('');
    if (/^\p{Script=Han}{2,}$/u.test(text)) found.push(text);
  }
  return found;
}

function contestants(
  records: readonly SearchRecord[],
  documents: readonly PeerDocument[],
): Contestant[] {
  const own: Contestant = {
    name: 'Gongbao',
    largest: Infinity,
    async prepare(folder) {
      await writeArchive(records, folder);
      return undefined;
    },
    module: `const { search } = await import('./search/api.js');
      export const open = () => async (fragment) => {
        const { hits, relaxed } = await search(fragment);
        return relaxed ? [] : hits.map(({ id }) => id);
      };`,
  };
  const pagefind = (name: string, query: string): Contestant => ({
    name,
    largest: 10_000,
    prepare: (folder) => writePagefind(records, folder),
    module: `import { init, search } from './pagefind/pagefind.js';
      await init();
      export const open = () => async (fragment) => {
        const { results } = await search(${query});
        return Promise.all(results.map(({ id }) => id));
      };`,
  });
  const others = peers.map(({ name, build: make }): Contestant => ({
    name,
    largest: Number(memoryLimit),
    async prepare(folder) {
      writeFileSync(path.join(folder, 'data.bin'), gzipSync(await make(documents)));
      writeFileSync(path.join(folder, 'peers.js'), peerModule);
      return undefined;
    },
    module: `import { peers } from './peers.js';
        const response = await fetch('./data.bin');
        const data = await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text();
        export const open = () => peers.find(({ name }) => name === ${JSON.stringify(name)}).open(data);`,
  }));
  return [
    own,
    pagefind('Pagefind, Chinese, as typed', 'fragment'),
    pagefind('Pagefind, Chinese, quoted', '`"${fragment}"`'),
    ...others,
  ];
}

/** Pagefind as its documentation says, over the plain text. Its ids are hashes, which its fragments explain. */
async function writePagefind(
  records: readonly SearchRecord[],
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const { index } = await createIndex({ forceLanguage: 'zh' });
  if (!index) throw new Error('Pagefind made no index');
  for (const { id, title, blocks } of records) {
    const content = blocks.map(({ text }) => text).join('\n');
    await index.addCustomRecord({ url: id, content, language: 'zh', meta: { title } });
  }
  const { files } = await index.getFiles();
  const meaning = new Map<string, string>();
  for (const { path: name, content } of files) {
    const file = path.join(folder, 'pagefind', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    const page = /^fragment\/(.*)\.pf_fragment$/u.exec(name)?.[1];
    if (page === undefined) continue;
    const { url } = JSON.parse(gunzipSync(content).subarray(12).toString()) as { url: string };
    meaning.set(page, url);
  }
  await close();
  return meaning;
}

/** What the page measured. */
interface Measured {
  /** Found ids for each fragment. */
  ids: string[][];
  /** Milliseconds of each query after the first. */
  times: number[];
}

async function measure(
  { name, prepare, module }: Contestant,
  fragments: readonly string[],
  truth: readonly string[][],
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongbao-bench-'));
  const began = performance.now();
  const meaning = await prepare(folder);
  const built = (performance.now() - began) / 1000;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const page =
    '<!doctype html><html lang="zh-Hans"><link rel="icon" href="data:," /><title>-</title>';
  const server = await serve(
    folder,
    '/',
    new Map([
      ['index.html', page],
      ['contestant.js', module],
    ]),
  );
  const browser = await launch();
  try {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.goto(server.url);
    let [sent, requests] = [0, 0];
    context.on('requestfinished', (request) => {
      requests += 1;
      void request.sizes().then(({ responseBodySize }) => (sent += responseBodySize));
    });
    const [cold = ''] = fragments;
    // As text, for the page and not this program imports the module.
    const first = await tab.evaluate<number>(`(async () => {
      const began = performance.now();
      const { open } = await import('./contestant.js');
      globalThis.find = await open();
      await globalThis.find(${JSON.stringify(fold(cold))});
      return performance.now() - began;
    })()`);
    await tab.waitForTimeout(200);
    const [firstSent, firstRequests] = [sent, requests];
    const { ids, times } = await tab.evaluate<Measured>(`(async () => {
      const ids = [];
      const times = [];
      for (const fragment of ${JSON.stringify(fragments.map(fold))}) {
        const began = performance.now();
        ids.push(await globalThis.find(fragment));
        times.push(performance.now() - began);
      }
      return { ids, times: times.slice(1) };
    })()`);
    const session = await context.newCDPSession(tab);
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const found = ids.map((own) => own.map((id) => meaning?.get(id) ?? id));
    const cells = [
      name,
      built.toFixed(1),
      (bytes / 1e6).toFixed(1),
      files.length,
      ...quality(found, truth),
      Math.round(firstSent / 1024),
      firstRequests,
      first.toFixed(0),
      percentile(times, 0.5),
      percentile(times, 0.95),
      (usedSize / 1e6).toFixed(0),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many sets are exact, and how much of what should be found is, and of what is found should be. */
function quality(found: readonly string[][], truth: readonly string[][]): [string, string, string] {
  let [exact, right, wanted, given] = [0, 0, 0, 0];
  truth.forEach((expected, i) => {
    const own = new Set(found[i]);
    const hit = expected.filter((id) => own.has(id)).length;
    if (hit === expected.length && hit === own.size) exact += 1;
    right += hit;
    wanted += expected.length;
    given += own.size;
  });
  return [
    `${exact}/${truth.length}`,
    (right / wanted).toFixed(2),
    given === 0 ? '-' : (right / given).toFixed(2),
  ];
}

function percentile(times: readonly number[], share: number): string {
  return (times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(1);
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

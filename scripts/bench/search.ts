import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { createAnalyzer } from '../../src/lib/search/analyze.ts';
import { simplifiedForms } from '../../src/lib/search/simplified.ts';
import { launch } from '../../tests/browser.ts';
import { serve } from '../../tests/serve.ts';
import { contestants, type Contestant } from './contestants.ts';
import { archiveOf, random } from './generate.ts';
import type { Prepared } from './prepare.ts';

/*
 * npm run bench:search -- [sizes=90,1000]
 *
 * Compares the archive's search with what a user would pick instead: the same notices, the same fragments, the same
 * machine, a real browser with a cold cache for each. 90 are the real notices; larger archives are generated.
 */

const [sizes = '90,1000'] = process.argv.slice(2);

/** Fragments asked for, and how many of them each in a browser that has fetched nothing yet. */
const asked = 200;
const cold = 5;

const { fold } = createAnalyzer(simplifiedForms());

for (const size of sizes.split(',').map(Number)) await compare(size);

async function compare(size: number): Promise<void> {
  const fragments = randomFragments(size);
  const { truth, characters } = holders(size, fragments);
  console.log(
    `\n${size} notices, ${characters} characters, ${asked} fragments of 2-10 Han characters, ${cold} of them cold\n`,
  );
  console.log(
    '| search | build s | MiB | size MB | files | exact | recall | precision | first: KB, most | requests, most | ms, median | next p50 ms | p95 ms | tab MB |',
  );
  console.log('| --- |' + ' ---: |'.repeat(13));
  for (const contestant of contestants) {
    const { largest, name } = contestant;
    const cells =
      size > largest.notices
        ? [`not measured: ${largest.why}`]
        : await measure(contestant, size, fragments, truth);
    console.log(`| ${[name, ...cells].join(' | ')} |`);
  }
}

/** Fragments copied from random notices, each notice equally likely. */
function randomFragments(size: number): string[] {
  const next = random(size);
  const pick = (n: number): number => Math.floor(next() * n);
  const wanted = new Map<number, number>();
  for (let i = 0; i < asked; i++) {
    const notice = pick(size);
    wanted.set(notice, (wanted.get(notice) ?? 0) + 1);
  }
  const found: string[] = [];
  let notice = 0;
  for (const { blocks } of archiveOf(size)) {
    const goal = found.length + (wanted.get(notice) ?? 0);
    // A notice of numbers alone has none to give.
    for (let tries = 0; found.length < goal && tries < 1000; tries++) {
      const chars = Array.from(blocks[pick(blocks.length)]?.text ?? '');
      const length = 2 + pick(9);
      const start = pick(Math.max(1, chars.length - length + 1));
      const text = chars.slice(start, start + length).join('');
      if (/^\p{Script=Han}{2,}$/u.test(text)) found.push(text);
    }
    notice += 1;
  }
  // In printed order the cold ones would all be from the first notices.
  return found
    .map((text) => ({ text, order: next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ text }) => text);
}

/** The notices that hold each fragment, read without any index. */
function holders(
  size: number,
  fragments: readonly string[],
): { truth: string[][]; characters: number } {
  const truth = fragments.map((): string[] => []);
  const folded = fragments.map(fold);
  let characters = 0;
  for (const { id, blocks } of archiveOf(size)) {
    const text = blocks.map((block) => fold(block.text)).join('\n');
    characters += text.length;
    folded.forEach((fragment, i) => {
      if (text.includes(fragment)) truth[i]?.push(id);
    });
  }
  return { truth, characters };
}

/** What one visit to a page measured. */
interface Visit {
  /** Of the first query, with all that it had to fetch. */
  first: { bytes: number; requests: number; ms: number };
  /** Found ids for each fragment. */
  ids: string[][];
  /** Milliseconds of each query after the first. */
  times: number[];
  /** Memory of the tab after all queries, in MB: objects and buffers. */
  memory: number;
}

/** The cells of a contestant's row, or what went wrong. */
async function measure(
  { name, module }: Contestant,
  size: number,
  fragments: readonly string[],
  truth: readonly string[][],
): Promise<(string | number)[]> {
  const home = mkdtempSync(path.join(tmpdir(), 'gongbao-bench-'));
  const [folder, report] = [path.join(home, 'site'), path.join(home, 'report.json')];
  const prepare = fileURLToPath(new URL('prepare.ts', import.meta.url));
  const { status, signal, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=12288', prepare, name, String(size), folder, report],
    { encoding: 'utf8' },
  );
  try {
    if (status !== 0) return [`not built: ${reason(stderr) ?? signal ?? String(status)}`];
    const { seconds, peak, meaning } = JSON.parse(readFileSync(report, 'utf8')) as Prepared;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    const page =
      '<!doctype html><html lang="zh-Hans"><link rel="icon" href="data:," /><title>-</title>';
    const pages = new Map([
      ['index.html', page],
      ['contestant.js', module],
    ]);
    const server = await serve(folder, '/', pages);
    const browser = await launch();
    try {
      const visits: Visit[] = [];
      for (const fragment of fragments.slice(1, cold))
        visits.push(await visit(browser, server.url, [fragment]));
      const long = await visit(browser, server.url, fragments);
      const firsts = [...visits, long].map(({ first }) => first);
      const names = new Map(meaning);
      const found = long.ids.map((own) => own.map((id) => names.get(id) ?? id));
      return [
        seconds.toFixed(1),
        Math.round(peak),
        (bytes / 1e6).toFixed(1),
        files.length,
        ...quality(found, truth),
        Math.round(Math.max(...firsts.map((first) => first.bytes)) / 1024),
        Math.max(...firsts.map(({ requests }) => requests)),
        percentile(
          firsts.map(({ ms }) => ms),
          0.5,
          0,
        ),
        percentile(long.times, 0.5),
        percentile(long.times, 0.95),
        long.memory.toFixed(0),
      ];
    } finally {
      await browser.close();
      await server.close();
    }
  } catch (error) {
    return [`failed: ${reason(String(error)) ?? ''}`];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The line of a program's complaint that says what was wrong. */
function reason(complaint: string): string | undefined {
  return /^.*(?:Error|FATAL).*$/mu.exec(complaint)?.[0].trim();
}

/** Opens a page in a browser that has fetched nothing yet, and asks for fragments. */
async function visit(browser: Browser, url: string, fragments: readonly string[]): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    tab.setDefaultTimeout(600_000);
    await tab.goto(url);
    let [bytes, requests] = [0, 0];
    context.on('requestfinished', (request) => {
      requests += 1;
      void request.sizes().then(({ responseBodySize }) => (bytes += responseBodySize));
    });
    // As text, for the page and not this program imports the module.
    const ms = await tab.evaluate<number>(`(async () => {
      const began = performance.now();
      const { open } = await import('./contestant.js');
      globalThis.find = await open();
      await globalThis.find(${JSON.stringify(fold(fragments[0] ?? ''))});
      return performance.now() - began;
    })()`);
    await tab.waitForTimeout(200);
    const first = { bytes, requests, ms };
    const { ids, times } = await tab.evaluate<Pick<Visit, 'ids' | 'times'>>(`(async () => {
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
    const usage = (await session.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    const memory = (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6;
    return { first, ids, times, memory };
  } finally {
    await context.close();
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

function percentile(times: readonly number[], share: number, digits = 1): string {
  return (times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(digits);
}

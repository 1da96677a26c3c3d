import { z } from 'astro/zod';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, JSHandle, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { random } from '../scripts/bench/generate.ts';
import { readContent } from '../scripts/search/read-notices.ts';
import type * as Api from '../src/client/search-api.ts';
import { createAnalyzer } from '../src/lib/search/analyze.ts';
import type { Block } from '../src/lib/search/records.ts';
import { spellingsOf } from '../src/lib/text/doc-number.ts';
import { simplifiedForms } from '../src/lib/search/simplified.ts';
import { launch } from './browser.ts';
import { questions } from './questions.ts';
import { serve, type Served } from './serve.ts';
import { base, dist, packed } from './site.ts';

const { records } = readContent('content');
const { fold } = createAnalyzer(simplifiedForms());
const folded = records.map(({ id, blocks }) => ({
  id,
  blocks: blocks.map(({ text }) => fold(text)),
}));

let server: Served;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await serve(dist, base);
  browser = await launch();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A fresh context: nothing cached, nothing kept. */
beforeEach(async () => {
  context = await browser.newContext({ locale: 'zh-CN' });
  page = await context.newPage();
  return () => context.close();
});

/** Fragments copied from random notices, each equally likely. */
function fragments(
  count: number,
  [shortest, longest]: readonly [number, number],
  fits: (text: string) => boolean,
  from: (block: Block) => boolean = () => true,
): string[] {
  const next = random(count);
  const pick = (n: number): number => Math.floor(next() * n);
  const found: string[] = [];
  while (found.length < count) {
    const blocks = records[pick(records.length)]?.blocks.filter(from) ?? [];
    const chars = Array.from(blocks[pick(blocks.length)]?.text ?? '');
    const length = shortest + pick(longest - shortest + 1);
    const start = pick(Math.max(1, chars.length - length + 1));
    const text = chars.slice(start, start + length).join('');
    if (fits(text)) found.push(text);
  }
  return found;
}

/** The notices that hold a fragment, read without any index. */
function holders(fragment: string): string[] {
  const wanted = fold(fragment);
  return folded
    .filter(({ blocks }) => blocks.some((block) => block.includes(wanted)))
    .map(({ id }) => id);
}

interface Found {
  total: number;
  relaxed: boolean;
  ids: string[];
}

/** The module, imported into the page as any page that embeds the archive would; as text, for Vitest rewrites code. */
async function openModule(): Promise<JSHandle<typeof Api>> {
  await page.goto(`${server.url}zh/about/`);
  return page.evaluateHandle<typeof Api>(`import(${JSON.stringify(`${server.url}search/api.js`)})`);
}

async function searchAll(
  queries: readonly string[],
  options: Api.SearchOptions = {},
): Promise<Found[]> {
  const module = await openModule();
  return module.evaluate(
    async ({ search }, [list, settings]) => {
      const found: Found[] = [];
      for (const query of list) {
        const { total, relaxed, hits } = await search(query, settings);
        found.push({ total, relaxed, ids: hits.map(({ id }) => id) });
      }
      return found;
    },
    [queries, options] as const,
  );
}

async function searchOne(query: string, options: Api.SearchOptions = {}): Promise<Found> {
  const [found] = await searchAll([query], options);
  if (!found) throw new Error('no answer');
  return found;
}

/** Expects just the notices that hold each fragment, and says for which ones it is not so. */
async function expectExact(queries: readonly string[]): Promise<void> {
  const found = await searchAll(queries);
  const wrong = queries.filter((query, i) => {
    const ids = found[i]?.ids.toSorted() ?? [];
    return found[i]?.relaxed !== false || ids.join() !== holders(query).toSorted().join();
  });
  expect(wrong).toEqual([]);
}

describe('search()', () => {
  test('finds every notice when nothing is asked for', async () => {
    const { total, ids } = await searchOne('');
    expect(total).toBe(records.length);
    expect(ids.toSorted()).toEqual(records.map(({ id }) => id).sort());
  });

  test('finds just the notices that hold a fragment of 2 to 10 Han characters of a paragraph', async () => {
    const han = (text: string): boolean => /^\p{Script=Han}{2,}$/u.test(text);
    await expectExact(fragments(200, [2, 10], han, ({ kind }) => kind === 'text'));
  }, 60_000);

  test('finds just the notices that hold a fragment of 1 to 20 characters of anything', async () => {
    await expectExact(fragments(1000, [1, 20], (text) => fold(text) !== ''));
  }, 60_000);

  test('finds no fragment across the border of two paragraphs or cells', async () => {
    const next = random(3);
    const seams = Array.from({ length: 200 }, () => {
      const blocks = records[Math.floor(next() * records.length)]?.blocks ?? [];
      const at = Math.floor(next() * (blocks.length - 1));
      const [left = '', right = ''] = [blocks[at]?.text, blocks[at + 1]?.text];
      return fold(left).slice(-3) + fold(right).slice(0, 3);
    }).filter((seam) => seam.length === 6 && holders(seam).length === 0);
    expect(seams.length).toBeGreaterThan(50);
    const found = await searchAll(seams.map((seam) => `"${seam}"`));
    expect(found.filter(({ total, relaxed }) => total > 0 && !relaxed)).toEqual([]);
  }, 60_000);

  test('finds traditional, full-width and upper-case forms alike', async () => {
    const { total, ids } = await searchOne('人民政府办公室');
    expect(total).toBeGreaterThan(0);
    expect((await searchOne('人民政府辦公室')).ids).toEqual(ids);
    expect((await searchOne('２０２１年')).ids).toEqual((await searchOne('2021年')).ids);
  });

  test('asks for all words, for one of two, and for none of the excluded', async () => {
    const both = (await searchOne('教育 资金')).ids;
    const hold = (text: string) => new Set(holders(text));
    const [education, funds] = [hold('教育'), hold('资金')];
    expect(both.toSorted()).toEqual([...education].filter((id) => funds.has(id)).sort());
    const either = (await searchOne('教育 OR 资金')).ids;
    expect(either.toSorted()).toEqual([...new Set([...education, ...funds])].sort());
    const without = (await searchOne('教育 -资金')).ids;
    expect(without.toSorted()).toEqual([...education].filter((id) => !funds.has(id)).sort());
  });

  test('puts the notice that bears a number first, in whatever form it is asked for', async () => {
    const numbers = [...new Set(records.flatMap(({ docNumber }) => docNumber ?? []))];
    const queries = numbers.flatMap((number) =>
      spellingsOf(number).map((query) => ({ number, query })),
    );
    expect(queries.length).toBeGreaterThan(500);
    const found = await searchAll(queries.map(({ query }) => query));
    const missed = queries.filter(({ number }, i) => {
      const bearers = records.filter(({ docNumber }) => docNumber === number);
      return !bearers.some(({ id }) => id === found[i]?.ids[0]);
    });
    expect(missed).toEqual([]);
  }, 60_000);

  test('falls back to words and says so', async () => {
    const { relaxed, total } = await searchOne('义务教育与煤改电试点资金一并核销办法');
    expect(relaxed).toBe(true);
    expect(total).toBeGreaterThan(0);
    expect(await searchOne('囍囍囍')).toEqual({ total: 0, relaxed: true, ids: [] });
  });

  test('offers the right spelling of a body and of words of a title', async () => {
    const module = await openModule();
    const offered = await module.evaluate(({ near }) =>
      Promise.all(['财证局', '农机够置补贴实施方案', '教育 财证局', '囍囍囍'].map(near)),
    );
    expect(offered[0]).toContain('财政局');
    expect(offered[1]).toContain('农机购置补贴实施方案');
    expect(offered[2]).toContain('教育 财政局');
    expect(offered[3]).toEqual([]);
  });

  test('narrows by the bodies that a text names, by any name of theirs', async () => {
    const { ids } = await searchOne('', { filters: { named: '吴忠市财政局' } });
    const expected = records.filter(({ facets }) =>
      facets.named.includes('wuzhong-finance-bureau'),
    );
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.toSorted()).toEqual(expected.map(({ id }) => id).sort());
  });

  test('leads from a number that is only cited to the notices that cite it', async () => {
    const module = await openModule();
    const { cited, ids } = await module.evaluate(async ({ search }, query) => {
      const found = await search(query);
      return { cited: found.cited, ids: found.hits.slice(0, 3).map(({ id }) => id) };
    }, '国办发 2020 53');
    expect(cited).toBe('国办发〔2020〕53号');
    expect(holders('国办发〔2020〕53号')).toContain(ids[0]);
  });

  test('answers what readers ask among the first three results', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const asked = questions.filter(([own]) => own === lang);
      const found = await searchAll(
        asked.map(([, query]) => query),
        { lang },
      );
      const missed = asked.filter(([, , id], i) => !found[i]?.ids.slice(0, 3).includes(id));
      expect(missed).toEqual([]);
    }
  }, 60_000);

  test('narrows by facet and by date, and sorts by date with undated notices last', async () => {
    const options = { filters: { gazette: 'litong-2019-4' }, from: '2019-06', to: '2019-06' };
    const { ids } = await searchOne('', options);
    const expected = records
      .filter(({ facets }) => facets.gazette.includes('litong-2019-4'))
      .filter(({ date }) => date?.startsWith('2019-06') === true);
    expect(expected).not.toHaveLength(0);
    expect(ids.toSorted()).toEqual(expected.map(({ id }) => id));
    const dates = (await searchOne('', { sort: 'oldest' })).ids.map(
      (id) => records.find((own) => own.id === id)?.date ?? '9999',
    );
    expect(dates).toEqual(dates.toSorted());
    expect(dates).toHaveLength(records.length);
  });

  test('loads passages whose addresses lead to paragraphs that exist', async () => {
    const module = await openModule();
    const loaded = await module.evaluate(async ({ search }) => {
      const { hits } = await search('资金');
      return Promise.all(hits.slice(0, 12).map((hit) => hit.load()));
    });
    for (const { id, title, sections, excerpt } of loaded) {
      expect(title).toBe(records.find((record) => record.id === id)?.title);
      expect(excerpt).not.toBe('');
      expect(sections.length).toBeLessThanOrEqual(3);
      const html = readFileSync(path.join(dist, 'zh/notices', id, 'index.html'), 'utf8');
      for (const { anchor, url, segments } of sections) {
        expect(html).toContain(`id="${anchor}"`);
        expect(url).toContain(`/zh/notices/${id}/?highlight=`);
        expect(segments.some(({ marked, text }) => marked && text === '资金')).toBe(true);
      }
    }
  });

  test('finds what is new where the archive was renewed since the page was opened', async () => {
    const module = await openModule();
    const total = await module.evaluate(async ({ search }) => (await search('教育')).total);
    const { tag } = packed('search/catalog.bin', z.object({ tag: z.string() }));
    const catalog = packed('search/catalog.bin', z.record(z.string(), z.unknown()));
    const renewed = gzipSync(JSON.stringify({ ...catalog, tag: 'renewed' }));
    await page.route('**/search/catalog.bin', (route) => route.fulfill({ body: renewed }));
    await page.route(`**/search/${tag}/**`, (route) => route.fulfill({ status: 404 }));
    await page.route('**/search/renewed/**', async (route) => {
      const url = route.request().url().replace('/renewed/', `/${tag}/`);
      await route.fulfill({ response: await context.request.get(url) });
    });
    const [again, other] = await module.evaluate(async ({ search }) =>
      Promise.all(['教育', '资金管理'].map(async (query) => (await search(query)).total)),
    );
    expect(again).toBe(total);
    expect(other).toBe(holders('资金管理').length);
  });

  test('answers a first query from a cold cache with few requests and bytes', async () => {
    let bytes = 0;
    let requests = 0;
    context.on('requestfinished', (request) => {
      // The page that embeds the module has requests of its own.
      if (!request.url().includes('/search/')) return;
      requests += 1;
      void request.sizes().then((sizes) => (bytes += sizes.responseBodySize));
    });
    const module = await openModule();
    await module.evaluate(async ({ search }) => {
      await search('生活垃圾分类');
    });
    await page.waitForTimeout(100);
    expect(requests).toBeGreaterThan(3);
    expect(requests).toBeLessThanOrEqual(12);
    expect(bytes).toBeLessThanOrEqual(300 * 1024);
  });
});

describe('the search page', () => {
  const field = () => page.getByRole('searchbox').first();
  const status = () => page.locator('gongbao-search [role=status]');
  const hits = () => page.locator('gongbao-search .hit');

  async function open(query: string, lang = 'zh'): Promise<void> {
    await page.goto(`${server.url}${lang}/search/${query}`);
  }

  test('shows results as one types, and keeps its state in the address', async () => {
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('favicon'))
        problems.push(message.text());
    });
    await open('');
    await field().pressSequentially('教育', { delay: 20 });
    await hits().first().waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('教育');
    expect(await status().innerText()).toBe(`${holders('教育').length} 篇文件`);
    await page.reload();
    await hits().first().waitFor();
    expect(await field().inputValue()).toBe('教育');
    expect(problems).toEqual([]);
  });

  test('narrows by facets whose counts follow the query, and goes back', async () => {
    await open('?q=教育');
    await hits().first().waitFor();
    const choice = page.locator('[data-facet=year] label').first();
    const count = Number(await choice.locator('.facet-count').innerText());
    await choice.locator('input').check();
    await expect.poll(() => status().innerText()).toBe(`${count} 篇文件`);
    expect(new URL(page.url()).searchParams.getAll('year')).toHaveLength(1);
    await page.goBack();
    await expect.poll(() => status().innerText()).toBe(`${holders('教育').length} 篇文件`);
  });

  test('asks nothing while an input method is composing', async () => {
    await open('');
    await field().focus();
    const session = await context.newCDPSession(page);
    await session.send('Input.imeSetComposition', {
      text: 'jiao',
      selectionStart: 4,
      selectionEnd: 4,
    });
    await page.waitForTimeout(400);
    expect(new URL(page.url()).search).toBe('');
    await session.send('Input.insertText', { text: '教育' });
    await hits().first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('教育');
  });

  test('leads through the results by keyboard', async () => {
    await open('?q=教育');
    await hits().first().waitFor();
    await field().focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('hit-title');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/zh\/notices\/.*highlight=/u);
  });

  test('grows the list without losing what is there', async () => {
    await open('?q=工作');
    await hits().first().waitFor();
    const before = await hits().allInnerTexts();
    await page.locator('[data-more]').click();
    await expect.poll(() => hits().count()).toBe(2 * before.length);
    expect((await hits().allInnerTexts()).slice(0, before.length)).toEqual(before);
    expect(new URL(page.url()).searchParams.get('show')).toBe('20');
  });

  test('says that matches are loose, and that there are none', async () => {
    await open('?q=义务教育与煤改电试点资金一并核销办法');
    await hits().first().waitFor();
    expect(await status().innerText()).toContain('其中的一部分');
    await open('?q=囍囍囍');
    await expect.poll(() => status().innerText()).toBe('没有找到含“囍囍囍”的文件。');
    expect(await page.locator('gongbao-search .ways a').first().isVisible()).toBe(true);
  });

  test('offers a near spelling, which finds what was meant', async () => {
    await open('?q=财证局');
    await page.locator('.near button', { hasText: '财政局' }).first().click();
    await expect.poll(() => status().innerText()).toBe(`${holders('财政局').length} 篇文件`);
    expect(await page.locator('.near').isVisible()).toBe(false);
  });

  test('offers a month as dates of documents', async () => {
    await open('?q=2021年7月');
    await page.locator('.suggestions button', { hasText: '成文日期' }).click();
    const dated = records.filter(({ date }) => date?.startsWith('2021-07') === true).length;
    await expect.poll(() => status().innerText()).toBe(`${dated} 篇文件`);
    expect(new URL(page.url()).searchParams.get('to')).toBe('2021-07-31');
  });

  test('says that a number is only cited', async () => {
    await open('?q=国办发[2020]53号');
    await hits().first().waitFor();
    expect(await status().innerText()).toContain('没有收录 国办发〔2020〕53号');
  });

  test('says that it failed, and finds once it is tried again', async () => {
    await page.route('**/search/api.js*', (route) => route.abort());
    await open('?q=教育');
    await expect.poll(() => status().innerText()).toContain('没有成功');
    await page.unroute('**/search/api.js*');
    await page.locator('[data-retry]').click();
    await hits().first().waitFor();
    expect(await status().innerText()).toBe(`${holders('教育').length} 篇文件`);
  });

  test('shows the answer where only suggestions cannot be fetched', async () => {
    await page.route('**/names.bin', (route) => route.abort());
    await open('?q=教育');
    await hits().first().waitFor();
    expect(await status().innerText()).toBe(`${holders('教育').length} 篇文件`);
  });

  test('goes back to the search before', async () => {
    await open('');
    await field().fill('教育');
    await page.keyboard.press('Enter');
    await hits().first().waitFor();
    await field().fill('资金');
    await expect.poll(() => status().innerText()).toBe(`${holders('资金').length} 篇文件`);
    await page.goBack();
    await expect.poll(() => status().innerText()).toBe(`${holders('教育').length} 篇文件`);
    expect(await field().inputValue()).toBe('教育');
  });

  test('shows its interface and its facets in English', async () => {
    await open('?q=教育', 'en');
    await hits().first().waitFor();
    expect(await status().innerText()).toBe(`${holders('教育').length} documents`);
    expect(await page.locator('[data-facet=type] .facet-name').first().innerText()).toBe('Notice');
  });

  test('without scripts says how to browse instead', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${server.url}zh/search/`);
    const links = still.locator('.search-without-script a');
    expect(await links.count()).toBe(5);
    for (const address of await links.evaluateAll((all) =>
      all.map((a) => (a as HTMLAnchorElement).href),
    ))
      expect((await still.request.get(address)).status()).toBe(200);
    await plain.close();
  });
});

describe('the notice page', () => {
  test('marks the words that led there, leads through them, and stops on request', async () => {
    await page.goto(`${server.url}zh/search/?q=資金`);
    await page.locator('.passages a').first().click();
    const bar = page.locator('.highlight-bar');
    await bar.waitFor();
    expect(new URL(page.url()).hash).toMatch(/^#[ph]-\d+$/u);
    await bar.getByRole('button', { name: '下一处' }).click();
    expect(await bar.getByRole('status').innerText()).toMatch(/^第 \d+ 处，共 \d+ 处$/u);
    await bar.getByRole('button', { name: '关闭标记' }).click();
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    expect(new URL(page.url()).search).toBe('');
  });
});

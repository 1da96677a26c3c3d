import { z } from 'astro/zod';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { addressOf, type ItemKind } from '../src/lib/address.ts';
import { base, built, jsonLines, writtenNotices } from './site.ts';
import { useSite } from './visit.ts';

const site = useSite();
let context: BrowserContext;
let page: Page;

beforeEach(async () => {
  ({ context } = await site.reader({
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  }));
  page = await context.newPage();
  return () => context.close();
});

const rows = jsonLines('data/notices.jsonl');
const notices = writtenNotices();

/** A notice with headings, in the middle of its gazette. */
const middle = notices.find(
  ({ id, front }) =>
    built(`zh/notices/${id}/index.html`).includes('class="outline"') &&
    front.source.startLine > 500 &&
    built(`zh/notices/${id}/index.html`).includes('rel="next"') &&
    built(`zh/notices/${id}/index.html`).includes('rel="prev"'),
);
const id = middle?.id ?? '';

const addressHere = (): string => page.url().slice(site.url.length);

async function open(path: string): Promise<void> {
  await page.goto(site.url + path);
}

/** Whether a reader sees an element without scrolling. */
function inSight(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return top >= 0 && top < innerHeight && bottom > 0;
  });
}

const focused = (): Promise<string | null> =>
  page.evaluate(
    () => document.activeElement?.getAttribute('name') ?? document.activeElement?.id ?? null,
  );

describe('the way through the archive', () => {
  test('the language switch keeps the page', async () => {
    for (const path of [
      '',
      'search/',
      'about/',
      `notices/${id}/`,
      `notices/${id}/source/`,
      'departments/',
    ]) {
      await open(`zh/${path}`);
      await page.locator('a.language').click();
      await page.waitForURL(`${site.url}en/${path}`);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.locator('a.language').click();
      await page.waitForURL(`${site.url}zh/${path}`);
    }
  });

  test('previous and next lead through a gazette in printed order and back', async () => {
    const issue = notices
      .filter(({ front }) => front.gazette === middle?.front.gazette)
      .sort((a, b) => a.front.source.startLine - b.front.source.startLine)
      .map((notice) => notice.id);
    await open(`zh/notices/${issue[0] ?? ''}/`);
    expect(await page.locator('a[rel=prev]').count()).toBe(0);
    for (const next of issue.slice(1)) {
      await page.locator('a[rel=next]').click();
      await page.waitForURL(`${site.url}zh/notices/${next}/`);
    }
    expect(await page.locator('a[rel=next]').count()).toBe(0);
    await page.locator('a[rel=prev]').click();
    await page.waitForURL(`${site.url}zh/notices/${issue.at(-2) ?? ''}/`);
  });

  test('the home page leads to every notice by gazette, department, type and year', async () => {
    const kinds = {
      gazette: 'gazettes',
      department: 'departments',
      type: 'types',
      year: 'years',
    } as const satisfies Partial<Record<ItemKind, string>>;
    for (const kind of Object.values(kinds)) {
      const found = new Set<string>();
      await open('zh/');
      const list = addressOf({ kind, lang: 'zh' }, base);
      await page.locator(`header a[href="${list}"]`).first().click();
      await page.waitForURL(`${new URL(site.url).origin}${list}`);
      const items = await page
        .locator(`main a[href^="${list}"]`)
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      for (const item of new Set(items)) {
        await page.goto(item);
        const links = await page
          .locator('main a[href*="/notices/"]')
          .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
        for (const link of links) found.add(/\/notices\/([^/]+)\//u.exec(link)?.[1] ?? '');
      }
      const expected = rows.filter(
        (row) =>
          kind === 'gazettes' ||
          (kind === 'departments' && JSON.stringify(row.issuers).includes('"id":"')) ||
          (kind === 'types' && row.docType !== null) ||
          (kind === 'years' && row.date !== null),
      );
      expect(expected.map((row) => row.id).filter((own) => !found.has(String(own)))).toEqual([]);
    }
  });
});

describe('a notice', () => {
  test('is led through by its outline', async () => {
    await open(`zh/notices/${id}/`);
    const links = page.locator('.outline a');
    const last = links.last();
    await last.click();
    const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    expect(await target.innerText()).toBe(await last.innerText());
    await expect.poll(() => inSight(target)).toBe(true);
  });

  test('leads from each paragraph to the line of the source that it begins on', async () => {
    await open(`zh/notices/${id}/`);
    const links = page.locator('[data-notice-text] a.line');
    const source = built(`data/sources/${middle?.front.gazette ?? ''}.txt`).split(/\r?\n/u);
    for (const at of [0, Math.floor((await links.count()) / 2)]) {
      await open(`zh/notices/${id}/`);
      const block = links.nth(at).locator('xpath=ancestor-or-self::*[@id][1]');
      const begins = (await block.innerText()).replace(/\s/gu, '').slice(0, 8);
      await links.nth(at).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/source\/#L\d+$/u);
      const line = Number(/#L(\d+)$/u.exec(page.url())?.[1]);
      const target = page.locator(`#L${line}`);
      await expect.poll(() => inSight(target)).toBe(true);
      expect(source[line - 1]?.replace(/\s/gu, '')).toContain(begins);
      expect((await target.innerText()).replace(/\s/gu, '')).toContain(begins);
    }
  });

  test('copies its citation with the address and the day', async () => {
    await open(`zh/notices/${id}/`);
    const citation = page.locator('[data-form=document]');
    const shown = await citation.locator('span').innerText();
    const button = citation.getByRole('button');
    expect(await button.innerText()).toBe('复制');
    await button.click();
    await expect.poll(() => button.innerText()).toBe('已复制');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(shown);
    expect(copied).toContain(middle?.front.title);
    expect(copied).toContain(page.url());
    const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
    expect(copied).toContain(`[${today}]`);
  });

  test('shows what the gazette does not state, rather than nothing', async () => {
    const undated = rows.find(({ date }) => date === null);
    await open(`zh/notices/${z.string().parse(undated?.id)}/`);
    const facts = page.locator('dl.facts > div');
    expect(await facts.filter({ hasText: '成文日期' }).innerText()).toContain('原文未载');
    await open(`en/notices/${z.string().parse(undated?.id)}/`);
    expect(await page.locator('dl.facts .missing').first().innerText()).toMatch(/^[A-Z][a-z ]+$/u);
  });

  test('is on paper without the frame of the site, dark on white', async () => {
    await open(`zh/notices/${id}/`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const part of [
      '.site-header',
      'nav.sections',
      '.site-footer',
      '.outline',
      '.neighbours',
      '.files',
      'a.line',
    ])
      expect(await page.locator(part).first().isVisible()).toBe(false);
    for (const part of ['h1', '.red-head .number', '[data-notice-text] p'])
      expect(await page.locator(part).first().isVisible()).toBe(true);
    const [ink, paper] = await page.evaluate(() => [
      getComputedStyle(document.querySelector('[data-notice-text] p') ?? document.body).color,
      getComputedStyle(document.body).backgroundColor,
    ]);
    expect(ink).toBe('rgb(0, 0, 0)');
    expect(paper).toMatch(/^(?:rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\))$/u);
  });
});

describe('the keyboard', () => {
  test('reaches the search with a slash from every page, but not out of a field', async () => {
    for (const path of ['zh/', `zh/notices/${id}/`, 'en/departments/', 'zh/search/']) {
      await open(path);
      await page.locator('h1').click();
      await page.keyboard.press('/');
      await expect.poll(focused).toBe('q');
      expect(await page.locator(':focus').inputValue()).toBe('');
      await page.keyboard.type('1/2');
      expect(await page.locator(':focus').inputValue()).toBe('1/2');
    }
  });

  test('skips the head of the page with its first link', async () => {
    await open(`zh/notices/${id}/`);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('main');
    expect(addressHere()).toBe(`zh/notices/${id}/#main`);
  });
});

describe('a result', () => {
  test('leads to the paragraph that holds the words, with the words marked', async () => {
    await open(`zh/search/?q=${encodeURIComponent('工作')}`);
    const passage = page.locator('.passages a').first();
    await passage.waitFor();
    await passage.click();
    await page.waitForURL(/\/zh\/notices\/[^/]+\/\?highlight=.*#[hp]-\d+$/u);
    const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    expect(await target.innerText()).toContain('工作');
    await expect.poll(() => inSight(target)).toBe(true);
    await page.locator('.highlight-bar').waitFor();
    const marked = await page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(String)),
    );
    expect(marked.length).toBeGreaterThan(0);
    expect(new Set(marked)).toEqual(new Set(['工作']));
  });
});

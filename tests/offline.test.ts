import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { addressOf, languages, type SectionKind } from '../src/lib/address.ts';
import { base, built, elements, jsonLines, parsePage, writtenNotices } from './site.ts';
import { noticeLink, useSite, type Watch } from './visit.ts';

const site = useSite();
let context: BrowserContext;
let watch: Watch;
let page: Page;

async function open(options = {}): Promise<void> {
  ({ context, watch } = await site.reader(options));
  page = await context.newPage();
}

beforeEach(() => () => context.close());

const clean: Watch = { elsewhere: [], errors: [], failed: [] };

describe.each(languages)('with every other host out of reach, a reader in /%s/', (lang) => {
  test('walks from the home page to a notice, its gazette, a department and a search', async () => {
    await open();
    await page.goto(`${site.url}${lang}/`);
    await page.locator(noticeLink).first().click();
    await page.waitForURL(/\/notices\/[^/]+\/$/u);
    await page.locator('main a[href*="/gazettes/"]').first().click();
    await page.waitForURL(/\/gazettes\/[^/]+\/$/u);
    await page.locator(noticeLink).first().click();
    await page.locator('.red-head a[href*="/departments/"]').first().click();
    await page.waitForURL(/\/departments\/[^/]+\/$/u);
    await page.getByRole('searchbox').fill('教育');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/${lang}/search/\\?q=`, 'u'));
    await page.locator('.hit').first().waitFor();
    await page.locator('.passages a').first().click();
    await page.locator('.highlight-bar').waitFor();
    expect(watch).toEqual(clean);
  });

  test('opens every kind of page', async () => {
    await open();
    const kinds: SectionKind[] = [
      'home',
      'search',
      'about',
      'data',
      'gazettes',
      'departments',
      'types',
      'years',
      'regions',
    ];
    const [notice] = writtenNotices();
    const linked = (from: SectionKind): string => {
      const address = addressOf({ kind: from, lang }, base);
      const list = built(`${address.slice(base.length)}index.html`);
      const links = elements(parsePage(list).tree, ({ tagName }) => tagName === 'a').map((a) =>
        String(a.properties.href),
      );
      const found = links.find((href) => href.startsWith(address) && href !== address);
      if (found === undefined) throw new Error(`${address} leads to none`);
      return found;
    };
    const addresses = [
      ...kinds.map((kind) => addressOf({ kind, lang }, base)),
      ...(['gazettes', 'departments', 'types', 'years', 'regions'] as const).map(linked),
      addressOf({ kind: 'source', lang, id: notice?.id ?? '' }, base),
      `${base}404.html`,
    ];
    for (const address of addresses) {
      await page.goto(new URL(address, site.url).href);
      expect(await page.locator('h1').count()).toBe(1);
    }
    await page.waitForLoadState('networkidle');
    expect(watch).toEqual(clean);
  });
});

describe('without scripts', () => {
  test('the root leads to the Chinese home page', async () => {
    await open({ javaScriptEnabled: false });
    await page.goto(site.url);
    await page.waitForURL(`${site.url}zh/`);
    expect(watch).toEqual(clean);
  });

  test('a notice is readable as a whole', async () => {
    await open({ javaScriptEnabled: false });
    const notice = jsonLines('data/notices.jsonl').find(
      ({ text, attachments }) => String(text).length > 3000 && JSON.stringify(attachments) !== '[]',
    );
    await page.goto(`${site.url}zh/notices/${String(notice?.id)}/`);
    const bare = (text: string): string => text.replace(/\s/gu, '');
    expect(bare(await page.locator('[data-notice-text]').innerText())).toBe(
      bare(String(notice?.text)),
    );
    expect(await page.locator('h1').innerText()).toBe(notice?.title);
    await page.locator('.outline summary').click();
    expect(await page.locator('.outline a').first().isVisible()).toBe(true);
    expect(await page.locator('.citation dd').first().isVisible()).toBe(true);
    expect(watch).toEqual(clean);
  });

  test.each(languages)('the search page in /%s/ says how to browse instead', async (lang) => {
    await open({ javaScriptEnabled: false });
    await page.goto(`${site.url}${lang}/`);
    await page.locator('main').getByRole('searchbox').fill('教育');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/${lang}/search/\\?q=`, 'u'));
    expect(await page.getByRole('searchbox').count()).toBe(0);
    const ways = page.locator('main').getByRole('link');
    expect(await ways.count()).toBeGreaterThan(3);
    await ways.first().click();
    await page.waitForURL(new RegExp(`/${lang}/[a-z]+/$`, 'u'));
    expect(watch).toEqual(clean);
  });
});

test('the watch over these walks sees what goes out and what is refused', async () => {
  await open();
  await page.goto(`${site.url}zh/about/`);
  await page.evaluate(() => {
    const picture = document.createElement('img');
    picture.src = 'http://elsewhere.test/pixel.png';
    document.body.append(picture);
    document.body.setAttribute('onclick', 'alert(1)');
  });
  await page.goto(`${site.url}zh/nothing/`);
  await page.evaluate(() => fetch('http://elsewhere.test/').catch(() => null));
  expect(watch.errors.join()).toContain('Content Security Policy');
  expect(watch.failed.join()).toContain('zh/nothing/');
  expect(watch.elsewhere).toContain('http://elsewhere.test/');
});

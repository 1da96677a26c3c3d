import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'astro/zod';
import { addressOf, languages, type Language } from '../src/lib/address.ts';
import { base, brief, built, jsonLines, packed } from './site.ts';
import { useSite } from './visit.ts';

const site = useSite();

/** What axe is asked: all that WCAG 2.2 AA holds, and what is good practice beyond it. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Those whose answer depends on the colours, and on the size of the screen; asking all of them again takes long. */
const ofColour = ['color-contrast', 'link-in-text-block'];
const ofLayout = ['target-size', 'scrollable-region-focusable', 'color-contrast'];

/** A phone and a desk. */
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

const rows = jsonLines('data/notices.jsonl');
const idOf = (row: Record<string, unknown> | undefined): string => z.string().parse(row?.id);
const withTable = (html: string): boolean => html.includes('<table>');

/** The longest notice that holds a table; its page has all that a notice page can have. */
const long = rows
  .toSorted((a, b) => String(b.text).length - String(a.text).length)
  .map(idOf)
  .find((id) => withTable(built(`zh/notices/${id}/index.html`)));
/** The shortest notice with doubts, which only some pages show; short, for each line of its source is looked at. */
const doubtful = idOf(
  rows
    .filter(({ doubts }) => JSON.stringify(doubts) !== '[]')
    .sort((a, b) => String(a.text).length - String(b.text).length)[0],
);
const gazette = z.string().parse(rows[0]?.gazette);
const { values } = packed(
  'search/catalog.bin',
  z.object({ values: z.record(z.string(), z.array(z.string())) }),
);
const department = values.department?.[0] ?? '';

const pages: Record<string, (lang: Language) => string> = {
  home: (lang) => addressOf({ kind: 'home', lang }, base),
  'a long notice with a table': (lang) => addressOf({ kind: 'notice', lang, id: long ?? '' }, base),
  'a notice with doubts': (lang) => addressOf({ kind: 'notice', lang, id: doubtful }, base),
  'the source of a notice': (lang) => addressOf({ kind: 'source', lang, id: doubtful }, base),
  'a gazette': (lang) => addressOf({ kind: 'gazette', lang, id: gazette }, base),
  'a department': (lang) => addressOf({ kind: 'department', lang, id: department }, base),
  'search before a query': (lang) => addressOf({ kind: 'search', lang }, base),
  'search with results': (lang) => `${addressOf({ kind: 'search', lang }, base)}?q=教育`,
  'search without results': (lang) => `${addressOf({ kind: 'search', lang }, base)}?q=囍囍囍`,
  about: (lang) => addressOf({ kind: 'about', lang }, base),
  data: (lang) => addressOf({ kind: 'data', lang }, base),
};

let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  ({ context } = await site.reader({ reducedMotion: 'reduce' }));
  page = await context.newPage();
});
afterAll(() => context.close());

async function open(address: string): Promise<void> {
  await page.goto(new URL(address, site.url).href);
  const query = new URL(address, site.url).searchParams.get('q');
  if (query === '教育') await page.locator('.hit').first().waitFor();
  if (query === '囍囍囍') await page.locator('[data-outcome=none]').waitFor();
  // All that a reader may unfold is looked at.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** What axe finds, a line for each element. */
async function violations(only?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const found = await (only ? axe.withRules([...only]) : axe.withTags(rules)).analyze();
  return brief(
    found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`),
    ),
  );
}

/** Elements that make the page wider than the screen. */
async function overflowing(): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}">`)
      .slice(0, 5);
  });
}

describe.each(languages)('in /%s/', (lang) => {
  test.each(Object.keys(pages))(
    'axe finds nothing to say about %s, in light and in dark, which fits desktop and phone',
    async (name) => {
      await page.setViewportSize(screens.desktop);
      await page.emulateMedia({ colorScheme: 'light' });
      await open(pages[name]?.(lang) ?? '');
      expect(await violations()).toEqual([]);
      expect(await overflowing()).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(ofColour)).toEqual([]);
      await page.setViewportSize(screens.phone);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await overflowing()).toEqual([]);
      expect(await violations(ofLayout)).toEqual([]);
    },
  );
});

test('faults would be found', async () => {
  await page.setViewportSize(screens.phone);
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(addressOf({ kind: 'about', lang: 'zh' }, base));
  await page.evaluate(() => {
    document.documentElement.lang = '';
    const picture = document.createElement('img');
    picture.width = 500;
    const faint = document.createElement('p');
    faint.style.color = '#333';
    faint.textContent = 'faint';
    document.querySelector('main')?.append(picture, faint);
  });
  const found = (await violations()).join();
  for (const id of ['html-has-lang', 'image-alt', 'color-contrast']) expect(found).toContain(id);
  expect(await overflowing()).not.toEqual([]);
});

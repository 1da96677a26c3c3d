import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject } from './build.ts';
import { noticeLink, useSite } from './visit.ts';

const base = '/x/y/';
const copy = copyProject();

beforeAll(() => copy.build({ GONGBAO_BASE: base }), 180_000);
afterAll(() => {
  copy.remove();
});

const site = useSite(() => ({ folder: copy.dist, base }));

test('a site built for a path of its host is whole under it', async () => {
  const { context, watch } = await site.reader();
  const page = await context.newPage();
  await page.goto(site.url);
  await page.waitForURL(`${site.url}zh/`);
  await page.locator(noticeLink).first().click();
  await page.waitForURL(`${site.url}zh/notices/*/`);
  await page.locator('a.language').click();
  await page.waitForURL(`${site.url}en/notices/*/`);
  await page.getByRole('searchbox').fill('教育');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.url}en/search/?q=*`);
  await page.locator('.hit').first().waitFor();
  await page.locator('.passages a').first().click();
  await page.waitForURL(`${site.url}en/notices/**`);
  await page.locator('.highlight-bar').waitFor();
  await page.locator('[data-notice-text] a.line').first().click();
  await page.waitForURL(`${site.url}en/notices/*/source/#L*`);
  await page.goto(`${site.url}zh/about/`);
  expect(watch).toEqual({ elsewhere: [], errors: [], failed: [] });
  await context.close();
});

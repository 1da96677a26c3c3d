import { describe, expect, test } from 'vitest';
import { addressOf } from '../src/lib/address.ts';
import { base, brief, writtenNotices } from './site.ts';
import { useSite } from './visit.ts';

const site = useSite();
const notices = writtenNotices();

/** Numbers and the notices that bear them. */
const bearers = Map.groupBy(
  notices.flatMap(({ id, front }) =>
    front.docNumber === null ? [] : [{ id, number: front.docNumber }],
  ),
  ({ number }) => number,
);
/** Numbers that no notice bears, and the notices that cite them. */
const cited = Map.groupBy(
  notices.flatMap(({ id, front }) =>
    front.citations.map(({ docNumber }) => ({ id, number: docNumber })),
  ),
  ({ number }) => number,
);

describe('a document number as an address', () => {
  test('leads to the notice that bears it without scripts, however it is spelled', async () => {
    const { context } = await site.reader({ javaScriptEnabled: false });
    const page = await context.newPage();
    const missed: string[] = [];
    const plain = [...bearers].filter(
      ([number, own]) => own.length === 1 && /^\p{Script=Han}+〔\d+〕\d+号$/u.test(number),
    );
    expect(plain.length).toBeGreaterThan(50);
    for (const [number, [bearer]] of plain.slice(0, 6))
      for (const form of ['$1〔$2〕$3号', '$1[$2]$3号', '$1($2)$3号', '$1 $2 $3', '$1$2-$3']) {
        const spelling = number.replace(/^(.*)〔(\d+)〕(\d+)号$/u, form);
        await page.goto(`${site.url}n/${encodeURIComponent(spelling)}/`);
        const wanted = addressOf({ kind: 'notice', lang: 'zh', id: bearer?.id ?? '' }, base);
        await page.waitForURL((url) => url.pathname === wanted).catch(() => missed.push(spelling));
      }
    expect(brief(missed)).toEqual([]);
    await context.close();
  });

  test('says who cites it where no notice bears it', async () => {
    const { context } = await site.reader({ javaScriptEnabled: false });
    const page = await context.newPage();
    const absent = [...cited].filter(([number]) => !bearers.has(number));
    expect(absent.length).toBeGreaterThan(50);
    for (const [number, citing] of absent.slice(0, 10)) {
      await page.goto(`${site.url}n/${encodeURIComponent(number)}/`);
      expect(await page.locator('h1').innerText()).toBe(number);
      const links = await page
        .locator('.cards a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      const wanted = [...new Set(citing.map(({ id }) => id))].map((id) =>
        addressOf({ kind: 'notice', lang: 'zh', id }, base),
      );
      expect(links.toSorted()).toEqual(wanted.sort());
    }
    await context.close();
  });
});

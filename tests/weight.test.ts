import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { attribute, built, elements, jsonLines, parsePage } from './site.ts';

/** Bytes of a text on the wire, at the level that servers use by default. */
const gzipped = (text: string): number => gzipSync(text, { level: 6 }).length;

describe('a notice of about 5,000 characters', () => {
  const distance = (text: unknown): number =>
    Math.abs(String(text).replace(/\s/gu, '').length - 5000);
  const [notice] = jsonLines('data/notices.jsonl').sort(
    (a, b) => distance(a.text) - distance(b.text),
  );

  test.each(['zh', 'en'])('weighs at most 60 KB in /%s/, with its style sheets', (lang) => {
    const html = built(`${lang}/notices/${String(notice?.id)}/index.html`);
    const sheets = elements(
      parsePage(html).tree,
      (element) => element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet',
    ).map((link) => built(attribute(link, 'href')?.replace(/^.*\/(?=_astro\/)/u, '') ?? ''));
    expect(sheets.length).toBeGreaterThan(0);
    const weight = [html, ...sheets].reduce((sum, text) => sum + gzipped(text), 0);
    expect(weight).toBeLessThanOrEqual(60_000);
  });
});

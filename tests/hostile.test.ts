import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'astro/zod';
import { copyProject } from './build.ts';
import { readCsv } from './site.ts';
import { useSite, type Watch } from './visit.ts';

/** Paragraphs that one reader or another of the text could take for more than text. */
const hostile = [
  '标记<script>alert(1)</script>照录。',
  '图片<img src=x onerror=alert(1)>照录。',
  '框架<iframe srcdoc="<script>alert(1)</script>"></iframe>照录。',
  '结束</p></article></main></script></style></textarea></title>照录。',
  '注释<!-- 不见 -->和<![CDATA[不见]]>和<?php echo 1 ?>照录。',
  '实体&lt;b&gt;和&amp;amp;和&#60;和&nbsp;和&copy照录。',
  '强调**加粗**和__加粗__和*斜体*和_斜体_和~~删除~~照录。',
  '链接[点击](javascript:alert(1))和![图](x.png)和[a]: x照录。',
  '地址<javascript:alert(1)>和https://elsewhere.test/和www.elsewhere.test和a@elsewhere.test照录。',
  '代码`alert(1)`和```alert(1)```和~~~alert(1)照录。',
  '模板{{alert(1)}}和${alert(1)}和{alert(1)}和<%= alert(1) %>和{%x%}照录。',
  '转义\\*和\\<和\\\\和\\n照录。',
  '脚注[^1]和[x]和[ ]和$a_1^2$和|a|b|照录。',
  '# 不是标题。',
  '> 不是引文。',
  '- 不是列表。',
  '+ 不是列表。',
  '---不是线。',
  '***不是线。',
  '| 不 | 是 | 表。',
  ':::warning不是框。',
  '<b>不是粗体</b>。',
  '\u202E倒写\u202C照录。',
];

const title = '利通区人民政府办公室关于印发<script>alert(1)</script>与**星号**及</title>方案的通知';

const gazetteText = [
  title,
  '吴利政办发〔2024〕1号',
  '各乡镇人民政府，区直各部门：',
  ...hostile,
  '利通区人民政府办公室',
  '2024年1月20日',
  '（此件公开发布）',
]
  .map((line) => `${line}\n\n`)
  .join('');

/** A text without white space: the archive leaves out the spaces that only lay out Chinese. */
const bare = (text: string): string => text.replace(/\s+/gu, '');

/** Paragraphs that a text does not hold, sign by sign. */
function missing(text: string): string[] {
  const shown = bare(text);
  return hostile.filter((line) => !shown.includes(bare(line)));
}

const copy = copyProject();
let id = '';
let page: Page;
let watch: Watch;
let dialogs: string[];

beforeAll(async () => {
  const sources = join(copy.root, 'content/sources');
  for (const folder of ['sources', 'notices', 'corrections']) {
    rmSync(join(copy.root, 'content', folder), { recursive: true, force: true });
    mkdirSync(join(copy.root, 'content', folder));
  }
  writeFileSync(join(sources, 'hostile-2024-1.txt'), gazetteText);
  writeFileSync(
    join(sources, 'hostile-2024-1.yaml'),
    stringify({
      name: '利通区<i>公报</i>',
      english: 'Gazette of <i>Litong</i> & "others"',
      publisher: 'litong-government',
      region: '640302',
      year: 2024,
      issue: 1,
      totalIssue: null,
      publishedOn: null,
      sha256: createHash('sha256').update(gazetteText).digest('hex'),
      origin: { zh: '为测试<b>而写</b>。', en: 'Written <b>for</b> a test.' },
    }),
  );
  await copy.node(['scripts/build-content.ts']);
  const [file, ...more] = globSync('*/*.md', { cwd: join(copy.root, 'content/notices') });
  expect(more).toEqual([]);
  id = /([^/]+)\.md$/u.exec(file ?? '')?.[1] ?? '';
  await copy.build();
}, 180_000);

afterAll(() => {
  copy.remove();
});

const site = useSite(() => ({ folder: copy.dist, base: '/' }));

beforeEach(async () => {
  const { context, watch: own } = await site.reader();
  watch = own;
  dialogs = [];
  page = await context.newPage();
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return () => context.close();
});

async function open(path: string): Promise<void> {
  await page.goto(site.url + path);
}

/** Nothing of the text ran, was fetched or was refused. */
function expectQuiet(): void {
  expect(dialogs).toEqual([]);
  expect(watch).toEqual({ elsewhere: [], errors: [], failed: [] });
}

describe('text that looks like markup', () => {
  test.each(['zh', 'en'])('is shown on a notice in /%s/ as it was printed', async (lang) => {
    await open(`${lang}/notices/${id}/`);
    expect(missing(await page.locator('[data-notice-text]').innerText())).toEqual([]);
    expect(await page.locator('h1').innerText()).toBe(title);
    expect(await page.title()).toContain(title);
    expectQuiet();
  });

  test('makes no element', async () => {
    await open(`zh/notices/${id}/`);
    const tags = await page
      .locator('[data-notice-text] *')
      .evaluateAll((all) => all.map((element) => element.tagName.toLowerCase()));
    expect([...new Set(tags)].filter((tag) => !['p', 'a', 'div', 'h2'].includes(tag))).toEqual([]);
    expect(await page.locator('[data-notice-text] a:not(.line)').count()).toBe(0);
    expect(
      await page
        .locator('script:not([src]):not([type="application/ld+json"]), iframe, main img, i')
        .count(),
    ).toBe(0);
    const data = await page.locator('script[type="application/ld+json"]').innerText();
    expect(z.object({ name: z.string() }).parse(JSON.parse(data)).name).toBe(title);
    expectQuiet();
  });

  test('is shown line by line on the page of its source', async () => {
    await open(`zh/notices/${id}/source/`);
    expect(missing((await page.locator('.source-lines').allInnerTexts()).join(''))).toEqual([]);
    expect(await page.locator('.source-lines :not(li, a, span)').count()).toBe(0);
    expectQuiet();
  });

  test.each([
    '',
    'gazettes/',
    'gazettes/hostile-2024-1/',
    'departments/litong-government-office/',
    'types/notice/',
    'years/2024/',
    'data/',
  ])('does no harm where it is listed: /zh/%s', async (path) => {
    for (const lang of ['zh', 'en']) {
      await open(`${lang}/${path}`);
      expect(await page.locator('main :is(script:not([src]), img, iframe, i, b)').count()).toBe(0);
    }
    expectQuiet();
  });

  test('is found, and shown in the results as it was printed', async () => {
    for (const query of [
      '<script>alert(1)</script>',
      '加粗',
      '{{alert(1)}}',
      '"<img src=x onerror=alert(1)>"',
    ]) {
      await open(`zh/search/?q=${encodeURIComponent(query)}`);
      await page.locator('.hit').first().waitFor();
      expect(await page.locator('.hit-title').innerText()).toBe(title);
      expect(await page.locator('.hit :is(script, img, iframe, b, i, em, strong)').count()).toBe(0);
    }
    await open(`zh/search/?q=${encodeURIComponent('<囍>')}`);
    await page.locator('[data-outcome=none]').waitFor();
    expect(await page.getByRole('status').innerText()).toContain('<囍>');
    expectQuiet();
  });

  test('stands as it was printed in every file to download', () => {
    const read = (name: string): string => readFileSync(join(copy.dist, name), 'utf8');
    const row = z.object({ text: z.string() }).parse(JSON.parse(read('data/notices.jsonl')));
    const texts = [
      read(`notices/${id}.txt`),
      read('data/sources/hostile-2024-1.txt'),
      row.text,
      readCsv(read('data/notices.csv'))[0]?.text ?? '',
    ];
    for (const text of texts) expect(missing(text)).toEqual([]);
  });

  test('leaves feed and sitemap well formed', async () => {
    await page.goto(`${site.url}zh/about/`);
    for (const name of ['feed.xml', 'sitemap.xml']) {
      const xml = readFileSync(join(copy.dist, name), 'utf8');
      const faults = await page.evaluate(
        (text) =>
          new DOMParser().parseFromString(text, 'text/xml').querySelectorAll('parsererror').length,
        xml,
      );
      expect(faults).toBe(0);
    }
    expect(readFileSync(join(copy.dist, 'feed.xml'), 'utf8')).toContain('&lt;script&gt;');
  });
});

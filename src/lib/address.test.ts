import { describe, expect, test } from 'vitest';
import {
  addressOf,
  blockId,
  inLanguage,
  lineId,
  lineRange,
  normalizeBase,
  pageAt,
  type Page,
  type Place,
} from './address.ts';

const pages: [Page, string][] = [
  [{ kind: 'home', lang: 'zh' }, 'zh/'],
  [{ kind: 'home', lang: 'en' }, 'en/'],
  [{ kind: 'search', lang: 'zh' }, 'zh/search/'],
  [{ kind: 'about', lang: 'en' }, 'en/about/'],
  [{ kind: 'method', lang: 'zh' }, 'zh/about/method/'],
  [{ kind: 'data', lang: 'zh' }, 'zh/data/'],
  [{ kind: 'notices', lang: 'en' }, 'en/notices/'],
  [{ kind: 'gazettes', lang: 'zh' }, 'zh/gazettes/'],
  [{ kind: 'gazette', lang: 'zh', id: 'litong-2019-4' }, 'zh/gazettes/litong-2019-4/'],
  [{ kind: 'departments', lang: 'en' }, 'en/departments/'],
  [
    { kind: 'department', lang: 'en', id: 'litong-government' },
    'en/departments/litong-government/',
  ],
  [{ kind: 'type', lang: 'zh', id: 'notice' }, 'zh/types/notice/'],
  [{ kind: 'year', lang: 'zh', id: '2019' }, 'zh/years/2019/'],
  [{ kind: 'region', lang: 'en', id: 'ningxia' }, 'en/regions/ningxia/'],
  [
    { kind: 'notice', lang: 'zh', id: 'wulizhengbanfa-2020-2' },
    'zh/notices/wulizhengbanfa-2020-2/',
  ],
  [
    { kind: 'source', lang: 'en', id: 'wulizhengbanfa-2020-2' },
    'en/notices/wulizhengbanfa-2020-2/source/',
  ],
  [{ kind: 'reading', lang: 'zh', id: 'litong-2019-4' }, 'zh/gazettes/litong-2019-4/reading/'],
  [{ kind: 'gazetteSource', lang: 'en', id: 'litong-2019-4' }, 'en/gazettes/litong-2019-4/source/'],
];

const files: [Place, string][] = [
  [{ kind: 'root' }, '/'],
  [{ kind: 'feed' }, '/feed.xml'],
  [{ kind: 'sitemap' }, '/sitemap.xml'],
  [{ kind: 'markdown', id: 'wulizhengbanfa-2020-2' }, '/notices/wulizhengbanfa-2020-2.md'],
  [{ kind: 'text', id: 'wulizhengbanfa-2020-2' }, '/notices/wulizhengbanfa-2020-2.txt'],
  [{ kind: 'sourceText', id: 'litong-2019-4' }, '/data/sources/litong-2019-4.txt'],
  [{ kind: 'dataset', id: 'notices.jsonl' }, '/data/notices.jsonl'],
];

describe('addressOf', () => {
  test.each(pages)('gives %o the path %s under any base', (page, path) => {
    expect(addressOf(page)).toBe(`/${path}`);
    expect(addressOf(page, '/archive/')).toBe(`/archive/${path}`);
  });

  test.each(files)('gives %o the path %s', (place, path) => {
    expect(addressOf(place)).toBe(path);
  });

  test.each(['', 'A', '../x', 'a b', 'a/b', '-a', 'a-', '公报'])('refuses the id %j', (id) => {
    expect(() => addressOf({ kind: 'notice', lang: 'zh', id })).toThrow('Unexpected id');
  });
});

describe('pageAt', () => {
  test.each(pages)('reads %o back from its path', (page, path) => {
    expect(pageAt(`/${path}`)).toEqual(page);
    expect(pageAt(`/archive/${path}?q=1#p-2`, '/archive/')).toEqual(page);
  });

  test.each([
    '/',
    '/fr/',
    '/zh',
    '/zh/nothing/',
    '/zh/notices/a',
    '/zh/notices/A/',
    '/zh/notices/a/b/',
    '/zh/notices/a/source/b/',
    '/zh/notices/a/reading/',
    '/zh/gazettes/a/reading/b/',
    '/zh/about/a/',
    '/zh//',
    '/notices/a.md',
    'zh/',
  ])('knows no page at %s', (path) => {
    expect(pageAt(path)).toBeNull();
  });

  test('knows no page outside the base', () => {
    expect(pageAt('/zh/', '/archive/')).toBeNull();
  });
});

describe('normalizeBase', () => {
  test.each([
    ['', '/'],
    ['/', '/'],
    ['x', '/x/'],
    ['/x', '/x/'],
    ['x/y/', '/x/y/'],
    ['//x//', '/x/'],
  ])('reads %j as %s', (base, expected) => {
    expect(normalizeBase(base)).toBe(expected);
  });
});

test('inLanguage changes nothing but the language', () => {
  expect(inLanguage({ kind: 'year', lang: 'zh', id: '2019' }, 'en')).toEqual({
    kind: 'year',
    lang: 'en',
    id: '2019',
  });
});

describe('ids within a page', () => {
  test('blocks and lines are numbered from 1', () => {
    expect([blockId('block', 1), blockId('heading', 12), lineId(229)]).toEqual([
      'p-1',
      'h-12',
      'L229',
    ]);
  });

  test.each([
    ['12', { first: 12, last: 12 }],
    ['12-15', { first: 12, last: 15 }],
  ])('the range %s is %o', (range, expected) => {
    expect(lineRange(range)).toEqual(expected);
  });

  test('a range that is no number is refused', () => {
    expect(() => lineRange('x')).toThrow('Unexpected line range');
  });
});

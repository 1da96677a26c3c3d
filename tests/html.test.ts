import { createHash } from 'node:crypto';
import type { Element, Root, RootContent } from 'hast';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { languages, pageAt, type Language } from '../src/lib/address.ts';
import { tagOf } from '../src/i18n/index.ts';
import { attribute, base, brief, built, builtFiles, elements, parsePage } from './site.ts';

/** What the tests ask of one page; the tree itself would fill the memory. */
interface PageFacts {
  /** Its path from the root of the host. */
  address: string;
  html: string;
  lang: string | undefined;
  faults: string[];
  ids: Set<string>;
  policies: string[];
  links: Link[];
  /** Twins that its head names: `[hreflang, address]`. */
  twins: [string, string][];
  /** Address that the reader's language switch leads to. */
  languageSwitch: string | undefined;
  /** Elements that a policy without `unsafe-inline` would have to refuse. */
  inline: string[];
  /** Texts in Han characters outside any element that is marked as Chinese. */
  unmarked: string[];
  /** Language of the notice's text, where the page holds one. */
  textLang: string | null;
}

interface Link {
  tag: string;
  /** True where a browser fetches it by itself. */
  loads: boolean;
  to: string;
}

const host = 'http://site.test';

function readFacts(name: string): PageFacts {
  const html = built(name);
  const { tree, faults } = parsePage(html);
  const all = elements(tree);
  const address = base + name.replace(/index\.html$/u, '');
  const policies = all
    .filter(
      ({ tagName, properties }) =>
        tagName === 'meta' && properties.httpEquiv?.toString() === 'Content-Security-Policy',
    )
    .map((meta) => attribute(meta, 'content') ?? '');
  const root = all.find(({ tagName }) => tagName === 'html');
  const text = all.find(({ properties }) => properties.dataNoticeText !== undefined);
  const languageSwitch = all.find(
    ({ tagName, properties }) => tagName === 'a' && String(properties.className) === 'language',
  );
  return {
    address,
    html,
    lang: root && attribute(root, 'lang'),
    faults,
    ids: new Set(all.map((element) => attribute(element, 'id')).filter((id) => id !== undefined)),
    policies,
    links: all.flatMap(linksOf),
    twins: all
      .filter(({ tagName, properties }) => tagName === 'link' && properties.hrefLang !== undefined)
      .map((link) => [attribute(link, 'hrefLang') ?? '', attribute(link, 'href') ?? '']),
    languageSwitch: languageSwitch && attribute(languageSwitch, 'href'),
    inline: all.filter((element) => isInline(element, policies)).map(describeElement),
    unmarked: unmarkedHan(tree),
    textLang: text ? (attribute(text, 'lang') ?? '') : null,
  };
}

const describeElement = (element: Element): string =>
  `<${element.tagName} ${JSON.stringify(element.properties).slice(0, 100)}>`;

/** Everything that an element points to, and everything that it makes a browser fetch. */
function linksOf(element: Element): Link[] {
  const { tagName: tag } = element;
  const rel = attribute(element, 'rel') ?? '';
  const loads =
    tag === 'link'
      ? /\b(?:stylesheet|icon|preload|modulepreload|prefetch|manifest|preconnect|dns-prefetch)\b/u.test(
          rel,
        )
      : tag !== 'a' && tag !== 'area' && tag !== 'form';
  // A name of a vocabulary looks like an address but leads nowhere.
  if (rel.startsWith('schema.')) return [];
  const sets = (attribute(element, 'srcSet') ?? '')
    .split(',')
    .map((part) => part.trim().split(/\s/u)[0]);
  const refresh =
    attribute(element, 'httpEquiv') === 'refresh'
      ? /url=(.*)$/u.exec(attribute(element, 'content') ?? '')?.[1]
      : undefined;
  return [
    ...['href', 'src', 'action', 'data', 'poster'].map((name) => attribute(element, name)),
    ...sets,
    refresh,
  ]
    .filter((to): to is string => to !== undefined && to !== '')
    .map((to) => ({ tag, loads, to }));
}

/** Code or style in the page itself that its policy does not name by a hash. */
function isInline(element: Element, policies: readonly string[]): boolean {
  const { tagName, properties } = element;
  if (Object.keys(properties).some((name) => /^on[A-Z]/u.test(name) || name === 'style'))
    return true;
  if (tagName !== 'script' && tagName !== 'style') return false;
  if (tagName === 'script') {
    if (properties.src !== undefined) return false;
    // Data, not code.
    if (properties.type === 'application/ld+json') return false;
  }
  const code = element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  const hash = createHash('sha256').update(code).digest('base64');
  return !policies.some((policy) => policy.includes(`'sha256-${hash}'`));
}

/** Texts and names in Han characters whose nearest language is not Chinese. */
function unmarkedHan(tree: Root): string[] {
  const found: string[] = [];
  const han = (text: unknown): text is string =>
    typeof text === 'string' && /\p{Script=Han}/u.test(text);
  const walk = (node: Root | RootContent, lang: string): void => {
    if (node.type === 'text' && !lang.startsWith('zh') && han(node.value)) found.push(node.value);
    if (node.type !== 'element' && node.type !== 'root') return;
    let own = lang;
    if (node.type === 'element') {
      // The head has no language but the page's; scripts hold data.
      if (node.tagName === 'head' || node.tagName === 'script') return;
      own = attribute(node, 'lang') ?? lang;
      const names = ['ariaLabel', 'title', 'alt', 'placeholder'].map(
        (name) => node.properties[name],
      );
      if (!own.startsWith('zh')) found.push(...names.filter(han));
    }
    for (const child of node.children) walk(child, own);
  };
  walk(tree, '');
  return found;
}

const pages = builtFiles('**/*.html').map(readFacts);
const byAddress = new Map(pages.map((page) => [page.address, page]));
const files = new Set(builtFiles('**/*.*').map((name) => base + name));

/** Pages for which something is wrong, each with what it is. */
function wrong(check: (page: PageFacts) => readonly string[] | boolean): string[] {
  const all = pages.flatMap((page) => {
    const found = check(page);
    if (typeof found === 'boolean') return found ? [] : [page.address];
    return found.map((what) => `${page.address}: ${what}`);
  });
  return brief(all);
}

/** Where an address in a page leads, as a path on the host; null where it leads to another host or to no host. */
function target(page: PageFacts, to: string): { path: string; anchor: string } | null {
  const url = new URL(to, host + page.address);
  if (url.origin !== host) return null;
  return { path: decodeURIComponent(url.pathname), anchor: decodeURIComponent(url.hash.slice(1)) };
}

const pageLanguage = ({ address }: PageFacts): Language | null =>
  pageAt(address, base)?.lang ?? null;

test('the site has pages in both languages', () => {
  for (const lang of languages)
    expect(pages.filter((page) => pageLanguage(page) === lang).length).toBeGreaterThan(100);
});

describe('every page', () => {
  test('validates', async () => {
    const validator = new HtmlValidate(
      new StaticConfigLoader({
        root: true,
        extends: [
          'html-validate:recommended',
          'html-validate:document',
          'html-validate:standard',
          'html-validate:a11y',
        ],
        rules: {
          // Bodies and documents have the names that they have; a cut title names another document.
          'long-title': 'off',
          // Scripts and styles lie beside the page on the same host: who could change them could change the sum too.
          'require-sri': ['error', { target: 'crossorigin' }],
        },
      }),
    );
    const faults: string[] = [];
    for (const { html, address } of pages) {
      const { results } = await validator.validateString(html);
      for (const { ruleId, message, selector } of results.flatMap(({ messages }) => messages))
        faults.push(`${address}: ${ruleId}: ${message} (${selector ?? 'page'})`);
    }
    expect(brief(faults)).toEqual([]);
  }, 180_000);

  test('breaks no rule of the HTML parser and ends with its root element', () => {
    expect(wrong(({ faults }) => faults)).toEqual([]);
    expect(wrong(({ html }) => /<\/html>\s*$/u.test(html))).toEqual([]);
  });

  test('leads only to pages, files and anchors that exist', () => {
    expect(
      wrong((page) =>
        page.links.flatMap(({ to }) => {
          const place = target(page, to);
          if (place === null) return [];
          const file = place.path.endsWith('/') ? `${place.path}index.html` : place.path;
          if (!files.has(file)) return [`no ${to}`];
          const { ids } = byAddress.get(place.path) ?? {};
          return place.anchor === '' || ids?.has(place.anchor) === true ? [] : [`no anchor ${to}`];
        }),
      ),
    ).toEqual([]);
  });

  test('loads nothing from another host', () => {
    expect(
      wrong((page) =>
        page.links
          .filter(({ loads, to }) => loads && target(page, to) === null)
          .map(({ to }) => to),
      ),
    ).toEqual([]);
    for (const sheet of builtFiles('**/*.css'))
      expect(built(sheet)).not.toMatch(/@import|url\(\s*["']?(?:https?:)?\/\//iu);
  });

  test('names no address with a scheme but the web', () => {
    expect(
      wrong(({ links }) =>
        links.map(({ to }) => to).filter((to) => /^(?!https?:)[a-z][a-z\d+.-]*:/iu.test(to)),
      ),
    ).toEqual([]);
  });

  test('has one policy that starts from nothing and lets no inline code run', () => {
    expect(wrong(({ policies }) => policies.length === 1)).toEqual([]);
    expect(
      wrong(({ policies }) => policies[0]?.startsWith("default-src 'none';") === true),
    ).toEqual([]);
    expect(
      wrong(({ policies }) => !/unsafe-|https?:|data:|blob:|\*/u.test(policies.join())),
    ).toEqual([]);
    expect(wrong(({ inline }) => inline)).toEqual([]);
  });
});

describe('the language of', () => {
  test('a page is that of its folder', () => {
    expect(wrong((page) => page.lang === tagOf[pageLanguage(page) ?? 'zh'])).toEqual([]);
  });

  test('a notice is Chinese, on English pages too', () => {
    const texts = pages.filter(({ textLang }) => textLang !== null);
    expect(texts.length).toBeGreaterThan(100);
    expect(wrong(({ textLang }) => textLang === null || textLang === 'zh-Hans')).toEqual([]);
  });

  test('whatever stands in Han characters is marked as Chinese', () => {
    expect(wrong(({ unmarked }) => unmarked)).toEqual([]);
  });
});

describe('the twins of a page', () => {
  const paired = pages.filter((page) => pageLanguage(page) !== null);
  const path = (page: PageFacts, to: string): string => target(page, to)?.path ?? to;

  test('are itself, its other language, and the Chinese one for all others', () => {
    for (const page of paired) {
      const place = page.address.slice(base.length).replace(/^[a-z]+\//u, '');
      expect(page.twins.map(([lang, to]) => [lang, path(page, to)])).toEqual([
        ...languages.map((lang) => [lang, `${base}${lang}/${place}`]),
        ['x-default', `${base}zh/${place}`],
      ]);
    }
  });

  test('name each other', () => {
    for (const page of paired)
      for (const [, to] of page.twins) {
        const back = byAddress.get(path(page, to));
        expect(back?.twins).toEqual(page.twins);
      }
  });

  test('are a click apart', () => {
    for (const page of paired) {
      const other = page.twins.find(
        ([lang]) => lang !== pageLanguage(page) && lang !== 'x-default',
      );
      expect(page.languageSwitch).toBe(other?.[1]);
    }
  });
});

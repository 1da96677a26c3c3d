/** Every address inside the site is made and read here, so that a base path or a renamed page is one change. */

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** Pages that exist once per language, and the folder each lives in. */
const sections = {
  home: '',
  search: 'search/',
  about: 'about/',
  method: 'about/method/',
  data: 'data/',
  notices: 'notices/',
  gazettes: 'gazettes/',
  departments: 'departments/',
  types: 'types/',
  years: 'years/',
  regions: 'regions/',
} as const;

/** Pages that exist once per thing and language, and the folder that holds them. */
const items = {
  notice: 'notices',
  gazette: 'gazettes',
  department: 'departments',
  type: 'types',
  year: 'years',
  region: 'regions',
} as const;

/** Pages that exist once per thing and language beside its own, by the folder of the thing and the end of the path. */
const asides = {
  source: ['notices', 'source'],
  reading: ['gazettes', 'reading'],
  gazetteSource: ['gazettes', 'source'],
} as const;

/** Files that exist once whatever the language, by what comes before and after the id. */
const files = {
  markdown: ['notices/', '.md'],
  text: ['notices/', '.txt'],
  sourceText: ['data/sources/', '.txt'],
  dataset: ['data/', ''],
} as const;

/** Files that exist once, and the root itself. */
const singles = { root: '', feed: 'feed.xml', sitemap: 'sitemap.xml' } as const;

export type SectionKind = keyof typeof sections;
export type ItemKind = keyof typeof items;
export type AsideKind = keyof typeof asides;
export type FileKind = keyof typeof files;
export type SingleKind = keyof typeof singles;

/** A page of the site, in one language. */
export type Page =
  | { kind: SectionKind; lang: Language }
  | { kind: ItemKind | AsideKind; lang: Language; id: string };

/** A page, or a file that is the same in every language. */
export type Place =
  | Page
  | { kind: FileKind; id: string }
  | { kind: SingleKind }
  /** What the archive knows of a document number. */
  | { kind: 'number'; number: string };

const has = <T extends object>(table: T, key: PropertyKey): key is keyof T =>
  Object.hasOwn(table, key);

/** `/x`, `x/` and `/x/` all mean `/x/`; an empty base is the root. */
export function normalizeBase(base: string): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** The path of a place under the base: `/zh/notices/wulizhengbanfa-2020-2/`. */
export function addressOf(place: Place, base = '/'): string {
  return normalizeBase(base) + pathOf(place);
}

function pathOf(place: Place): string {
  if (place.kind === 'number') return `n/${encodeURIComponent(place.number)}/`;
  if (!('lang' in place)) {
    if (!('id' in place)) return singles[place.kind];
    const [before, after] = files[place.kind];
    return before + safe(place.id) + after;
  }
  if (!('id' in place)) return `${place.lang}/${sections[place.kind]}`;
  if (has(items, place.kind)) return `${place.lang}/${items[place.kind]}/${safe(place.id)}/`;
  const [folder, tail] = asides[place.kind];
  return `${place.lang}/${folder}/${safe(place.id)}/${tail}/`;
}

/** Ids are written so that they never need escaping; one that does is a mistake of ours. */
function safe(id: string): string {
  if (!/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(id)) {
    throw new Error(
      `Unexpected id \`${id}\` in an address, expected lower-case letters, digits and hyphens`,
    );
  }
  return id;
}

/** The page at a path, or null where the site has no such kind of page. Query and fragment are ignored. */
export function pageAt(address: string, base = '/'): Page | null {
  const path = address.replace(/[?#].*$/s, '');
  const root = normalizeBase(base);
  if (!path.startsWith(root) || !path.endsWith('/')) return null;
  const [lang, ...parts] = path.slice(root.length, -1).split('/');
  if (!isLanguage(lang)) return null;
  const section = keyWhere(sections, (own) => own === parts.map((part) => `${part}/`).join(''));
  if (section !== undefined) return { kind: section, lang };
  const [folder, id, tail, ...rest] = parts;
  if (id === undefined || rest.length > 0 || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return null;
  const kind =
    tail === undefined
      ? keyWhere(items, (own) => own === folder)
      : keyWhere(asides, ([own, end]) => own === folder && end === tail);
  return kind === undefined ? null : { kind, lang, id };
}

function keyWhere<T extends object>(
  table: T,
  passes: (value: T[keyof T]) => boolean,
): keyof T | undefined {
  return Object.keys(table)
    .filter((key) => has(table, key))
    .find((key) => passes(table[key]));
}

export function isLanguage(value: unknown): value is Language {
  return languages.some((lang) => lang === value);
}

/** The same page in another language. */
export function inLanguage<P extends Page>(page: P, lang: Language): P {
  return { ...page, lang };
}

/** The element that holds block n of a notice, counted from 1 in the order of frontmatter `lines`. */
export function blockId(kind: 'heading' | 'block', n: number): string {
  return `${kind === 'heading' ? 'h' : 'p'}-${n}`;
}

/** The element that holds a line of a source, counted from 1. */
export function lineId(line: number): string {
  return `L${line}`;
}

/** First and last line of a printed range: `12` or `12-15`. */
export function lineRange(range: string): { first: number; last: number } {
  const [first, last] = range.split('-').map(Number);
  if (first === undefined || Number.isNaN(first)) {
    throw new Error(`Unexpected line range \`${range}\`, expected \`12\` or \`12-15\``);
  }
  return { first, last: last ?? first };
}

import { pinyinOf } from '../meaning/notice-id.ts';
import { bodyIdOf } from '../meaning/issuers.ts';
import type { Body, Region, Vocabulary } from '../schema/vocabulary.ts';
import type { Evidence, Told } from './evidence.ts';
import { country, governmentOf, placeNamed, withoutParents, type Place } from './places.ts';

/** What is said of an issue by hand: it goes before all that the text says. */
export interface Given {
  id?: string | undefined;
  name?: string | undefined;
  english?: string | undefined;
  publisher?: string | undefined;
  region?: string | undefined;
  year?: number | undefined;
  issue?: number | undefined;
  /** Null: there is none. */
  totalIssue?: number | null | undefined;
  publishedOn?: string | null | undefined;
}

/** The description of an issue as far as it can be told; null for what cannot. */
export interface Draft {
  name: Told<string> | null;
  region: Told<string> | null;
  year: Told<number> | null;
  issue: Told<number> | null;
  totalIssue: Told<number | null> | null;
  publishedOn: Told<string | null> | null;
  english: Told<string> | null;
  publisher: Told<string> | null;
  id: Told<string> | null;
  /** Records that the vocabulary lacks and the description needs. */
  newBody: Body | null;
  newRegion: Region | null;
  /** What a person should look at. */
  doubts: string[];
}

export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const byHand = 'given';

/** Drafts the description of an issue from what its text says and what is given. */
export function draftGazette(evidence: Evidence, vocabulary: Vocabulary, given: Given = {}): Draft {
  const { regions } = vocabulary;
  const doubts = [...evidence.doubts];
  const fromId = partsOfId(given.id, regions);
  const place = placeOf(evidence, given, fromId?.region ?? null, regions, doubts);
  const region = place?.region ?? place?.within ?? null;
  const newRegion =
    given.region === undefined ? null : regionToRegister(given.region, place, regions);
  const code = given.region ?? region?.id ?? null;

  const name =
    told(given.name) ??
    evidence.name ??
    (place === null
      ? null
      : { value: `${governmentOf(place.name)}公报`, line: null, how: 'from the place' });
  if (name?.how === 'from the place')
    doubts.push(`name: no line names the gazette; \`${name.value}\` is made from the place`);

  const year = told(given.year) ?? evidence.year ?? toldById(fromId?.year);
  const issue = told(given.issue) ?? evidence.issue ?? toldById(fromId?.issue);
  const publisher = publisherOf(
    isNamed(given.publisher) ? given.publisher : bodyNamedBy(name?.value ?? '', place),
    code,
    newRegion,
    place,
    vocabulary,
    given,
  );
  if (publisher?.isNew === true && publisher.body.en === publisher.body.zh)
    doubts.push(
      `publisher: ${publisher.body.zh} has no English name; its Chinese one stands for it in content/vocab/bodies.yaml until it is put there, or told by --english`,
    );
  const english =
    told(given.english) ?? englishOf(name?.value ?? '', publisher, code, vocabulary, newRegion);
  const slug =
    newRegion?.slug ??
    (place?.region
      ? place.region.slug
      : place
        ? slugOf(withoutParents(place.name, regions))
        : null);
  return {
    name,
    region:
      told(given.region) ??
      (place && region ? { value: region.id, line: place.line, how: place.how } : null),
    year,
    issue,
    totalIssue: told(given.totalIssue) ?? evidence.totalIssue,
    publishedOn: told(given.publishedOn) ?? evidence.publishedOn,
    english,
    publisher: publisherTold(given.publisher, publisher),
    id:
      told(given.id) ??
      (slug !== null && year && issue
        ? {
            value: `${slug}-${year.value}-${issue.value}`,
            line: null,
            how: 'from place, year, issue',
          }
        : null),
    newBody:
      publisher?.isNew === true && publisherTold(given.publisher, publisher)?.value === publisher.id
        ? publisher.body
        : null,
    newRegion,
    doubts,
  };
}

function told<T>(value: T | undefined): Told<T> | null {
  return value === undefined ? null : { value, line: null, how: byHand };
}

function toldById(value: number | undefined): Told<number> | null {
  return value === undefined ? null : { value, line: null, how: 'from the id' };
}

/** Is a publisher given by its name, not by its id? */
const isNamed = (publisher: string | undefined): publisher is string =>
  publisher !== undefined && /\p{Script=Han}/u.test(publisher);

/** The publisher's id: as given, of the body that was named, or of the one whose gazette it is. */
function publisherTold(
  given: string | undefined,
  publisher: Publisher | null,
): Told<string> | null {
  if (given !== undefined && !(isNamed(given) && publisher)) return told(given);
  return publisher && { value: publisher.id, line: null, how: given ? byHand : 'from the name' };
}

/** Place, year and issue of an id such as `litong-2020-1`. */
function partsOfId(
  id: string | undefined,
  regions: readonly Region[],
): { region: Region | null; year: number; issue: number } | null {
  const match = /^(.+)-(\d{4})-(\d{1,4})$/u.exec(id ?? '');
  if (!match) return null;
  return {
    region: regions.find(({ slug }) => slug === match[1]) ?? null,
    year: Number(match[2]),
    issue: Number(match[3]),
  };
}

interface ToldPlace extends Place {
  line: number | null;
  how: string;
}

/** The place whose gazette it is: by the gazette's name, else the one whose body signs most, else the one named most. */
function placeOf(
  evidence: Evidence,
  given: Given,
  ofId: Region | null,
  regions: readonly Region[],
  doubts: string[],
): ToldPlace | null {
  const name = given.name ?? evidence.name?.value ?? null;
  const ways: { name: string; line: number | null; how: string }[] = [
    ...(name === null
      ? []
      : [
          {
            name,
            line: given.name === undefined ? (evidence.name?.line ?? null) : null,
            how: 'in the name',
          },
        ]),
    ...(ofId === null ? [] : [{ name: ofId.zh, line: null, how: 'from the id' }]),
    ...evidence.places.map(({ value, line }) => ({ name: value, line, how: 'signs most' })),
  ];
  for (const way of ways) {
    const found = placeNamed(way.name, regions);
    if (!found) continue;
    const place = { ...found, line: way.line, how: way.how };
    if (given.region !== undefined) {
      const region = regions.find(({ id }) => id === given.region) ?? null;
      return region === null
        ? { ...place, region: null, within: null }
        : { name: region.zh, region, within: region, line: null, how: byHand };
    }
    if (place.region) return place;
    const nearest =
      place.within ??
      evidence.mentioned.map((zh) => placeNamed(zh, regions)?.region).find(Boolean) ??
      regions.find(({ id }) => id === country) ??
      null;
    doubts.push(
      `region: ${place.name} is not in content/vocab/regions.yaml; ${nearest ? `${nearest.zh} (${nearest.id}) stands for it` : 'no other place is named'}: give its GB/T 2260 code with --region`,
    );
    return { ...place, within: nearest };
  }
  if (given.region !== undefined) {
    const region = regions.find(({ id }) => id === given.region);
    return region ? { name: region.zh, region, within: region, line: null, how: byHand } : null;
  }
  const most = evidence.mentioned.map((zh) => placeNamed(zh, regions)?.region).find(Boolean);
  if (!most) return null;
  doubts.push(
    `region: no body signs with its place; ${most.zh} (${most.id}) is the place named most`,
  );
  return { name: most.zh, region: most, within: most, line: null, how: 'named most' };
}

/** A place whose code was given and which the vocabulary lacks. */
function regionToRegister(
  code: string,
  place: ToldPlace | null,
  regions: readonly Region[],
): Region | null {
  if (place === null || !/^\d{6}$/u.test(code) || regions.some(({ id }) => id === code))
    return null;
  const zh = withoutParents(place.name, regions);
  const parent = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find(
    (above) => above !== code && regions.some(({ id }) => id === above),
  );
  return { id: code, slug: slugOf(zh), zh, en: englishPlace(zh), parent: parent ?? null };
}

const placeTypes: readonly (readonly [zh: string, en: string])[] = [
  ['自治州', 'Autonomous Prefecture'],
  ['自治县', 'Autonomous County'],
  ['自治旗', 'Autonomous Banner'],
  ['新区', 'New Area'],
  ['地区', 'Prefecture'],
  ['省', 'Province'],
  ['市', 'City'],
  ['县', 'County'],
  ['区', 'District'],
  ['旗', 'Banner'],
  ['盟', 'League'],
];

function typeOf(place: string): readonly [zh: string, en: string] | undefined {
  return placeTypes.find(([zh]) => place.endsWith(zh));
}

/** Pinyin of a place's own name; a name of one character keeps its type: 泾县 is jingxian. */
function ownName(place: string): string {
  const stem = place.slice(0, place.length - (typeOf(place)?.[0].length ?? 0));
  return stem.length < 2 ? place : stem;
}

function slugOf(place: string): string {
  return pinyinOf(ownName(place));
}

function englishPlace(place: string): string {
  const own = slugOf(place);
  const type = ownName(place) === place ? [] : [typeOf(place)?.[1] ?? ''];
  return [own.charAt(0).toUpperCase() + own.slice(1), ...type].filter(Boolean).join(' ');
}

const organs: readonly (readonly [zh: RegExp, id: string, en: string])[] = [
  [/人民政府办公[室厅]$/u, 'government-office', "General Office of the People's Government"],
  [/人民政府$/u, 'government', "People's Government"],
  [/行政公署办公[室厅]$/u, 'administration-office', 'General Office of the Administrative Office'],
  [/行政公署$/u, 'administration', 'Administrative Office'],
  [
    /(?:人大常委会|人民代表大会常务委员会)$/u,
    'congress-standing-committee',
    "Standing Committee of the People's Congress",
  ],
  [
    /(?:人大常委会|人民代表大会常务委员会)办公[室厅]$/u,
    'congress-standing-committee-office',
    "General Office of the Standing Committee of the People's Congress",
  ],
];

interface Publisher {
  id: string;
  body: Body;
  isNew: boolean;
}

/** The body whose gazette it is, by the gazette's name: 吴忠市人民政府公报 -> 吴忠市人民政府; else the government of the place. */
function bodyNamedBy(gazette: string, place: ToldPlace | null): string {
  const stem = gazette
    .replace(/(?:政务公报|公报|政报)$/u, '')
    .replace(/(?<!人民)政府$/u, '人民政府');
  return organs.some(([zh]) => zh.test(stem)) ? stem : governmentOf(place?.name ?? '');
}

/**
 * The body of that name: one of the vocabulary, or a new one. Of a kind of body that is not known here, the English name
 * is told by that of its gazette, else the Chinese one stands for it.
 */
function publisherOf(
  zh: string,
  code: string | null,
  newRegion: Region | null,
  place: ToldPlace | null,
  { bodies, regions }: Vocabulary,
  given: Given,
): Publisher | null {
  if (code === null || place === null) return null;
  const names = [...new Set([zh, withoutParents(zh, regions)])];
  for (const printed of names) {
    const id = bodyIdOf(printed, code, bodies, regions);
    const body = bodies.find((known) => known.id === id);
    if (body) return { id: body.id, body, isNew: false };
  }
  const region = newRegion ?? place.region;
  const slug = region?.slug ?? slugOf(withoutParents(place.name, regions));
  const short = withoutParents(zh, regions);
  const type = typeOf(place.name)?.[0] ?? '';
  const organ = organs.find(([name]) => name.test(zh));
  const kind = organ?.[1] ?? pinyinOf(short.replace(withoutParents(place.name, regions), ''));
  const id = `${slug}-${kind}`;
  const aliases = [
    ...(short === zh ? [] : [short]),
    ...(kind === 'government' && type !== '' ? [`${type}人民政府`, `${type}政府`] : []),
  ];
  const body: Body = {
    id: bodies.some((known) => known.id === id) ? `${slug}-${code}-${kind}` : id,
    zh,
    en: organ
      ? `${organ[2]} of ${region?.en ?? englishPlace(withoutParents(place.name, regions))}`
      : (/^(?:Official )?Gazette of (?:the )?(.+)$/iu.exec(given.english ?? '')?.[1] ?? zh),
    aliases,
    region: code,
  };
  return { id: body.id, body, isNew: true };
}

/** Gazette of the publisher; where its name begins with the place above, that too: …of Litong District, Wuzhong. */
function englishOf(
  name: string,
  publisher: Publisher | null,
  code: string | null,
  { regions }: Vocabulary,
  newRegion: Region | null,
): Told<string> | null {
  if (publisher === null) return null;
  const region = regions.find(({ id }) => id === code) ?? newRegion;
  const above = regions.find(({ id }) => id === region?.parent);
  const within =
    above && region && name.includes(above.zh + region.zh) ? `, ${shortEnglish(above.en)}` : '';
  return {
    value: `Gazette of the ${publisher.body.en}${within}`,
    line: null,
    how: 'from the publisher',
  };
}

function shortEnglish(place: string): string {
  return place.replace(/ (?:City|Province|Municipality|Prefecture|League)$/u, '');
}

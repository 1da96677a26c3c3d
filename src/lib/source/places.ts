import type { Region } from '../schema/vocabulary.ts';

/** A place that a text names. */
export interface Place {
  /** As named: 吴忠市利通区, 安吉县. */
  name: string;
  /** The registered place that it is; null for none. */
  region: Region | null;
  /** The registered place that it lies in or is; null for none. */
  within: Region | null;
}

/** Code of the whole country, which stands for a place that no other is named with. */
export const country = '100000';

/** What a place's name ends in; a short name such as 市中区 holds more than one. */
const placeEnd = /(?:省|自治区|自治州|地区|新区|盟|市|县|区|旗)/gu;

/**
 * The place at the start of a name: the longest that the vocabulary knows, where no other place stands between it and
 * the body; `吴忠市利通区人民政府公报` is 利通区, `湖州市安吉县人民政府` is a place within 湖州市 that is not registered.
 */
export function placeNamed(name: string, regions: readonly Region[]): Place | null {
  const rest = name.replace(/^(?:中共|中国共产党|中华人民共和国)/u, '');
  const organ = rest.search(
    /人民政府|行政公署|行署|人大|人民代表大会|委员会|政府|政协|公报|政报|办公/u,
  );
  const head = organ === -1 ? rest : rest.slice(0, organ);
  if (head === '') return null;
  const whole = longest(regions.filter(({ zh }) => head.endsWith(zh)));
  const first = longest(regions.filter(({ zh }) => head.startsWith(zh)));
  if (whole) return { name: head, region: sameNamed(whole, head, regions), within: whole };
  const ends = [...head.matchAll(placeEnd)];
  const last = ends.at(-1);
  if (last && last.index + last[0].length === head.length)
    return { name: head, region: null, within: first ?? null };
  // 山东政报, 宁夏政报: the place without its type.
  const short = regions.find(
    ({ zh, parent }) => head.length > 1 && parent === null && zh.startsWith(head),
  );
  return short ? { name: short.zh, region: short, within: short } : null;
}

function longest(found: readonly Region[]): Region | undefined {
  return found.reduce<Region | undefined>(
    (best, next) => (best && best.zh.length >= next.zh.length ? best : next),
    undefined,
  );
}

/** Of several places with one name, the one whose parent the text names before it. */
function sameNamed(region: Region, head: string, regions: readonly Region[]): Region {
  const parentNamed = regions.find(
    ({ zh, parent }) =>
      zh === region.zh &&
      regions.some(({ id, zh: above }) => id === parent && head.startsWith(above)),
  );
  return parentNamed ?? region;
}

/** A name without the registered places before its own: 吴忠市利通区人民政府 -> 利通区人民政府. */
export function withoutParents(name: string, regions: readonly Region[]): string {
  for (const { zh } of regions) {
    const rest = name.slice(zh.length);
    if (
      name.startsWith(zh) &&
      /^[\p{Script=Han}]{1,10}?(?:自治州|自治县|新区|盟|市|县|区|旗)/u.test(rest)
    )
      return withoutParents(rest, regions);
  }
  return name;
}

export function governmentOf(place: string): string {
  return `${place}人民政府`;
}

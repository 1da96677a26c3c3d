import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Body, Region } from '../schema/vocabulary.ts';
import { bare, wordsOf } from '../text/spaces.ts';

/** `常务委员会` is no body by itself, nor a committee of one; and a congress is one body from term to term. */
const committee =
  /(?<=代表大会|协商会议)\s+(?=(?:常务)?委员会)|(?<=常务委员会)\s+(?=(?![省市县区州旗盟])\p{Script=Han}{2,10}委员会)/gu;
const term = /第[一二三四五六七八九十]+届(?=人民代表大会|全国|委员会)/gu;
/** `某局等三部门` names the first of those who issue it. */
const others = /等[\d一二三四五六七八九十]*个?(?:部门|单位)$/u;
const bodyWords = (text: string): string[] =>
  wordsOf(text.replace(committee, '').replace(term, '').trim().replace(others, ''));

/** For whom a post speaks: 某省水利厅厅长 -> 某省水利厅, 某州州长 -> 某州人民政府; null where it names no body. */
export function bodyOfPost(post: string, lexicon: Lexicon): string | null {
  const place = /^(.+([省州盟市县区旗乡镇]))\2长$/u.exec(post)?.[1];
  if (place !== undefined) return `${place}人民政府`;
  const names = Array.from(post, (_, at) => post.slice(0, at));
  const body = names.find(
    (name) => lexicon.isPostAlone(post.slice(name.length)) && lexicon.bodiesOf(name).length === 1,
  );
  return body ?? null;
}

/** A title may open with the time that it is about: 2022 年 5 月某市人民政府大事记, 2023年7—8月某市人民政府大事记. */
const period =
  /^\d{4}\s*年\s*(?:度|(?:\d{1,2}\s*月?\s*(?:[—–~～-]+|至)\s*)?\d{1,2}\s*月份?|第?[一二三四1-4]\s*季度|[上下]半年)?\s*/u;

/** A rule that a body gives itself: 某市人民代表大会常务委员会议事规则. */
const ruleOf =
  /^\p{Script=Han}{2,24}(?:人民政府(?:办公[室厅])?|常务委员会|人民法院|人民检察院)(?=\p{Script=Han}{2,})/u;

/** Names of the bodies in a title before its matter: 吴忠市委 人民政府关于… -> 吴忠市委, 人民政府. */
export function bodiesInTitle(title: string, lexicon: Lexicon): string[] {
  const spaced = wordsOf(title);
  const whole = spaced.every((word) => word.length === 1) ? spaced.join('') : title;
  const printed = whole.replace(period, '');
  const matter =
    /关于|印发|转发|批转|大事记|大事纪|第\s*[\d一二三四五六七八九十百]+\s*次|\d{4}\s*年|(?:公告|通告|令|公报)$/u.exec(
      printed,
    );
  const words = bodyWords(matter ? printed.slice(0, matter.index) : (wordsOf(printed)[0] ?? ''));
  const names = words.flatMap((word) => lexicon.bodiesOf(word));
  if (names.length > 0) return names;
  const body = bare(words.join(''));
  if (lexicon.isBodyLine(body)) return [body];
  return matter ? [] : (ruleOf.exec(bare(printed))?.slice(0, 1) ?? []);
}

/** A signature without the name of the place: 市政府办公厅, where the title has 某某市人民政府办公厅. */
export function inFull(signed: string, title: string, lexicon: Lexicon): string {
  const short = (name: string): string =>
    name.replace(/^.*?(?=[省市县区州旗盟](?:人民)?政府)/u, '').replace('人民政府', '政府');
  const full = bodiesInTitle(title, lexicon).find(
    (name) => name.length > signed.length && short(name) === short(signed),
  );
  return /^[省市县区州旗盟](?:人民)?政府/u.test(signed) ? (full ?? signed) : signed;
}

/**
 * Registered body of a name: in the gazette's own place first, then in the places above it.
 *
 * @returns the body's id; null where no body or more than one of a place bears the name
 */
export function bodyIdOf(
  name: string,
  region: string,
  bodies: readonly Body[],
  regions: readonly Region[],
): string | null {
  for (let place: string | null = region; place !== null;) {
    const here: string = place;
    const found = bodies.filter(
      (body) => body.region === here && (body.zh === name || body.aliases.includes(name)),
    );
    if (found.length === 1) return found[0]?.id ?? null;
    if (found.length > 1) return null;
    place = regions.find((entry) => entry.id === here)?.parent ?? null;
  }
  const anywhere = bodies.filter((body) => body.zh === name);
  return anywhere.length === 1 ? (anywhere[0]?.id ?? null) : null;
}

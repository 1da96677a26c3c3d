import type { Body, Vocabulary } from '../schema/vocabulary.ts';
import { bare, joinSpaced, wordsOf } from '../text/spaces.ts';
import { han, oneOf, sentence } from './patterns.ts';

/** What the vocabulary knows of bodies that sign documents. */
export interface BodyWords {
  /** Is it one or more names of bodies, parted by spaces, and nothing else? */
  isBodyLine(text: string): boolean;
  /** Its names of bodies, where it is nothing else; an empty list otherwise. */
  bodiesOf(text: string): string[];
  /** Is a line the place of the body that the next line names without it: `某自治州` | `人民代表大会常务委员会`? */
  isPlaceAbove(text: string, below: string): boolean;
  /** The bodies that a note names as those who answer for an item: `（某市统计局提供）`, `资料来源：某市统计局`. */
  sourcesIn(note: string): string[];
  /** Is it the letterhead of a document: 某某人民政府文件? */
  isLetterhead(text: string): boolean;
}

const placeAlone = /^\p{Script=Han}{1,16}[省市县区州旗盟]$/u;

/** The place of the bodies of the whole country. */
const country = '100000';

const namesOf = (bodies: readonly Body[]): string[] =>
  bodies.flatMap((body) => [body.zh, ...body.aliases]);

/** Every name by which the registered bodies are printed. */
export const registeredNames = ({ bodies }: Vocabulary): ReadonlySet<string> =>
  new Set(namesOf(bodies));

/**
 * Sources of the patterns for a body's ending, for its name within a line, and for the bodies of the country, which
 * print no place before what they are: 国务院, 交通运输部.
 */
export function bodyPatterns({ wording, bodies }: Vocabulary): {
  organ: string;
  national: string;
  named: string;
} {
  const organ = oneOf(wording.organEndings);
  const national = oneOf(namesOf(bodies.filter((body) => body.region === country)));
  return { organ, national, named: `(?:(?:中共)?${han}{1,24}?${organ}|${national})` };
}

export function makeBodyWords(vocabulary: Vocabulary): BodyWords {
  const { wording } = vocabulary;
  const { organ } = bodyPatterns(vocabulary);
  const organs = new Set(wording.organEndings);
  const names = registeredNames(vocabulary);
  const afterPlace = new RegExp(`^${oneOf(wording.organsOfPlaces)}`, 'u');
  const bodyName = new RegExp(
    String.raw`^(?=..)${han}{0,22}${organ}(?:[（(]${han}{2,12}[)）])?$`,
    'u',
  );
  const sourceLabel = String.raw`${oneOf(wording.sourceLabels)}[：:]\s*`;
  const source = new RegExp(
    String.raw`^(?:[（(](?:${sourceLabel})?(.{3,40}?)(?:提供|供稿|整理)?[)）]|.{0,4}${sourceLabel}(\S{3,40}?)(?:\s.*)?。?)$`,
    'u',
  );
  const isBody = (word: string): boolean =>
    names.has(word) || (bodyName.test(word) && !sentence.test(word));
  /** May a word parted by spaces be a body's whole name? `人民政府 办公室` is one name, `县总工会 团县委` are two. */
  const isWhole = (word: string): boolean =>
    names.has(word) || (isBody(word) && (word.length > 3 || !organs.has(word)));
  const bodiesOf = (text: string): string[] => {
    const whole = bare(text);
    const parts = wordsOf(joinSpaced(text));
    if (parts.length > 1 && parts.every(isWhole)) return parts;
    return isBody(whole) ? [whole] : [];
  };
  return {
    bodiesOf,
    isBodyLine: (text) => bodiesOf(text).length > 0,
    isPlaceAbove: (text, below) => placeAlone.test(bare(text)) && afterPlace.test(bare(below)),
    sourcesIn: (note) => {
      const found = source.exec(note.trim());
      return bodiesOf(found?.[1] ?? found?.[2] ?? '');
    },
    isLetterhead: (text) => {
      const body = bare(text).replace(/文件$/u, '');
      return body !== bare(text) && isBody(body);
    },
  };
}

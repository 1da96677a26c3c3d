import type { Vocabulary } from '../schema/vocabulary.ts';
import { bare } from '../text/spaces.ts';
import { longestFirst, oneOf } from './patterns.ts';

/** What the vocabulary knows of persons, their posts, and the duties of bodies and persons. */
export interface PeopleWords {
  /** Does it open with the label of a duty: 责任单位：? */
  opensDuty(text: string): boolean;
  /** Does it end in the label of a duty, so that names follow: `…支持。责任单位：`? */
  endsInDuty(text: string): boolean;
  /** Does it open with the label of a post in a member list: 组 长：? */
  opensPost(text: string): boolean;
  /** Is it a post and nothing else: 区财政局局长? */
  isPost(text: string): boolean;
  /** Does it end in the name of a post? */
  endsInPost(text: string): boolean;
  /** Is it a post without the body's name: 厅长, 副主任委员? */
  isPostAlone(text: string): boolean;
  /** Is it the signature of a person: 市长 张三? */
  isPersonSignature(text: string): boolean;
  /** Is it a person's name, as far as its first character and its length tell? */
  isPersonName(text: string): boolean;
}

/** A label in any setting: `组 长：`, `**责任单位**：`, `- 成员：`. */
const labelOf = (list: readonly string[]): RegExp =>
  new RegExp(
    String.raw`^(?:[-·*]\s*)?\**(?:${longestFirst(list)
      .map((word) => [...word].join(String.raw`\s*`))
      .join('|')})\**\s*[：:]`,
    'u',
  );

export function makePeopleWords({ wording }: Vocabulary): PeopleWords {
  const duty = labelOf(wording.dutyLabels);
  const dutyAtEnd = new RegExp(`${oneOf(wording.dutyLabels)}[：:]$`, 'u');
  const post = labelOf(wording.postLabels);
  const postLine = new RegExp(
    String.raw`^[\p{Script=Han}（）、]{2,24}${oneOf([...wording.postEndings, ...wording.signingPosts])}$`,
    'u',
  );
  const postEnd = new RegExp(`${oneOf(wording.postEndings)}$`, 'u');
  const postAlone = new RegExp(`^(?:常务)?副?${oneOf(wording.postEndings)}$`, 'u');
  const signature = new RegExp(
    String.raw`^(?:代)?${oneOf(wording.signingPosts)}[：:]?[\p{Script=Han}·]{2,14}$`,
    'u',
  );
  const personName = new RegExp(String.raw`^[${wording.surnames}]\p{Script=Han}{1,2}等?$`, 'u');
  return {
    opensDuty: (text) => duty.test(text),
    endsInDuty: (text) => dutyAtEnd.test(text),
    opensPost: (text) => post.test(text),
    isPost: (text) => postLine.test(bare(text)),
    endsInPost: (text) => postEnd.test(bare(text)),
    isPostAlone: (text) => postAlone.test(text),
    isPersonSignature: (text) => signature.test(bare(text)),
    isPersonName: (text) => personName.test(text),
  };
}

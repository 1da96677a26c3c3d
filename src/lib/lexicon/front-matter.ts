import type { Vocabulary } from '../schema/vocabulary.ts';
import { bare } from '../text/spaces.ts';
import { longestFirst, oneOf } from './patterns.ts';
import type { TitleWords } from './titles.ts';

/** What the vocabulary knows of the parts of a gazette that are in none of its items. */
export interface FrontMatterWords {
  /** Is it a line of a masthead, contents list or imprint? */
  isFrontMatter(text: string): boolean;
  /** How many labels of an imprint it bears: 主办：…　　电话：…. */
  imprintLabels(text: string): number;
  /** Is it what a web page prints about a text, and nothing else: 来源：某局　　发布日期：…? */
  isWebNote(text: string): boolean;
  /** Is it a line of a web page's buttons: 【打印本页】　【关闭窗口】? */
  isWebControls(text: string): boolean;
  /** Can it be the name of a section of a gazette: 政府文件? */
  isSectionName(text: string): boolean;
}

/** Names of sections are no longer than this, in characters. */
const longestSection = 16;

export function makeFrontMatterWords(
  { wording }: Vocabulary,
  titles: TitleWords,
): FrontMatterWords {
  const opener = new RegExp(`^[●·•]*(?:${longestFirst(wording.frontMatter).join('|')})`, 'u');
  /** A title's last line may open as an imprint does: 目录（第三批）的通知. */
  const isTitleTail = (plain: string): boolean => {
    const type = titles.documentTypeOf(plain);
    return type !== null && plain.includes(`的${type}`) && !/[：:]/u.test(plain);
  };
  const imprintLabel = new RegExp(
    `${oneOf([...wording.frontMatter, ...wording.imprintDetails])}[：:]`,
    'gu',
  );
  const sectionName = new RegExp(
    String.raw`^[\p{Script=Han}、]*${oneOf(wording.sectionEndings)}$`,
    'u',
  );
  const webNote = new RegExp(`^${oneOf(wording.webLabels)}\\s*[：:]\\s*\\S+$`, 'u');
  const webControl = new RegExp(
    String.raw`^(?:[【[〖]?\s*${oneOf(wording.webControls)}\s*[】\]〗]?\s*)+$`,
    'u',
  );
  return {
    isWebNote: (text) =>
      text
        .trim()
        .split(/\s{2,}|\u3000+|\s+(?=\p{Script=Han}{2,5}[：:])/u)
        .every((part) => webNote.test(part)),
    isWebControls: (text) => /[【[〖]/u.test(text) && webControl.test(text.trim()),
    isFrontMatter: (text) => opener.test(bare(text)) && !isTitleTail(bare(text)),
    imprintLabels: (text) => {
      const labels = [...bare(text).matchAll(imprintLabel)].length;
      return labels === 0 && opener.test(bare(text)) ? 1 : labels;
    },
    isSectionName: (text) => {
      const plain = bare(text);
      return (
        plain.length <= longestSection &&
        sectionName.test(plain) &&
        !plain.includes('的') &&
        !titles.namesMatter(plain)
      );
    },
  };
}

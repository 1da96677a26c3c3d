import type { Vocabulary } from '../schema/vocabulary.ts';
import { bare } from '../text/spaces.ts';
import { bodyPatterns } from './bodies.ts';
import { ending, han, longestFirst, oneOf, remark } from './patterns.ts';

/** What the vocabulary knows of titles and of the types of documents they end in. */
export interface TitleWords {
  /** Can a title open with it: 某某人民政府关于…, 关于…, 印发…? */
  opensTitle(text: string): boolean;
  /** Does it open with the matter of a title: 关于…, 印发…? */
  opensMatter(text: string): boolean;
  /** Does the matter of a title stand anywhere in it? */
  namesMatter(text: string): boolean;
  /** Does a title say that its notice passes another text on: …关于印发…的通知? */
  distributes(title: string): boolean;
  /** The document type that a title ends in: the longest of the vocabulary; null for none. */
  documentTypeOf(title: string): string | null;
  /** Is it a type of document by which a body speaks to the public, so that it names no addressees: 公告? */
  isAnnouncement(type: string): boolean;
  /** Does a title end in a type of document that explains another: …政策解读? */
  isExplanation(title: string): boolean;
  /** Is it a type of document whose number may bear no code: 纪要 〔2013〕6号? */
  isCodeless(type: string): boolean;
  /** Does a text end as the title of a distributed text ends: …方案, …（试行）? */
  endsPartTitle(text: string): boolean;
  /** Is it the title of a document that can be declared void: …暂行办法? */
  isDocumentTitle(text: string): boolean;
  /** Does the document speak of itself: 本办法…? */
  namesItself(text: string): boolean;
  /** Is it the title of a table: …统计表, …任务清单? */
  isTableTitle(text: string): boolean;
  isChronicleTitle(text: string): boolean;
  isStatisticsTitle(text: string): boolean;
}

/** Titles of chronicles and of statistics are no longer than this, in characters. */
const longestChronicle = 30;
const longestStatistics = 50;

/** Types that are read by evidence of their own, not by the end of a title. */
const listedElsewhere = new Set(['统计', '大事记']);

export function makeTitleWords(vocabulary: Vocabulary): TitleWords {
  const { wording, documentTypes } = vocabulary;
  const { organ, national, named } = bodyPatterns(vocabulary);
  const titleOpener = oneOf(wording.titleOpeners);
  /** 教育部等五部门关于…: others issue it too. */
  const jointly = '(?:等[\\d一二三四五六七八九十]*个?(?:部门|单位))?';
  const opener = new RegExp(
    String.raw`^(?:${titleOpener}|${named}(?:${han}{0,16}(?:${organ}|${national}))*${jointly}(?:${titleOpener}|${han}{2,6}“|${han}{0,12}(?:年|季度)|第[\d一二三四五六七八九十百]+次)|${named}${han}{0,16}(?:公告|通告|令|公报|通报|声明)$)`,
    'u',
  );
  const matter = new RegExp(`^${titleOpener}`, 'u');
  const matterWithin = new RegExp(titleOpener, 'u');
  const distributing = new RegExp(oneOf(wording.distributingVerbs), 'u');
  const types = documentTypes.map((type) => type.zh).filter((type) => !listedElsewhere.has(type));
  const typeEnding = new RegExp(`(${longestFirst(types).join('|')})${remark}$`, 'u');
  const announcements = new Set(wording.announcementTypes);
  const explanations = new Set(wording.explainingTypes);
  const codeless = new Set(wording.codelessTypes);
  const partTitle = new RegExp(
    String.raw`(?:${oneOf(wording.partTitleEndings)}|（[^（）]*）|\([^()]*\))$`,
    'u',
  );
  const documentTitle = ending(wording.documentNouns);
  const ownName = new RegExp(
    String.raw`(?:本|该|此)[\p{Script=Han}（）()《]{0,10}?${oneOf(wording.documentNouns)}|(?:以上|上述)(?:政策|措施)`,
    'u',
  );
  const tableTitle = ending(wording.tableTitles);
  const chronicle = ending(wording.chronicleEndings);
  const statistics = ending(wording.statisticsEndings);
  return {
    opensTitle: (text) => opener.test(bare(text)),
    opensMatter: (text) => matter.test(bare(text)),
    namesMatter: (text) => matterWithin.test(bare(text)),
    distributes: (title) => distributing.test(title),
    documentTypeOf: (title) => typeEnding.exec(bare(title))?.[1] ?? null,
    isAnnouncement: (type) => announcements.has(type),
    isExplanation: (title) => explanations.has(typeEnding.exec(bare(title))?.[1] ?? ''),
    isCodeless: (type) => codeless.has(type),
    endsPartTitle: (text) => partTitle.test(bare(text)),
    isDocumentTitle: (text) => documentTitle.test(bare(text)),
    namesItself: (text) => ownName.test(text),
    isTableTitle: (text) => tableTitle.test(bare(text)),
    isChronicleTitle: (text) => chronicle.test(bare(text)) && bare(text).length <= longestChronicle,
    isStatisticsTitle: (text) =>
      statistics.test(bare(text)) && bare(text).length <= longestStatistics,
  };
}

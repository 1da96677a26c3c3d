import { readDate } from './text/dates.ts';
import { bare, joinSpaced, wordsOf } from './text/spaces.ts';
import type { Body, ColumnKind, Vocabulary } from './schema/vocabulary.ts';

/** Questions about a line that the vocabulary answers; every text may hold layout spaces. */
export interface Lexicon {
  /** Is it one or more names of bodies, parted by spaces, and nothing else? */
  isBodyLine(text: string): boolean;
  /** Its names of bodies, where it is nothing else; an empty list otherwise. */
  bodiesOf(text: string): string[];
  /** Can a title open with it: 某某人民政府关于…, 关于…, 印发…? */
  opensTitle(text: string): boolean;
  /** Does it open with the matter of a title: 关于…, 印发…? */
  opensMatter(text: string): boolean;
  /** Does a title say that its notice passes another text on: …关于印发…的通知? */
  distributes(title: string): boolean;
  /** Does a text end as the title of a distributed text ends: …方案, …（试行）? */
  endsPartTitle(text: string): boolean;
  /** Is it a type of document by which a body speaks to the public, so that it names no addressees: 公告? */
  isAnnouncement(type: string): boolean;
  /** Does a title end in a type of document that explains another: …政策解读? */
  isExplanation(title: string): boolean;
  /** The bodies that a note names as those who answer for an item: `（某市统计局提供）`, `资料来源：某市统计局`. */
  sourcesIn(note: string): string[];
  /** Is it a type of document whose number may bear no code: 纪要 〔2013〕6号? */
  isCodeless(type: string): boolean;
  /** Does the matter of a title stand anywhere in it? */
  namesMatter(text: string): boolean;
  /** The document type that a title ends in: the longest of the vocabulary; null for none. */
  documentTypeOf(title: string): string | null;
  /** The disclosure note without its brackets: 此件公开发布; null for none. */
  disclosureOf(text: string): string | null;
  /** May it be a line of addressees, or the last of them, which ends in a colon? */
  isAddressees(text: string): boolean;
  /** Is it the formula that ends a document: 此复。? */
  isClosing(text: string): boolean;
  /** Is it the number under which a document is registered: `HZCR-2020-00006`, `登记号：XDR-2020-01003`? */
  isRegistration(text: string): boolean;
  /** Does the document speak of itself: 本办法…? */
  namesItself(text: string): boolean;
  /** Is it the title of a document that can be declared void: …暂行办法? */
  isDocumentTitle(text: string): boolean;
  /** Does a line below the signature open with it: 抄送：…, 某办公室2016年3月18日印发, 共印80份? */
  opensDispatchNote(text: string): boolean;
  /** Label of an attachment alone on its line: 附件, 附件1：; null for none. */
  attachmentLabelOf(text: string): string | null;
  /** Does it announce an attachment by its title: 附件：某某表? */
  announcesAttachment(text: string): boolean;
  /** Length of a numbered label with its title after it: 附件一　某某表; 0 for none. */
  attachmentLabelLength(text: string): number;
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
  /** Is it the title of a table: …统计表, …任务清单? */
  isTableTitle(text: string): boolean;
  isChronicleTitle(text: string): boolean;
  isStatisticsTitle(text: string): boolean;
  /** Does it open a table's head? */
  opensTable(text: string): boolean;
  /** Is it the unit of figures: 万元, 亿立方米, %? */
  isUnit(text: string): boolean;
  /** What a column of that name holds; null for a name that says nothing. */
  columnKindOf(name: string): ColumnKind | null;
  /** The names of columns, each as the vocabulary has it, that make up a text; null where it holds anything else. */
  columnNamesIn(text: string): string[] | null;
  /** Is it what a table's cell names as a body: 区发改局, 各乡镇, 相关部门配合? */
  isAgency(text: string): boolean;
  /** Is it a person's name, as far as its first character and its length tell? */
  isPersonName(text: string): boolean;
  /** Is it a line of a masthead, contents list or imprint? */
  isFrontMatter(text: string): boolean;
  /** How many labels of an imprint it bears: 主办：…　　电话：…. */
  imprintLabels(text: string): number;
  /** Can it be the name of a section of a gazette: 政府文件? */
  isSectionName(text: string): boolean;
  /** Is it the letterhead of a document: 某某人民政府文件? */
  isLetterhead(text: string): boolean;
}

const longestFirst = (list: readonly string[]): string[] =>
  [...list].sort((a, b) => b.length - a.length);
const oneOf = (list: readonly string[]): string => `(?:${longestFirst(list).join('|')})`;

/** So many names of columns on one line are a table's head. */
const leastColumns = 3;
/** A word of two characters set wide: 姓 名. */
const letterSpaced = /(?<!\S)(\p{Script=Han})\s+(\p{Script=Han})(?!\S)/gu;
/** Names of sections are no longer than this. */
const longestSection = 16;

/** The place of the bodies of the whole country. */
const country = '100000';
const han = String.raw`[\p{Script=Han}“”]`;

export function makeLexicon({ wording, documentTypes, bodies }: Vocabulary): Lexicon {
  const organ = oneOf(wording.organEndings);
  const organs = new Set(wording.organEndings);
  const distributing = new RegExp(oneOf(wording.distributingVerbs), 'u');
  const partTitle = new RegExp(
    String.raw`(?:${oneOf(wording.partTitleEndings)}|（[^（）]*）|\([^()]*\))$`,
    'u',
  );
  const announcements = new Set(wording.announcementTypes);
  const explanations = new Set(wording.explainingTypes);
  const sourceLabel = String.raw`${oneOf(wording.sourceLabels)}[：:]\s*`;
  const source = new RegExp(
    String.raw`^(?:[（(](?:${sourceLabel})?(.{3,40}?)(?:提供|供稿|整理)?[)）]|.{0,4}${sourceLabel}(\S{3,40}?)(?:\s.*)?。?)$`,
    'u',
  );
  const codeless = new Set(wording.codelessTypes);
  const namesOf = (some: readonly Body[]): string[] =>
    some.flatMap((body) => [body.zh, ...body.aliases]);
  const names = new Set(namesOf(bodies));
  /** Bodies of the country print no place before what they are: 国务院, 交通运输部. */
  const national = oneOf(namesOf(bodies.filter((body) => body.region === country)));
  const bodyName = new RegExp(
    String.raw`^(?=..)${han}{0,22}${organ}(?:[（(]${han}{2,12}[)）])?$`,
    'u',
  );
  const sentence = /[的了是，。；：、于将对在]/u;
  const titleOpener = oneOf(wording.titleOpeners);
  /** 教育部等五部门关于…: others issue it too. */
  const jointly = '(?:等[\\d一二三四五六七八九十]*个?(?:部门|单位))?';
  const named = `(?:(?:中共)?${han}{1,24}?${organ}|${national})`;
  const opener = new RegExp(
    String.raw`^(?:${titleOpener}|${named}(?:${han}{0,16}(?:${organ}|${national}))*${jointly}(?:${titleOpener}|${han}{2,6}“|${han}{0,12}(?:年|季度)|第[\d一二三四五六七八九十百]+次)|${named}${han}{0,16}(?:公告|通告|令|公报|通报|声明)$)`,
    'u',
  );
  const matter = new RegExp(`^${titleOpener}`, 'u');
  const types = longestFirst(
    documentTypes
      .filter((type) => type.zh !== '统计' && type.zh !== '大事记')
      .map((type) => type.zh),
  );
  const typeEnding = new RegExp(`(${types.join('|')})(?:[（(][^（()）]{1,16}[)）])?$`, 'u');
  const disclosure = new RegExp(
    String.raw`^[（(【〔]?(${oneOf(wording.disclosureNotes)}|此件[\p{Script=Han}]{2,10})[)）】〕]?$`,
    'u',
  );
  const opensSentence = new RegExp(
    `^(?!${oneOf(wording.nameOpeners)})${oneOf(wording.sentenceOpeners)}`,
    'u',
  );
  const recipient =
    /各|有关|人民政府|委员会|部门|单位|办事处|党委|党组|管委会|园区|区委|市委|县委|街道|[乡镇县市区局厅委办院会部校学司台民行所站队社][：:]?$/u;
  const closingFormula = new RegExp(`^${oneOf(wording.closingFormulas)}[。，！]?$`, 'u');
  const dash = '[-－—–]';
  const registration = new RegExp(
    String.raw`^(?:${oneOf(wording.registrationLabels)}[：:]?[A-Z]{2,8}(?:${dash}?\d+)+|[A-Z]{2,8}(?:\d{2}${dash})?${dash}?\d{2,4}${dash}\d{3,7})$`,
    'u',
  );
  const nouns = oneOf(wording.documentNouns);
  const ownName = new RegExp(String.raw`(?:本|该|此)[\p{Script=Han}（）()]{0,10}?${nouns}`, 'u');
  const documentTitle = new RegExp(String.raw`${nouns}(?:[（(][^（()）]{1,16}[)）])?$`, 'u');
  const label = new RegExp(
    String.raw`^[【（(\[]?(${oneOf(wording.attachmentLabels)}[\d０-９一二三四五六七八九十]{0,3}(?:[-－—.][\d０-９]{1,2})?)[】）)\]]?[：:]?$`,
    'u',
  );
  const attached = new RegExp(`^${oneOf(wording.attachmentLabels)}[：:].`, 'u');
  const labelWithTitle = new RegExp(
    String.raw`^${oneOf(wording.attachmentLabels)}\s*(?:[\d０-９]{1,2}|[一二三四五六七八九十]{1,2}(?=[\s：:]))(?:[：:]\s*|\s+)(?=[^\d\s])`,
    'u',
  );
  const dispatch = new RegExp(
    String.raw`^(?:${oneOf(wording.dispatchLabels)}[：:]|[（(]?共印\d+份|.{4,40}\d日印(?:发|制)$)`,
    'u',
  );
  const labelOf = (list: readonly string[]): RegExp =>
    new RegExp(
      String.raw`^(?:[-·*]\s*)?\**(?:${longestFirst(list)
        .map((word) => [...word].join(String.raw`\s*`))
        .join('|')})\**\s*[：:]`,
      'u',
    );
  const duty = labelOf(wording.dutyLabels);
  const dutyAtEnd = new RegExp(`${oneOf(wording.dutyLabels)}[：:]$`, 'u');
  const post = labelOf(wording.postLabels);
  const postLine = new RegExp(
    String.raw`^[\p{Script=Han}（）、]{2,24}${oneOf([...wording.postEndings, ...wording.signingPosts])}$`,
    'u',
  );
  const postEnd = new RegExp(`${oneOf(wording.postEndings)}$`, 'u');
  const postAlone = new RegExp(`^(?:常务)?副?${oneOf(wording.postEndings)}$`, 'u');
  const person = new RegExp(
    String.raw`^(?:代)?${oneOf(wording.signingPosts)}[：:]?[\p{Script=Han}·]{2,14}$`,
    'u',
  );
  const frontMatter = new RegExp(`^[●·•]*(?:${longestFirst(wording.frontMatter).join('|')})`, 'u');
  /** A title's last line may open as an imprint does: 目录（第三批）的通知. */
  const titleTail = new RegExp(String.raw`^[^：:]*的${typeEnding.source}`, 'u');
  const imprintLabel = new RegExp(
    `${oneOf([...wording.frontMatter, ...wording.imprintDetails])}[：:]`,
    'gu',
  );
  const sectionName = new RegExp(
    String.raw`^[\p{Script=Han}、]*${oneOf(wording.sectionEndings)}$`,
    'u',
  );
  const matterWithin = new RegExp(titleOpener, 'u');
  const ends = (list: readonly string[]): RegExp =>
    new RegExp(String.raw`${oneOf(list)}(?:[（(][^（()）]{1,16}[)）])?$`, 'u');
  const chronicle = ends(wording.chronicleEndings);
  const statistics = ends(wording.statisticsEndings);
  const tableTitle = ends(wording.tableTitles);
  const tableHead = new RegExp(
    String.raw`^(?:${longestFirst(wording.tableHeads).join('|')})(?:\s+\S|$)`,
    'u',
  );

  const units = `[十百千万亿]*${oneOf(wording.figureUnits)}`;
  const unit = new RegExp(`^${units}$`, 'u');
  /** A column's name that ends in the unit of its figures: 投资额（万元）, 比例(%). */
  const unitOfColumn = new RegExp(`[（(]${units}[)）]$`, 'u');
  const { serial, ...others } = wording.tableColumns;
  const columns: readonly [ColumnKind, RegExp][] = [
    ['serial', new RegExp(`^${oneOf(serial)}$`, 'u')],
    ...(Object.entries(others) as [ColumnKind, string[]][]).map(
      ([kind, endings]): [ColumnKind, RegExp] => [kind, new RegExp(`${oneOf(endings)}$`, 'u')],
    ),
  ];
  const columnKindOf = (name: string): ColumnKind | null => {
    const plain = bare(name).replace(/[（(][^（()）]*[)）]$/u, '');
    if (unitOfColumn.test(bare(name))) return 'figures';
    return columns.find(([, ending]) => ending.test(plain))?.[0] ?? null;
  };
  const columnName = new RegExp(oneOf(Object.values(wording.tableColumns).flat()), 'gu');
  const namesColumns = (text: string): boolean => {
    const words = wordsOf(text.replace(letterSpaced, '$1$2'));
    return words.length >= leastColumns && words.every((word) => columnKindOf(word) !== null);
  };
  const duties = '(?:牵头|配合|负责|参与|落实|完成)';
  const agency = new RegExp(
    String.raw`^(?!${oneOf(wording.taskVerbs)})(?:[\p{Script=Han}“”]|[（(][市县区旗、]{1,5}[)）]){1,30}?${oneOf([...wording.agencyEndings, ...wording.organEndings])}(?:[（(][^（()）]{1,12}[)）])?(?:等\p{Script=Han}{0,4})?(?:(?:(?:根据|按照|按)职责(?:分工)?)?(?:分别)?${duties}+)?$|^(?!根据|按|等|分别)\p{Script=Han}{2,12}${duties}$`,
    'u',
  );
  const personName = new RegExp(String.raw`^[${wording.surnames}]\p{Script=Han}{1,2}等?$`, 'u');

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
    opensTitle: (text) => opener.test(bare(text)),
    opensMatter: (text) => matter.test(bare(text)),
    distributes: (title) => distributing.test(title),
    endsPartTitle: (text) => partTitle.test(bare(text)),
    isAnnouncement: (type) => announcements.has(type),
    isExplanation: (title) => explanations.has(typeEnding.exec(bare(title))?.[1] ?? ''),
    sourcesIn: (note) => {
      const named = source.exec(note.trim());
      return bodiesOf(named?.[1] ?? named?.[2] ?? '');
    },
    isCodeless: (type) => codeless.has(type),
    namesMatter: (text) => matterWithin.test(bare(text)),
    documentTypeOf: (title) => typeEnding.exec(bare(title))?.[1] ?? null,
    disclosureOf: (text) => disclosure.exec(bare(text))?.[1] ?? null,
    isAddressees: (text) => {
      const plain = bare(text);
      return (
        !/[。；！？]/u.test(plain) &&
        !opensSentence.test(plain) &&
        !plain.includes('如下') &&
        recipient.test(plain) &&
        readDate(plain) === null
      );
    },
    isClosing: (text) => closingFormula.test(bare(text)),
    isRegistration: (text) => registration.test(bare(text)),
    namesItself: (text) => ownName.test(text),
    isDocumentTitle: (text) => documentTitle.test(bare(text)),
    opensDispatchNote: (text) => dispatch.test(bare(text)),
    attachmentLabelOf: (text) => label.exec(bare(text))?.[1] ?? null,
    announcesAttachment: (text) => attached.test(bare(text)),
    attachmentLabelLength: (text) => labelWithTitle.exec(text)?.[0].length ?? 0,
    opensDuty: (text) => duty.test(text),
    endsInDuty: (text) => dutyAtEnd.test(text),
    opensPost: (text) => post.test(text),
    isPost: (text) => postLine.test(bare(text)),
    endsInPost: (text) => postEnd.test(bare(text)),
    isPostAlone: (text) => postAlone.test(text),
    isPersonSignature: (text) => person.test(bare(text)),
    isTableTitle: (text) => tableTitle.test(bare(text)),
    isChronicleTitle: (text) => chronicle.test(bare(text)) && bare(text).length <= 30,
    isStatisticsTitle: (text) => statistics.test(bare(text)) && bare(text).length <= 50,
    opensTable: (text) =>
      !/[。；：:]/u.test(text) && (tableHead.test(text.trim()) || namesColumns(text)),
    isUnit: (text) => unit.test(text),
    columnKindOf,
    columnNamesIn: (text) => {
      const names = [...bare(text).matchAll(columnName)].map(([name]) => name);
      return names.join('') === bare(text) ? names : null;
    },
    isPersonName: (text) => personName.test(text),
    isAgency: (text) => names.has(text) || (agency.test(text) && !sentence.test(text)),
    isFrontMatter: (text) => frontMatter.test(bare(text)) && !titleTail.test(bare(text)),
    imprintLabels: (text) => {
      const labels = [...bare(text).matchAll(imprintLabel)].length;
      return labels === 0 && frontMatter.test(bare(text)) ? 1 : labels;
    },
    isSectionName: (text) => {
      const plain = bare(text);
      return plain.length <= longestSection && sectionName.test(plain) && !matterWithin.test(plain);
    },
    isLetterhead: (text) => {
      const body = bare(text).replace(/文件$/u, '');
      return body !== bare(text) && isBody(body);
    },
  };
}

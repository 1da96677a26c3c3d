import type { ColumnKind, Vocabulary } from '../schema/vocabulary.ts';
import { bare, wordsOf } from '../text/spaces.ts';
import { registeredNames } from './bodies.ts';
import { longestFirst, oneOf, sentence } from './patterns.ts';

/** What the vocabulary knows of tables: their heads and what stands in their cells. */
export interface TableWords {
  /** Does it open a table's head? */
  opensTable(text: string): boolean;
  /** What a column of that name holds; null for a name that says nothing. */
  columnKindOf(name: string): ColumnKind | null;
  /** May a column of that name hold amounts, or else texts: 总投资? */
  namesAmount(name: string): boolean;
  /** The names of columns, each as the vocabulary has it, that make up a text; null where it holds anything else. */
  columnNamesIn(text: string): string[] | null;
  /** Is it the unit of figures: 万元, 亿立方米, %? */
  isUnit(text: string): boolean;
  /** Is it what a table's cell names as a body: 区发改局, 各乡镇, 相关部门配合? */
  isAgency(text: string): boolean;
}

/** So many names of columns on one line are a table's head. */
const leastColumns = 3;
/** A word of two characters set wide: 姓 名. */
const letterSpaced = /(?<!\S)(\p{Script=Han})\s+(\p{Script=Han})(?!\S)/gu;

export function makeTableWords(vocabulary: Vocabulary): TableWords {
  const { wording } = vocabulary;
  const names = registeredNames(vocabulary);
  const tableHead = new RegExp(
    String.raw`^(?:${longestFirst(wording.tableHeads).join('|')})(?:\s+\S|$)`,
    'u',
  );
  const units = `[十百千万亿]*${oneOf(wording.figureUnits)}`;
  const unit = new RegExp(`^${units}$`, 'u');
  /** A column's name that ends in the unit of its figures: 投资额（万元）, 比例(%). */
  const unitOfColumn = new RegExp(`[（(]${units}(?:[/／每]${units})?[)）]$`, 'u');
  const { serial, ...others } = wording.tableColumns;
  const columns: readonly [ColumnKind, RegExp][] = [
    ['serial', new RegExp(`^${oneOf(serial)}$`, 'u')],
    ...(Object.entries(others) as [ColumnKind, string[]][]).map(
      ([kind, endings]): [ColumnKind, RegExp] => [kind, new RegExp(`${oneOf(endings)}$`, 'u')],
    ),
  ];
  const inYear = /^\d{4}年\p{Script=Han}/u;
  const columnKindOf = (name: string): ColumnKind | null => {
    const plain = bare(name).replace(/[（(][^（()）]*[)）]$/u, '');
    if (unitOfColumn.test(bare(name))) return 'figures';
    const known = columns.find(([, pattern]) => pattern.test(plain))?.[0];
    return known ?? (inYear.test(plain) ? 'text' : null);
  };
  const columnName = new RegExp(oneOf(Object.values(wording.tableColumns).flat()), 'gu');
  const namesColumns = (text: string): boolean => {
    const words = wordsOf(text.replace(letterSpaced, '$1$2'));
    return words.length >= leastColumns && words.every((word) => columnKindOf(word) !== null);
  };
  /** `2016年实际`, `总投资`. */
  const amount = new RegExp(String.raw`${inYear.source}|${oneOf(wording.amountNames)}$`, 'u');
  const duties = '(?:牵头|配合|负责|参与|落实|完成)';
  const agency = new RegExp(
    String.raw`^(?!${oneOf(wording.taskVerbs)})(?:[\p{Script=Han}“”]|[（(][市县区旗、]{1,5}[)）]){1,30}?${oneOf([...wording.agencyEndings, ...wording.organEndings])}(?:[（(][^（()）]{1,12}[)）])?(?:等\p{Script=Han}{0,4})?(?:(?:(?:根据|按照|按)职责(?:分工)?)?(?:分别)?${duties}+)?$|^(?!根据|按|等|分别)\p{Script=Han}{2,12}${duties}$`,
    'u',
  );
  return {
    opensTable: (text) =>
      !/[。；：:]/u.test(text) && (tableHead.test(text.trim()) || namesColumns(text)),
    columnKindOf,
    namesAmount: (name) => amount.test(bare(name)),
    columnNamesIn: (text) => {
      const found = [...bare(text).matchAll(columnName)].map(([name]) => name);
      return found.join('') === bare(text) ? found : null;
    },
    isUnit: (text) => unit.test(text),
    isAgency: (text) =>
      names.has(text) ||
      (agency.test(text) && !sentence.test(text.replace(/[（(][^（()）]*[)）]/gu, ''))),
  };
}

import { readNumeral } from './numerals.ts';

/** Kinds of printed numbering, outermost first; their order is how they nest (GB/T 9704—2012, 7.3.3). */
export const markerKinds = [
  'volume',
  'chapter',
  'section',
  'article',
  'first',
  'second',
  'box',
  'decimal1',
  'decimal2',
  'decimal3',
  'third',
  'fourth',
  'fifth',
] as const;

export interface Marker {
  kind: (typeof markerKinds)[number];
  /** Its number. */
  value: number;
  /** Length in the text given, spaces included. */
  length: number;
}

const chinese = '[一二三四五六七八九十百零〇]';
/** What is measured, in parts too: a number before it is a quantity, not numbering. */
const measures =
  '倍|个|万|亿|千|百|公里|千米|米|厘米|毫米|微米|公顷|吨|公斤|千克|克|毫克|升|毫升|以[上下内]|左右|元|年|月|天|小时|分钟|秒|平方|立方|亩|级|度|摄氏|兆|千瓦|瓦|伏|分(?=[，。、；）]|$)';
const measure = `(?:${measures})`;
/** The same, and what is counted in wholes: `4.3 处置措施` is no quantity, `3 处` is. */
const unit = `(?:${measures}|人|日|名|家|项|件|次|户|岁|周|处|座|条|种|所|辆|台|套|期|批|类)`;
/** What a number counts that no space sets apart: `1号楼`, `3村`, but `1总则`. */
const counted = `(?:${unit}|组(?!织)|[号楼村队班层栋间张份本册页车头只株棵块片支门户企校站点县镇乡区市省国轮场届时])`;
/** What the heading of an emergency plan opens with: `3.1 组织机构`, `5.2 Ⅲ级响应`, `5.2 “三停”措施`. */
const opening = String.raw`(?:\p{Script=Han}|[\u2160-\u216b]|[IVX]{1,4}(?=级)|[“《])`;
const patterns: readonly [Marker['kind'], RegExp][] = [
  ['volume', new RegExp(String.raw`^第\s*(${chinese}+)\s*编(?=[\s\p{Script=Han}]|$)`, 'u')],
  [
    'chapter',
    new RegExp(String.raw`^第\s*(${chinese}+|\d{1,3})\s*章(?=[\s\p{Script=Han}]|$)`, 'u'),
  ],
  [
    'section',
    new RegExp(String.raw`^第\s*(${chinese}+|\d{1,3})\s*节(?=[\s\p{Script=Han}]|$)`, 'u'),
  ],
  [
    'article',
    new RegExp(String.raw`^第\s*(${chinese}+|\d{1,3})\s*条(?=[\s\p{Script=Han}“《（(]|$)`, 'u'),
  ],
  ['first', new RegExp(String.raw`^(${chinese}+)\s*、`, 'u')],
  ['second', new RegExp(String.raw`^[（(]\s*(${chinese}+)\s*[)）]`, 'u')],
  ['box', /^专栏\s*(\d{1,2}|[一二三四五六七八九十]+)(?=[\s\p{Script=Han}：:])/u],
  [
    'decimal3',
    new RegExp(
      String.raw`^\d{1,2}[.．]\d{1,2}[.．](\d{1,2})(?:[.．]\d{1,2})?[.．]?\s*(?!${measure})(?=${opening})`,
      'u',
    ),
  ],
  [
    'decimal2',
    new RegExp(
      String.raw`^\d{1,2}[.．](\d{1,2})[.．]?\s+(?!${measure})(?=${opening}[\p{Script=Han}\u2160-\u216bIVX])`,
      'u',
    ),
  ],
  ['decimal1', new RegExp(String.raw`^(\d{1,2})\s+(?!${unit})(?=\p{Script=Han}{2,12}$)`, 'u')],
  ['third', /^([\d０-９]{1,3})\s*[.．、](?:(?![\d０-９])|(?=20\d{2}\s*年|[2-6]G\p{Script=Han}))/u],
  ['fourth', /^[（(]\s*([\d０-９]{1,3})\s*[)）]/u],
  ['fifth', /^([\u2460-\u2473])/u],
];

/** Numbers that no space sets apart, and names set wide or listed, where the text around tells that they are an outline's. */
const close: readonly [Marker['kind'], RegExp][] = [
  ['decimal2', new RegExp(String.raw`^[1-9]\d?[.．]([1-9]\d?)(?!${measure})(?=${opening})`, 'u')],
  [
    'decimal1',
    new RegExp(
      String.raw`^([1-9]\d?)\s*(?!${counted})(?=\p{Script=Han}[\p{Script=Han}、\s]{1,13}$)`,
      'u',
    ),
  ],
];

/**
 * The printed numbering that a text opens with, or null. `2021.` and `3.5` are none, but `1 总则`, `1.3 适用范围` and
 * `5.2.1 物资储备` of an emergency plan are; `2.2022年` is a 2.
 *
 * @param inOutline - whether the text is a line of an outline, so that `1总则` and `1.3适用范围` are numbered too
 */
export function readMarker(text: string, inOutline = false): Marker | null {
  for (const [kind, pattern] of inOutline ? [...patterns, ...close] : patterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const value = readNumeral((match[1] ?? '').normalize('NFKC'));
    return value === null ? null : { kind, value, length: match[0].length };
  }
  return null;
}

/** How deep a kind nests: smaller is further out. */
export function rankOf(kind: Marker['kind']): number {
  return markerKinds.indexOf(kind);
}

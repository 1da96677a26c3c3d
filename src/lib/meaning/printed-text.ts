import type { Node } from 'unist';
import { linesOf } from '../tree/build.ts';
import { readMarker } from '../text/markers.ts';
import { dropLayoutSpaces, joinSpaced, wordsOf } from '../text/spaces.ts';
import type { Block } from '../tree/types.ts';

/** 组 长：李 婧 大武口区人民政府副区长 — the space between name and post carries meaning, the others are layout. */
const member =
  /^((?:[-·*]\s*)?(?:\**[\p{Script=Han}\s]{1,9}\**[：:]\**\s*)?(?:\p{Script=Han}{2,4}|\p{Script=Han}\s+\p{Script=Han})(?:[（(][\p{Script=Han}，、]{1,8}[)）])?)\s+(?=[\p{Script=Han}（(]{3,}[^。；]*$)/u;
/** 第一条 为了…, 第一章 总则: the number and what it counts are set apart. */
const division = /^(第\s*[一二三四五六七八九十百零〇\d]+\s*[编章节条])\s+(?=\S)/u;
/** `5月3日—4日　市长到某县…`: the day of an event and what happened are set apart, by more than the space of a figure. */
const day =
  /^((?:\d{1,2}\s*月\s*\d{1,2}\s*日(?:\s*[—–~～至-]+\s*(?:\d{1,2}\s*月\s*)?\d{1,2}\s*日)?|同日|当日|是日))(?:\u3000|\s{2})\s*(?=\p{Script=Han}|[“《])/u;
/** `表1　主要目标`: the number of a table and its name are set apart. */
const caption = /^(续?[表图]\s*\d{1,3}(?:[-－.]\d{1,2})?)\s+(?=\p{Script=Han})/u;
/** `发布日期：…　来源：…`: what a label opens is set apart from what stands before it. */
const labels =
  /^(\p{Script=Han}{2,4}[：:]\S+|\d{4}\s*年[\d\s月]+日|\d{4}(?:[-./]\d{1,2}){2})(?:\s{2,}|\u3000)\s*(?=\p{Script=Han}{2,4}[：:]\S+$)/u;
/** `出席：`, `列席：` before a list of names. */
const listLabel = /^\p{Script=Han}{2,6}[：:]\s*/u;

/** A full-width space: what Chinese type sets between a name and a post. */
const separator = '\u3000';
/** So many words on one line, parted by spaces alone, are a list; so are two long ones that wide spaces part. */
const leastWords = 3;
const twoNames =
  /^\s*(?:\p{Script=Han}{3,}(?:\s{2,}|\u3000+)\p{Script=Han}{3,}|\p{Script=Han}{3,})\s*$/u;

/** The text of nodes as a reader takes it: lines re-joined, layout spaces gone. */
export function printedText(nodes: readonly Node[]): string {
  const lines = nodes.flatMap(linesOf).map((line) => line.value);
  const [label = ''] = listLabel.exec(lines[0] ?? '') ?? [];
  const list = wordList(lines.map((line, at) => (at === 0 ? line.slice(label.length) : line)));
  if (list) return dropLayoutSpaces(label) + list.join(separator);
  const text = lines.join('');
  const apart =
    division.exec(text) ??
    day.exec(text) ??
    caption.exec(text) ??
    labels.exec(text) ??
    (readMarker(text) ? null : member.exec(text));
  if (!apart) return dropLayoutSpaces(text);
  return [apart[1] ?? '', text.slice(apart[0].length)].map(dropLayoutSpaces).join(separator);
}

/** Names or bodies that only spaces part, on one line or several; null for any other text. A name may be padded: 陆 平. */
function wordList(lines: readonly string[]): string[] | null {
  const words = lines.map((line) => wordsOf(joinSpaced(line)));
  const [first] = words;
  if (first?.length === 2 && lines.every((line) => twoNames.test(line))) return words.flat();
  if ((first?.length ?? 0) < leastWords) return null;
  const all = words.flat();
  const letterSpaced = all.filter((word) => word.length === 1).length > all.length / 2;
  if (letterSpaced || !all.every((word) => /^\p{Script=Han}+$/u.test(word))) return null;
  const joined = words.flatMap((line) =>
    line.reduce<string[]>((names, word) => {
      const last = names.at(-1);
      if (last?.length === 1 && word.length === 1) names[names.length - 1] = last + word;
      else names.push(word);
      return names;
    }, []),
  );
  return joined.length >= leastWords && joined.every((word) => word.length > 1) ? joined : null;
}

/** Texts of a table's cells, row by row; of any other block its text. */
export function rowTexts(block: Block): string[][] {
  if (block.type !== 'table') return [[printedText([block])]];
  return block.children.flatMap((row) =>
    row.type === 'row' ? [row.children.map((cell) => printedText(cell.children))] : [],
  );
}

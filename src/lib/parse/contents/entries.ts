import { bare } from '../../text/spaces.ts';
import { readDocNumber } from '../../text/doc-number.ts';
import type { ContentsEntry, Line } from '../../tree/types.ts';
import { setOffAfter, setOffBetween } from '../set-off.ts';

/** A contents list: its entries, and the source line on which the last of them ends; 0 where there is none. */
export interface Contents {
  entries: ContentsEntry[];
  lastLine: number;
}

/** How a contents list is headed; set wide, each sign may stand on a line of its own. */
const title = /^目[录次]$/u;
const [firstSign, lastSign] = [/^目$/u, /^[录次]$/u];

/** Does a contents list begin below a line? */
export function isContentsTitle(text: string, above: string): boolean {
  const plain = bare(text);
  return title.test(plain) || (lastSign.test(plain) && firstSign.test(bare(above)));
}

const name = /^\p{Script=Han}{2,16}$/u;

/** The name of a section that signs set off, from a line without spaces: `【县政府文件】`, `◎县政府文件`; undefined for any other. */
export function sectionSetOff(plain: string): string | undefined {
  const led = setOffAfter(plain)?.name ?? '';
  return setOffBetween(plain)?.name ?? (name.test(led) ? led : undefined);
}

const bullet = /^[-•●·]?\s*(?:\d{1,3}\s*[.．、]\s*)?/u;
/** `（国函〔2021〕82号）` after a title; `第746号` after 某某令. */
const numberAtEnd = /(?:[（(][^（()）]*号[)）]|(?<=令)第[\d０-９〇一二三四五六七八九十百]+号)$/u;

/** An entry by its printed text, without spaces: the title, and the number after it. */
export function entryOf(
  printed: string,
  section: string | null,
  first: Line | undefined,
): ContentsEntry {
  const plain = bare(printed).replace(bullet, '');
  return {
    title: plain.replace(numberAtEnd, ''),
    docNumber: readDocNumber(numberAtEnd.exec(plain)?.[0] ?? '')?.text ?? null,
    section,
    line: first?.position?.start.line ?? 0,
  };
}

/** What ends a sentence, or an item of a list. */
export const terminal = /[。！？：；]["”’）》】*]*$/u;
/** A clause in brackets after the full stop ends its paragraph: …要指标。（牵头单位：区司法局） */
export const closedClause = /。（[^（）]*(?:（[^（）]*）[^（）]*)*）$/u;
export const comma = /[，、]$/u;
/** What begins no paragraph: a sign that closes, or one character before it, `区，建成…`; but `市、县两级…` may begin one. */
export const closing = /^[，。、；：！？）》”’】]/u;
export const wordEnd =
  /^(?![省市县区旗州盟乡镇村]、)\p{Script=Han}[，。、；]|^(?![省市县区旗州盟乡镇村各])\p{Script=Han}（/u;

/** What no line breaks inside: a figure or a Latin word, and the signs that begin no line. */
export const unbroken = /^(?:[\dA-Za-z.%]+|.)[，。、；：！？）》”’]*/u;

const pairs = new Map([
  ['》', '《'],
  ['）', '（'],
  ['”', '“'],
  ['〕', '〔'],
]);
const openers = new Set(pairs.values());

/** Where the last bracket stands that a text leaves open; -1 for none. */
export function lastOpened(text: string): number {
  const open: { sign: string; at: number }[] = [];
  for (const [at, sign] of [...text].entries()) {
    const opening = pairs.get(sign);
    if (openers.has(sign)) open.push({ sign, at });
    else if (opening !== undefined) {
      const match = open.findLastIndex((entry) => entry.sign === opening);
      if (match >= 0) open.splice(match, 1);
    }
  }
  return open.at(-1)?.at ?? -1;
}

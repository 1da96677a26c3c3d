/** What signs set off: the sign before it, and the text. */
interface SetOff {
  sign: string;
  name: string;
}

const between = /^([【〖〔[［◆★■●▲☆◇※·•])\s*(.{2,24}?)\s*[】〗〕\]］◆★■●▲☆◇※·•]$/u;
const after = /^([◆★■●▲☆◇※◎○])\s*(.+)$/u;

const named = (match: RegExpExecArray | null): SetOff | null =>
  match && { sign: match[1] ?? '', name: match[2] ?? '' };

/** A name between signs: `【政府文件】`, `◆县政府文件◆`; null for any other text. */
export const setOffBetween = (text: string): SetOff | null => named(between.exec(text));

/** What follows a sign, a name or a sentence: `●会议纪要`; null for any other text. */
export const setOffAfter = (text: string): SetOff | null => named(after.exec(text));

/** A piece of a text that is all Chinese or all something else. */
export interface Run {
  text: string;
  chinese: boolean;
}

/** Han characters with the signs, figures and spaces between them, but without those around them. */
const chinese =
  /(?:[《〈〔（“][\p{N}\s]*)*\p{Script=Han}(?:[\p{Script=Han}\p{N}\s《》〈〉〔〕（）“”、，；：·-]*[\p{Script=Han}\p{N}》〉〕）”])?/gu;

/**
 * Cuts a text into Chinese and other runs, so that each can be marked with its language:
 * `Try 教育 资金.` to `Try `, `教育 资金`, `.`
 */
export function chineseRuns(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(chinese)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index), chinese: false });
    runs.push({ text: match[0], chinese: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ text: text.slice(end), chinese: false });
  return runs;
}

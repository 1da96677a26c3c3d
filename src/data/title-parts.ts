/** Where a reader would pause in a title: before its subject, after the name of the body that speaks. */
const pauses = /(?=关于)|(?=《)|(?<=人民政府(?!办公室))|(?<=办公室|委员会)/u;

/** Characters of a part that fit a line of a phone. */
const line = 14;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Cuts a title where it may be broken: at its pauses, and in a part too long for a line between its words. */
export function titleParts(title: string): string[] {
  return title.split(pauses).flatMap((part) => (part.length <= line ? [part] : betweenWords(part)));
}

/** Signs stay with the words beside them, for the browser knows where they may stand in a line. */
function betweenWords(part: string): string[] {
  const parts: string[] = [];
  let free = false;
  for (const { segment, isWordLike } of words.segment(part)) {
    const word = isWordLike === true;
    if (free && word) parts.push(segment);
    else parts.push(`${parts.pop() ?? ''}${segment}`);
    // `的` opens no line of its own: what follows it stays beside it.
    free = word && segment !== '的';
  }
  return parts;
}

import type { Node } from 'unist';
import { linesOf } from '../tree/build.ts';
import { dropLayoutSpaces } from '../text/spaces.ts';

/** 组 长：李 婧 大武口区人民政府副区长 — the space between name and post carries meaning, the others are layout. */
const member =
  /^((?:[-·*]\s*)?(?:\**[\p{Script=Han}\s]{1,9}\**[：:]\**\s*)?(?:\p{Script=Han}{2,4}|\p{Script=Han}\s\p{Script=Han}))\s+(?=[\p{Script=Han}（(]{3,}[^。；]*$)/u;

/** A full-width space: what Chinese type sets between a name and a post. */
const separator = '\u3000';

/** The text of nodes as a reader takes it: lines re-joined, layout spaces gone. */
export function printedText(nodes: readonly Node[]): string {
  const text = nodes
    .flatMap(linesOf)
    .map((line) => line.value)
    .join('');
  const name = member.exec(text);
  if (!name) return dropLayoutSpaces(text);
  return [name[1] ?? '', text.slice(name[0].length)].map(dropLayoutSpaces).join(separator);
}

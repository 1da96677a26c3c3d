import { dropLayoutSpaces } from '../text/spaces.ts';

/** Bodies of a line of addressees, in printed order; brackets are not split. */
export function readAddressees(text: string): string[] {
  const plain = dropLayoutSpaces(text).replace(/[：:]$/u, '');
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const character of plain) {
    if ('（(<《'.includes(character)) depth += 1;
    if ('）)>》'.includes(character)) depth -= 1;
    if (depth === 0 && '，、,；;'.includes(character)) {
      names.push(name);
      name = '';
    } else name += character;
  }
  return [...names, name].filter(Boolean);
}

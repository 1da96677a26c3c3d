import { dropLayoutSpaces } from '../text/spaces.ts';

/** `各县、市、区人民政府` are one kind of body, not three. */
const levels = /^、[县市区旗乡镇](?:、|人民政府)/u;

/** Bodies of a line of addressees, in printed order; brackets are not split. */
export function readAddressees(text: string): string[] {
  const plain = dropLayoutSpaces(text).replace(/[：:]$/u, '');
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const [at, character] of [...plain].entries()) {
    if ('（(<《'.includes(character)) depth += 1;
    if ('）)>》'.includes(character)) depth -= 1;
    const goesOn = character === '、' && levels.test([...plain].slice(at).join(''));
    if (depth === 0 && '，、,；;'.includes(character) && !goesOn) {
      names.push(name);
      name = '';
    } else name += character;
  }
  return [...names, name].filter(Boolean);
}

import { dropLayoutSpaces } from '../text/spaces.ts';

/** `各县、市、区人民政府` are one kind of body, not three. */
const levels = /^、[县市区旗乡镇](?:、|人民政府)/u;
/** So are `各省、自治区、直辖市及计划单列市财政厅（局）`. */
const provinces = /^、(?:自治区|直辖市|计划单列市|新疆生产建设兵团)/u;

/** `各位代表：` greets who listens; a speech has no addressees. */
const salutation = '各位';

/** Bodies of a line of addressees, in printed order; brackets are not split. */
export function readAddressees(text: string): string[] {
  const plain = dropLayoutSpaces(text).replace(/[：:]$/u, '');
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const [at, character] of [...plain].entries()) {
    if ('（(<《'.includes(character)) depth += 1;
    if ('）)>》'.includes(character)) depth -= 1;
    const rest = [...plain].slice(at).join('');
    const goesOn = levels.test(rest) || (name.startsWith('各省') && provinces.test(rest));
    if (depth === 0 && '，、,；;'.includes(character) && !goesOn) {
      names.push(name);
      name = '';
    } else name += character;
  }
  const all = [...names, name].filter(Boolean);
  return all.every((one) => one.startsWith(salutation)) ? [] : all;
}

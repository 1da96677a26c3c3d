import { facets, type Facet } from './facets.ts';

/** All names of each facet value, Chinese and English, short forms included; the first two are the full ones. */
export type Names = Record<Facet, Record<string, string[]>>;

/** A facet value that a reader may have meant. */
export interface Named {
  facet: Facet;
  value: string;
}

/**
 * The facet values that a folded fragment names, fully or in part: anywhere in a Chinese name, from the beginning of a
 * word in an English one, where a plural is as good as the singular.
 */
export function namedBy(fragment: string, names: Names, fold: (text: string) => string): Named[] {
  return facets.flatMap((facet) =>
    Object.entries(names[facet])
      .filter(([, own]) => own.some((name) => isNamed(fragment, name, fold)))
      .map(([value]) => ({ facet, value })),
  );
}

function isNamed(fragment: string, name: string, fold: (text: string) => string): boolean {
  if (fragment === '') return false;
  if (/\p{Script=Han}/u.test(name)) return fold(name).includes(fragment);
  const words = name.split(/[^\p{L}\p{N}]+/u).map(fold);
  const single = fragment.replace(/s$/u, '');
  return words.some((word, i) => {
    const rest = words.slice(i).join('');
    return rest.startsWith(fragment) || word === single;
  });
}

/** Values by id, or else by a whole name of theirs: 通知 and Notice mean `notice`. Unknown ones stay as they are. */
export function valuesOf(
  asked: readonly string[],
  names: Readonly<Record<string, readonly string[]>>,
  fold: (text: string) => string,
): string[] {
  return asked.flatMap((one) => {
    if (Object.hasOwn(names, one)) return [one];
    const named = Object.entries(names)
      .filter(([, own]) => own.some((name) => fold(name) === fold(one)))
      .map(([value]) => value);
    return named.length > 0 ? named : [one];
  });
}

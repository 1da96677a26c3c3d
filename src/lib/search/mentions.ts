import { bodyIdOf } from '../meaning/issuers.ts';
import type { Body, Region } from '../schema/vocabulary.ts';

/** Shorter names are words of the language: 区委 stands in 市区委托. */
const shortest = 3;

/** These endings also begin other words: 政府办法, 发改委托. */
const ambiguous = /[办委]$/u;

/**
 * Makes a finder of the registered bodies that a text names. Where one name begins in another, the longer one is meant:
 * 区政府办公室 does not name 区政府.
 *
 * @returns from the texts of a notice and the place of its gazette to the ids of bodies, sorted; a short form is read as
 *   in `bodyIdOf`
 */
export function bodyFinder(
  bodies: readonly Body[],
  regions: readonly Region[],
): (texts: readonly string[], region: string) => string[] {
  const names = new Set(bodies.flatMap(({ zh, aliases }) => [zh, ...aliases]));
  const byStart = Map.groupBy(
    [...names].filter((name) => name.length >= shortest).sort((a, b) => b.length - a.length),
    (name) => name.slice(0, 2),
  );
  const known = new Map<string, string | null>();
  const idOf = (name: string, region: string): string | null => {
    const key = `${region} ${name}`;
    const id = known.get(key) ?? bodyIdOf(name, region, bodies, regions);
    known.set(key, id);
    return id;
  };
  const nameAt = (text: string, at: number): string | undefined =>
    byStart
      .get(text.slice(at, at + 2))
      ?.find(
        (name) =>
          text.startsWith(name, at) &&
          !(ambiguous.test(name) && /^\p{Script=Han}/u.test(text.slice(at + name.length))),
      );
  return (texts, region) => {
    const found = new Set<string>();
    for (const text of texts)
      for (let at = 0; at < text.length; at++) {
        const name = nameAt(text, at);
        if (name === undefined) continue;
        at += name.length - 1;
        const id = idOf(name, region);
        if (id !== null) found.add(id);
      }
    return [...found].sort();
  };
}

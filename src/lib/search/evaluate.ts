import type { Catalog } from './catalog.ts';
import { readNumber } from './number.ts';
import { regions } from './places.ts';
import { hasReaderSpaces, mayBeOneFragment, parseQuery, type Query, type Term } from './query.ts';
import { placeWorth, promoteNumber, type Scores } from './score.ts';

/** What an evaluation needs. */
export interface Archive {
  catalog: Pick<Catalog, 'titles' | 'numbers'>;
  fold: (text: string) => string;
  /** Notices that hold a folded fragment of one character or more, and the place of the first match in each. */
  find: (fragment: string) => Promise<ReadonlyMap<number, number>>;
  /** Notices of bodies, types or regions that a folded fragment names. */
  named: (fragment: string) => Promise<Iterable<number>>;
  /** Texts of a notice as printed. */
  texts: (notice: number) => Promise<readonly string[]>;
  /** Cuts a text into words of its language. */
  words: (text: string) => string[];
}

/** What a query found. */
export interface Evaluation {
  scores: Scores;
  /** Folded fragments that were looked for, to be marked in the results. */
  fragments: string[];
  /** True where no notice met the query and looser matches are given. */
  relaxed: boolean;
}

/**
 * Finds the notices that meet a query.
 *
 * @param text the query as typed; one without letters and digits finds every notice
 */
export async function evaluate(text: string, archive: Archive): Promise<Evaluation> {
  const { fold } = archive;
  if (fold(text) === '') {
    const scores = new Map(archive.catalog.titles.map((_, notice) => [notice, 0]));
    return { scores, fragments: [], relaxed: false };
  }
  const query = parseQuery(text);
  const exact = (await copied(text, archive)) ?? (await metAnyhow(text, query, archive));
  const number = readNumber(text);
  if (number) promoteNumber(exact.scores, number, archive.catalog, fold);
  if (exact.scores.size > 0) return { ...exact, relaxed: false };
  return { ...(await relax(query, archive)), relaxed: true };
}

type Found = Omit<Evaluation, 'relaxed'>;

/** The query as one fragment copied with its spaces, where it may be one and is found. */
async function copied(text: string, archive: Archive): Promise<Found | undefined> {
  if (!mayBeOneFragment(text)) return undefined;
  const fragment = archive.fold(text);
  const scores = await worths(fragment, archive);
  if (scores.size === 0) return undefined;
  if (hasReaderSpaces(text) && !(await isPrinted(text, [...scores.keys()], archive)))
    return undefined;
  return { scores, fragments: [fragment] };
}

/** Notices read to see whether spaces are a reader's or a printer's: as many as a reader is shown at first anyway. */
const readAtMost = 10;

/** True where one of the first notices prints a text with just its spaces. */
async function isPrinted(text: string, notices: number[], { texts }: Archive): Promise<boolean> {
  const plain = (printed: string): string => printed.replaceAll(/\s+/gu, ' ').trim();
  const wanted = plain(text);
  const read = await Promise.all(notices.slice(0, readAtMost).map(texts));
  return read.flat().some((printed) => plain(printed).includes(wanted));
}

/**
 * Notices whose text meets the query; where there is none and the query has Latin letters, which the texts hardly
 * have, names in English count like names in the text.
 */
async function metAnyhow(text: string, query: Query, archive: Archive): Promise<Found> {
  const found = await meet(query, archive);
  if (found.scores.size > 0 || !/\p{Script=Latin}/u.test(text)) return found;
  return meet(query, {
    ...archive,
    async find(fragment) {
      const [inText, byName] = await Promise.all([archive.find(fragment), archive.named(fragment)]);
      const places = new Map(inText);
      for (const notice of byName) {
        places.set(notice, Math.min(regions.head, places.get(notice) ?? regions.head));
      }
      return places;
    },
  });
}

/** Notices that meet every clause and hold no excluded term. */
async function meet({ clauses, excluded }: Query, archive: Archive): Promise<Found> {
  const [met, barred] = await Promise.all([
    Promise.all(foldTerms(clauses, archive.fold).map((clause) => anyOf(clause, archive))),
    Promise.all(foldTerms([excluded], archive.fold).map((terms) => anyOf(terms, archive))),
  ]);
  const [first = new Map<number, number>(), ...rest] = met;
  const scores: Scores = new Map();
  for (const [notice, score] of first) {
    if (!rest.every((clause) => clause.has(notice))) continue;
    if (barred.some((terms) => terms.has(notice))) continue;
    scores.set(
      notice,
      rest.reduce((sum, clause) => sum + (clause.get(notice) ?? 0), score),
    );
  }
  return { scores, fragments: [...new Set(foldTerms(clauses, archive.fold).flat())] };
}

/** Folded terms by clause; what folds to nothing asks for nothing. */
function foldTerms(clauses: readonly Term[][], fold: Archive['fold']): string[][] {
  return clauses
    .map((terms) => terms.map(({ text }) => fold(text)).filter((fragment) => fragment !== ''))
    .filter((fragments) => fragments.length > 0);
}

async function anyOf(fragments: readonly string[], archive: Archive): Promise<Scores> {
  const best: Scores = new Map();
  for (const scores of await Promise.all(fragments.map((fragment) => worths(fragment, archive))))
    for (const [notice, score] of scores) best.set(notice, Math.max(score, best.get(notice) ?? 0));
  return best;
}

async function worths(fragment: string, { catalog, find }: Archive): Promise<Scores> {
  const length = Array.from(fragment).length;
  const found = await find(fragment);
  const scores: Scores = new Map();
  for (const [notice, place] of found)
    scores.set(notice, placeWorth(place, length, catalog.titles[notice] ?? 0));
  return scores;
}

/** Share of the words that occur anywhere which a looser match must hold. */
const enough = 0.5;

/**
 * Notices that hold at least half of the words of a query that no notice meets. A rare word weighs more than a common one, as
 * the logarithm of all notices over those that hold it.
 */
async function relax({ clauses }: Query, archive: Archive): Promise<Found> {
  const all = archive.catalog.titles.length;
  const words = [
    ...new Set(
      clauses
        .flat()
        .flatMap(({ text }) => archive.words(text))
        .map(archive.fold)
        .filter((word) => word !== ''),
    ),
  ];
  const long = words.filter((word) => Array.from(word).length > 1);
  const wanted = long.length > 0 ? long : words;
  const found = await Promise.all(
    wanted.map(async (word) => {
      const scores = await worths(word, archive);
      return { word, scores, weight: scores.size === 0 ? 0 : Math.log(1 + all / scores.size) };
    }),
  );
  const least = found.filter(({ weight }) => weight > 0).length * enough;
  const held: Scores = new Map();
  const scores: Scores = new Map();
  for (const { scores: own, weight } of found)
    for (const [notice, score] of own) {
      held.set(notice, (held.get(notice) ?? 0) + 1);
      scores.set(notice, (scores.get(notice) ?? 0) + weight * score);
    }
  for (const [notice, count] of held) if (count < least) scores.delete(notice);
  return {
    scores,
    fragments: found.filter(({ weight }) => weight > 0).map(({ word }) => word),
  };
}

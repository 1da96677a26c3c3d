import type { Row } from './catalog.ts';
import type { Holders } from './find.ts';
import { isNumber, readNumber, wholeNumber, type NumberQuery } from './number.ts';
import { isMostLikelyAsked, mayBeOneFragment, parseQuery, type Query, type Term } from './query.ts';
import { matchWorth, numberWorth, type Scores } from './score.ts';

/** What an evaluation needs. */
export interface Archive {
  /** Number of notices. */
  notices: number;
  fold: (text: string) => string;
  /** Notices that hold a folded fragment of one character or more. */
  find: (fragment: string) => Promise<Holders>;
  /** Fetches the rows of notices. */
  rows: (notices: Iterable<number>) => Promise<(notice: number) => Pick<Row, 'number' | 'title'>>;
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
  /** The document number that was asked for, where no notice bears it but some print it; else null. */
  cited: string | null;
}

/**
 * Finds the notices that meet a query.
 *
 * @param text the query as typed; one without letters and digits finds every notice
 */
export async function evaluate(text: string, archive: Archive): Promise<Evaluation> {
  const { fold } = archive;
  if (fold(text) === '') {
    const scores = new Map(Array.from({ length: archive.notices }, (_, notice) => [notice, 0]));
    return { scores, fragments: [], relaxed: false, cited: null };
  }
  const query = parseQuery(text);
  const exact = (await copied(text, archive)) ?? (await metAnyhow(text, query, archive));
  const number = readNumber(text);
  const cited = number ? await promoteNumber(exact, number, archive) : null;
  if (exact.scores.size > 0) return { ...exact, relaxed: false, cited };
  return { ...(await relax(query, archive)), relaxed: true, cited };
}

type Found = Pick<Evaluation, 'scores' | 'fragments'>;

/**
 * Puts the notices that bear a number before all others; where there is none, those that print it.
 *
 * @returns the number, where it is only printed
 */
async function promoteNumber(
  found: Found,
  wanted: NumberQuery,
  archive: Archive,
): Promise<string | null> {
  const whole = wholeNumber(wanted);
  const raise = (notices: Iterable<number>, by: number): void => {
    for (const notice of notices) found.scores.set(notice, (found.scores.get(notice) ?? 0) + by);
  };
  const bearers = await bearersOf(wanted, archive);
  // Part of a number, 第11号, may be text like any other: who holds it otherwise printed is not meant.
  const open = whole !== null || found.scores.size === 0;
  raise(
    bearers.filter((notice) => open || found.scores.has(notice)),
    numberWorth.borne,
  );
  if (bearers.length > 0 || whole === null) return null;
  const fragment = archive.fold(whole);
  const printed = await archive.find(fragment);
  if (printed.size === 0) return null;
  raise(printed.keys(), numberWorth.printed);
  found.fragments = [fragment];
  return whole;
}

/** The notices that bear a number. */
async function bearersOf(wanted: NumberQuery, archive: Archive): Promise<number[]> {
  const { year, serial } = wanted;
  // Most numbers stand as 〔2023〕5号; others as 〔2023〕05号, 〔2023〕第5号 or 〔二〇二三〕5号.
  for (const ending of year === null ? [`${serial}号`] : [`${year}${serial}号`, `${serial}号`]) {
    const printed = await archive.find(archive.fold(ending));
    // A number stands in the head, or by chance in the title too.
    const heads = [...printed].flatMap(([notice, region]) =>
      region === 'title' || region === 'head' ? [notice] : [],
    );
    const rowOf = await archive.rows(heads);
    const bearers = heads.filter((notice) => {
      const { number } = rowOf(notice);
      return number !== null && isNumber(number, wanted, archive.fold);
    });
    if (bearers.length > 0) return bearers;
  }
  return [];
}

/** The query as one fragment copied with its spaces and signs, where it may be one and is found. */
async function copied(text: string, archive: Archive): Promise<Found | undefined> {
  if (!mayBeOneFragment(text)) return undefined;
  const fragment = archive.fold(text);
  const holders = await archive.find(fragment);
  if (holders.size === 0) return undefined;
  if (isMostLikelyAsked(text) && !(await isPrinted(text, [...holders.keys()], archive)))
    return undefined;
  return { scores: await worthOfAll([[[fragment, holders]]], archive), fragments: [fragment] };
}

/** Notices read to see whether spaces and signs are a reader's or a printer's: as many as a reader is shown at first anyway. */
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
      const holders = new Map(inText);
      for (const notice of byName) if (holders.get(notice) !== 'title') holders.set(notice, 'head');
      return holders;
    },
  });
}

/** The fragments of a clause, each with its holders. */
type Clause = (readonly [fragment: string, holders: Holders])[];

/** Notices that meet every clause and hold no excluded term. */
async function meet({ clauses, excluded }: Query, archive: Archive): Promise<Found> {
  const look = (terms: string[]): Promise<Clause> =>
    Promise.all(terms.map(async (term) => [term, await archive.find(term)] as const));
  const wanted = foldTerms(clauses, archive.fold);
  const [met, barred] = await Promise.all([
    Promise.all(wanted.map(look)),
    Promise.all(foldTerms([excluded], archive.fold).map(look)),
  ]);
  const scores = await worthOfAll(met, archive, (notice) => !barred.flat().some(holds(notice)));
  return { scores, fragments: [...new Set(wanted.flat())] };
}

const holds =
  (notice: number) =>
  ([, holders]: Clause[number]): boolean =>
    holders.has(notice);

/** The notices that meet every clause, each worth the sum of its best matches. */
async function worthOfAll(
  clauses: readonly Clause[],
  archive: Archive,
  passes: (notice: number) => boolean = () => true,
): Promise<Scores> {
  const [first = [], ...rest] = clauses;
  const notices = [...new Set(first.flatMap(([, holders]) => [...holders.keys()]))].filter(
    (notice) => rest.every((clause) => clause.some(holds(notice))) && passes(notice),
  );
  const rowOf = await archive.rows(notices);
  const best = (clause: Clause, notice: number): number =>
    clause.reduce((most, [fragment, holders]) => {
      const region = holders.get(notice);
      if (region === undefined) return most;
      return Math.max(most, matchWorth(region, lengthOf(fragment), rowOf(notice).title));
    }, 0);
  return new Map(
    notices.map((notice) => [
      notice,
      clauses.reduce((sum, clause) => sum + best(clause, notice), 0),
    ]),
  );
}

function lengthOf(fragment: string): number {
  return Array.from(fragment).length;
}

/** Folded terms by clause; what folds to nothing asks for nothing. */
function foldTerms(clauses: readonly Term[][], fold: Archive['fold']): string[][] {
  return clauses
    .map((terms) => terms.map(({ text }) => fold(text)).filter((fragment) => fragment !== ''))
    .filter((fragments) => fragments.length > 0);
}

/** Share of the words that occur anywhere which a looser match must hold. */
const enough = 0.5;

/**
 * Notices that hold at least half of the words of a query that no notice meets. A rare word weighs more than a common one, as
 * the logarithm of all notices over those that hold it.
 */
async function relax({ clauses }: Query, archive: Archive): Promise<Found> {
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
      const scores = await worthOfAll([[[word, await archive.find(word)]]], archive);
      const weight = scores.size === 0 ? 0 : Math.log(1 + archive.notices / scores.size);
      return { word, scores, weight };
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

/** One thing to look for. */
export interface Term {
  /** As typed, without its quotes. */
  text: string;
  /** True where it stood in quotes. */
  quoted: boolean;
}

/** A parsed query: every clause must be met by one of its terms, no excluded term may occur. */
export interface Query {
  clauses: Term[][];
  excluded: Term[];
}

/** An operator or a term of the query, as it stands. */
const part = /(?<=^|\s)(?<minus>-(?=\S))?(?:"(?<quoted>[^"]+)"(?=\s|$)|(?<word>\S+))/gu;

/**
 * Parses a query: spaces join words that all must occur, `OR` joins two terms of which one is enough, `-` excludes a
 * word, `"…"` keeps words together. All else, Chinese quotation marks included, is text: a fragment copied out of a
 * notice means itself. Never fails.
 */
export function parseQuery(query: string): Query {
  const clauses: Term[][] = [];
  const excluded: Term[] = [];
  let or = false;
  for (const { groups } of query.replaceAll('＂', '"').matchAll(part)) {
    const { minus, quoted, word = '' } = groups ?? {};
    if (word === 'OR' && minus === undefined) {
      or = clauses.length > 0;
      continue;
    }
    const term = { text: quoted ?? word, quoted: quoted !== undefined };
    const last = clauses.at(-1);
    if (minus !== undefined) excluded.push(term);
    else if (or && last) last.push(term);
    else clauses.push([term]);
    or = false;
  }
  // With nothing to look for, the operators were text: -5℃, OR.
  if (clauses.length === 0 && excluded.length > 0)
    return { clauses: excluded.map((term) => [term]), excluded: [] };
  const text = query.trim();
  if (clauses.length === 0 && text !== '') clauses.push([{ text, quoted: false }]);
  return { clauses, excluded };
}

/** True where a query may be one fragment copied from a text that has spaces, or signs that look like operators. */
export function mayBeOneFragment(query: string): boolean {
  return /["＂]|\S\s+\S/u.test(query);
}

/**
 * True where the spaces and signs of a query are most likely a reader's: operators, and spaces between words. Printed
 * spaces stand beside Latin letters or digits, are full-width, or cut a single character off: 局 财政.
 */
export function isMostLikelyAsked(query: string): boolean {
  return /["＂]|\s-\S|(?:^|\s)OR\s|\p{Script=Han}{2}[^\S\u3000]+\p{Script=Han}{2}/u.test(query);
}

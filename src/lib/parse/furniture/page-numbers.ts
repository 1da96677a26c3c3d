import type { Line } from '../../tree/types.ts';

/** A number that may be that of a page. */
export const bareNumber = /^\d{1,4}$/u;
/** `- 24 -`, `— —` whose number was lost, `4— —`, `·3·`, `第3页共9页`; `一18一`, where dashes were read as the character. */
export const dashedNumber =
  /^(?:\d{0,4}\s*[—–\-－~～]+\s*[\d０-９]{1,4}\s*[—–\-－~～]+|[—–\-－一]\s*\d{1,4}\s*[—–\-－一]|\d{0,4}\s*[—–]+\s+[—–]+|[·•]\s*\d{1,4}\s*[·•]|第\s*\d+\s*页(?:\s*[,，/（(]?\s*共\s*\d+\s*页\s*[)）]?)?|\d{1,4}\s*\/\s*\d{1,4})$/u;
/** So many numbers must count on, at least so many lines apart, save beside a header: rows of a table stand closer. */
const leastPages = 4;
/** At the edges of pages fewer will do, if so many of the edges have one. */
const leastEdges = 3;
const edgeShare = 0.5;
const leastLines = 10;
/** A page that lost its number leaves a gap in the count; a longer one is none of it. */
const longestStep = 3;
/** Pages are about as long as each other, and run from the first to the last of a text. */
const alike = { shortest: 0.4, longest: 2.5 };

/** A number alone on its line. */
interface Numbered {
  line: Line;
  at: number;
  value: number;
  /** Which page's edge it stands at, where edges are known. */
  page: number;
  /** Does a line stand beside it that belongs to no text either? */
  beside: boolean;
}

/**
 * The longest chain of numbers each of which may follow the one before it; of those as long, that with most beside other
 * furniture.
 */
function longestChain(
  numbers: readonly Numbered[],
  follows: (next: Numbered, last: Numbered) => boolean,
): Numbered[] {
  interface Chain {
    last: Numbered;
    length: number;
    beside: number;
    before: number;
  }
  const chains: Chain[] = [];
  const isLonger = (one: Chain, other: Chain | undefined): boolean =>
    other === undefined ||
    one.length > other.length ||
    (one.length === other.length && one.beside > other.beside);
  const longestOf = (follow: (chain: Chain) => boolean): number =>
    chains.reduce(
      (best, chain, at) => (follow(chain) && isLonger(chain, chains[best]) ? at : best),
      -1,
    );
  for (const last of numbers) {
    const before = longestOf((chain) => follows(last, chain.last));
    const { length = 0, beside = 0 } = chains[before] ?? {};
    chains.push({ last, length: length + 1, beside: beside + Number(last.beside), before });
  }
  const found: Numbered[] = [];
  let at = longestOf(() => true);
  for (let chain = chains[at]; chain; chain = chains[at]) {
    found.unshift(chain.last);
    at = chain.before;
  }
  return found;
}

/** What is known already of lines that belong to no text. */
interface Known {
  /** Page numbers that signs set off. */
  numbers: ReadonlySet<Line>;
  /** Running headers and the like. */
  others: ReadonlySet<Line>;
}

const numbersIn = (lines: readonly Line[], known?: Known): Numbered[] =>
  lines.flatMap((line, at) => {
    const printed = known?.numbers.has(line) === true ? /\d+/u.exec(line.value)?.[0] : line.value;
    if (printed === undefined || !bareNumber.test(printed)) return [];
    const beside = [lines[at - 1], lines[at + 1]].some(
      (other) => other !== undefined && known?.others.has(other) === true,
    );
    return [{ line, at, value: Number(printed), page: 0, beside }];
  });

/**
 * Numbers alone on their lines that are page numbers though nothing sets them off: they count on through the whole
 * text, a page apart. Serial numbers of a table count on too, but stand close, and cover only their table.
 */
export function countedPages(lines: readonly Line[], known: Known): Line[] {
  const chain = longestChain(numbersIn(lines, known), (next, last) => {
    const step = next.value - last.value;
    const apart = next.beside ? 1 : leastLines;
    return step >= 1 && step <= longestStep && next.at - last.at >= apart * step;
  });
  return chain.length >= leastPages && fillsText(chain, lines.length)
    ? chain.map(({ line }) => line)
    : [];
}

/**
 * Of the numbers alone on lines at the edges of pages, those that count the pages; others are figures of tables.
 *
 * @param edges - the lines at each page's edges, by page
 * @returns none where too few count on
 */
export function pagesAtEdges(edges: readonly (readonly Line[])[]): Line[] {
  const numbers = edges.flatMap((lines, page) =>
    numbersIn(lines).map((number) => ({ ...number, page })),
  );
  const chain = longestChain(numbers, (next, last) => {
    const step = next.value - last.value;
    return next.page > last.page && step >= 1 && step <= longestStep * (next.page - last.page);
  });
  const enough = chain.length >= leastEdges && chain.length >= edges.length * edgeShare;
  return enough ? chain.map(({ line }) => line) : [];
}

/**
 * Numbers alone on their lines that go on where known page numbers stop: the last page has no header after it.
 *
 * @param known - page numbers that something sets off
 */
export function furtherPages(lines: readonly Line[], known: ReadonlySet<Line>): Line[] {
  const pages = lines.flatMap((line, at) =>
    known.has(line) && bareNumber.test(line.value) ? [{ at, value: Number(line.value) }] : [],
  );
  const [before, last] = pages.slice(-2);
  if (!before || last?.value !== before.value + 1) return [];
  const longest = (last.at - before.at) * alike.longest;
  return lines.filter(
    (line, at) => line.value === String(last.value + 1) && at > last.at && at - last.at <= longest,
  );
}

/** Do the numbers stand a page apart from the first lines to the last? */
function fillsText(chain: readonly Numbered[], length: number): boolean {
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last) return false;
  const page = (last.at - first.at) / (last.value - first.value);
  const even = chain.slice(1).every((number, index) => {
    const before = chain[index] ?? first;
    const lines = (number.at - before.at) / (number.value - before.value);
    return (number.beside || lines >= page * alike.shortest) && lines <= page * alike.longest;
  });
  const outside = page * alike.longest;
  return even && first.at <= outside && length - last.at <= outside;
}

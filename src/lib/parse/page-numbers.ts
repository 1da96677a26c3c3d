import type { Line } from '../tree/types.ts';

const bareNumber = /^\d{1,4}$/u;
/** So many numbers must count on, at least so many lines apart: rows of a table stand closer. */
const leastPages = 4;
const leastLines = 10;
/** A page that lost its number leaves a gap in the count; a longer one is none of it. */
const longestStep = 3;
/** Pages are about as long as each other, and run from the first to the last of a text. */
const alike = { shortest: 0.4, longest: 2.5 };

/**
 * Numbers alone on their lines that are page numbers though nothing sets them off: they count on through the whole
 * text, a page apart. Serial numbers of a table count on too, but stand close, and cover only their table.
 */
export function countedPages(lines: readonly Line[]): Line[] {
  const numbers = lines.flatMap((line, at) =>
    bareNumber.test(line.value) ? [{ line, at, value: Number(line.value) }] : [],
  );
  type Numbered = (typeof numbers)[number];
  let best: Numbered[] = [];
  for (const [index, first] of numbers.entries()) {
    const chain = [first];
    for (const next of numbers.slice(index + 1)) {
      const last = chain.at(-1) ?? first;
      const step = next.value - last.value;
      if (step >= 1 && step <= longestStep && next.at - last.at >= leastLines * step)
        chain.push(next);
    }
    if (chain.length > best.length) best = chain;
  }
  return best.length >= leastPages && fillsText(best, lines.length)
    ? best.map(({ line }) => line)
    : [];
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
function fillsText(chain: readonly { at: number; value: number }[], length: number): boolean {
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last) return false;
  const page = (last.at - first.at) / (last.value - first.value);
  const even = chain.slice(1).every((number, index) => {
    const before = chain[index] ?? first;
    const lines = (number.at - before.at) / (number.value - before.value);
    return lines >= page * alike.shortest && lines <= page * alike.longest;
  });
  const outside = page * alike.longest;
  return even && first.at <= outside && length - last.at <= outside;
}

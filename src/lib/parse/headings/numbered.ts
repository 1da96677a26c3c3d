import { rankOf, readMarker, type Marker } from '../../text/markers.ts';
import { dropLayoutSpaces } from '../../text/spaces.ts';
import { linesOf, textOf } from '../../tree/build.ts';
import type { Block, Paragraph } from '../../tree/types.ts';

/** A paragraph that numbering opens. */
export interface Numbered {
  block: Paragraph;
  marker: Marker;
  /** How deep its kind nests in this notice. */
  rank: number;
  /** Its text, layout spaces gone. */
  text: string;
  /** What stands after the numbering. */
  matter: string;
  at: number;
}

/** Kinds of numbering that headings bear. */
export const headingKinds = new Set<Marker['kind']>([
  'first',
  'second',
  'box',
  'decimal1',
  'decimal2',
  'decimal3',
  'third',
  'fourth',
]);

/** The paragraphs of a notice that numbering opens. */
export function numberedIn(blocks: readonly Block[]): Numbered[] {
  return ranked(
    blocks.flatMap((block, at) => {
      if (block.type !== 'paragraph' || block.role !== undefined) return [];
      const printed = textOf([block]);
      const marker = readMarker(printed, linesOf(block)[0]?.data.outline);
      const matter = dropLayoutSpaces(printed.slice(marker?.length ?? 0));
      return marker ? [{ block, marker, text: dropLayoutSpaces(printed), matter, at }] : [];
    }),
  );
}

/** So many numbers with parts below them show that these are parts of theirs. */
const leastDivided = 2;

type Unranked = Omit<Numbered, 'rank'>;

/** Numbering that may stand over what the standard ranks further out, and the rank it then has. */
const promoted: readonly {
  kind: Marker['kind'];
  rank: number;
  over: (next: Unranked, item: Unranked) => boolean;
}[] = [
  // `1．耕整地机械` over `1.1耕地机械`
  {
    kind: 'third',
    rank: rankOf('decimal1'),
    over: (next, item) =>
      next.marker.kind === 'decimal2' && Number.parseInt(next.text, 10) === item.marker.value,
  },
  // `一、爱国守法篇` over `第一条`
  {
    kind: 'first',
    rank: (rankOf('section') + rankOf('article')) / 2,
    over: (next) => next.marker.kind === 'article',
  },
];

/** The paragraphs with their ranks in this notice. */
function ranked(numbered: readonly Unranked[]): Numbered[] {
  const shown = promoted.filter(({ kind, over }) => {
    const own = numbered.filter((item, at) => {
      const next = numbered[at + 1];
      return item.marker.kind === kind && next !== undefined && over(next, item);
    });
    return own.length >= leastDivided;
  });
  return numbered.map((item) => {
    const { kind } = item.marker;
    return { ...item, rank: shown.find((other) => other.kind === kind)?.rank ?? rankOf(kind) };
  });
}

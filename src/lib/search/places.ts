import type { Analyzer } from './analyze.ts';
import type { Block, BlockKind } from './records.ts';

/** What a place in a notice is worth to a reader, best first; the first match of a fragment tells its worth. */
export const regions = ['title', 'head', 'heading', 'text'] as const;
export type Region = (typeof regions)[number];

/**
 * Where each region begins in the places of every notice, so that a place alone tells its region. What a region cannot
 * hold goes to the text: a title of 512 characters there never was, an outline of 3,000 is a book's.
 */
export const bases: Record<Region, number> = { title: 0, head: 512, heading: 1024, text: 4096 };

/** The region of a place. */
export function regionOf(place: number): Region {
  return regions.findLast((region) => place >= bases[region]) ?? 'title';
}

const regionOfKind: Record<BlockKind, Region> = {
  title: 'title',
  number: 'head',
  issuer: 'head',
  heading: 'heading',
  text: 'text',
  cell: 'text',
};

/** The folded texts of a notice, by region, in reading order. */
export function layOut(blocks: readonly Block[], { fold }: Analyzer): Record<Region, string[]> {
  const texts: Record<Region, string[]> = { title: [], head: [], heading: [], text: [] };
  const room: Record<Region, number> = {
    title: bases.head - bases.title,
    head: bases.heading - bases.head,
    heading: bases.text - bases.heading,
    text: Infinity,
  };
  for (const { kind, text } of blocks) {
    const folded = fold(text);
    const own = regionOfKind[kind];
    // One place stays free after each text, so that no fragment goes from one into the next.
    const region = folded.length < room[own] ? own : 'text';
    room[region] -= folded.length + 1;
    texts[region].push(folded);
  }
  return texts;
}

/** The best region of a notice in which a folded fragment stands, or null. */
export function regionHolding(
  blocks: readonly Block[],
  fragment: string,
  analyzer: Analyzer,
): Region | null {
  const texts = layOut(blocks, analyzer);
  return regions.find((region) => texts[region].some((text) => text.includes(fragment))) ?? null;
}

import type { Analyzer } from './analyze.ts';
import type { Block, BlockKind } from './records.ts';

/**
 * Where a kind of block begins in the places of every notice. The engine reports the first place of a match, so what is
 * worth most comes first; and a place alone tells its kind.
 */
export const regions = { title: 0, head: 4096, heading: 8192, text: 131_072 } as const;
export type Region = keyof typeof regions;

/** The kind of a place. */
export function regionOf(place: number): Region {
  if (place < regions.head) return 'title';
  if (place < regions.heading) return 'head';
  return place < regions.text ? 'heading' : 'text';
}

const regionOfKind: Record<BlockKind, Region> = {
  title: 'title',
  number: 'head',
  issuer: 'head',
  heading: 'heading',
  text: 'text',
  cell: 'text',
};

/** A folded block and the place of its first character. */
export interface PlacedBlock {
  chars: string[];
  place: number;
}

/**
 * Gives each character of a record its place. Between two blocks one place stays free, so that no fragment goes from one
 * into the next. What a region cannot hold goes to the text.
 */
export function placeBlocks(blocks: readonly Block[], { fold }: Analyzer): PlacedBlock[] {
  const next: Record<Region, number> = { ...regions };
  const limit: Record<Region, number> = {
    title: regions.head,
    head: regions.heading,
    heading: regions.text,
    text: Infinity,
  };
  return blocks.map(({ kind, text }) => {
    const chars = Array.from(fold(text));
    const own = regionOfKind[kind];
    const region = next[own] + chars.length < limit[own] ? own : 'text';
    const place = next[region];
    next[region] += chars.length + 1;
    return { chars, place };
  });
}

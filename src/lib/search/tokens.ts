import { blockTokens, characterTokens, type Analyzer } from './analyze.ts';
import type { Block, BlockKind } from './records.ts';

/** A record as the engine takes it. */
export interface TokenStream {
  tokens: string[];
  /** Token counts up to the end of the title, of number and issuers, of the headings. */
  ends: [title: number, head: number, headings: number];
}

/** The order of kinds in the stream: the engine reports the first match, so the worthiest comes first. */
const order: readonly (readonly BlockKind[])[] = [
  ['title'],
  ['number', 'issuer'],
  ['heading'],
  ['text', 'cell'],
];

/** Turns a record's blocks into tokens, worthiest first, then its single characters. */
export function recordTokens(blocks: readonly Block[], { fold }: Analyzer): TokenStream {
  const folded = blocks.map(({ kind, text }) => ({ kind, text: fold(text) }));
  const tokens: string[] = [];
  const counts = order.map((kinds) => {
    for (const { kind, text } of folded)
      if (kinds.includes(kind)) tokens.push(...blockTokens(text));
    return tokens.length;
  });
  tokens.push(...characterTokens(folded.map(({ text }) => text)));
  const [title = 0, head = 0, headings = 0] = counts;
  return { tokens, ends: [title, head, headings] };
}

import { Converter } from 'opencc-js/t2cn';
import type { SimplifiedForms } from './analyze.ts';

/** Blocks that hold traditional forms: extension A, the main block, extension B. */
const blocks: readonly (readonly [number, number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x20000, 0x2a6df],
];

/**
 * The traditional-to-simplified table, from OpenCC's character tables (general, Hong Kong and Taiwan forms).
 * Values that are keys themselves are followed to their end, so that folding twice changes nothing more.
 */
export function simplifiedForms(): SimplifiedForms {
  const converters = (['t', 'hk', 'tw'] as const).map((from) => Converter({ from, to: 'cn' }));
  const direct = new Map<string, string>();
  for (const [first, last] of blocks)
    for (let code = first; code <= last; code++) {
      const char = String.fromCodePoint(code);
      const simple = converters.map((convert) => convert(char)).find((form) => form !== char);
      if (simple !== undefined && Array.from(simple).length === 1) direct.set(char, simple);
    }
  const closed = new Map<string, string>();
  for (const char of direct.keys()) {
    const seen = new Set([char]);
    let end = char;
    for (
      let next = direct.get(end);
      next !== undefined && !seen.has(next);
      next = direct.get(end)
    ) {
      seen.add(next);
      end = next;
    }
    if (end !== char) closed.set(char, end);
  }
  return closed;
}

/** The table as one string, key and value in turn: 發发門门. */
export function packForms(forms: SimplifiedForms): string {
  return [...forms].flat().join('');
}

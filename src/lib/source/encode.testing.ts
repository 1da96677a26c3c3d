import type { Encoding } from './decode.ts';

const marks: Record<Encoding, readonly number[]> = {
  'UTF-8': [0xef, 0xbb, 0xbf],
  'UTF-16LE': [0xff, 0xfe],
  'UTF-16BE': [0xfe, 0xff],
  GB18030: [0x84, 0x31, 0x95, 0x33],
};

let gb: Map<string, readonly number[]> | undefined;

/** Bytes of each character in GB18030: what the decoder makes of every pair and of every four bytes of the first plane. */
function gbTable(): Map<string, readonly number[]> {
  if (gb) return gb;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });
  const note = (...bytes: readonly number[]): void => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if (!table.has(character)) table.set(character, bytes);
    } catch {
      // No character has these bytes.
    }
  };
  for (let byte = 0; byte < 0x80; byte += 1) note(byte);
  for (let row = 0x81; row <= 0xfe; row += 1)
    for (let cell = 0x40; cell <= 0xfe; cell += 1) if (cell !== 0x7f) note(row, cell);
  for (let one = 0x81; one <= 0x84; one += 1)
    for (let two = 0x30; two <= 0x39; two += 1)
      for (let three = 0x81; three <= 0xfe; three += 1)
        for (let four = 0x30; four <= 0x39; four += 1) note(one, two, three, four);
  gb = table;
  return table;
}

/** Encodes a text, for tests; what GB18030 cannot hold here becomes a question mark. */
export function encode(text: string, encoding: Encoding, bom = false): Uint8Array<ArrayBuffer> {
  const mark = bom ? marks[encoding] : [];
  if (encoding === 'UTF-8') return Uint8Array.from([...mark, ...new TextEncoder().encode(text)]);
  if (encoding === 'GB18030')
    return Uint8Array.from([
      ...mark,
      ...[...text].flatMap((character) => gbTable().get(character) ?? [0x3f]),
    ]);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(at * 2, text.charCodeAt(at), encoding === 'UTF-16LE');
  return Uint8Array.from([...mark, ...bytes]);
}

import { census, isGarbled, plausibility } from './plausible.ts';

/** The encodings that gazettes come in; GBK and GB2312 are parts of GB18030. */
export const encodings = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'GB18030'] as const;
export type Encoding = (typeof encodings)[number];

export interface Decoded {
  /** The text, every character kept as it is: line ends, compatibility characters, zero-width characters. */
  text: string;
  encoding: Encoding;
  /** Did a byte-order mark stand before it? It is no part of the text. */
  bom: boolean;
}

/** Why a file cannot be read as text. */
export interface Fault {
  kind:
    | 'empty'
    | 'format'
    | 'binary'
    | 'unknown-encoding'
    | 'truncated'
    | 'invalid'
    | 'mixed'
    | 'replaced'
    | 'garbled';
  /** Offset of the first byte at fault. */
  byte: number;
  /** Its line, counted as the reader counts; null where the file has no lines. */
  line: number | null;
  /** What was unexpected, and what was expected. */
  reason: string;
  /** What to do. */
  advice: string;
}

export type DecodeResult = { decoded: Decoded } | { fault: Fault };

const marks: readonly { bytes: readonly number[]; encoding: Encoding | 'UTF-32' }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'UTF-8' },
  { bytes: [0xff, 0xfe, 0x00, 0x00], encoding: 'UTF-32' },
  { bytes: [0x00, 0x00, 0xfe, 0xff], encoding: 'UTF-32' },
  { bytes: [0xff, 0xfe], encoding: 'UTF-16LE' },
  { bytes: [0xfe, 0xff], encoding: 'UTF-16BE' },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: 'GB18030' },
];

/** An encoding is told from so many bytes at the start. */
const sampleSize = 1 << 20;
/** A reading whose characters are less plausible than this is no reading. */
const leastPlausible = 0.5;
/** The longest character of any encoding, in bytes. */
const longestCharacter = 4;

const again = 'Get the file again from where it came from, or extract its text again.';
const oneEncoding =
  'Save the whole file in one encoding: UTF-8, UTF-16 or GB18030 (GBK), then add it again.';

/** Reads plain text: tells its encoding by validity first, by plausibility then, and decodes it strictly. */
export function decodeText(bytes: Uint8Array): DecodeResult {
  const mark = marks.find((known) => known.bytes.every((byte, at) => bytes[at] === byte));
  if (mark?.encoding === 'UTF-32')
    return faultAt('unknown-encoding', 0, 1, 'unexpected UTF-32, expected UTF-8', oneEncoding);
  const bom = mark?.bytes.length ?? 0;
  const body = bytes.subarray(bom);
  const encoding = mark?.encoding ?? encodingOf(body);
  if (encoding === null)
    return looksBinary(body)
      ? binary(body)
      : faultAt(
          'unknown-encoding',
          0,
          1,
          'unexpected bytes that are Chinese text in none of UTF-8, UTF-16 and GB18030',
          'If the file is in another encoding, such as Big5, save it as UTF-8; if it is no text, extract its text first.',
        );
  const text = strictly(encoding, body);
  const result =
    text === null
      ? { fault: faultOfBytes(body, encoding) }
      : (textFault(text, body, encoding) ?? { decoded: { text, encoding, bom: bom > 0 } });
  if ('fault' in result) result.fault.byte += bom;
  return result;
}

function faultAt(
  kind: Fault['kind'],
  byte: number,
  line: number | null,
  reason: string,
  advice: string,
): { fault: Fault } {
  return { fault: { kind, byte, line, reason, advice } };
}

/** Decodes without tolerance; null where the bytes are not of the encoding. */
function strictly(encoding: Encoding, bytes: Uint8Array, stream = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return null;
  }
}

function leniently(encoding: Encoding, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/**
 * The encoding of text without a byte-order mark. Text in another encoding is never valid UTF-8; among the rest, the
 * reading with the most plausible characters wins, so that a damaged file is still known for what it is.
 */
function encodingOf(bytes: Uint8Array): Encoding | null {
  if (!bytes.includes(0) && strictly('UTF-8', bytes) !== null) return 'UTF-8';
  const sample = bytes.subarray(0, sampleSize);
  let best: { encoding: Encoding; score: number } | null = null;
  for (const encoding of encodings) {
    const counts = census(leniently(encoding, sample));
    const score = plausibility(counts);
    const beyond = plausibility({ ...counts, ascii: 0 });
    const foreign = counts.usual + counts.odd + counts.other + counts.control > 0;
    if (foreign && beyond < leastPlausible) continue;
    if (!best || score > best.score) best = { encoding, score };
  }
  // A file of several encodings is none of them as a whole: it is known by its first line.
  const first = sample.findIndex((byte) => byte >= 0x80);
  return best?.encoding ?? (first === -1 ? null : encodingOfLine(sample.subarray(first), null));
}

function looksBinary(bytes: Uint8Array): boolean {
  const { ascii, usual, odd, control, other } = census(
    leniently('UTF-8', bytes.subarray(0, sampleSize)),
  );
  return bytes.includes(0) || control > (ascii + usual + odd + other) * 0.02;
}

function binary(bytes: Uint8Array, line: number | null = null): { fault: Fault } {
  const control = bytes.findIndex((byte) => byte < 9 || (byte > 13 && byte < 32));
  const at = bytes.includes(0) ? bytes.indexOf(0) : Math.max(control, 0);
  return faultAt(
    'binary',
    at,
    line,
    `unexpected byte ${hex(bytes.subarray(at, at + 1))}, which no text holds: the file is binary; expected plain text`,
    'Extract the text of the file first, then add that.',
  );
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}

/** The line that follows a text, by the breaks at which the reader ends lines. */
function lineAfter(text: string): number {
  return (text.match(/\r\n|[\n\r\u2028\u2029\u0085]/gu)?.length ?? 0) + 1;
}

/** The greatest number from `low` to `high` that holds, where all up to it hold and none after. */
function greatest(low: number, high: number, holds: (value: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (holds(middle)) from = middle;
    else to = middle - 1;
  }
  return from;
}

/** Where bytes that are not of an encoding stop being of it, and why. */
function faultOfBytes(bytes: Uint8Array, encoding: Encoding): Fault {
  // So many bytes could still be the beginning of valid text; whole characters end a little before.
  const open = greatest(
    0,
    bytes.length,
    (end) => strictly(encoding, bytes.subarray(0, end), true) !== null,
  );
  let byte = open;
  let before = strictly(encoding, bytes.subarray(0, byte));
  while (before === null && byte > 0) {
    byte -= 1;
    before = strictly(encoding, bytes.subarray(0, byte));
  }
  const line = lineAfter(before ?? '');
  const rest = bytes.subarray(byte, byte + longestCharacter);
  if (open === bytes.length)
    return {
      kind: 'truncated',
      byte,
      line,
      reason: `unexpected end of the file inside a character (${hex(rest)}), expected the rest of it in ${encoding}`,
      advice: `The file was cut off. ${again}`,
    };
  const other = encodingOfLine(bytes.subarray(byte), encoding);
  return other === null
    ? {
        kind: 'invalid',
        byte,
        line,
        reason: `unexpected bytes ${hex(rest)}, expected ${encoding}, as everything before them is`,
        advice: `The file was damaged. ${again}`,
      }
    : {
        kind: 'mixed',
        byte,
        line,
        reason: `unexpected ${other} (${hex(rest)}), expected ${encoding}, as everything before it is`,
        advice: `The file mixes encodings. ${oneEncoding}`,
      };
}

/** The encoding, other than one, in which the bytes are Chinese for a line or so; null for none. */
function encodingOfLine(rest: Uint8Array, not: Encoding | null): Encoding | null {
  const end = rest.findIndex((byte, at) => at > longestCharacter && (byte === 10 || byte === 13));
  const line = rest.subarray(0, Math.min(end === -1 ? rest.length : end, 400));
  const found = (['UTF-8', 'GB18030'] as const).find((encoding) => {
    if (encoding === not) return false;
    const counts = census(leniently(encoding, line));
    return counts.usual >= 4 && plausibility({ ...counts, ascii: 0 }) > 0.8;
  });
  return found ?? null;
}

/** What wrong conversions leave behind: a lost character read as GBK, UTF-8 read as Windows-1252. */
const leftBehind = /锟斤拷|â€|Ã[\u0080-\u00bf]|ï»¿|烫烫烫|屯屯屯/u;
/** A line with fewer odd characters than this tells nothing. */
const oddInLine = 20;

/** Length of the text that the first bytes are. */
function lengthOf(bytes: Uint8Array, end: number, encoding: Encoding): number {
  return (strictly(encoding, bytes.subarray(0, end), true) ?? '').length;
}

/** What shows in decoded text that an earlier step went wrong. */
function textFault(text: string, bytes: Uint8Array, encoding: Encoding): { fault: Fault } | null {
  const at = (index: number): [byte: number, line: number] => [
    index === 0
      ? 0
      : 1 + greatest(0, bytes.length, (end) => lengthOf(bytes, end, encoding) < index),
    lineAfter(text.slice(0, index)),
  ];
  if (text.trim() === '')
    return faultAt(
      'empty',
      0,
      null,
      'unexpected empty file, expected the text of a gazette',
      again,
    );
  const zero = text.indexOf('\0');
  if (zero !== -1) return binary(bytes, lineAfter(text.slice(0, zero)));
  const counts = census(text);
  const lost = text.indexOf('\ufffd');
  if (lost !== -1)
    return faultAt(
      'replaced',
      ...at(lost),
      `unexpected U+FFFD, which stands for a character that an earlier conversion lost; expected the character`,
      again,
    );
  const left = leftBehind.exec(text);
  if (left)
    return faultAt(
      'garbled',
      ...at(left.index),
      `unexpected \`${left[0]}\`, which a conversion from a wrong encoding leaves; expected Chinese text`,
      again,
    );
  if (isGarbled(counts, 4, 0.62))
    return faultAt(
      'garbled',
      0,
      1,
      `unexpected text of rare characters, as Chinese read in a wrong encoding looks (it is valid ${encoding}); expected Chinese text`,
      again,
    );
  if (counts.control > (text.length - counts.control) * 0.02) return binary(bytes);
  let start = 0;
  for (const line of text.split(/(?<=[\n\r])/u)) {
    if (isGarbled(census(line), oddInLine, 0.8))
      return faultAt(
        'mixed',
        ...at(start),
        'unexpected line of rare characters, as Chinese read in a wrong encoding looks; expected Chinese text, as in the rest of the file',
        `The file mixes encodings. ${oneEncoding}`,
      );
    start += line.length;
  }
  return null;
}

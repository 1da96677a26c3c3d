import { decodeText, type DecodeResult } from './decode.ts';

/** A format of files, told by their first bytes. */
export type Format =
  'text' | 'pdf' | 'docx' | 'ofd' | 'zip' | 'word' | 'rtf' | 'html' | 'xml' | 'image' | 'archive';

/** Turns the bytes of one format into text. */
export type Converter = (bytes: Uint8Array) => DecodeResult;

/**
 * The formats that can be read. Plain text is decoded; a converter for another format takes its place here and yields
 * the same text that somebody who extracted it by hand would have saved.
 */
export const converters: ReadonlyMap<Format, Converter> = new Map([['text', decodeText]]);

const extraction: Record<Exclude<Format, 'text'>, { name: string; how: string }> = {
  pdf: { name: 'a PDF', how: '`pdftotext -layout FILE.pdf FILE.txt`' },
  docx: { name: 'a Word document (DOCX)', how: 'save it from the word processor as plain text' },
  ofd: { name: 'an OFD document', how: 'save it from an OFD reader as plain text' },
  zip: { name: 'a ZIP archive', how: 'unpack it, then extract the text of what it holds' },
  word: {
    name: 'a Word or WPS document (OLE)',
    how: 'save it from the word processor as plain text',
  },
  rtf: { name: 'an RTF document', how: 'save it from the word processor as plain text' },
  html: { name: 'an HTML page', how: 'save the page from the browser as plain text' },
  xml: { name: 'an XML document', how: 'extract its text' },
  image: { name: 'an image', how: 'recognise its text (OCR), and read it over' },
  archive: {
    name: 'a compressed archive',
    how: 'unpack it, then extract the text of what it holds',
  },
};

const signatures: readonly (readonly [Format, ...number[]])[] = [
  ['pdf', 0x25, 0x50, 0x44, 0x46, 0x2d],
  ['zip', 0x50, 0x4b, 0x03, 0x04],
  ['zip', 0x50, 0x4b, 0x05, 0x06],
  ['word', 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  ['rtf', 0x7b, 0x5c, 0x72, 0x74, 0x66],
  ['image', 0x89, 0x50, 0x4e, 0x47],
  ['image', 0xff, 0xd8, 0xff],
  ['image', 0x47, 0x49, 0x46, 0x38],
  ['image', 0x49, 0x49, 0x2a, 0x00],
  ['image', 0x4d, 0x4d, 0x00, 0x2a],
  ['image', 0x52, 0x49, 0x46, 0x46],
  ['archive', 0x1f, 0x8b],
  ['archive', 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  ['archive', 0x52, 0x61, 0x72, 0x21],
];

/** The format of a file, by its first bytes; text where nothing else is known. */
export function formatOf(bytes: Uint8Array): Format {
  const known = signatures.find(([, ...signature]) =>
    signature.every((byte, at) => bytes[at] === byte),
  )?.[0];
  if (known === 'zip') return formatOfZip(bytes);
  if (known !== undefined) return known;
  // Markup begins in ASCII in every encoding, UTF-16 with zeros between.
  const start = String.fromCharCode(...bytes.subarray(0, 512).filter((byte) => byte !== 0))
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/u, '')
    .toLowerCase();
  if (start.startsWith('%pdf-')) return 'pdf';
  if (/^(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|body)[\s>]/u.test(start)) return 'html';
  if (!start.startsWith('<?xml')) return 'text';
  return start.includes('<html') ? 'html' : 'xml';
}

/** A ZIP archive names its first members in clear. */
function formatOfZip(bytes: Uint8Array): Format {
  const names = new TextDecoder('latin1').decode(bytes.subarray(0, 0x10000));
  if (names.includes('OFD.xml')) return 'ofd';
  return names.includes('word/') ? 'docx' : 'zip';
}

/** Reads the text of a file in any format that has a converter. */
export function readText(bytes: Uint8Array): DecodeResult {
  const format = formatOf(bytes);
  const convert = converters.get(format);
  if (convert) return convert(bytes);
  const { name, how } = extraction[format as Exclude<Format, 'text'>];
  return {
    fault: {
      kind: 'format',
      byte: 0,
      line: null,
      reason: `unexpected ${name.replace(/^an? /u, '')}, expected plain text`,
      advice: `Extract its text first (${how}), then add that.`,
    },
  };
}

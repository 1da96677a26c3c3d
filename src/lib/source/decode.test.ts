import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, encodings, type DecodeResult, type Fault } from './decode.ts';
import { encode } from './encode.testing.ts';
import { readText } from './formats.ts';
import { sources } from '../test-vocabulary.ts';

const text = `吴忠市人民政府公报
2023年第3期（总第29期）
吴忠市人民政府关于公布实施城区基准地价的通知
吴政发〔2023〕10号
各县（市、区）人民政府，市政府各部门、直属机构：
《吴忠市碳达峰实施方案》已经市人民政府同意，现印发给你们，请结合实际认真贯彻落实。
`;

const utf8 = (value: string): Uint8Array => encode(value, 'UTF-8');
const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

function faultOf(result: DecodeResult): Fault {
  if ('decoded' in result)
    throw new Error(`unexpected ${result.decoded.encoding}, expected a fault`);
  return result.fault;
}

describe('decodeText', () => {
  const cases = encodings.flatMap((encoding) =>
    [false, true].map((bom) => [encoding, bom] as const),
  );

  test.each(cases)('reads real gazettes in %s, byte-order mark %s', (encoding, bom) => {
    for (const source of sources) {
      const start = source.text.slice(0, 4000);
      expect(decodeText(encode(start, encoding, bom)), source.name).toEqual({
        decoded: { text: start, encoding, bom },
      });
    }
  });

  // What exports put between characters, and what conversions like to change.
  const strange = fc.constantFrom(
    ...['\r\n', '\r', '\n', '\f', '\v', '\t', '\u0085', '\u2028', '\u3000', '\u00a0', ' '],
    ...[
      '\u200b',
      '\u200d',
      '\ufeff',
      '\u2060',
      'e\u0301',
      'é',
      'か\u3099',
      'が',
      '①',
      '㎡',
      '⼈',
      '豈',
    ],
    ...[
      '（',
      '(',
      '〔',
      '﹝',
      '—',
      '…',
      '㈱',
      'Ａ',
      '１',
      '〇',
      '\u{20bb7}',
      '\ue000',
      '10万元',
      '㐂',
      'Ω',
    ],
  );
  const usual = fc.constantFrom(...text.split('\n').filter((line) => line !== ''));
  const printed = fc
    .array(fc.tuple(usual, strange), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.flat().join(''));

  test.each(cases)(
    'gives back every character of what was encoded in %s, byte-order mark %s',
    (encoding, bom) => {
      fc.assert(
        fc.property(printed, (written) => {
          const value = encoding === 'GB18030' ? written.replaceAll('\u{20bb7}', '') : written;
          expect(decodeText(encode(value, encoding, bom))).toEqual({
            decoded: { text: value, encoding, bom },
          });
        }),
      );
    },
  );

  test('keeps a byte-order mark that is not the first', () => {
    expect(decodeText(encode(`\ufeff${text}`, 'UTF-8', true))).toEqual({
      decoded: { text: `\ufeff${text}`, encoding: 'UTF-8', bom: true },
    });
  });

  test('reads a text without any Han, and one in traditional characters', () => {
    const traditional =
      '吳忠市人民政府公報\n2023年第3期\n關於印發土地管理實施辦法的通知\n各縣（市、區）人民政府，市政府各部門：';
    for (const encoding of encodings) {
      expect(decodeText(encode('Nothing here.\n', encoding))).toMatchObject({
        // ASCII is the same in UTF-8 and GB18030.
        decoded: {
          text: 'Nothing here.\n',
          encoding: encoding === 'GB18030' ? 'UTF-8' : encoding,
        },
      });
      expect(decodeText(encode(traditional, encoding))).toMatchObject({
        decoded: { text: traditional, encoding },
      });
    }
  });

  test('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, behind) => {
        const result = readText(behind ? joined(utf8(text), bytes) : bytes);
        expect('decoded' in result || result.fault.byte <= bytes.length + utf8(text).length).toBe(
          true,
        );
      }),
      { numRuns: 500 },
    );
  });

  test.each(encodings)('says where a file in %s ends inside a character', (encoding) => {
    const start = '吴忠市人民政府公报\n';
    const whole = encode(start, encoding);
    for (const bom of [false, true]) {
      const cut = encode(`${start}号`, encoding, bom).subarray(0, -1);
      expect(faultOf(decodeText(cut))).toMatchObject({
        kind: 'truncated',
        byte: whole.length + (bom ? encode('', encoding, true).length : 0),
        line: 2,
      });
    }
  });

  test('names the line and byte where another encoding begins', () => {
    expect(
      faultOf(
        decodeText(joined(utf8(text), encode('关于做好全区禁牧封育工作的通知\n', 'GB18030'))),
      ),
    ).toMatchObject({ kind: 'mixed', byte: utf8(text).length, line: 7 });
    const gb = encode(text.repeat(4), 'GB18030');
    const fault = faultOf(
      decodeText(joined(gb, utf8('关于做好全区禁牧封育工作的通知，现将有关事项通知如下\n'), gb)),
    );
    expect(fault).toMatchObject({ kind: 'mixed', line: 25 });
  });

  test('knows a file that is half of each by its first line', () => {
    for (const [first, second] of [
      ['UTF-8', 'GB18030'],
      ['GB18030', 'UTF-8'],
    ] as const)
      expect(faultOf(decodeText(joined(encode(text, first), encode(text, second))))).toMatchObject({
        kind: 'mixed',
        line: 7,
      });
  });

  test('names the line and byte of a damaged character', () => {
    expect(
      faultOf(decodeText(joined(utf8(text), Uint8Array.of(0xe5, 0x0a), utf8(text)))),
    ).toMatchObject({
      kind: 'invalid',
      byte: utf8(text).length,
      line: 7,
      reason: 'unexpected bytes E5 0A E5 90, expected UTF-8, as everything before them is',
    });
  });

  const garbled = new TextDecoder('gb18030').decode(utf8(text.repeat(3))).replaceAll('\ufffd', '?');
  const latin = new TextDecoder('windows-1252').decode(utf8(text));
  test.each<[string, Uint8Array, Fault['kind'], Partial<Fault>]>([
    ['no bytes', Uint8Array.of(), 'empty', { byte: 0 }],
    ['a byte-order mark alone', encode('', 'UTF-16LE', true), 'empty', {}],
    ['white space', utf8(' \r\n\u3000\f\n'), 'empty', {}],
    [
      'a lost character',
      utf8(`${text}第\ufffd条`),
      'replaced',
      { line: 7, byte: utf8(`${text}第`).length },
    ],
    [
      'lost characters read as GBK',
      utf8(`${text}锟斤拷`),
      'garbled',
      { line: 7, byte: utf8(text).length },
    ],
    ['UTF-8 read as GBK', utf8(garbled), 'garbled', { line: 1 }],
    ['UTF-8 read as Windows-1252', utf8(latin), 'garbled', {}],
    [
      'a line read in a wrong encoding',
      utf8(`${text.repeat(9)}${garbled.replaceAll('\n', '').slice(0, 60)}\n`),
      'mixed',
      { line: 55 },
    ],
    ['a zero among text', utf8(`${text}\0${text}`), 'binary', { byte: utf8(text).length }],
    ['a zero among GBK', encode(`${text}\0${text}`, 'GB18030'), 'binary', {}],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x4e, 0x54, 0, 0), 'unknown-encoding', {}],
    [
      'Big5',
      Uint8Array.from(
        'a6caada9a4bdb3f8a5d0b0eaabd8a6b3ba5ec3f6a8f3b7d3'.match(/../g) ?? [],
        (byte) => Number.parseInt(byte, 16),
      ),
      'unknown-encoding',
      {},
    ],
  ])('refuses %s', (_, bytes, kind, fault) => {
    expect(faultOf(decodeText(bytes))).toMatchObject({ kind, ...fault });
  });
});

describe('readText', () => {
  const ascii = (value: string): Uint8Array =>
    Uint8Array.from(value, (character) => character.charCodeAt(0));
  test.each([
    ['PDF', ascii('%PDF-1.7\n%âãÏÓ')],
    ['Word document (DOCX)', ascii('PK\u0003\u0004\u0014\0word/document.xml')],
    ['OFD document', ascii('PK\u0003\u0004\u0014\0OFD.xml')],
    ['ZIP archive', ascii('PK\u0003\u0004\u0014\0a.txt')],
    ['Word or WPS document (OLE)', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['RTF document', ascii('{\\rtf1')],
    ['HTML page', utf8('\ufeff\n<!DOCTYPE html><title>公报</title>')],
    ['HTML page', encode('<html lang="zh">公报', 'UTF-16LE', true)],
    ['XML document', ascii('<?xml version="1.0"?><a/>')],
    ['image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
    ['compressed archive', Uint8Array.of(0x1f, 0x8b, 8)],
  ])('asks for the text of a %s', (name, bytes) => {
    const fault = faultOf(readText(bytes));
    expect(fault).toMatchObject({ kind: 'format', byte: 0, line: null });
    expect(fault.reason).toBe(`unexpected ${name}, expected plain text`);
    expect(fault.advice).toContain('Extract its text first');
  });

  test('reads plain text', () => {
    expect(readText(utf8(text))).toEqual({ decoded: { text, encoding: 'UTF-8', bom: false } });
  });
});

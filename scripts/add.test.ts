import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { gazetteSchema } from '../src/lib/schema/gazette.ts';
import { encode } from '../src/lib/source/encode.testing.ts';
import { filesBelow } from './files.ts';

const script = path.join(import.meta.dirname, 'add.ts');
const vocab = path.join(import.meta.dirname, '../content/vocab');

const text = `吴忠市人民政府公报
2023年第4期
（总第30期）
吴忠市人民政府关于做好禁牧封育工作的通知
吴政发〔2023〕77号
各县（市、区）人民政府，市政府各部门、直属机构：
为保护草原，现将有关事项通知如下，请认真贯彻执行。
吴忠市人民政府
2023年8月3日
`;

let folder = '';

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongbao-add-'));
  fs.cpSync(vocab, path.join(folder, 'content/vocab'), { recursive: true });
  fs.mkdirSync(path.join(folder, 'content/sources'));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

/** Each file of the archive and its bytes. */
function archive(): [name: string, bytes: string][] {
  const content = path.join(folder, 'content');
  return filesBelow(content).map((name) => [
    name,
    fs.readFileSync(path.join(content, name), 'latin1'),
  ]);
}

/** Adds a file of the bytes given, with a pipe for a terminal. */
function add(bytes: Uint8Array | string, flags: readonly string[] = [], name = 'arrived.txt') {
  fs.writeFileSync(path.join(folder, name), bytes);
  const run = spawnSync(process.execPath, [script, name, ...flags], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, npm_lifecycle_event: undefined },
  });
  return { status: run.status, said: run.stdout, error: run.stderr };
}

const source = (name: string): string => path.join(folder, 'content/sources', name);
const describedAs = (id: string) =>
  gazetteSchema.parse(parse(fs.readFileSync(source(`${id}.yaml`), 'utf8')));

// Each case starts the command anew.
describe('npm run add', { timeout: 60_000 }, () => {
  const crlf = text.replaceAll('\n', '\r\n');
  test.each([
    ['GB18030 with CRLF', encode(crlf, 'GB18030'), crlf, { encoding: 'GB18030' }],
    [
      'UTF-16LE with a byte-order mark',
      encode(text, 'UTF-16LE', true),
      text,
      { encoding: 'UTF-16LE', bom: true },
    ],
    ['UTF-16BE without one', encode(text, 'UTF-16BE'), text, { encoding: 'UTF-16BE' }],
    [
      'UTF-8 with a byte-order mark and CR',
      encode(text.replaceAll('\n', '\r'), 'UTF-8', true),
      text.replaceAll('\n', '\r'),
      { encoding: 'UTF-8', bom: true },
    ],
    [
      'decomposed UTF-8',
      encode(text.normalize('NFD'), 'UTF-8'),
      text.normalize('NFD'),
      { encoding: 'UTF-8' },
    ],
  ])('adds %s as UTF-8, and keeps how it came', (_, bytes, stored, received) => {
    const { status, said, error } = add(bytes);
    expect(error).toBe('');
    expect(status).toBe(0);
    expect(fs.readFileSync(source('wuzhong-2023-4.txt'), 'utf8')).toBe(stored);
    const sum = (of: string | Uint8Array): string => createHash('sha256').update(of).digest('hex');
    expect(describedAs('wuzhong-2023-4')).toMatchObject({
      ...{ name: '吴忠市人民政府公报', publisher: 'wuzhong-government', region: '640300' },
      ...{ year: 2023, issue: 4, totalIssue: 30, publishedOn: null, sha256: sum(stored) },
      received: { name: 'arrived.txt', sha256: sum(bytes), ...received },
    });
    expect(said).toContain('lines 4-9');
    expect(said).toContain('吴政发〔2023〕77号  吴忠市人民政府关于做好禁牧封育工作的通知');
    expect(said).toContain('Could not tell:\n  publishedOn: not in the text; --published gives it');
  });

  test('follows its flags before the text', () => {
    const { status } = add(text, [
      ...['--id', 'wuzhong-2023-5', '--issue', '5', '--total', 'none', '--published', '2023-08-20'],
      ...['--origin-zh', '由网页抄录。', '--origin-en', 'Copied from a web page.', '--yes'],
    ]);
    expect(status).toBe(0);
    expect(describedAs('wuzhong-2023-5')).toMatchObject({
      ...{ issue: 5, totalIssue: null, publishedOn: '2023-08-20' },
      origin: { zh: '由网页抄录。', en: 'Copied from a web page.' },
    });
    expect(fs.readFileSync(source('wuzhong-2023-5.yaml'), 'utf8')).toContain("'2023-08-20'");
  });

  test('registers the body and the place that its description needs', () => {
    const other = text.replaceAll('吴忠市', '安吉县');
    const { status, said } = add(other, ['--region', '330523']);
    expect(status).toBe(0);
    expect(describedAs('anji-2023-4')).toMatchObject({
      publisher: 'anji-government',
      region: '330523',
    });
    expect(said).toContain('Added to content/vocab/bodies.yaml; read it over');
    const read = (name: string): unknown =>
      parse(fs.readFileSync(path.join(folder, 'content/vocab', name), 'utf8'));
    expect(read('bodies.yaml')).toContainEqual(expect.objectContaining({ zh: '安吉县人民政府' }));
    expect(read('regions.yaml')).toContainEqual({
      ...{ id: '330523', slug: 'anji', zh: '安吉县', en: 'Anji County', parent: '330500' },
    });
  });

  const utf8 = encode(text, 'UTF-8');
  test.each<[string, Uint8Array | string, string[], string]>([
    ['an empty file', '', [], 'arrived.txt: byte 0: unexpected empty file'],
    ['a binary file', Uint8Array.of(1, 2, 0, 255, 254, 7), [], 'the file is binary'],
    ['a PDF', '%PDF-1.7\n', [], 'unexpected PDF, expected plain text\nExtract its text first'],
    [
      'a text without a notice',
      '春眠不觉晓，处处闻啼鸟。\n',
      ['--id', 'wuzhong-2023-4'],
      'text without a notice',
    ],
    ['a file cut inside a character', utf8.subarray(0, utf8.length - 2), [], 'arrived.txt:9: byte'],
    ['a text of a wrong conversion', `${text}锟斤拷`, [], 'arrived.txt:10: byte'],
    ['a lost character', `${text}\ufffd`, [], 'unexpected U+FFFD'],
    [
      'two encodings',
      Buffer.concat([utf8, encode(text, 'GB18030')]),
      [],
      'The file mixes encodings.',
    ],
    ['a text that does not number its issue', text.replace('2023年第4期', ''), [], '--issue '],
    ['a flag that does not fit', text, ['--year', 'last'], '--year: unexpected `last`'],
    [
      'a body that is not registered',
      text,
      ['--publisher', 'nobody'],
      '--publisher: unexpected `nobody`',
    ],
    ['a flag that there is not', text, ['--colour', 'red'], "Unknown option '--colour'"],
    ['an id that is a path', text, ['--id', '../x'], '--id: unexpected `../x`'],
  ])('refuses %s and changes nothing', (_, bytes, flags, message) => {
    const before = archive();
    const { status, error } = add(bytes, flags);
    expect(status).toBe(1);
    expect(error).toContain(message);
    expect(error).not.toMatch(/^\s+at /mu);
    expect(archive()).toEqual(before);
  });

  test('refuses an id that is taken, and a text that is there in any encoding', () => {
    expect(add(encode(text, 'GB18030')).status).toBe(0);
    const before = archive();
    const again = add(encode(text, 'UTF-16LE', true), ['--id', 'wuzhong-2023-9']);
    expect(again).toMatchObject({ status: 1 });
    expect(again.error).toContain('the archive holds this text already');
    const taken = add(text.replace('77', '78'));
    expect(taken).toMatchObject({ status: 1 });
    expect(taken.error).toContain('content/sources/wuzhong-2023-4.yaml: is there already');
    expect(archive()).toEqual(before);
  });

  test('leaves nothing behind where a file cannot be written', () => {
    const file = path.join(folder, 'content/vocab/bodies.yaml.next');
    fs.mkdirSync(file);
    fs.writeFileSync(path.join(file, 'in-the-way'), '');
    const before = archive();
    const { status, error } = add(text.replaceAll('吴忠市', '温州市'));
    expect(status).toBe(1);
    expect(error).toContain('nothing was added');
    expect(error).not.toMatch(/^\s+at /mu);
    expect(archive()).toEqual(before);
  });
});

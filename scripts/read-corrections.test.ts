import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { testGazette } from '../src/lib/test-gazette.ts';

const script = path.join(import.meta.dirname, 'build-content.ts');
const vocabulary = path.join(import.meta.dirname, '../content/vocab');

const text = `大武口区人民政府办公室
关于做好秋季造林工作的通知
石大政办发〔2021〕50 号

各街道办事处，星海镇，区直各部门：

现就秋季造林工作通知如下，请认真贯彻落实。

联系人：张三，联系电话：13895150101。

大武口区人民政府办公室
2021 年 9 月 6日
`;
const notice = 'content/notices/jia-2021-1/shidazhengbanfa-2021-50.md';
const reason = { zh: '印错。', en: 'Misprinted.' };

let folder: string;

const at = (name: string): string => path.join(folder, name);

function write(name: string, value: string): void {
  fs.mkdirSync(path.dirname(at(name)), { recursive: true });
  fs.writeFileSync(at(name), value);
}

function correct(name: string, value: unknown): void {
  write(`content/corrections/${name}`, stringify(value));
}

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongbao-'));
  fs.cpSync(vocabulary, at('content/vocab'), { recursive: true });
  write('content/sources/jia-2021-1.txt', text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  write('content/sources/jia-2021-1.yaml', stringify({ ...testGazette, sha256 }));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('build-content with corrections', () => {
  test('applies them and writes them down', () => {
    correct('shidazhengbanfa-2021-50.yaml', {
      gazette: 'jia-2021-1',
      corrections: [
        { field: { name: 'date', from: '2021-09-06', to: '2021-09-16' }, reason },
        { misprint: { line: 7, printed: '造林', meant: '植树造林' }, reason },
        { note: { line: 2, printed: '秋季' }, reason },
      ],
    });
    expect(run()).toMatchObject({ code: 0 });
    const written = fs.readFileSync(at(notice), 'utf8');
    expect(written).toContain('date: "2021-09-16"');
    expect(written).toContain('to: 植树造林');
    expect(written).toContain('notes:\n  - line: 2\n');
    expect(written).toContain('现就秋季造林工作通知如下');
    expect(run('--check').code).toBe(0);
  });

  test.each<[string, string, unknown, string]>([
    [
      'no longer applies',
      'shidazhengbanfa-2021-50.yaml',
      {
        gazette: 'jia-2021-1',
        corrections: [{ field: { name: 'date', from: '2021-09-07', to: '2021-09-16' }, reason }],
      },
      'content/corrections/shidazhengbanfa-2021-50.yaml: entry 1: date: unexpected "2021-09-06", expected "2021-09-07"',
    ],
    [
      'sets no boundary that holds',
      'jia-2021-1.yaml',
      { boundaries: [{ notABeginning: { line: 7 }, reason }] },
      'content/corrections/jia-2021-1.yaml: entry 1: unexpected line 7, where the reader begins no notice',
    ],
    [
      'is of an unknown notice',
      'x-2021-1.yaml',
      { gazette: 'jia-2021-1', corrections: [{ note: { line: 2, printed: '秋季' }, reason }] },
      'content/corrections/x-2021-1.yaml: unexpected notice `x-2021-1`',
    ],
    [
      'is of an unknown gazette',
      'x-2021-1.yaml',
      { gazette: 'yi-2021-1', corrections: [{ note: { line: 2, printed: '秋季' }, reason }] },
      'content/corrections/x-2021-1.yaml: gazette: unexpected `yi-2021-1`, expected one of jia-2021-1',
    ],
    [
      'does not fit its schema',
      'x-2021-1.yaml',
      { gazette: 'jia-2021-1', corrections: [{ mend: { line: 2 }, reason }] },
      'content/corrections/x-2021-1.yaml: does not fit its schema',
    ],
    ['is no YAML file', 'x.txt', {}, 'content/corrections/x.txt: unexpected file'],
  ])('fails and writes nothing where one %s', (_, name, value, message) => {
    correct(name, value);
    const { code, err } = run();
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at .*:\d+:\d+\)?$/mu);
    expect(code).toBe(1);
    expect(fs.existsSync(at('content/notices'))).toBe(false);
  });
});

describe('build-content with personal numbers', () => {
  test('masks them, lists their lines and prints how many', () => {
    const { out } = run();
    expect(out).toMatch(/masked[\s\S]+jia-2021-1.* 1 +\d+$/mu);
    expect(fs.readFileSync(at(notice), 'utf8')).toContain(String.raw`联系电话：138\*\*\*\*0101。`);
    expect(fs.readFileSync(at('content/notices/jia-2021-1/reading.yaml'), 'utf8')).toContain(
      'masked:\n  - line: 9\n    endLine: 9\n    kind: mobile\n',
    );
    expect(fs.readFileSync(at('content/sources/jia-2021-1.txt'), 'utf8')).toBe(text);
  });

  test('leaves those that an office publishes as its own', () => {
    write(
      'content/vocab/privacy.yaml',
      stringify({ offices: [{ number: '13895150101', owner: '甲局', reason: 'Its telephone.' }] }),
    );
    run();
    expect(fs.readFileSync(at(notice), 'utf8')).toContain('联系电话：13895150101。');
  });
});

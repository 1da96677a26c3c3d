import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { testGazette } from '../src/lib/test-gazette.ts';

const script = path.join(import.meta.dirname, 'build-content.ts');
const vocabulary = path.join(import.meta.dirname, '../content/vocab');

const text = `大武口区人民政府办公室
关于做好秋季造林工作的通知
石大政办发〔2021〕50 号

各街道办事处，星海镇，区直各部门：

现就秋季造林工作通知如下，请认真贯彻落实。

大武口区人民政府办公室
2021 年 9 月 6日
大武口区人民政府办公室
关于做好冬季取暖工作的通知
石大政办发〔2021〕51 号

各街道办事处，星海镇，区直各部门：

现就冬季取暖工作通知如下，请认真贯彻落实。

大武口区人民政府办公室
2021 年 9 月 7日
`;
const first = 'content/notices/jia-2021-1/shidazhengbanfa-2021-50.md';

/** The folder in which the command runs: fresh for each test. */
let folder: string;
/** Its notices, written once by an undisturbed run. */
let written: string;

const at = (name: string): string => path.join(folder, name);

function write(name: string, value: string | Buffer): void {
  fs.mkdirSync(path.dirname(at(name)), { recursive: true });
  fs.writeFileSync(at(name), value);
}

/** Adds a gazette; `fields` go over its description. */
function addGazette(
  id: string,
  value: string | Buffer,
  fields: Record<string, unknown> = {},
): void {
  write(`content/sources/${id}.txt`, value);
  const sha256 = createHash('sha256').update(value).digest('hex');
  const description = { ...testGazette, sha256, ...fields };
  write(`content/sources/${id}.yaml`, stringify(description));
}

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

/** All files of the folder with their bytes, inode and time of change. */
function snapshot(): Record<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const { ino, mtimeMs } = fs.statSync(file);
        return [path.relative(folder, file), `${ino} ${mtimeMs} ${fs.readFileSync(file, 'hex')}`];
      }),
  );
}

/** Runs on a faulty input: it must say so in plain words, exit with 1, and touch nothing. */
function fails(...args: string[]): string {
  const before = snapshot();
  const { code, err } = run(...args);
  expect(err).not.toMatch(/^\s+at .*:\d+:\d+\)?$/mu);
  expect(code).toBe(1);
  expect(snapshot()).toEqual(before);
  return err;
}

function freshFolder(): void {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongbao-'));
  fs.cpSync(vocabulary, at('content/vocab'), { recursive: true });
  addGazette('jia-2021-1', text);
}

/** Puts the notices where an undisturbed run leaves them. */
function havingRun(): void {
  fs.cpSync(written, at('content/notices'), { recursive: true });
}

beforeAll(() => {
  freshFolder();
  expect(run()).toMatchObject({ code: 0 });
  written = fs.mkdtempSync(path.join(os.tmpdir(), 'gongbao-'));
  fs.cpSync(at('content/notices'), written, { recursive: true });
  fs.rmSync(folder, { recursive: true });
});

afterAll(() => {
  fs.rmSync(written, { recursive: true, force: true });
});

beforeEach(freshFolder);

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('build-content', () => {
  test('writes a file for each notice, and accounts for all characters', () => {
    const { code, out } = run();
    expect(code).toBe(0);
    const files = fs.readdirSync(at('content/notices/jia-2021-1'));
    expect(files.filter((name) => name.endsWith('.md'))).toEqual([
      'shidazhengbanfa-2021-50.md',
      'shidazhengbanfa-2021-51.md',
    ]);
    expect(fs.readFileSync(at(first), 'utf8')).toContain('现就秋季造林工作通知如下');
    expect(out).toMatch(/^jia-2021-1 /mu);
  });

  test('writes nothing the second time: no file is touched', () => {
    run();
    const before = snapshot();
    const { code, out } = run();
    expect(code).toBe(0);
    expect(out).toContain(' 0 written, 0 removed');
    expect(snapshot()).toEqual(before);
  });

  test('writes only what changed, and leaves the other files as they are', () => {
    havingRun();
    const before = snapshot();
    addGazette('jia-2021-1', text.replace('冬季取暖工作通知', '冬季取暖事宜通知'));
    expect(run().code).toBe(0);
    const after = snapshot();
    expect(after[first]).toBe(before[first]);
    const second = first.replace('50', '51');
    expect(after[second]).not.toBe(before[second]);
  });

  test('removes the notices of a gazette that is gone', () => {
    addGazette('yi-2021-2', text.replaceAll('石大政办发', '石大党办发'), { issue: 2 });
    run();
    expect(fs.existsSync(at('content/notices/yi-2021-2'))).toBe(true);
    fs.rmSync(at('content/sources/yi-2021-2.txt'));
    fs.rmSync(at('content/sources/yi-2021-2.yaml'));
    expect(run().code).toBe(0);
    expect(fs.existsSync(at('content/notices/yi-2021-2'))).toBe(false);
    expect(fs.existsSync(at(first))).toBe(true);
  });
});

describe('build-content refuses, names the file and keeps what was there, where', () => {
  beforeEach(() => {
    havingRun();
  });

  test('a byte of a source was changed', () => {
    const file = at('content/sources/jia-2021-1.txt');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('造林', '植林'));
    expect(fails()).toMatch(/content\/sources\/jia-2021-1\.yaml: sha256: expected [0-9a-f]{64}/u);
  });

  test('a text has no description', () => {
    fs.rmSync(at('content/sources/jia-2021-1.yaml'));
    expect(fails()).toContain(
      'content/sources/jia-2021-1.txt: expected a description in content/sources/jia-2021-1.yaml',
    );
  });

  test('a description has no text', () => {
    fs.rmSync(at('content/sources/jia-2021-1.txt'));
    expect(fails()).toContain(
      'content/sources/jia-2021-1.yaml: expected its text in content/sources/jia-2021-1.txt',
    );
  });

  test('a text is not UTF-8', () => {
    addGazette('jia-2021-1', Buffer.concat([Buffer.from(text), Buffer.from([0xb9, 0xab])]));
    expect(fails()).toContain('content/sources/jia-2021-1.txt: expected UTF-8');
  });

  test('a description has a key too many', () => {
    addGazette('jia-2021-1', text, { publishr: 'dawukou-government' });
    expect(fails()).toMatch(/content\/sources\/jia-2021-1\.yaml: [^]*publishr/u);
  });

  test('a description has a wrong value', () => {
    addGazette('jia-2021-1', text, { region: '宁夏', origin: { zh: '样例' } });
    const message = fails();
    expect(message).toMatch(/content\/sources\/jia-2021-1\.yaml: [^]*^ +region: /mu);
    expect(message).toMatch(/^ +origin\.en: /mu);
  });

  test('a description is no YAML', () => {
    write('content/sources/jia-2021-1.yaml', 'name: [甲');
    expect(fails()).toContain('content/sources/jia-2021-1.yaml: ');
  });

  test('the vocabulary has a key too many', () => {
    const file = at('content/vocab/wording.yaml');
    fs.appendFileSync(file, '\ntitleOpener: [关于]\n');
    expect(fails()).toMatch(/content\/vocab\/wording\.yaml: [^]*titleOpener/u);
  });

  test('a file of the vocabulary is missing', () => {
    fs.rmSync(at('content/vocab/regions.yaml'));
    expect(fails()).toContain('content/vocab/regions.yaml: ');
  });

  test('there is no gazette at all', () => {
    fs.rmSync(at('content/sources'), { recursive: true });
    expect(fails()).toContain('content/sources: expected at least one gazette');
  });
});

describe('build-content --check', () => {
  test('passes where the notices are those of the sources', () => {
    havingRun();
    const before = snapshot();
    expect(run('--check').code).toBe(0);
    expect(snapshot()).toEqual(before);
  });

  test('fails where a notice was edited by hand, names it and writes nothing', () => {
    havingRun();
    fs.appendFileSync(at(first), '同意。\n');
    expect(fails('--check')).toContain(first);
  });

  test('fails where a notice is missing, names it and writes nothing', () => {
    havingRun();
    fs.rmSync(at(first));
    expect(fails('--check')).toContain(first);
  });

  test('fails where a file belongs to no notice, names it and writes nothing', () => {
    havingRun();
    write('content/notices/jia-2021-1/yi.md', '乙\n');
    expect(fails('--check')).toContain('content/notices/jia-2021-1/yi.md');
  });

  test('fails where nothing was ever written, and writes nothing', () => {
    expect(fails('--check')).toContain(first);
  });
});

describe('build-content after a run that was cut short', () => {
  /** All that is left must be what an undisturbed run leaves. */
  function recovers(): void {
    const whole = fs.readFileSync(at(first), 'utf8');
    expect(whole).toContain('现就秋季造林工作通知如下');
    expect(fs.readdirSync(at('content')).sort()).toEqual(['notices', 'sources', 'vocab']);
    expect(run('--check').code).toBe(0);
  }

  test('throws away a half-written folder', () => {
    havingRun();
    const before = snapshot();
    write('content/notices.next/jia-2021-1/shidazhengbanfa-2021-50.md', '---\nid: ');
    expect(run().code).toBe(0);
    recovers();
    expect(snapshot()).toEqual(before);
  });

  test('throws away a half-written folder where there was none before', () => {
    write('content/notices.next/jia-2021-1/x.md', '---\nid: ');
    expect(run().code).toBe(0);
    recovers();
  });

  test('puts the old folder back where the new one had not yet taken its place', () => {
    havingRun();
    const before = snapshot();
    fs.renameSync(at('content/notices'), at('content/notices.old'));
    write('content/notices.next/jia-2021-1/x.md', '---\nid: ');
    const { code, out } = run();
    expect(code).toBe(0);
    expect(out).toContain(' 0 written');
    recovers();
    expect(snapshot()).toEqual(before);
  });

  test('throws away the old folder where the new one had taken its place', () => {
    havingRun();
    write('content/notices.old/jia-2021-1/x.md', '旧\n');
    expect(run().code).toBe(0);
    recovers();
  });
});

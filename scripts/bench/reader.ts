/**
 * What reading costs: processor seconds and peak memory per megabyte of source, for the gazettes of the archive and for an
 * archive of the same issues 10 and 100 times. Each size runs in a process of its own.
 *
 *   npm run bench [-- TIMES…]
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { VFile } from 'vfile';
import { assembleArchive, readIssue, type Issue } from '../../src/lib/archive.ts';
import { makeLexicon } from '../../src/lib/lexicon/lexicon.ts';
import { noticeFile } from '../../src/lib/markdown/notice-file.ts';
import { gazetteSchema } from '../../src/lib/schema/gazette.ts';
import { readVocabulary } from '../read-vocabulary.ts';
import { filesBelow, readYaml } from '../files.ts';

const sources = 'content/sources';

interface Cost {
  megabytes: number;
  notices: number;
  /** Of processor time, so that other work on the machine does not count. */
  seconds: number;
  /** Peak resident memory of the process, in MiB. */
  peak: number;
}

/** Reads every issue `times` times over, as so many issues, and writes their notices into nothing. */
function measure(times: number): Cost {
  const vocabulary = readVocabulary();
  const lexicon = makeLexicon(vocabulary);
  const texts = filesBelow(sources)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({
      id: name.replace(/\.txt$/u, ''),
      gazette: readYaml(path.join(sources, name.replace(/\.txt$/u, '.yaml')), gazetteSchema),
      value: fs.readFileSync(path.join(sources, name), 'utf8'),
    }));
  const bytes = texts.reduce((sum, { value }) => sum + Buffer.byteLength(value), 0) * times;
  const began = process.cpuUsage();
  const issues = Array.from({ length: times }, (_, copy) => copy).flatMap((copy) =>
    texts.map(({ id, gazette, value }) => {
      const issue: Issue = { id: `${id}-${copy}`, gazette, file: new VFile({ path: id, value }) };
      return readIssue(issue, lexicon);
    }),
  );
  const archive = assembleArchive(issues, vocabulary);
  let written = 0;
  for (const { notice, body } of archive) written += noticeFile(notice, body).length;
  if (written === 0) throw new Error('unexpected empty archive');
  const { user, system } = process.cpuUsage(began);
  return {
    megabytes: bytes / 1e6,
    notices: archive.length,
    seconds: (user + system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
  };
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--measure') console.log(JSON.stringify(measure(Number(rest[0]))));
else {
  const sizes = [first, ...rest].filter((size) => size !== undefined).map(Number);
  console.log('times  MB of source  notices    CPU s  s per MB  peak MiB  MiB per MB');
  for (const times of sizes.length > 0 ? sizes : [1, 10, 100]) {
    const run = spawnSync(process.execPath, [process.argv[1] ?? '', '--measure', String(times)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (run.status !== 0) throw new Error(`the run of ${times} times failed`);
    const cost = JSON.parse(run.stdout) as Cost;
    const cells: [string, number][] = [
      [String(times), 5],
      [cost.megabytes.toFixed(1), 12],
      [String(cost.notices), 7],
      [cost.seconds.toFixed(1), 7],
      [(cost.seconds / cost.megabytes).toFixed(2), 8],
      [cost.peak.toFixed(0), 8],
      [(cost.peak / cost.megabytes).toFixed(1), 10],
    ];
    console.log(cells.map(([cell, width]) => cell.padStart(width)).join('  '));
  }
}

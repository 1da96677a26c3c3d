/**
 * Grades the notices: with the grader of a folder of labels where one is at hand, then with the project's own labels,
 * which also tell what was gained and lost since the accepted run.
 *
 *   npm run score -- [--gold DIR] [--misses N] [--accept]
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    misses: { type: 'string' },
    accept: { type: 'boolean', default: false },
  },
});

function run(script: string, args: readonly string[]): number {
  return spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' }).status ?? 1;
}

const grader = path.resolve('../shared/gold/score.mjs');
const statuses: number[] = [];
if (fs.existsSync(grader)) {
  const { gold, misses } = values;
  statuses.push(
    run(grader, [
      ...(gold === undefined ? [] : ['--gold', gold]),
      ...(misses === undefined ? [] : ['--misses', misses]),
    ]),
  );
  console.log('\nthe labels of content/labels');
}
statuses.push(
  run('scripts/score-labels.ts', [
    ...(values.misses === undefined ? [] : ['--misses']),
    ...(values.accept ? ['--accept'] : []),
  ]),
);
process.exitCode = Math.max(...statuses);

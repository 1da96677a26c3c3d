/**
 * Grades the notices against hand-made labels, where a folder of labels with its grader is at hand.
 *
 *   npm run score -- [--gold DIR] [--misses N]
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const grader = path.resolve('../shared/gold/score.mjs');

if (fs.existsSync(grader)) {
  const { status } = spawnSync(process.execPath, [grader, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  console.log(`No labels to grade against: ${path.relative('.', grader)} is not there.`);
}

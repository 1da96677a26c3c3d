/**
 * Holds the notices against the hand-made labels of content/labels, and says what was gained and lost since the run that
 * was last accepted.
 *
 *   node scripts/score-labels.ts               print; fail where something was lost
 *   node scripts/score-labels.ts --misses      print what is still read wrong too
 *   node scripts/score-labels.ts --accept      keep this run as the accepted one
 */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { changesSince, tally } from '../src/lib/score.ts';
import { acceptedFile, hitsOfRuns, readAccepted, scoreLabels } from './score/labelled.ts';

const { values } = parseArgs({
  options: {
    accept: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
});
const runs = await scoreLabels();
for (const { name, gazette, outcomes } of runs) {
  console.log(`\n${name} (${gazette})`);
  for (const { metric, hit, total } of tally(outcomes)) {
    const share = ((100 * hit) / total).toFixed(1);
    console.log(`  ${metric.padEnd(14)} ${`${hit}/${total}`.padStart(7)} ${share.padStart(6)}%`);
    if (!values.misses) continue;
    for (const miss of outcomes.filter((own) => own.metric === metric && !own.hit)) {
      console.log(`    ${miss.id}: expected ${miss.wanted}, found ${miss.found || 'nothing'}`);
    }
  }
}
const now = hitsOfRuns(runs);
const { gained, lost } = changesSince(readAccepted(), now);
console.log(`\nsince the accepted run: ${gained.length} gained, ${lost.length} lost`);
for (const name of gained) console.log(`  + ${name}`);
for (const name of lost) console.log(`  - ${name}`);
if (values.accept) {
  fs.writeFileSync(acceptedFile, `${JSON.stringify(now, null, 2)}\n`);
  console.log(`accepted: ${acceptedFile}`);
} else if (lost.length > 0) {
  process.exitCode = 1;
}

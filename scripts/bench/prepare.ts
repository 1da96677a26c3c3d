import { writeFileSync } from 'node:fs';
import { archiveOf } from './generate.ts';
import { contestants } from './contestants.ts';

/*
 * node scripts/bench/prepare.ts <contestant> <notices> <folder> <report>
 *
 * Prepares one contestant of the search benchmark in a process of its own, so that its memory can be told and its failure
 * ends nothing else. Writes a `Prepared` as JSON.
 */

/** What preparing took. */
export interface Prepared {
  seconds: number;
  /** Peak resident memory, in MiB; what a program of another language took beside is not in it. */
  peak: number;
  /** The notice that each of its own ids means, where they differ. */
  meaning: [string, string][];
}

const [name, notices, folder = '', report = ''] = process.argv.slice(2);
const contestant = contestants.find((own) => own.name === name);
if (!contestant) throw new Error(`no contestant \`${name}\``);
const began = performance.now();
const meaning = await contestant.prepare(archiveOf(Number(notices)), folder);
const prepared: Prepared = {
  seconds: (performance.now() - began) / 1000,
  peak: process.resourceUsage().maxRSS / 1024,
  meaning: [...meaning],
};
writeFileSync(report, JSON.stringify(prepared));

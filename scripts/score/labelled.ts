import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readMarkdownFiles, readYamlPerFolder } from '../../src/content-loader.ts';
import {
  acceptedSchema,
  labelledNoticesSchema,
  labelledSamplesSchema,
  labelSourcesSchema,
  type Accepted,
} from '../../src/lib/schema/labels.ts';
import { noticeSchema } from '../../src/lib/schema/notice.ts';
import { readingSchema } from '../../src/lib/schema/reading.ts';
import { hitsOf, scoreGazette, type Outcome } from '../../src/lib/score.ts';

const labels = 'content/labels';
const notices = 'content/notices';
export const acceptedFile = path.join(labels, 'accepted.json');

/** The outcomes of one set of labels. */
export interface LabelledRun {
  name: string;
  gazette: string;
  outcomes: Outcome[];
}

function readJson(file: string): unknown {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** Holds the committed notices against every set of labels. */
export async function scoreLabels(): Promise<LabelledRun[]> {
  const folder = pathToFileURL(`${path.resolve(notices)}/`);
  const files = (await readMarkdownFiles(folder, notices)).map(({ front, body }) => ({
    data: noticeSchema.parse(front),
    body,
  }));
  const readings = await readYamlPerFolder(folder, notices, 'reading.yaml');
  const sources = labelSourcesSchema.parse(readJson(path.join(labels, 'sources.json')));
  return Object.entries(sources).map(([name, gazette]) => {
    const of = (part: string) => readJson(path.join(labels, `${name}.${part}.json`));
    const reading = readingSchema.parse(readings.find(({ id }) => id === gazette)?.data);
    const outcomes = scoreGazette(
      {
        notices: labelledNoticesSchema.parse(of('notices')),
        samples: labelledSamplesSchema.parse(of('samples')),
      },
      {
        lines: fs.readFileSync(`content/sources/${gazette}.txt`, 'utf8').split('\n'),
        furniture: reading.furniture,
        notices: files.filter(({ data }) => data.gazette === gazette),
      },
    );
    return { name, gazette, outcomes };
  });
}

export function hitsOfRuns(runs: readonly LabelledRun[]): Accepted {
  return Object.fromEntries(runs.map(({ name, outcomes }) => [name, hitsOf(outcomes)]));
}

/** What was read right when last accepted. */
export function readAccepted(): Accepted {
  return fs.existsSync(acceptedFile) ? acceptedSchema.parse(readJson(acceptedFile)) : {};
}

import path from 'node:path';
import { noCorrections, type Corrections } from '../src/lib/corrections/corrections.ts';
import { gazetteCorrectionsSchema, noticeCorrectionsSchema } from '../src/lib/schema/correction.ts';
import { filesBelow, InputError, readYaml } from './files.ts';

/**
 * Reads content/corrections: a file named for a gazette sets boundaries, any other is named for a notice.
 *
 * @returns the corrections of each gazette that has any
 * @throws InputError where a file does not fit its schema or names no gazette of the archive
 */
export function readCorrections(
  folder: string,
  gazettes: readonly string[],
): Map<string, Corrections> {
  const found = new Map<string, Corrections>();
  const of = (gazette: string): Corrections => found.get(gazette) ?? noCorrections;
  for (const name of filesBelow(folder)) {
    const file = path.join(folder, name);
    const id = path.basename(name, '.yaml');
    if (name !== `${id}.yaml`)
      throw new InputError(
        `${file}: unexpected file, expected <notice-id>.yaml or <gazette-id>.yaml`,
      );
    if (gazettes.includes(id)) {
      const { boundaries } = readYaml(file, gazetteCorrectionsSchema);
      found.set(id, { ...of(id), file, boundaries });
      continue;
    }
    const { gazette, corrections: entries } = readYaml(file, noticeCorrectionsSchema);
    if (!gazettes.includes(gazette))
      throw new InputError(
        `${file}: gazette: unexpected \`${gazette}\`, expected one of ${gazettes.join(', ')}`,
      );
    const { notices, ...others } = of(gazette);
    found.set(gazette, { ...others, notices: [...notices, { id, file, entries }] });
  }
  return found;
}

import { expect, test } from 'vitest';
import { changesSince } from '../../src/lib/score.ts';
import { hitsOfRuns, readAccepted, scoreLabels } from './labelled.ts';

const runs = await scoreLabels();

test('nothing that was once read right is lost; `npm run score -- --accept` keeps what is gained', () => {
  expect(changesSince(readAccepted(), hitsOfRuns(runs)).lost).toEqual([]);
});

test.each(runs)('each label of $name has a name of its own', ({ outcomes }) => {
  const names = outcomes.map(({ metric, id }) => `${metric} ${id}`);
  expect(names).toHaveLength(new Set(names).size);
});

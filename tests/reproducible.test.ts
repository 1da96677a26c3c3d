import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyProject } from './build.ts';

const copies = [copyProject(), copyProject()] as const;

afterAll(() => {
  for (const copy of copies) copy.remove();
});

/** Sum of each file of a folder. */
function sums(folder: string): Record<string, string> {
  const names = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

test('two builds give the same bytes, in whatever folder, time zone and language', async () => {
  const [first, second] = copies;
  await Promise.all([
    first.build({ TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' }),
    second.build({ TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' }),
  ]);
  const found = sums(first.dist);
  expect(Object.keys(found).filter((name) => /^search\/[^/]+\/index\//u.test(name))).not.toEqual(
    [],
  );
  expect(Object.keys(found).filter((name) => name.endsWith('.html')).length).toBeGreaterThan(200);
  expect(sums(second.dist)).toEqual(found);
}, 180_000);

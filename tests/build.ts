import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a build reads. */
const parts = [
  'src',
  'scripts',
  'public',
  'content',
  'astro.config.ts',
  'package.json',
  'tsconfig.json',
];

/** A copy of the project in a folder of its own, which nothing else reads or writes. */
export interface Copy {
  root: string;
  /** Folder of the built site. */
  dist: string;
  /** Runs a program of the project with Node, and gives back what it printed. */
  node: (args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<string>;
  /** Builds the site and its search. */
  build: (env?: NodeJS.ProcessEnv) => Promise<void>;
  remove: () => void;
}

export function copyProject(): Copy {
  const root = mkdtempSync(join(tmpdir(), 'gongbao-'));
  for (const part of parts) cpSync(part, join(root, part), { recursive: true });
  // The packages are shared, but not the caches that tools keep among them.
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync('node_modules'))
    if (name === '.bin' || !name.startsWith('.'))
      symlinkSync(resolve('node_modules', name), join(root, 'node_modules', name));
  const node: Copy['node'] = async (args, env = {}) => {
    const { stdout, stderr } = await run(process.execPath, args, {
      cwd: root,
      env: { ...cleanEnvironment(), ...env },
      maxBuffer: 2 ** 26,
    });
    return stdout + stderr;
  };
  return {
    root,
    dist: join(root, 'dist'),
    node,
    build: async (env) => {
      await node(['node_modules/astro/bin/astro.mjs', 'build'], env);
      await node(['scripts/index-search.ts'], env);
    },
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The environment without what the test runner and the caller of the tests set: it must not change a build. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:GONGBAO_|VITE|NODE_ENV$|TEST$|PROD$|DEV$|MODE$|BASE_URL$|SSR$)/u.test(name),
    ),
  );
}

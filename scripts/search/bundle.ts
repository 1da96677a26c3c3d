import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

/**
 * Bundles the browser half of search.
 *
 * @returns content of `search/api.js`
 * @throws with esbuild's own messages
 */
export async function bundleSearch(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/client/search-api.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  if (!output) throw new Error('esbuild wrote no search module');
  return output.contents;
}

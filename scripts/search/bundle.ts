import { build, type Plugin } from 'esbuild';
import { fileURLToPath } from 'node:url';

const client = fileURLToPath(new URL('../../src/client/', import.meta.url));

/**
 * Bundles the browser half of search.
 *
 * @param pagefind Pagefind's own browser module, which the engine takes in
 * @returns `search/api.js` and `search/engine.js`
 */
export async function bundleSearch(pagefind: Uint8Array): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: { api: `${client}search-api.ts`, engine: `${client}search-engine.ts` },
    outdir: 'search',
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
    plugins: [builtModule('pagefind-browser', pagefind)],
  });
  return new Map(
    outputFiles
      .map(({ path, contents }) => [`search/${path.replace(/^.*[\\/]/u, '')}`, contents] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Lets the bundle import a module that was built in memory. */
function builtModule(name: string, contents: Uint8Array): Plugin {
  return {
    name,
    setup(hooks) {
      hooks.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
      hooks.onLoad({ filter: /.*/, namespace: name }, () => ({ contents, loader: 'js' }));
    },
  };
}

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

/** Content types of the files that a built site holds; all else is bytes. */
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/** A running server. */
export interface Served {
  /** Address of the site's root, ending in a slash: `http://127.0.0.1:41234/archive/`. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves a folder as the plainest static server would: no compression, no caching, `index.html` for a folder.
 *
 * @param folder a built site
 * @param base path under which it stands
 * @param extra files beside it, by path under the base
 */
export async function serve(
  folder: string,
  base = '/',
  extra: ReadonlyMap<string, string> = new Map(),
): Promise<Served> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(base) ? path.slice(base.length) : undefined;
    const name = inside === '' || inside?.endsWith('/') === true ? `${inside}index.html` : inside;
    const file = name === undefined ? undefined : join(folder, normalize(`/${name}`));
    const content =
      name !== undefined && extra.has(name)
        ? Promise.resolve(Buffer.from(extra.get(name) ?? ''))
        : readFile(file ?? '');
    content.then(
      (bytes) => {
        response.setHeader(
          'content-type',
          types[extname(name ?? '')] ?? 'application/octet-stream',
        );
        response.end(bytes);
      },
      () => {
        response.statusCode = 404;
        response.end('not found');
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
      }),
  };
}

/**
 * Fetches a file that the indexer gzipped.
 *
 * @throws where the server has none, or the connection fails
 */
export async function fetchBytes(address: URL): Promise<Uint8Array> {
  return new Uint8Array(await (await unpacked(address, 'default')).arrayBuffer());
}

/**
 * Fetches a gzipped JSON file.
 *
 * @throws where the server has none, or the connection fails
 */
export async function fetchPacked<T>(address: URL, cache: RequestCache = 'default'): Promise<T> {
  return (await (await unpacked(address, cache)).json()) as T;
}

async function unpacked(address: URL, cache: RequestCache): Promise<Response> {
  const response = await fetch(address, { cache });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${address.pathname}`);
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip')));
}

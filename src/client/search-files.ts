/**
 * Fetches a gzipped JSON file that the indexer wrote.
 *
 * @throws where the server has none, or the connection fails
 */
export async function fetchPacked<T>(address: URL, cache: RequestCache = 'default'): Promise<T> {
  const response = await fetch(address, { cache });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${address.pathname}`);
  const text = response.body.pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(text).json()) as T;
}

import type { Answer, Lookup, Matches, Question } from './search-engine.ts';

/** What waits for the worker's answer. */
interface Waiting {
  resolve: (matches: Matches) => void;
  reject: (error: Error) => void;
}

/**
 * Starts the engine in a worker, or in the page where the browser refuses one, and returns its look-up. Fragments
 * that were looked up before are answered from memory.
 *
 * @param script address of the engine's script
 * @param basePath address of Pagefind's folder, ending in a slash
 */
export function linkEngine(script: URL, basePath: URL): Lookup {
  const lookup = startWorker(script, basePath.href).catch(async () => {
    const module = (await import(script.href)) as typeof import('./search-engine.ts');
    return module.startEngine(basePath.href);
  });
  const known = new Map<string, Promise<Matches>>();
  return (tokens) => {
    const key = tokens.join(' ');
    const matches = known.get(key) ?? lookup.then((run) => run(tokens));
    known.set(key, matches);
    // A failure, such as a lost connection, is not to be remembered.
    matches.catch(() => known.delete(key));
    return matches;
  };
}

async function startWorker(script: URL, basePath: string): Promise<Lookup> {
  const worker = new Worker(script, { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const send = (question: Question): void => {
    worker.postMessage(question);
  };
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('error', () => {
      const error = new Error('the search engine could not start');
      reject(error);
      for (const { reject: refuse } of waiting.values()) refuse(error);
      waiting.clear();
    });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data === 'ready') {
        resolve();
        return;
      }
      const asker = waiting.get(data.id);
      waiting.delete(data.id);
      if ('matches' in data) asker?.resolve(data.matches);
      else asker?.reject(new Error(data.error));
    });
    send({ basePath });
  });
  return (tokens) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      send({ id: last, tokens });
    });
}

import { createInstance } from 'pagefind-browser';

/*
 * The engine: Pagefind, run inside a worker of our own so that neither starting nor searching ever blocks the page.
 * The same file is the worker's script and, where a worker cannot be had (another site embeds the archive), a module.
 */

/** Pages that hold the tokens in a row, and the token place of the first match in each. */
export interface Matches {
  pages: string[];
  places: Int32Array;
}

/** Looks tokens up, each time over the whole archive. */
export type Lookup = (tokens: readonly string[]) => Promise<Matches>;

/**
 * Starts Pagefind.
 *
 * @param basePath address of its folder, ending in a slash
 */
export function startEngine(basePath: string): Lookup {
  const pagefind = createInstance({ basePath, noWorker: true });
  return async (tokens) => {
    const { results } = await pagefind.search(`"${tokens.join(' ')}"`);
    return {
      pages: results.map(({ id }) => id),
      places: Int32Array.from(results, ({ words }) => words[0] ?? 0),
    };
  };
}

/** To the worker: first its base, then questions. */
export type Question = { basePath: string } | { id: number; tokens: readonly string[] };

/** From the worker: once that it has started, then answers. */
export type Answer = 'ready' | { id: number; matches: Matches } | { id: number; error: string };

/** Answers questions for as long as the worker lives. */
function serve(): void {
  let lookup: Lookup | undefined;
  const answer = (message: Answer): void => {
    postMessage(message);
  };
  addEventListener('message', ({ data }: MessageEvent<Question>) => {
    if ('basePath' in data) {
      lookup = startEngine(data.basePath);
      answer('ready');
      return;
    }
    const { id, tokens } = data;
    lookup?.(tokens).then(
      (matches) => {
        answer({ id, matches });
      },
      (error: unknown) => {
        answer({ id, error: String(error) });
      },
    );
  });
}

// Only a worker lacks a window.
if (typeof window === 'undefined') serve();

/** Where a reader's own searches are kept: on this device and nowhere else. */
const key = 'gongbao-recent-searches';

/** Searches kept. */
const most = 8;

/** The reader's searches, last first; none where the browser keeps nothing. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter((query) => typeof query === 'string').slice(0, most);
  } catch {
    // Storage is off, or holds something of another program.
    return [];
  }
}

/** Keeps a search that the reader has acted on. */
export function keepSearch(query: string): void {
  const words = query.trim();
  if (words === '') return;
  const others = recentSearches().filter((other) => other !== words);
  write([words, ...others].slice(0, most));
}

/** Forgets all searches. */
export function forgetSearches(): void {
  write([]);
}

function write(queries: readonly string[]): void {
  try {
    if (queries.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(queries));
  } catch {
    // Storage is off or full; nothing depends on it.
  }
}

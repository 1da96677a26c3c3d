/** The browser half of Pagefind, as the index build writes it; bundled into the engine by `scripts/search/bundle.ts`. */
declare module 'pagefind-browser' {
  interface Found {
    results: {
      /** Name of the page. */
      id: string;
      /** Token places of the first match, in order. */
      words: number[];
    }[];
  }
  interface Instance {
    init: () => Promise<void>;
    search: (query: string) => Promise<Found>;
  }
  export function createInstance(options: {
    /** Address of the folder that holds `pagefind-entry.json`. */
    basePath: string;
    noWorker: boolean;
  }): Instance;
}

import { create, insert, load, save, search, type RawData } from '@orama/orama';
import FlexSearch from 'flexsearch';
import MiniSearch, { type Options } from 'minisearch';

/*
 * What a user would pick instead, each set up as its documentation says for text without spaces: terms of two
 * characters. Every peer builds in Node, is sent as gzipped JSON, and searches in the browser; this file runs in both.
 */

/** A notice as peers take it: its folded text, one block a line. */
export interface PeerDocument {
  id: string;
  text: string;
}

/** Finds the ids of the notices for a folded fragment. */
export type PeerSearch = (fragment: string) => string[] | Promise<string[]>;

/** One peer. */
export interface Peer {
  name: string;
  /** What is sent to the browser. */
  build: (documents: readonly PeerDocument[]) => Promise<string> | string;
  /** Makes it ready to search. */
  open: (data: string) => Promise<PeerSearch> | PeerSearch;
}

/** Overlapping pairs of characters of each line; a line of one character is a term of its own. */
function pairs(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const chars = Array.from(line);
    return chars.length < 2 ? chars : chars.slice(1).map((char, i) => (chars[i] ?? '') + char);
  });
}

const miniOptions: Options<PeerDocument> = {
  fields: ['text'],
  tokenize: pairs,
  searchOptions: { combineWith: 'AND' },
};

const miniSearch: Peer = {
  name: 'MiniSearch',
  build(documents) {
    const index = new MiniSearch<PeerDocument>(miniOptions);
    index.addAll(documents);
    return JSON.stringify(index);
  },
  open(data) {
    const index = MiniSearch.loadJSON<PeerDocument>(data, miniOptions);
    return (fragment) => index.search(fragment).map(({ id }) => String(id));
  },
};

const flexOptions = { encode: pairs, tokenize: 'strict', resolution: 1 } as const;

const flexSearch: Peer = {
  name: 'FlexSearch',
  build(documents) {
    const index = new FlexSearch.Index(flexOptions);
    documents.forEach(({ text }, i) => index.add(i, text));
    const parts: [string, string][] = [];
    index.export((key, data) => {
      parts.push([key, data]);
    });
    return JSON.stringify({ ids: documents.map(({ id }) => id), parts });
  },
  open(data) {
    const { ids, parts } = JSON.parse(data) as { ids: string[]; parts: [string, string][] };
    const index = new FlexSearch.Index(flexOptions);
    for (const [key, part] of parts) index.import(key, part);
    return (fragment) =>
      index.search(fragment, { limit: ids.length }).map((i) => ids[Number(i)] ?? '');
  },
};

function oramaDatabase() {
  return create({
    schema: { text: 'string' } as const,
    components: {
      tokenizer: {
        language: 'pairs',
        normalizationCache: new Map(),
        tokenize: (raw) => [...new Set(pairs(raw))],
      },
    },
  });
}

const orama: Peer = {
  name: 'Orama',
  async build(documents) {
    const database = oramaDatabase();
    for (const { id, text } of documents) await insert(database, { id, text });
    return JSON.stringify(save(database));
  },
  open(data) {
    const database = oramaDatabase();
    load(database, JSON.parse(data) as RawData);
    return async (fragment) => {
      const { hits } = await search(database, {
        term: fragment,
        limit: 100_000,
        threshold: 0,
      });
      return hits.map(({ id }) => id);
    };
  },
};

const scan: Peer = {
  name: 'Plain scan',
  build: (documents) => JSON.stringify(documents),
  open(data) {
    const documents = JSON.parse(data) as PeerDocument[];
    return (fragment) =>
      documents.filter(({ text }) => text.includes(fragment)).map(({ id }) => id);
  },
};

export const peers: readonly Peer[] = [miniSearch, flexSearch, orama, scan];

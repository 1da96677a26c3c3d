import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';

/** One document for the engine. */
export interface EngineDocument {
  id: string;
  tokens: readonly string[];
}

/** The engine's output. */
export interface EngineFiles {
  /** Path under `pagefind/` and content, in the order of the paths. */
  files: Map<string, Uint8Array>;
  /** The engine's name of each document, in the order given. */
  pages: string[];
}

/** A language that no rule of the engine knows, so that it leaves our tokens alone. */
const language = 'zxx';

/**
 * Places in a chunk of the index; by default 20,000, so that a query would fetch some 35 KB for every two characters.
 * Pagefind takes it from the environment only and calls it unstable: look again when its version changes.
 */
process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE ??= '5000';

/** What the browser half needs; the interfaces that Pagefind also writes would only weigh the folder down. */
const needed =
  /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_meta|index\/.*)$/u;

/**
 * Indexes documents with Pagefind.
 *
 * @param documents in the order in which they are numbered; the same ones give the same bytes
 * @throws with all that Pagefind complained of
 */
export async function indexWithPagefind(documents: Iterable<EngineDocument>): Promise<EngineFiles> {
  const created = await createIndex({ forceLanguage: language });
  try {
    const { index } = created;
    complain(created.errors);
    if (!index) throw new Error('Pagefind made no index');
    const ids: string[] = [];
    for (const { id, tokens } of documents) {
      const added = await index.addCustomRecord({ url: id, content: tokens.join(' '), language });
      complain(added.errors);
      ids.push(id);
    }
    const built = await index.getFiles();
    complain(built.errors);
    const pageOf = new Map<string, string>();
    const files = new Map<string, Uint8Array>();
    for (const { path, content } of built.files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      const page = /^fragment\/(?<page>.*)\.pf_fragment$/u.exec(path)?.groups?.page;
      if (page !== undefined) pageOf.set(urlOfFragment(content), page);
      // The copy drops the larger message that the content is a view of.
      if (needed.test(path)) files.set(path, Uint8Array.from(content));
    }
    const pages = ids.map((id) => {
      const page = pageOf.get(id);
      if (page === undefined) throw new Error(`Pagefind lost the notice \`${id}\``);
      return page;
    });
    if (pageOf.size !== pages.length)
      throw new Error(`Pagefind has ${pageOf.size} pages for ${pages.length} notices`);
    return { files, pages };
  } finally {
    await close();
  }
}

function complain(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

/** A fragment is a signature of twelve bytes and JSON, gzipped. */
function urlOfFragment(content: Uint8Array): string {
  const json: unknown = JSON.parse(gunzipSync(content).subarray(12).toString('utf8'));
  if (typeof json === 'object' && json !== null && 'url' in json && typeof json.url === 'string')
    return json.url;
  throw new Error('a Pagefind fragment has no url');
}

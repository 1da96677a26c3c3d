import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch } from './browser.ts';
import { serve, type Served } from './serve.ts';
import { base, dist } from './site.ts';

/** What went wrong, or went out, while a reader walked through the site. */
export interface Watch {
  /** Requests to any other host; none of them gets through. */
  elsewhere: string[];
  /** Errors in the console, refusals of the policy among them, and errors that no code caught. */
  errors: string[];
  /** Requests that the site answered with an error, or not at all. */
  failed: string[];
}

/** Links of a page's own content to notices, the list of all of them left out. */
export const noticeLink = 'main a[href*="/notices/"]:not([href$="/notices/"])';

/** A built site on a server of its own, and readers that visit it. */
export interface Site {
  /** Address of its root, ending in a slash. */
  readonly url: string;
  readonly browser: Browser;
  /** A reader with an empty browser: what they do is watched. */
  reader: (options?: BrowserContextOptions) => Promise<{ context: BrowserContext; watch: Watch }>;
}

/**
 * Serves a built site and starts a browser before the tests of a file, and stops both after them.
 *
 * @param place folder and base path of the site, asked for when the tests begin
 */
export function useSite(
  place: () => { folder: string; base: string } = () => ({ folder: dist, base }),
): Site {
  let server: Served | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    const { folder, base: path } = place();
    server = await serve(folder, path);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const running = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('the site is served while tests run');
    return part;
  };
  return {
    get url() {
      return running(server).url;
    },
    get browser() {
      return running(browser);
    },
    async reader(options = {}) {
      const context = await running(browser).newContext({ locale: 'zh-CN', ...options });
      return { context, watch: await watchOver(context, running(server).url) };
    },
  };
}

async function watchOver(context: BrowserContext, url: string): Promise<Watch> {
  const watch: Watch = { elsewhere: [], errors: [], failed: [] };
  const { origin } = new URL(url);
  const own = (address: string): boolean => new URL(address).origin === origin;
  await context.route(
    (address) => address.origin !== origin,
    (route) => {
      watch.elsewhere.push(route.request().url());
      return route.abort();
    },
  );
  context.on('request', (request) => {
    if (!own(request.url()) && !watch.elsewhere.includes(request.url()))
      watch.elsewhere.push(request.url());
  });
  context.on('response', (response) => {
    if (response.status() >= 400) watch.failed.push(`${response.status()} ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    // Going to another page ends what this one was still fetching.
    if (own(request.url()) && request.failure()?.errorText !== 'net::ERR_ABORTED')
      watch.failed.push(`${request.failure()?.errorText ?? 'failed'} ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      watch.errors.push(message.text());
  });
  context.on('weberror', (error) => {
    watch.errors.push(String(error.error()));
  });
  return watch;
}

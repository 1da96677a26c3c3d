import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** No sandbox, for CI often runs as root; no traffic of Chromium's own, for tests count what goes out. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/**
 * Starts a headless Chromium: the one that `GONGBAO_CHROMIUM` names, else one of the system, else Playwright's own,
 * else the one that the package @sparticuz/chromium carries.
 *
 * @throws with what to do where there is none
 */
export async function launch(): Promise<Browser> {
  const executablePath = await findChromium();
  try {
    return await chromium.launch({ executablePath, args });
  } catch (cause) {
    throw new Error(`${executablePath} did not start; set GONGBAO_CHROMIUM to another Chromium`, {
      cause,
    });
  }
}

async function findChromium(): Promise<string> {
  const named = process.env.GONGBAO_CHROMIUM;
  if (named !== undefined && named !== '') return named;
  const path = (process.env.PATH ?? '').split(delimiter);
  const system = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .flatMap((name) => path.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
  if (system !== undefined) return system;
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  return carriedChromium();
}

async function carriedChromium(): Promise<string> {
  try {
    const { default: carried } = await import('@sparticuz/chromium');
    return await carried.executablePath();
  } catch (cause) {
    throw new Error(
      'No Chromium for the browser tests: install one (`apt install chromium`, or ' +
        '`npx playwright-core install chromium-headless-shell`), or set GONGBAO_CHROMIUM to its program',
      { cause },
    );
  }
}

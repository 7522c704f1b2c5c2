/** A real browser for tests: Debian's `chromium`. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';
/** No sandbox, as in a container that runs as root; nothing is fetched from outside. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Whether tests in a browser run here. Where there is none they are skipped, which is printed; in CI (`CI` is set) they
 * run, and fail for want of one.
 */
export function hasBrowser(): boolean {
  if (existsSync(EXECUTABLE) || process.env['CI']) return true;
  console.warn(`browser: skipped, there is no ${EXECUTABLE} (apt-get install chromium)`);
  return false;
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}

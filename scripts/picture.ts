/**
 * The README's picture: the first check run of the demo's page, as a browser shows it. Needs Chromium, as Debian's package
 * `chromium` installs it, and the page that `npm run demo -- --once` writes.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launchBrowser } from '../test/helpers/chromium.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 920, height: 800 }, deviceScaleFactor: 2 });
  await page.goto(pathToFileURL(join(ROOT, 'demo-output/index.html')).href);
  await page
    .locator('article.view .box')
    .first()
    .screenshot({ path: join(ROOT, 'docs/check-run.png') });
} finally {
  await browser.close();
}
console.log('picture: wrote docs/check-run.png');

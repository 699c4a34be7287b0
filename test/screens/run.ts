import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationsFolder, pageFolder, root, version } from '#build/paths.ts';
import { startBrowser } from '#main/browser.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { toScan } from '#test/support/desk-page.ts';
import { tour } from '#test/support/tour.ts';

// Regenerates docs/screens/*.png: every screen and its main states, on demonstration data.
const folder = mkdtempSync(join(tmpdir(), 'comptoir-screens-'));
const pictures = join(root, 'docs/screens');
mkdirSync(pictures, { recursive: true });
const shell = await startBrowser({ folder, port: 0, pageFolder, migrationsFolder, demo: true, version });
const browser = await launchChromium();
const context = await browser.newContext({
  viewport: { width: 1366, height: 768 },
  locale: 'fr-FR',
  timezoneId: 'Europe/Paris',
});
const page = await context.newPage();
await page.goto(shell.url);
await tour(page, toScan(folder), async (name) => {
  // Sounds, transitions and images settle; then the picture is the same at every run.
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
  console.log(name);
});
await browser.close();
await shell.close();
rmSync(folder, { recursive: true, force: true });

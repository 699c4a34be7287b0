import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { migrationsFolder, pageFolder, root, version } from '#build/paths.ts';
import { startBrowser } from '#test/support/browser.ts';
import type { BrowserShell } from '#main/shell/browser.ts';
import { launchChromium } from '#build/chromium.ts';
import { toScan } from '#test/support/desk-page.ts';
import { enterHeadquarters, headquartersWithOneDay } from '#test/support/headquarters-page.ts';
import { enrollingHeadquarters, setUpTour } from '#test/support/set-up-tour.ts';
import { tour } from '#test/support/tour.ts';

// Regenerates docs/screens/*.png: every screen and its main states, on demonstration data.
const folder = mkdtempSync(join(tmpdir(), 'comptoir-screens-'));
const pictures = join(root, 'docs/screens');
mkdirSync(pictures, { recursive: true });
const browser = await launchChromium();

async function freshPage(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  return context.newPage();
}

/** Transitions and images settle; then the picture is the same at every run. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
  console.log(name);
}

const start = (name: string, demo: boolean): Promise<BrowserShell> =>
  startBrowser({ folder: join(folder, name), port: 0, pageFolder, migrationsFolder, demo, version });

const till = await start('demo', true);
const desk = await freshPage();
await desk.goto(till.url);
await tour(desk, toScan(join(folder, 'demo')), (name, shown = desk) => picture(shown, name));
await till.close();

const enrolling = await enrollingHeadquarters();
const bare = await start('bare', false);
const installer = await freshPage();
await installer.goto(bare.url);
// A key is never shown in a picture, not even one that opens nothing.
await setUpTour(installer, enrolling, async (name) =>
  name === 'set-up-recovery' ? undefined : picture(installer, name),
);
await bare.close();
await enrolling.close();

const hq = await headquartersWithOneDay();
const morning = await freshPage();
await enterHeadquarters(morning, hq);
await picture(morning, 'headquarters');
for (const [name, link] of [
  ['headquarters-calls', 'À appeler'],
  ['headquarters-prices', 'Prix'],
] as const) {
  await morning.getByRole('navigation', { name: 'Pages' }).getByText(link).click();
  await picture(morning, name);
}
await hq.close();
await browser.close();
rmSync(folder, { recursive: true, force: true });

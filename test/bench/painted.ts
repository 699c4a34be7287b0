import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { migrationsFolder, pageFolder, version } from '#build/paths.ts';
import { startBrowser } from '#test/support/browser.ts';
import { launchChromium } from '#build/chromium.ts';
import { abandonBasket, openTill, signIn } from '#test/support/desk-page.ts';
import { type Measured, percentile } from './measure.ts';

const scans = 60;
export const charger = '2000000000138';

/** From the last key of a scan to the frame in which its line is on the screen. */
export async function benchPainted(folder: string): Promise<Measured[]> {
  const shell = await startBrowser({
    folder: join(folder, 'point'),
    port: 0,
    pageFolder,
    migrationsFolder,
    demo: true,
    version,
  });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(shell.url);
  await signIn(page, 'Awa', 'Bonjour-13');
  await openTill(page);
  const times: number[] = [];
  for (let at = 0; at < scans; at += 1) {
    times.push(await scanUntilPainted(page, charger, at));
  }
  await browser.close();
  await shell.close();
  const steady = times.slice(5);
  const p95 = percentile(steady, 0.95);
  return [
    {
      what: 'scan → line painted in the browser, p95',
      value: p95,
      unit: 'ms',
      bar: { most: 60 },
      detail: { p50Ms: percentile(steady, 0.5), p95Ms: p95, maxMs: Math.max(...steady) },
    },
  ];
}

/** One more scan of a product, the `nth` since the first, in milliseconds until its line is on the screen. */
export async function scanUntilPainted(page: Page, text: string, nth: number): Promise<number> {
  const painted = watch(page, nth % 10);
  const from = await scanFrom(page, text);
  const tookMs = (await painted) - from;
  // A fresh basket now and then: nobody buys sixty chargers.
  if (nth % 10 === 9) await abandonBasket(page);
  await page.waitForTimeout(120);
  return tookMs;
}

/** Scans, and gives the page's time just before the last key: the listener lets nobody else see it. */
async function scanFrom(page: Page, text: string): Promise<number> {
  for (const character of text) await page.keyboard.press(character);
  const from = await page.evaluate(() => performance.now());
  await page.keyboard.press('Enter');
  return from;
}

/** Resolves with the page's time at the frame that shows more lines than before. */
function watch(page: Page, lines: number): Promise<number> {
  return page.evaluate(
    ({ before, label }) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error('no line was painted within ten seconds')), 10_000);
        const look = (): void => {
          const lines = [...document.querySelectorAll('p')].filter((one) => one.textContent === label).length;
          if (lines <= before) return void requestAnimationFrame(look);
          // The frame after the one that drew it: by then it is on the screen.
          requestAnimationFrame(() => resolve(performance.now()));
        };
        requestAnimationFrame(look);
      }),
    { before: lines, label: 'Chargeur USB-C' },
  );
}

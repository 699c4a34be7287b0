import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { abandonBasket, openTill, signIn } from '#test/support/desk-page.ts';
import { sampled } from './measure.ts';
import type { Bench } from './runner.ts';
import { openPage } from './shell.ts';

const volumes = { full: { scans: 125, warmUp: 5 }, quick: { scans: 4, warmUp: 1 } } as const;
const charger = '2000000000138';
/** Nobody buys sixty chargers: after these a fresh basket. */
const basketOf = 10;

/** From the last key of a scan to the frame in which its line is on the screen. */
export async function benchPainted(bench: Bench): Promise<void> {
  const { scans, warmUp } = volumes[bench.volume];
  const page = await openPage(bench, join(bench.folder, 'point'));
  await signIn(page, 'Awa', 'Bonjour-13');
  await openTill(page);
  const times = await scansPainted(page, scans);
  const what = 'scan → line painted in the browser, p95';
  bench.measured(sampled(what, times.slice(warmUp), { share: 0.95, mostMs: 60 }));
}

/** Milliseconds of each of some scans, from an empty basket to an empty basket. */
export async function scansPainted(page: Page, scans: number): Promise<number[]> {
  const times: number[] = [];
  for (let nth = 0; nth < scans; nth += 1) times.push(await scanUntilPainted(page, nth));
  if (scans % basketOf !== 0) await abandonBasket(page);
  return times;
}

/** One more scan of a product, the `nth` since the first, in milliseconds until its line is on the screen. */
export async function scanUntilPainted(page: Page, nth: number): Promise<number> {
  const painted = watch(page, nth % basketOf);
  const from = await scanFrom(page, charger);
  const tookMs = (await painted) - from;
  if (nth % basketOf === basketOf - 1) await abandonBasket(page);
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

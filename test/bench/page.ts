import type { Page } from 'playwright-core';
import { launchChromium } from '#build/chromium.ts';
import { abandonBasket, scan } from '#test/support/desk-page.ts';
import type { Bench } from './runner.ts';
import type { Shell } from './shell.ts';

const charger = '2000000000138';
const chargerLine = 'Chargeur USB-C';
/** Nobody buys sixty chargers: after these a fresh basket. */
const basketOf = 10;
/** Between two scans, for the page to come to rest. */
const betweenScansMs = 120;
/** The page holds what a first key alone may begin for 60 ms: keys further apart are typing. */
const scannerGapMs = 50;
/** For what is left of a torn scan to be over. */
const afterTornMs = 1_000;
/** For a scan's line to be drawn, on a machine that has much else to do. */
const mostMs = 30_000;

/** The page of a till in a browser, at the sign-in screen. */
export async function openPage(bench: Bench, { url }: Shell): Promise<Page> {
  const browser = await bench.ending(await launchChromium(), (one) => one.close());
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.addInitScript(watchScans, scannerGapMs);
  await page.goto(url);
  return page;
}

interface Watched {
  /** When the last scan's Enter was pressed, by the clock of the page. */
  enterAtMs: number;
  /** A key of the last scan came so late after the one before it that a scanner did not send it. */
  torn: boolean;
  /** From each Enter to the answer that says where the scan goes. */
  readonly routedMs: readonly number[];
}

/** Runs in the page before its own code, which lets nobody else see the keys of a scan. */
function watchScans(scannerGapMs: number): void {
  // Of the page before it was loaded again, too.
  const routedMs = JSON.parse(sessionStorage.getItem('routedMs') ?? '[]') as number[];
  const watched: Watched = { enterAtMs: 0, torn: false, routedMs };
  Object.assign(globalThis, { watched });
  let keys: number[] = [];
  window.addEventListener(
    'keydown',
    (event) => {
      keys.push(event.timeStamp);
      if (event.key !== 'Enter') return;
      watched.torn = keys.some((atMs, index) => atMs - (keys[index - 1] ?? atMs) > scannerGapMs);
      watched.enterAtMs = event.timeStamp;
      keys = [];
    },
    { capture: true },
  );
  const ask = window.fetch.bind(window);
  window.fetch = async (...asked) => {
    const answer = await ask(...asked);
    if (asked[0] !== '/api/scan') return answer;
    routedMs.push(performance.now() - watched.enterAtMs);
    sessionStorage.setItem('routedMs', JSON.stringify(routedMs));
    return answer;
  };
}

export const routedMs = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.routedMs);

/** Milliseconds of each of some scans, from an empty basket to an empty basket. */
export async function scansPainted(page: Page, scans: number): Promise<number[]> {
  const times: number[] = [];
  for (let nth = 0; nth < scans; nth += 1) times.push(await scanUntilPainted(page, nth));
  if (scans % basketOf !== 0) await emptyBasket(page);
  return times;
}

/**
 * One more scan of a product, the `nth` since the first, in milliseconds until its line is on the screen. A busy
 * machine may tear the keys of a scan apart, as no scanner does: it is scanned again.
 */
export async function scanUntilPainted(page: Page, nth: number): Promise<number> {
  for (let tries = 0; tries < 20; tries += 1) {
    const painted = untilPainted(page);
    // Answered once the page looks.
    await page.evaluate(() => undefined);
    const [tookMs] = await Promise.all([painted, scan(page, charger)]);
    if (tookMs === null) {
      await page.waitForTimeout(afterTornMs);
      // What came of its pieces may ask the person something, which nobody answers here.
      await page.reload();
      await page.getByRole('region', { name: 'Panier' }).waitFor();
      continue;
    }
    await page.waitForTimeout(betweenScansMs);
    if (nth % basketOf === basketOf - 1) await emptyBasket(page);
    return tookMs;
  }
  throw new Error('this machine is too busy to press the keys of a scan');
}

async function emptyBasket(page: Page): Promise<void> {
  await abandonBasket(page);
  await untilEmpty(page);
}

/** Until the page has seen that its basket is empty. */
export const untilEmpty = (page: Page): Promise<void> =>
  page.locator('p', { hasText: chargerLine }).first().waitFor({ state: 'detached' });

/** From the Enter of the scan to the frame that shows more lines than before; null for a torn scan. */
function untilPainted(page: Page): Promise<number | null> {
  return page.evaluate(
    ({ label, limitMs }) =>
      new Promise<number | null>((resolve, reject) => {
        setTimeout(() => reject(new Error(`no line was painted within ${limitMs} ms`)), limitMs);
        const { watched } = globalThis as unknown as { watched: Watched };
        const lines = (): number =>
          [...document.querySelectorAll('p')].filter((one) => one.textContent === label).length;
        const [before, last] = [lines(), watched.enterAtMs];
        const look = (): void => {
          const scanned = watched.enterAtMs > last;
          if (scanned && watched.torn) return resolve(null);
          if (!scanned || lines() <= before) return void requestAnimationFrame(look);
          // The frame after the one that drew it: by then it is on the screen.
          requestAnimationFrame(() => resolve(performance.now() - watched.enterAtMs));
        };
        requestAnimationFrame(look);
      }),
    { label: chargerLine, limitMs: mostMs },
  );
}

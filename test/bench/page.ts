import type { Page } from 'playwright-core';
import { launchChromium } from '#test/support/chromium.ts';
import { abandonBasket, scan } from '#test/support/desk-page.ts';
import type { Bench } from './runner.ts';
import { startShell } from './shell.ts';

const charger = '2000000000138';
const chargerLine = 'Chargeur USB-C';
/** Nobody buys sixty chargers: after these a fresh basket. */
const basketOf = 10;
/** Between two scans, for the page to come to rest. */
const betweenScansMs = 120;
/** For a scan's line to be drawn, on a machine that has much else to do. */
const mostMs = 30_000;

/** The demonstration point in the browser shell, with its page in a browser at the sign-in screen. */
export async function openPage(bench: Bench, folder: string): Promise<Page> {
  const { url } = await startShell(bench, folder);
  const browser = await bench.ending(await launchChromium(), (one) => one.close());
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.addInitScript(watchScans);
  await page.goto(url);
  return page;
}

interface Watched {
  /** When the last scan's Enter was pressed, by the clock of the page. */
  enterAtMs: number;
  /** From each Enter to the answer that says where the scan goes. */
  readonly routedMs: number[];
}

/** Runs in the page before its own code, which lets nobody else see the keys of a scan. */
function watchScans(): void {
  const watched: Watched = { enterAtMs: 0, routedMs: [] };
  Object.assign(globalThis, { watched });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') watched.enterAtMs = event.timeStamp;
    },
    { capture: true },
  );
  const ask = window.fetch.bind(window);
  window.fetch = async (...asked) => {
    const answer = await ask(...asked);
    if (asked[0] === '/api/scan') watched.routedMs.push(performance.now() - watched.enterAtMs);
    return answer;
  };
}

export const routedMs = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.routedMs);

/** Milliseconds of each of some scans, from an empty basket to an empty basket. */
export async function scansPainted(page: Page, scans: number): Promise<number[]> {
  const times: number[] = [];
  for (let nth = 0; nth < scans; nth += 1) times.push(await scanUntilPainted(page, nth));
  if (scans % basketOf !== 0) await abandonBasket(page);
  return times;
}

/** One more scan of a product, the `nth` since the first, in milliseconds until its line is on the screen. */
export async function scanUntilPainted(page: Page, nth: number): Promise<number> {
  const painted = untilPainted(page, nth % basketOf);
  // Answered once the page looks.
  await page.evaluate(() => undefined);
  const [tookMs] = await Promise.all([painted, scan(page, charger)]);
  if (nth % basketOf === basketOf - 1) await abandonBasket(page);
  await page.waitForTimeout(betweenScansMs);
  return tookMs;
}

/** From the Enter of the scan to the frame that shows more lines than before. */
function untilPainted(page: Page, lines: number): Promise<number> {
  return page.evaluate(
    ({ before, label, limitMs }) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`no line was painted within ${limitMs} ms`)), limitMs);
        const { watched } = globalThis as unknown as { watched: Watched };
        const look = (): void => {
          const lines = [...document.querySelectorAll('p')].filter((one) => one.textContent === label).length;
          if (lines <= before) return void requestAnimationFrame(look);
          // The frame after the one that drew it: by then it is on the screen.
          requestAnimationFrame(() => resolve(performance.now() - watched.enterAtMs));
        };
        requestAnimationFrame(look);
      }),
    { before: lines, label: chargerLine, limitMs: mostMs },
  );
}

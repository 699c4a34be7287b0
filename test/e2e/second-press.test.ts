import { isDeepStrictEqual } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '#build/chromium.ts';
import { migrationsFolder, pageFolder, version } from '#build/paths.ts';
import { screenNames } from '#renderer/app/screen-for.ts';
import { startBrowser } from '#test/support/browser.ts';
import { toScan } from '#test/support/desk-page.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';
import { enrollingHeadquarters, setUpTour } from '#test/support/set-up-tour.ts';
import { slipOn } from '#test/support/slips.ts';
import { tour } from '#test/support/tour.ts';
import type { Visit } from '#test/support/visit.ts';

// A tired hand presses everything twice, at 0, 100, 200 or 400 ms: every screen is then as after one press.
let browser: Browser;
const seen = new Set<string>();

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** What a tour shows at each of its stops, on a point of its own; with hands that slip or not. */
async function shownOn(
  slips: boolean,
  demo: boolean,
  walk: (page: Page, visit: Visit, folder: string) => Promise<void>,
): Promise<Record<string, string>> {
  const folder = temporaryFolderUntil(onTestFinished);
  const shell = await startBrowser({ folder, port: 0, pageFolder, migrationsFolder, demo, version });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  onTestFinished(async () => {
    await context.close();
    await shell.close();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  if (slips) await slipOn(page);
  await page.goto(shell.url);
  const shown: Record<string, string> = {};
  await walk(
    page,
    async (name, other) => {
      await page.waitForTimeout(600);
      const screen = await page.locator('main').first().getAttribute('data-screen');
      if (screen) seen.add(screen);
      if (other) return;
      // What is said for a few seconds is said by then, or not yet.
      const passing = await page.locator('[aria-live="assertive"]').allInnerTexts();
      const text = await page.locator('body').innerText();
      shown[name] = steady(passing.reduce((rest, said) => rest.replace(said, ''), text)).trim();
    },
    folder,
  );
  return shown;
}

/** Without what is another one each time: hours, numbers drawn at random, and what a printer is slow to tell. */
const steady = (text: string): string =>
  [
    /127\.0\.0\.\S+/g,
    /\d{1,2}\s(?:h|:)\s?\d{2}|\d{1,2}:\d{2}/g,
    /[\d,]+\s(?:ms|s|Ko|Mo)(?![a-zé])/g,
    /AGE-SECRET-KEY-\w+/g,
    /Signature \S+/g,
    /\S*comptoir-(?:test|backup)\S*/g,
    /PAR13-1-\d{8}T\S+/g,
    /Imprimante (?:prête|introuvable)|Plus de papier|Capot ouvert/g,
  ].reduce((said, one) => said.replaceAll(one, '…'), text);

type Shown = Readonly<Record<string, string>>;

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.replaceAll(/\d+/g, '0'));

/** Lines, but for their numbers, that one of two days shows and the other does not. */
const noiseOf = (day: Shown, other: Shown): ReadonlySet<string> =>
  new Set(
    Object.keys(day).flatMap((name) => {
      const [here, there] = [(day[name] ?? '').split('\n'), (other[name] ?? '').split('\n')];
      const apart = [...here, ...there].filter((line) => !here.includes(line) || !there.includes(line));
      return linesOf(apart.join('\n'));
    }),
  );

const without = (noise: ReadonlySet<string>, shown: Shown): Shown =>
  Object.fromEntries(
    Object.entries(shown).map(([name, text]) => [
      name,
      text
        .split('\n')
        .filter((line) => !linesOf(line).some((one) => noise.has(one)))
        .join('\n'),
    ]),
  );

test('every press of a day made twice leaves every screen as one press does', async () => {
  const day = (slips: boolean) =>
    shownOn(slips, true, (page, visit, folder) => tour(page, toScan(folder), visit));
  const [twice, once] = [await day(true), await day(false)];
  if (isDeepStrictEqual(twice, once)) return;
  // What differs between two days of calm hands is no slip.
  const noise = noiseOf(once, await day(false));
  expect(without(noise, twice)).toEqual(without(noise, once));
});

test('so does every press of setting up', async () => {
  const hq = [await enrollingHeadquarters(), await enrollingHeadquarters()] as const;
  onTestFinished(async () => {
    for (const one of hq) await one.close();
  });
  const setUp = (slips: boolean) =>
    shownOn(slips, false, (page, visit) => setUpTour(page, hq[slips ? 1 : 0], visit));
  expect(await setUp(true)).toEqual(await setUp(false));
});

test('no screen of the application was passed over', () => {
  expect([...seen].toSorted()).toEqual([...screenNames].toSorted());
});

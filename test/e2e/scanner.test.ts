import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { migrationsFolder, pageFolder, version } from '#build/paths.ts';
import { startBrowser } from '#test/support/browser.ts';
import type { BrowserShell } from '#main/shell/browser.ts';
import { launchChromium } from '#build/chromium.ts';
import { done, openTill, press, signIn } from '#test/support/desk-page.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';

let shell: BrowserShell;
let browser: Browser;
let page: Page;
let keyboard: CDPSession;

beforeAll(async () => {
  const folder = temporaryFolderUntil(afterAll);
  shell = await startBrowser({ folder, port: 0, pageFolder, migrationsFolder, demo: true, version });
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  page = await context.newPage();
  keyboard = await context.newCDPSession(page);
  await page.addInitScript(() => {
    const keyTimes: number[] = [];
    addEventListener('keydown', (event) => keyTimes.push(event.timeStamp), true);
    Object.assign(globalThis, { keyTimes });
  });
  await page.goto(shell.url);
  await signIn(page, 'Awa', 'Bonjour-13');
  await openTill(page);
});
afterAll(async () => {
  await browser?.close();
  await shell?.close();
});

const charger = '2000000000138';

/** What a key is in the page: its place on the keyboard and the character that the machine's layout makes of it. */
interface Press {
  readonly code: string;
  readonly key: string;
  readonly shift: boolean;
}
type Layout = (character: string) => Press;

const french = 'à&é"\'(-è_ç';
/** A scanner set to US keys, on a machine set to US keys. */
const usOnUs: Layout = (character) => ({ code: `Digit${character}`, key: character, shift: false });
/** A scanner set to US keys, on a French machine: the digit row without Shift types signs. */
const usOnFrench: Layout = (character) => ({
  code: `Digit${character}`,
  key: french[Number(character)] ?? '',
  shift: false,
});
/** A scanner set to French keys, on a French machine. */
const frenchOnFrench: Layout = (character) => ({ code: `Digit${character}`, key: character, shift: true });

async function send({ code, key, shift }: Press): Promise<void> {
  const common = {
    code,
    key,
    modifiers: shift ? 8 : 0,
    windowsVirtualKeyCode: code === 'Enter' ? 13 : key.toUpperCase().charCodeAt(0),
  };
  const text = code === 'Enter' ? '\r' : key;
  await Promise.all([
    keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...common }),
    keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }),
  ]);
}

/** A machine too busy to keep the pace of a scanner has shown nothing of the till: such a test is done again, no other. */
const paced = { retry: { count: 8, condition: /pace of the keys/ } };

/**
 * Keys one after the other, `gapMs` apart by the clock of this machine, whatever each of them takes to be sent. The page
 * says when they came; keys that it saw far later than they were due are no scan of this pace.
 */
async function stream(keys: readonly Press[], gapMs: number): Promise<void> {
  const keyTimes = () => page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes);
  const earlier = (await keyTimes()).length;
  const start = performance.now();
  const sent: Promise<void>[] = [];
  for (const [index, key] of keys.entries()) {
    const waitMs = start + index * gapMs - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    sent.push(send(key));
  }
  await Promise.all(sent);
  const times = (await keyTimes()).slice(earlier);
  const widest = Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? time)));
  if (widest > gapMs + 15)
    throw new Error(`The pace of the keys was not kept: ${widest} ms apart instead of ${gapMs}`);
}

const enter: Press = { code: 'Enter', key: 'Enter', shift: false };
const scanned = (text: string, layout: Layout): Press[] => [...text].map(layout).concat(enter);
const typed = (text: string): Press[] =>
  [...text].map((key) => ({ code: `Key${key.toUpperCase()}`, key, shift: false }));

const quantity = async (): Promise<number> => {
  const { lines } = await done(page, 'basket');
  return lines.reduce((sum, line) => sum + line.quantity, 0);
};

/** One more charger in the basket, and exactly one, once everything that a scan does is done. */
async function expectRoutedOnce(before: number): Promise<void> {
  await expect.poll(quantity, { timeout: 3_000 }).toBe(before + 1);
  await page.waitForTimeout(250);
  expect(await quantity()).toBe(before + 1);
}

const search = () => page.getByPlaceholder(/Chercher un produit|Produit/).first();

beforeEach(async () => {
  await press(page, 'Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
});

const layouts = [
  ['US keys on a US machine', usOnUs],
  ['US keys on a French machine', usOnFrench],
  ['French keys on a French machine', frenchOnFrench],
] as const;

describe.each([8, 30])('a scanner of %i ms a key, with nothing set', paced, (gapMs) => {
  test.each(layouts)('%s: each scan is routed once', async (_, layout) => {
    const before = await quantity();
    await stream(scanned(charger, layout), gapMs);
    await expectRoutedOnce(before);
  });

  test('with the focus in a field: no character of the scan lands there, none that was typed is lost', async () => {
    const before = await quantity();
    const field = search();
    await field.fill('');
    await field.focus();
    await stream(typed('mart'), 110);
    await new Promise((resolve) => setTimeout(resolve, 130));
    await stream(scanned(charger, usOnFrench), gapMs);
    await expectRoutedOnce(before);
    await field.focus();
    await stream(typed('in'), 110);
    await expect.poll(() => field.inputValue()).toBe('martin');
    await field.fill('');
  });

  test('behind an open dialog: the scan is routed, and its Enter confirms nothing', async () => {
    const before = await quantity();
    await press(page, 'F1');
    await page.getByRole('dialog').waitFor();
    await stream(scanned(charger, usOnUs), gapMs);
    await expectRoutedOnce(before);
  });
});

test('a key typed alone in a field is there within the time that tells it from a scan', async () => {
  const field = search();
  await field.fill('');
  await field.focus();
  await send(typed('a')[0] ?? enter);
  await expect.poll(() => field.inputValue(), { timeout: 1_000, interval: 10 }).toBe('a');
  await field.fill('');
});

describe('a scanner of 80 ms a key', paced, () => {
  test('is taken for a person as long as nothing is set, and nothing of it is lost', async () => {
    const before = await quantity();
    const field = search();
    await field.fill('');
    await field.focus();
    await stream([...charger].map(usOnUs), 80);
    await expect.poll(() => field.inputValue()).toBe(charger);
    expect(await quantity()).toBe(before);
    await field.fill('');
  });

  test.each(layouts)('%s: is routed once with its profile', async (_, layout) => {
    await done(page, 'chooseScanner', { scanner: { wedge: { kind: 'slow' }, serial: null } });
    await expect
      .poll(async () => (await done(page, 'deskState')).scanner)
      .toMatchObject({ wedge: { kind: 'slow' } });
    await page.waitForTimeout(300);
    const before = await quantity();
    const field = search();
    await field.fill('');
    await field.focus();
    await stream(scanned(charger, layout), 80);
    await expectRoutedOnce(before);
    expect(await field.inputValue()).toBe('');
  });

  test('a number that somebody types stays in the field', async () => {
    const field = search();
    await field.focus();
    await stream([...'0612345678'].map(usOnUs), 90);
    await expect.poll(() => field.inputValue()).toBe('0612345678');
    await field.fill('');
  });

  test('with a prefix is known at once, letters included', async () => {
    await done(page, 'chooseScanner', {
      scanner: { wedge: { kind: 'prefix', prefix: '=' }, serial: null },
    });
    await page.waitForTimeout(300);
    const before = await quantity();
    await stream([{ code: 'Equal', key: '=', shift: false }, ...scanned(charger, usOnUs)], 80);
    await expectRoutedOnce(before);
    await done(page, 'chooseScanner', { scanner: { wedge: { kind: 'usual' }, serial: null } });
  });
});

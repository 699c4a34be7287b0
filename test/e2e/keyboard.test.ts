import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '#build/chromium.ts';
import { migrationsFolder, pageFolder, version } from '#build/paths.ts';
import type { BrowserShell } from '#main/shell/browser.ts';
import { startBrowser } from '#test/support/browser.ts';
import { abandonBasket, done, openTill, scan, press, signIn } from '#test/support/desk-page.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';

// Where the keys go: into an open question and nowhere else, from box to box of a count, onto the pad.

let shell: BrowserShell;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const folder = temporaryFolderUntil(afterAll);
  shell = await startBrowser({ folder, port: 0, pageFolder, migrationsFolder, demo: true, version });
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(shell.url);
  await signIn(page, 'Awa', 'Bonjour-13');
  await openTill(page);
});
afterAll(async () => {
  await browser?.close();
  await shell?.close();
});

beforeEach(async () => {
  const { lines, payment, saleId } = await done(page, 'basket');
  if (payment) await done(page, 'cancelPayment', { saleId });
  if (lines.length > 0) await abandonBasket(page);
  await page.reload();
  await page.getByRole('region', { name: 'Panier' }).waitFor();
});

const dialog = () => page.getByRole('dialog');
const addCharger = async (): Promise<void> => {
  await scan(page, '2000000000138');
  await page.getByRole('region', { name: 'Panier' }).getByText('Chargeur USB-C').waitFor();
};
const focusIsIn = (selector: string): Promise<boolean> =>
  page.evaluate((inside) => document.activeElement?.closest(inside) !== null, selector);
const focused = (): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('id') ?? null);

test('an open question holds the focus, round and round, and presses nothing by itself', async () => {
  await press(page, 'F1');
  await dialog().waitFor();
  expect(await focusIsIn('dialog')).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BUTTON');
  for (let tab = 0; tab < 12; tab += 1) {
    await press(page, tab % 3 === 2 ? 'Shift+Tab' : 'Tab');
    expect(await focusIsIn('dialog')).toBe(true);
  }
});

test('no key reaches the till under an open question; once it is closed they do', async () => {
  await addCharger();
  await press(page, 'F1');
  await dialog().waitFor();
  await press(page, 'F4');
  await press(page, 'Escape');
  await dialog().waitFor({ state: 'detached' });
  expect((await done(page, 'basket')).payment).toBeNull();
  await press(page, 'F4');
  await page
    .getByRole('button', { name: /^Juste/ })
    .first()
    .waitFor();
});

test('digits go to the payment pad, and to nothing while a question is open above it', async () => {
  await addCharger();
  await press(page, 'F4');
  const pad = page.locator('[data-takes-digits] output');
  await page
    .getByRole('button', { name: /Espèces/ })
    .first()
    .click();
  await pad.waitFor();
  const type = (text: string): Promise<void> => page.keyboard.type(text, { delay: 130 });
  await type('17,5');
  await pad.getByText('17,5').waitFor();
  await press(page, 'F1');
  await dialog().waitFor();
  await type('99');
  await press(page, 'Escape');
  await dialog().waitFor({ state: 'detached' });
  expect(await pad.textContent()).toContain('17,5\u202F€');
  await press(page, 'Backspace');
  await pad.getByText('17,\u202F€').waitFor();
});

test('in a count Enter and the arrows go from box to box, and the text there is replaced by what is typed', async () => {
  await page.getByRole('button', { name: 'Menu' }).click();
  await dialog().getByRole('button', { name: 'Fermer la caisse', exact: true }).click();
  const first = page.getByLabel('200 €', { exact: true });
  await first.click();
  await press(page, 'Enter');
  expect(await focused()).toBe('piece-10000');
  await press(page, 'ArrowDown');
  expect(await focused()).toBe('piece-5000');
  await press(page, 'ArrowUp');
  expect(await focused()).toBe('piece-10000');
  await page.keyboard.type('3', { delay: 130 });
  await press(page, 'ArrowUp');
  await press(page, 'ArrowDown');
  await page.keyboard.type('7', { delay: 130 });
  await press(page, 'Enter');
  expect(await page.getByLabel('100 €', { exact: true }).inputValue()).toBe('7');
  expect(await focused()).toBe('piece-5000');
});

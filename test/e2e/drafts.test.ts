import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '#build/chromium.ts';
import { migrationsFolder, pageFolder, version } from '#build/paths.ts';
import type { BrowserShell } from '#main/shell/browser.ts';
import { startBrowser } from '#test/support/browser.ts';
import { abandonBasket, done, openTill, scan, press, signIn } from '#test/support/desk-page.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';

// What was typed and not sent yet is there again, however the screen was left.

const charger = '2000000000138';
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

const go = async (place: string): Promise<void> => {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: place, exact: true }).click();
};
const newcomer = (): Promise<void> =>
  page
    .getByRole('button', { name: /Nouvelle inscription/ })
    .first()
    .click();
const names = async (): Promise<readonly string[]> => [
  await page.getByLabel('Prénoms').inputValue(),
  await page.getByLabel('Nom de naissance').inputValue(),
];
const type = async (first: string, name: string): Promise<void> => {
  await page.getByLabel('Prénoms').fill(first);
  await page.getByLabel('Nom de naissance').fill(name);
};

beforeEach(async () => {
  await done(page, 'keepRegistrationDraft', { draft: null });
  const { lines } = await done(page, 'basket');
  if (lines.length > 0) await abandonBasket(page);
  await go('Caisse');
});

test.each([
  ['Escape', async () => press(page, 'Escape')],
  ['a scanned article', async () => scan(page, charger)],
  ['the menu', async () => go('Tickets')],
])('a registration left at once by %s is found as it was typed', async (_by, leave) => {
  await newcomer();
  await type('Aminata', 'Diarra');
  await leave();
  await page.getByLabel('Prénoms').waitFor({ state: 'detached' });
  await go('Caisse');
  await newcomer();
  await page.getByText('Formulaire retrouvé').waitFor();
  expect(await names()).toEqual(['Aminata', 'Diarra']);
});

test('a form found again that is begun anew stays forgotten', async () => {
  await newcomer();
  await type('Aminata', 'Diarra');
  await press(page, 'Escape');
  await newcomer();
  await page.getByRole('button', { name: /Recommencer/ }).click();
  expect(await names()).toEqual(['', '']);
  await press(page, 'Escape');
  await newcomer();
  expect(await done(page, 'registrationDraft')).toBeNull();
  expect(await names()).toEqual(['', '']);
  await press(page, 'Escape');
});

test('a count that was begun survives another screen and a reload of the page', async () => {
  await go('Fermer la caisse');
  await page.getByLabel('10 €', { exact: true }).fill('5');
  await page.getByLabel('0,05 €', { exact: true }).fill('0');
  await go('Tickets');
  await go('Fermer la caisse');
  const boxes = async (): Promise<readonly string[]> =>
    Promise.all(['10 €', '0,05 €', '5 €'].map((name) => page.getByLabel(name, { exact: true }).inputValue()));
  expect(await boxes()).toEqual(['5', '0', '']);
  await page.reload();
  await go('Fermer la caisse');
  expect(await boxes()).toEqual(['5', '0', '']);
});

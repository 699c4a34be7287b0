import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrationsFolder, pageFolder, version } from '#build/paths.ts';
import { startBrowser } from '#test/support/browser.ts';
import type { BrowserShell } from '#main/shell/browser.ts';
import { launchChromium } from '#build/chromium.ts';
import {
  type ToScan,
  openTill,
  press,
  scan,
  sellSimByScanner,
  signIn,
  toScan,
} from '#test/support/desk-page.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';

// One day at one desk, in order: each test goes on where the one before left the till.
let shell: BrowserShell;
let browser: Browser;
let page: Page;
let codes: ToScan;
const errors: string[] = [];

beforeAll(async () => {
  const folder = temporaryFolderUntil(afterAll);
  shell = await startBrowser({ folder, port: 0, pageFolder, migrationsFolder, demo: true, version });
  codes = toScan(folder);
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(shell.url);
});
afterAll(async () => {
  await browser?.close();
  await shell?.close();
});

const card = (): string => codes.cards[0] ?? '';
const sim = (at: number): string => codes.sims[at] ?? '';

test('signs in and opens the till with a counted float', async () => {
  await signIn(page, 'Awa', 'Bonjour-13');
  await openTill(page);
  expect(await page.getByRole('button', { name: /Ouverte à/ }).count()).toBe(1);
});

test('sells a SIM to a person by scanner only', async () => {
  await sellSimByScanner(page, card(), sim(0));
});

test('says why a second SIM is refused, and blocks payment until the line is settled', async () => {
  await scan(page, card());
  await page.getByRole('heading', { name: 'Fatoumata D.' }).waitFor();
  await scan(page, sim(1));
  const basket = page.getByRole('region', { name: 'Panier' });
  await basket.getByText('à retirer ou à changer').waitFor();
  expect(await page.getByRole('button', { name: /Encaisser/ }).isDisabled()).toBe(true);
  await basket.getByRole('button', { name: 'Retirer' }).first().click();
  await basket.getByText('à retirer ou à changer').waitFor({ state: 'detached' });
});

test('a reload in the middle of a payment changes nothing', async () => {
  await scan(page, '2000000000039');
  await page.getByText('Recharge 10 €').first().waitFor();
  await press(page, 'F4');
  await page.getByRole('button', { name: /Valider la vente/ }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: /Valider la vente/ }).waitFor();
  await page.getByRole('heading', { name: 'Fatoumata D.' }).waitFor();
});

test('two tabs see one till: a sale finished in one is finished in the other', async () => {
  const other = await page.context().newPage();
  await other.goto(`http://127.0.0.1:${shell.port}/`);
  await other.getByRole('button', { name: /Valider la vente/ }).waitFor();
  await page.bringToFront();
  await scan(page, '!EXACT');
  await page.getByText('Compte juste').waitFor();
  // An Enter right after a scan is the scanner's and confirms nothing.
  await press(page, 'Enter');
  expect(await page.getByRole('button', { name: /Personne suivante/ }).count()).toBe(0);
  await page.waitForTimeout(600);
  await press(page, 'Enter');
  await page.getByRole('button', { name: /Personne suivante/ }).waitFor();
  await other.bringToFront();
  await other.getByRole('button', { name: /Personne suivante/ }).waitFor();
  await page.bringToFront();
  await page.getByRole('button', { name: /Personne suivante/ }).click();
  await other.bringToFront();
  await other.getByText('Scannez une carte').first().waitFor();
  await other.close();
  await page.bringToFront();
  await page.getByText('Scannez une carte').first().waitFor();
});

test('a double click on the last button sells once', async () => {
  await scan(page, '2000000000138');
  await page.getByRole('region', { name: 'Panier' }).getByText('Chargeur USB-C').waitFor();
  await press(page, 'F4');
  await page.getByRole('button', { name: 'Juste' }).click();
  await page.getByRole('button', { name: /Valider la vente/ }).dblclick();
  await page.getByRole('button', { name: /Personne suivante/ }).click();
  const tickets = await page.evaluate(async () => {
    const answer = await fetch('/api/tickets', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"text":"","personId":null}',
    });
    return ((await answer.json()) as { value: unknown[] }).value.length;
  });
  expect(tickets).toBe(3);
});

test('a scan lands in no text field', async () => {
  await press(page, 'F3');
  const search = page.getByPlaceholder('Chercher un produit');
  await search.waitFor();
  await scan(page, '2000000000138');
  await page.getByRole('region', { name: 'Panier' }).getByText('Chargeur USB-C').waitFor();
  expect(await search.inputValue()).toBe('');
});

test('the page broke nowhere', () => {
  expect(errors).toEqual([]);
});

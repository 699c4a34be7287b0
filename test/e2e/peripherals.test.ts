import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrationsFolder, pageFolder, version } from '#build/paths.ts';
import { type EmulatorState, type PrinterEmulator, startPrinterEmulator } from '#drivers/printer/emulator.ts';
import { startBrowser } from '#test/support/browser.ts';
import type { BrowserShell } from '#main/shell/browser.ts';
import { launchChromium } from '#build/chromium.ts';
import { openTill, scan, press, signIn } from '#test/support/desk-page.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';

// One desk, in order: each test goes on where the one before left it.
let shell: BrowserShell;
let browser: Browser;
let page: Page;
let printer: PrinterEmulator;

beforeAll(async () => {
  printer = await startPrinterEmulator({ port: 0, host: '127.0.0.1', drawerOpenWhen: 'low' });
  const folder = temporaryFolderUntil(afterAll);
  shell = await startBrowser({ folder, port: 0, pageFolder, migrationsFolder, demo: true, version });
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  page = await context.newPage();
  await page.goto(shell.url);
  await signIn(page, 'Awa', 'Bonjour-13');
  await openTill(page);
});
afterAll(async () => {
  await browser?.close();
  await shell?.close();
  await printer?.close();
});

const button = (name: RegExp) => page.getByRole('button', { name }).first();

test('a printer of the network is chosen, kept and tried by the screen alone', async () => {
  await button(/Imprimante prête/).click();
  await button(/Régler l’imprimante/).click();
  await button(/Autre imprimante en réseau/).click();
  await page.getByLabel('Adresse').fill('127.0.0.1');
  await page.getByLabel('Port').fill(String(printer.port));
  // The button that prints comes where the one that takes was: the second click of a double click is not for it.
  await button(/Prendre cette imprimante/).dblclick();
  await page.getByText('Imprimante prise.').waitFor();
  await page.waitForTimeout(700);
  expect(printer.jobs).toHaveLength(0);
  await button(/Imprimer une page d’essai/).click();
  await page.getByText('La page d’essai est sortie.').waitFor();
  expect(printer.jobs).toHaveLength(1);
  await page.getByRole('button', { name: '6', exact: true }).click();
  await button(/Imprimer une page d’essai/).click();
  await expect.poll(() => printer.jobs.length).toBe(2);
});

test('the drawer is opened, and what its switch says is learnt and shown', async () => {
  await button(/Essayer le tiroir/).click();
  await page.getByText('Le tiroir marche.').waitFor();
  expect(printer.drawerOpen()).toBe(true);
  await button(/Imprimante prête/).click();
  await page.getByText('Le tiroir-caisse est ouvert.').waitFor();
  printer.setDrawer(false);
  await press(page, 'Escape');
});

const told: readonly (readonly [EmulatorState, RegExp, RegExp])[] = [
  ['paper-near-end', /Bientôt plus de papier/, /Préparez un rouleau neuf/],
  ['paper-end', /Plus de papier/, /Mettez un rouleau neuf/],
  ['cover-open', /Capot ouvert/, /Fermez bien le capot/],
  ['offline', /Imprimante en pause/, /Appuyez sur son bouton/],
  ['cutter', /Couteau bloqué/, /retirez le papier coincé/],
  ['error', /Imprimante en panne/, /rallumez-la/],
  ['ready', /Imprimante prête/, /Les tickets sortent normalement/],
];

describe('what the printer says of itself stands in the bar, with the mend', () => {
  test.each(told)('%s', async (state, label, mend) => {
    printer.set(state);
    await button(/page d’essai/).click();
    await page.locator('header').getByRole('button', { name: label }).waitFor();
    await page.locator('header').getByRole('button', { name: label }).click();
    await page.getByText(mend).first().waitFor();
    await press(page, 'Escape');
  });
});

test('a sale waits for no printer: the ticket comes out when there is paper again', async () => {
  const before = printer.jobs.length;
  printer.set('paper-end');
  await button(/Menu/).click();
  await page
    .getByRole('navigation', { name: 'Menu' })
    .getByRole('button', { name: 'Caisse', exact: true })
    .click();
  await scan(page, '2000000000138');
  await page.getByText('Chargeur USB-C').first().waitFor();
  await press(page, 'F4');
  await button(/Valider la vente/).waitFor();
  await scan(page, '!EXACT');
  await page.getByText('Compte juste').waitFor();
  await scan(page, '!OK');
  await button(/Imprimer le ticket|Ticket/).click();
  await page
    .locator('header')
    .getByRole('button', { name: /Plus de papier/ })
    .waitFor();
  expect(printer.jobs).toHaveLength(before);
  printer.set('ready');
  await expect.poll(() => printer.jobs.length, { timeout: 12_000 }).toBeGreaterThan(before);
  await page
    .locator('header')
    .getByRole('button', { name: /Imprimante prête/ })
    .waitFor();
});

import type { Page } from 'playwright-core';
import { type EmulatorState, startPrinterEmulator } from '#drivers/printer/emulator.ts';
import { type ToScan, abandonBasket, press, scan } from './desk-page.ts';
import type { Visit } from './visit.ts';

const charger = '2000000000138';

/** The peripherals, with a printer that runs out of paper, and the screen that faces the person. */
export async function peripheralsTour(page: Page, codes: ToScan, visit: Visit): Promise<void> {
  const printer = await startPrinterEmulator({ port: 0, host: '127.0.0.1' });
  const open = async (part: string): Promise<void> => {
    await page.getByRole('navigation', { name: 'Périphériques' }).getByRole('button', { name: part }).click();
  };
  await page.getByRole('button', { name: /Autre imprimante en réseau/ }).click();
  await page.getByLabel('Adresse').fill('127.0.0.1');
  await page.getByLabel('Port').fill(String(printer.port));
  await page.getByRole('button', { name: /Prendre cette imprimante/ }).click();
  await page.getByRole('button', { name: /page d’essai/ }).click();
  await page.getByText('La page d’essai est sortie.').waitFor();
  await visit('peripherals-printer');
  const told: readonly (readonly [EmulatorState, RegExp])[] = [
    ['paper-near-end', /Bientôt plus de papier/],
    ['cover-open', /Capot ouvert/],
    ['paper-end', /Plus de papier/],
  ];
  for (const [state, label] of told) {
    printer.set(state);
    await page.getByRole('button', { name: /page d’essai/ }).click();
    await page.locator('header').getByRole('button', { name: label }).click();
    await visit(`bar-${state}`);
    await press(page, 'Escape');
  }
  await open('Impressions');
  await visit('peripherals-queue');
  printer.set('ready');
  await open('Scanner');
  await scan(page, codes.sims[5] ?? '');
  await page.getByText('À la caisse, il ajoute cette carte SIM au panier.').waitFor();
  await visit('peripherals-scanner');
  await open('Écran client');
  await visit('peripherals-display');
  await open('Tickets et feuilles');
  await visit('peripherals-paper');
  await facing(page, codes, visit);
  await printer.close();
}

/** A basket as the person served sees it, and the note for somebody who was refused. */
async function facing(page: Page, codes: ToScan, visit: Visit): Promise<void> {
  const display = await page.context().newPage();
  await display.goto(new URL('/display.html', page.url()).href);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Caisse', exact: true }).click();
  await scan(page, codes.cards[0] ?? '');
  await page.getByRole('heading', { name: 'Fatoumata D.' }).waitFor();
  for (const code of [charger, charger]) await scan(page, code);
  await display.getByText('Chargeur USB-C').first().waitFor();
  await visit('display', display);
  await display.close();
  await abandonBasket(page);
  await scan(page, codes.sims[6] ?? '');
  await page.getByRole('button', { name: 'Mot pour la personne' }).click();
  await page.getByRole('button', { name: 'Ukrainien' }).click();
  await visit('slip');
  await press(page, 'Escape');
  await abandonBasket(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Périphériques' }).click();
}

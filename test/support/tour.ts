import type { Page } from 'playwright-core';
import { type ToScan, openTill, scan, signIn } from './desk-page.ts';

/** Stops at a screen in one of its main states. */
export type Visit = (name: string) => Promise<void>;

/** Walks through every screen of the demonstration point, from the sign-in to the closing, and stops at each. */
export async function tour(page: Page, codes: ToScan, visit: Visit): Promise<void> {
  await page.getByText('Qui tient la caisse').waitFor();
  await visit('sign-in');
  await signIn(page, 'Nadia (responsable)', 'Cle-du-13e');
  await page.getByText('Ouvrir la caisse').first().waitFor();
  await visit('opening');
  await openTill(page);
  await visit('till-empty');
  await simSale(page, codes, visit);
  await deviceSale(page, codes, visit);
  for (const [name, item] of places) {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page
      .getByRole('menuitem', { name: item })
      .or(page.getByRole('dialog').getByRole('button', { name: item }))
      .first()
      .click();
    await visit(name);
  }
  await page.keyboard.press('F1');
  await visit('help');
}

const places: readonly (readonly [name: string, item: RegExp])[] = [
  ['persons', /Bénéficiaires/],
  ['tickets', /Tickets/],
  ['stock', /Stock/],
  ['team', /Équipe/],
  ['batches', /Journées/],
  ['settings', /Réglages/],
  ['closing', /Ferme/],
];

async function simSale(page: Page, codes: ToScan, visit: Visit): Promise<void> {
  await scan(page, codes.cards[0]?.card ?? '');
  await page.getByRole('heading', { name: 'Fatoumata D.' }).waitFor();
  await scan(page, codes.sims[0] ?? '');
  for (const ean of ['2000000000046', '2000000000046', '2000000000053']) await scan(page, ean);
  await page.getByText('non vendue').first().waitFor();
  await visit('till');
  await page.keyboard.press('F12');
  await page.getByText('non vendue').first().waitFor({ state: 'detached' });
  await page.keyboard.press('F4');
  await page.getByRole('button', { name: /Valider la vente/ }).waitFor();
  await page.getByRole('button', { name: /^20\s€/ }).click();
  await visit('pay');
  await page.getByRole('button', { name: /Valider la vente/ }).click();
  const seen = page.getByRole('button', { name: 'J’ai vu la pièce d’identité' });
  await seen.waitFor();
  await visit('identity');
  await page.waitForTimeout(1_000);
  await seen.click();
  await page.getByRole('button', { name: /Personne suivante/ }).waitFor();
  await visit('done');
  await page.getByRole('button', { name: /Personne suivante/ }).click();
}

async function deviceSale(page: Page, codes: ToScan, visit: Visit): Promise<void> {
  await scan(page, codes.cards[1]?.card ?? '');
  await page.getByRole('heading', { name: 'Karim B.' }).waitFor();
  await scan(page, codes.devices[0] ?? '');
  await page.getByText('Ordinateur portable').first().waitFor();
  await page.keyboard.press('F4');
  await page.getByRole('button', { name: 'Carte bancaire' }).click();
  await visit('pay-card');
  await page.getByRole('button', { name: /Acceptée/ }).click();
  await page.getByRole('button', { name: /Personne suivante/ }).click();
}

import type { Visit } from './visit.ts';
import type { Page } from 'playwright-core';
import { peripheralsTour } from './peripherals-tour.ts';
import { recordTour } from './record-tour.ts';
import { type ToScan, done, openTill, scan, press, signIn } from './desk-page.ts';

/** Walks through every screen of the demonstration point, from the sign-in to the closing, and stops at each. */
export async function tour(page: Page, codes: ToScan, visit: Visit): Promise<void> {
  await page.getByText('Qui tient la caisse').waitFor();
  await visit('sign-in');
  await signIn(page, 'Nadia (responsable)', 'Cle-du-13e');
  await page.getByText('Ouvrir la caisse').first().waitFor();
  await visit('opening');
  await openTill(page);
  await visit('till-empty');
  await press(page, 'F8');
  await page.getByRole('dialog').waitFor();
  await visit('drawer');
  await press(page, 'Escape');
  await simSale(page, codes, visit);
  await deviceSale(page, codes, visit);
  for (const [name, item, inside] of places) {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('dialog').getByRole('button', { name: item }).click();
    await visit(name);
    await inside?.(page, visit, codes);
  }
  await press(page, 'F1');
  await visit('help');
  await press(page, 'Escape');
  await recordTour(page, visit);
  await newcomerSignsIn(page, visit);
  await page.evaluate(() =>
    fetch('/api/lock', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
  );
  await page
    .getByRole('button', { name: /Changer d’équipier|Ce n’est pas moi/ })
    .first()
    .waitFor();
  await visit('lock');
}

/** Somebody who was just taken on signs in with the password that was handed over. */
async function newcomerSignsIn(page: Page, visit: Visit): Promise<void> {
  const password = 'Premier-jour-26';
  await done(page, 'createOperator', { name: 'Zoé', role: 'seller', password, activeUntil: null });
  await done(page, 'signOut');
  await signIn(page, 'Zoé', password);
  await page.getByText('Choisissez votre mot de passe').first().waitFor();
  await visit('new-password');
  const boxes = page.locator('input[type=password]');
  for (const [at, text] of [password, 'Deuxieme-jour-26', 'Deuxieme-jour-26'].entries())
    await boxes.nth(at).fill(text);
  await press(page, 'Enter');
  await page.getByRole('region', { name: 'Panier' }).waitFor();
}

type Inside = (page: Page, visit: Visit, codes: ToScan) => Promise<void>;

const places: readonly (readonly [name: string, item: RegExp, inside?: Inside])[] = [
  ['persons', /Bénéficiaires/, registration],
  ['tickets', /Tickets/, ticketHistory],
  ['stock', /Stock/, stockProduct],
  ['team', /Équipe/],
  ['batches', /Journées/],
  ['peripherals', /Périphériques/, (page, visit, codes) => peripheralsTour(page, codes, visit)],
  ['settings', /Réglages/, pointTills],
  ['closing', /Fermer la caisse/, closingSteps],
];

async function registration(page: Page, visit: Visit): Promise<void> {
  await page.getByRole('button', { name: /Vérifier une orientation/ }).click();
  await visit('referral');
  await press(page, 'Escape');
  await page.getByRole('button', { name: /Nouvelle inscription/ }).click();
  await page.getByLabel('Prénoms').fill('Fatou');
  await visit('registration');
  await page.getByRole('button', { name: 'Revenir', exact: false }).first().click();
}

async function ticketHistory(page: Page, visit: Visit): Promise<void> {
  await page.getByText('000001').first().click();
  await page.getByRole('button', { name: /Rembourser ou échanger/ }).waitFor();
  await visit('ticket');
  await page.getByRole('button', { name: /Je me suis trompé/ }).click();
  await visit('correction');
  await press(page, 'Escape');
  await page.getByRole('button', { name: /Rembourser ou échanger/ }).click();
  await visit('return');
  await press(page, 'Escape');
}

async function pointTills(page: Page, visit: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Caisses du point' }).click();
  await page.getByLabel(/Code donné par le siège/).fill('pas un code');
  await page.getByRole('button', { name: 'Ajouter cette caisse' }).click();
  await page.getByText('Aucun siège n’est relié').waitFor();
  await visit('settings-tills');
}

async function stockProduct(page: Page, visit: Visit): Promise<void> {
  await page.getByText('Carte prépayée SFR').first().click();
  await visit('stock-product');
}

/** The count of a day that lacks two euros, and why. */
async function closingSteps(page: Page, visit: Visit): Promise<void> {
  await page.getByLabel('10 €', { exact: true }).fill('6');
  await page.getByLabel('2 €', { exact: true }).fill('2');
  await page.getByRole('region', { name: 'Carte et structures' }).getByRole('textbox').first().fill('105');
  await page.getByRole('button', { name: /Vérifier/ }).click();
  await page.getByRole('button', { name: 'Il n’y en a pas' }).click();
  await page.getByText('La journée', { exact: true }).waitFor();
  await visit('closing-explain');
  await page.getByRole('button', { name: 'Je ne sais pas' }).click();
  await page.getByRole('button', { name: /Continuer/ }).click();
  await page.getByText('Mettre de côté').first().waitFor();
  await visit('closing-aside');
}

async function simSale(page: Page, codes: ToScan, visit: Visit): Promise<void> {
  await scan(page, codes.cards[0] ?? '');
  await page.getByRole('heading', { name: 'Fatoumata D.' }).waitFor();
  await scan(page, codes.sims[0] ?? '');
  for (const ean of ['2000000000046', '2000000000046', '2000000000053']) await scan(page, ean);
  await page.getByText('à retirer ou à changer').first().waitFor();
  await visit('till');
  await press(page, 'F12');
  await page.getByText('à retirer ou à changer').first().waitFor({ state: 'detached' });
  await press(page, 'F4');
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
  await scan(page, codes.cards[1] ?? '');
  await page.getByRole('heading', { name: 'Karim B.' }).waitFor();
  await scan(page, codes.devices[0] ?? '');
  await page.getByText('Ordinateur portable').first().waitFor();
  await press(page, 'F6');
  await page.getByText('Scannez une carte').first().waitFor();
  await press(page, 'F7');
  await page.getByRole('dialog').getByText('Karim B.').waitFor();
  await visit('held');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Reprendre/ })
    .first()
    .click();
  await page.getByText('Ordinateur portable').first().waitFor();
  await press(page, 'F4');
  await page.getByRole('button', { name: 'Carte bancaire' }).click();
  await visit('pay-card');
  await page.getByRole('button', { name: /Acceptée/ }).click();
  await page.getByRole('button', { name: /Personne suivante/ }).click();
}

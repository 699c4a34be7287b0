import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { migrationsFolder, pageFolder, root, version } from '#build/paths.ts';
import { startBrowser } from '#main/browser.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { openTill, scan, signIn, toScan } from '#test/support/desk-page.ts';

// Regenerates docs/screens/*.png: every screen and its main states, on demonstration data.
const folder = mkdtempSync(join(tmpdir(), 'comptoir-screens-'));
const pictures = join(root, 'docs/screens');
mkdirSync(pictures, { recursive: true });
const shell = await startBrowser({ folder, port: 0, pageFolder, migrationsFolder, demo: true, version });
const browser = await launchChromium();
const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
const page = await context.newPage();
const codes = toScan(folder);

async function picture(name: string): Promise<void> {
  await page.waitForTimeout(350);
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
  console.log(name);
}

const menu = async (item: RegExp): Promise<void> => {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: item }).or(page.getByRole('button', { name: item })).first().click();
};

await page.goto(shell.url);
await page.getByText('Qui tient la caisse').waitFor();
await picture('sign-in');
await signIn(page, 'Nadia (responsable)', 'Cle-du-13e');
await page.getByText('Ouvrir la caisse').first().waitFor();
await picture('opening');
await openTill(page);
await picture('till-empty');
await scan(page, codes.cards[0]?.card ?? '');
await page.getByRole('heading', { name: 'Fatoumata D.' }).waitFor();
await scan(page, codes.sims[0] ?? '');
for (const ean of ['2000000000046', '2000000000046', '2000000000053']) await scan(page, ean);
await page.getByText('non vendue').first().waitFor();
await picture('till');
await page.keyboard.press('F12');
await page.getByText('non vendue').first().waitFor({ state: 'detached' });
await page.keyboard.press('F4');
await page.getByRole('button', { name: /Valider la vente/ }).waitFor();
await page.getByRole('button', { name: /^20\s€/ }).click();
await picture('pay');
await page.getByRole('button', { name: /Valider la vente/ }).click();
await page.getByRole('button', { name: 'J’ai vu la pièce d’identité' }).waitFor();
await picture('identity');
await page.getByRole('button', { name: 'J’ai vu la pièce d’identité' }).click();
await page.getByRole('button', { name: /Personne suivante/ }).waitFor();
await picture('done');
await page.getByRole('button', { name: /Personne suivante/ }).click();
await deviceSale(page);
for (const [name, item] of [
  ['persons', /Bénéficiaires/],
  ['tickets', /Tickets/],
  ['stock', /Stock/],
  ['team', /Équipe/],
  ['batches', /Journées/],
  ['settings', /Réglages/],
  ['closing', /Fermeture|Fermer la caisse/],
] as const) {
  await menu(item);
  await picture(name);
}
await page.keyboard.press('F1');
await picture('help');
await browser.close();
await shell.close();
rmSync(folder, { recursive: true, force: true });

async function deviceSale(on: Page): Promise<void> {
  await scan(on, codes.cards[1]?.card ?? '');
  await on.getByRole('heading', { name: 'Karim B.' }).waitFor();
  await scan(on, codes.devices[0] ?? '');
  await on.getByText('Ordinateur portable').first().waitFor();
  await on.keyboard.press('F4');
  await on.getByRole('button', { name: 'Carte bancaire' }).click();
  await picture('pay-card');
  await on.getByRole('button', { name: /Acceptée/ }).click();
  const done = on.getByRole('button', { name: /Personne suivante|Valider la vente/ }).first();
  await done.waitFor();
  if (await on.getByRole('button', { name: /Valider la vente/ }).count()) await on.getByRole('button', { name: /Valider la vente/ }).click();
  await on.getByRole('button', { name: /Personne suivante/ }).click();
}

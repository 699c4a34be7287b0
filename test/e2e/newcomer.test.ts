import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrationsFolder, pageFolder, version } from '#build/paths.ts';
import { memberCardFrom } from '#domain/identifiers.ts';
import { addDays, dayIn, instant } from '#domain/time.ts';
import { frenchDay } from '#paper/words.ts';
import { startBrowser } from '#test/support/browser.ts';
import type { BrowserShell } from '#main/shell/browser.ts';
import { launchChromium } from '#build/chromium.ts';
import { openTill, scan, press, signIn } from '#test/support/desk-page.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';

// Somebody new comes, buys, brings a thing back, and the day is closed: each test goes on from the one before.
let shell: BrowserShell;
let browser: Browser;
let page: Page;
let folder: string;
const blankCard = memberCardFrom('7654321');
const issuedOn = addDays(dayIn(instant(new Date().toISOString()), 'Europe/Paris'), -5);

beforeAll(async () => {
  folder = temporaryFolderUntil(afterAll);
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
});

const click = (name: RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const basket = () => page.getByRole('region', { name: 'Panier' });

test('registers somebody new with a voucher, opens their rights and gives a scanned card', async () => {
  await click(/Nouvelle inscription/);
  await page.getByLabel('Prénoms').fill('Salimata');
  await page.getByLabel('Nom de naissance').fill('Traoré');
  await page.getByLabel('Naissance', { exact: true }).fill('05/03/1991');
  await page.getByRole('button', { name: 'Non', exact: true }).click();
  await page.getByLabel('Je l’ai donnée et expliquée').check();
  await click(/^Inscrire/);
  await page.getByLabel('Code ou numéro').fill('002-00007-22');
  await page.getByLabel('Date écrite sur le papier').fill(frenchDay(issuedOn));
  await click(/^Vérifier/);
  await page.getByText('Orientation acceptée').waitFor();
  await click(/Ouvrir les droits/);
  await page
    .getByText(/Droits ouverts jusqu’au/)
    .first()
    .waitFor();
  await click(/Continuer/);
  await page.getByText('Scannez une carte neuve').waitFor();
  await scan(page, blankCard);
  await page
    .getByRole('button', { name: /Vendre à/ })
    .first()
    .waitFor();
  await click(/Vendre à/);
  await page.getByRole('heading', { name: 'Salimata T.' }).waitFor();
});

test('the same voucher again asks whether the number was mistyped', async () => {
  await scan(page, 'V0020000722');
  await page.getByLabel('Date écrite sur le papier').fill(frenchDay(issuedOn));
  await click(/^Vérifier/);
  await page
    .getByText(/déjà (servi|utilisé)/)
    .first()
    .waitFor();
  await press(page, 'Escape');
  await press(page, 'Escape');
});

test('their card opens their rights, a charger is sold and its ticket offers to take it back', async () => {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Caisse', exact: true }).click();
  await scan(page, blankCard);
  await page.getByRole('heading', { name: 'Salimata T.' }).waitFor();
  await scan(page, '2000000000138');
  await basket().getByText('Chargeur USB-C').waitFor();
  await press(page, 'F4');
  await click(/^Juste/);
  await click(/Valider la vente/);
  await page.getByRole('button', { name: /Personne suivante/ }).click();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tickets' }).click();
  await page.getByText('000001').first().click();
  await click(/Rembourser ou échanger/);
  await page.getByText('Chargeur USB-C').last().waitFor();
});

test('the day is closed by keyboard to its last words', async () => {
  await press(page, 'Escape');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer la caisse' }).click();
  await page.getByLabel('10 €', { exact: true }).fill('5');
  await page.getByLabel('5 €', { exact: true }).fill('1');
  await click(/^Vérifier/);
  await click(/Il n’y en a pas/);
  await page.getByText('La journée', { exact: true }).waitFor();
  for (let step = 0; step < 4 && (await page.getByText('Vous pouvez éteindre').count()) === 0; step += 1) {
    await press(page, 'Enter');
    await page.waitForTimeout(900);
  }
  await page.getByText('Vous pouvez éteindre').first().waitFor();
  expect(await page.getByText(/Z 1/).count()).toBeGreaterThan(0);
});

test('no file of the point holds a name in clear: database, log, batch, keys', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  const clear = files.filter((name) =>
    /Salimata|Traor|Fatoumata|Diallo/.test(readFileSync(join(folder, name), 'latin1')),
  );
  expect(clear).toEqual([]);
  expect(files.length).toBeGreaterThan(3);
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrationsFolder, pageFolder, version } from '#build/paths.ts';
import { startBrowser } from '#test/support/browser.ts';
import type { BrowserShell } from '#main/shell/browser.ts';
import { launchChromium } from '#build/chromium.ts';
import { openTill, scan, press, signIn } from '#test/support/desk-page.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';

// The manager's evening and the morning after a broken laptop, by the screens alone.
let browser: Browser;
let folder: string;
const shells: BrowserShell[] = [];

beforeAll(async () => {
  folder = temporaryFolderUntil(afterAll);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  for (const shell of shells) await shell.close();
});

async function open(name: string, demo: boolean): Promise<Page> {
  const data = join(folder, name);
  const shell = await startBrowser({ folder: data, port: 0, pageFolder, migrationsFolder, demo, version });
  shells.push(shell);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  context.setDefaultTimeout(12_000);
  const page = await context.newPage();
  await page.goto(shell.url);
  return page;
}

const goTo = async (page: Page, item: RegExp): Promise<void> => {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: item }).click();
};

async function sellCharger(page: Page): Promise<void> {
  await scan(page, '2000000000138');
  await page.getByText('Chargeur USB-C').first().waitFor();
  for (const [command, shown] of [
    ['!OK', /Valider la vente/],
    ['!EXACT', /Valider la vente/],
    ['!OK', /Personne suivante/],
  ] as const) {
    await scan(page, command);
    await page.getByRole('button', { name: shown }).waitFor();
    await page.waitForTimeout(600);
  }
  await page.getByRole('button', { name: /Personne suivante/ }).click();
}

/** The X of the day so far, then ten euros that leave the drawer in an envelope. */
async function lookAndDrop(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Ouverte à/ }).click();
  await page.getByRole('button', { name: /Point de la journée/ }).click();
  const report = page.getByRole('dialog', { name: /Point de la journée/ });
  await report.getByText('30,00').first().waitFor();
  await press(page, 'Enter');
  await report.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Tiroir' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: /Retirer de l/ }).click();
  await drawer.getByLabel('Montant').fill('10');
  await drawer.getByRole('button', { name: 'Enveloppe', exact: true }).click();
  await drawer.getByRole('button', { name: /Confirmer/ }).click();
  await page.getByText('Le mouvement est noté.').waitFor();
}

/** Too dear by five euros: put right, and brought back all the same, with a manager’s accord. */
async function correctAndBringBack(page: Page): Promise<void> {
  await press(page, 'F9');
  await page
    .getByRole('button', { name: /Chargeur USB-C/ })
    .first()
    .click();
  await page.getByRole('button', { name: /Revenir/ }).click();
  await page.getByRole('button', { name: 'Je me suis trompé' }).click();
  await page.getByRole('button', { name: 'Le prix était trop élevé' }).click();
  await page.getByLabel('Le bon prix').fill('10');
  await page.getByRole('button', { name: 'Un prix plus bas avait été promis' }).click();
  await page.getByRole('button', { name: /Corriger et rendre/ }).click();
  // The only manager is chosen already: the password is typed at once.
  await page.getByText('Cette correction demande un responsable').waitFor();
  await page.keyboard.type('Cle-du-13e', { delay: 90 });
  await press(page, 'Enter');
  await page
    .getByRole('dialog', { name: 'Le prix est corrigé' })
    .getByRole('button', { name: 'Voir ce ticket' })
    .click();
  await page.getByRole('button', { name: /Rembourser ou échanger/ }).click();
  await page.getByRole('button', { name: 'Faire une exception' }).click();
  await page.getByRole('button', { name: /Rembourser 10,00/ }).click();
  const accord = page.getByRole('dialog');
  await accord.getByLabel(/Pourquoi/).fill('rendu le jour même');
  await accord.getByLabel('Mot de passe du responsable').fill('Cle-du-13e');
  await press(page, 'Enter');
  await page.getByRole('button', { name: /Revenir à la caisse/ }).click();
  await page.getByRole('region', { name: 'Panier' }).waitFor();
}

test('a day with its X, a drop, a return with accord, its Z, a duplicata, a deposit, an archive and a backup', async () => {
  const page = await open('point', true);
  await signIn(page, 'Nadia (responsable)', 'Cle-du-13e');
  await openTill(page);
  await sellCharger(page);
  await sellCharger(page);
  await lookAndDrop(page);
  await correctAndBringBack(page);
  await press(page, 'F10');
  await page.getByLabel('10 €', { exact: true }).fill('5');
  await page.getByLabel('5 €', { exact: true }).fill('1');
  await page.getByRole('button', { name: /Vérifier/ }).click();
  await page.getByRole('button', { name: 'Il n’y en a pas' }).click();
  await page.getByRole('button', { name: /Continuer/ }).click();
  await page.getByLabel('Numéro de l’enveloppe').fill('ENV-7');
  await page.getByRole('button', { name: /Continuer/ }).click();
  await page.getByRole('button', { name: /Fermer la caisse/ }).click();
  await page.getByText('Vous pouvez éteindre').waitFor();
  await goTo(page, /Comptes/);
  await page.getByRole('button', { name: 'Réimprimer' }).click();
  await page.getByRole('button', { name: 'On me le demande' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Imprimer' }).click();
  await page
    .getByText(/DUPLICATA 1/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Espèces', exact: true }).click();
  await page.getByRole('button', { name: 'Tout cocher' }).click();
  // Escape closes what was opened last; what was ticked stays ticked.
  await page.getByRole('button', { name: 'Menu' }).click();
  await press(page, 'Escape');
  await page.getByRole('button', { name: /Déposer à la banque/ }).click();
  await page.getByLabel(/Numéro du bordereau/).fill('BR-42');
  // Three Enters too many: the deposit is noted, nothing more.
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press('Enter');
    await page.waitForTimeout(200);
  }
  await page
    .getByText(/pas encore vu sur le relevé/)
    .first()
    .waitFor();
  await press(page, 'Escape');
  await goTo(page, /^Journal$/);
  await page.getByRole('button', { name: 'Archives' }).click();
  await page
    .getByRole('button', { name: /Faire l’archive/ })
    .first()
    .click();
  await page
    .getByText(/\.comptoir-archive/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Sauvegardes' }).click();
  await page.getByRole('button', { name: /Sauvegarder maintenant/ }).click();
  await page
    .getByText(/\.comptoir-backup/)
    .first()
    .waitFor();
}, 180_000);

test('an empty machine becomes the point again with the recovery key, by the screens alone', async () => {
  const { recoveryKey } = JSON.parse(readFileSync(join(folder, 'point/demonstration.json'), 'utf8')) as {
    readonly recoveryKey: string;
  };
  const page = await open('other', false);
  await page.getByRole('button', { name: /Restaurer une sauvegarde/ }).click();
  await page.getByLabel(/Un autre dossier/).fill(join(folder, 'point/sauvegardes'));
  await press(page, 'Enter');
  await page
    .getByText(/Paris 13/)
    .first()
    .click();
  await page.getByRole('button', { name: /Continuer/ }).click();
  const key = page.getByRole('textbox').first();
  await key.fill(recoveryKey.toLowerCase());
  await page.getByRole('button', { name: /Vérifier la sauvegarde/ }).click();
  await page.getByText('Est-ce bien votre point').waitFor();
  await page.getByRole('button', { name: /Restaurer ce point/ }).click();
  await page.getByText('Qui tient la caisse').waitFor();
  expect(existsSync(join(folder, 'other/PAR13-1.heads'))).toBe(true);
  await signIn(page, 'Nadia (responsable)', 'Cle-du-13e');
  await page.getByRole('button', { name: 'Ouvrir la caisse' }).waitFor();
}, 120_000);

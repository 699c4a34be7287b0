import { press } from './desk-page.ts';
import type { Page } from 'playwright-core';
import { brandAs } from '#domain/ids.ts';
import { makeEnrolmentCode } from '#hq/enrol.ts';
import { type Headquarters, startHeadquarters } from '#hq/server/start.ts';
import { openedStore } from '#test/hq/stores.ts';
import { newNetwork } from '#test/hq/network.ts';
import type { Visit } from './visit.ts';

export interface EnrollingHeadquarters {
  readonly url: string;
  readonly code: string;
  readonly close: () => Promise<void>;
}

/** Headquarters on the loopback with the demonstration data and one code for a till, on the real clock. */
export async function enrollingHeadquarters(): Promise<EnrollingHeadquarters> {
  const store = await openedStore({});
  const network = await newNetwork(store);
  network.clock.now = brandAs(new Date().toISOString());
  const headquarters: Headquarters = await startHeadquarters({ ...network, port: 0 });
  const code = await makeEnrolmentCode(network, brandAs('PAR13'), brandAs('PAR13-1'));
  if (!code.ok) throw new Error(code.refusal.kind);
  return {
    url: headquarters.url,
    code: code.value.code,
    close: async () => {
      await headquarters.close();
      await store.close();
    },
  };
}

/** A new till, from the installation code to its first manager at the opening. */
export async function setUpTour(page: Page, hq: EnrollingHeadquarters, visit: Visit): Promise<void> {
  const code = page.getByLabel('Code d’installation');
  await code.waitFor();
  await visit('set-up');
  await page.getByRole('button', { name: /Restaurer une sauvegarde/ }).click();
  await visit('set-up-restore');
  await press(page, 'Escape');
  await code.waitFor();
  await code.fill(hq.code);
  await page.getByLabel('Adresse du siège').fill(hq.url);
  await page.getByRole('button', { name: /Relier cette caisse/ }).click();
  await page.getByText(/Notez la clé de secours/).waitFor();
  // The key of this picture opens nothing: it is not of any real point.
  await visit('set-up-recovery');
  await page.getByRole('button', { name: /C’est noté/ }).click();
  await page.getByLabel(/Prénom et première lettre/).waitFor();
  await visit('set-up-first');
  await page.getByLabel(/Prénom et première lettre/).fill('Nadia B.');
  const passwords = page.locator('input[type=password]');
  await passwords.nth(0).fill('Ouverture-2026');
  await passwords.nth(1).fill('Ouverture-2026');
  await page.getByRole('button', { name: /Créer et continuer/ }).click();
  await page.getByText('Ouvrir la caisse').first().waitFor();
}

import type { Page } from 'playwright-core';
import { done } from './desk-page.ts';
import type { Visit } from './visit.ts';

const goTo = async (page: Page, item: RegExp): Promise<void> => {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: item }).click();
};

/** The evening's record: closings, money, structures; the journal's four parts; then training on a new session. */
export async function recordTour(page: Page, visit: Visit): Promise<void> {
  const counted = { cash: { 1000: 6, 200: 2 }, cardCents: 10_500, creditCount: null };
  await done(page, 'closeSession', {
    ...counted,
    reasons: { cash: 'unknown', bankCard: 'unknown', structureCredit: 'unknown' },
    floatLeft: { 1000: 5 },
    envelope: 'ENV-041',
    held: 'abandon',
    approval: null,
  });
  await goTo(page, /Comptes/);
  await page.getByText('Total vendu').waitFor();
  await visit('accounts-closings');
  await page.getByRole('button', { name: 'Espèces', exact: true }).click();
  await visit('accounts-money');
  await page.getByRole('button', { name: 'Prises en charge', exact: true }).click();
  await visit('accounts-structures');
  await goTo(page, /^Journal$/);
  await visit('journal-check');
  for (const [name, part] of [
    ['journal-events', 'Événements'],
    ['journal-archives', 'Archives'],
    ['journal-backups', 'Sauvegardes'],
  ] as const) {
    await page.getByRole('button', { name: part }).click();
    await visit(name);
  }
  const { businessDay } = await done(page, 'openingProposal');
  await done(page, 'openSession', { businessDay, count: { 1000: 5 }, dayConfirmed: true });
  await done(page, 'startTraining');
  await page.getByText('Pour s’entraîner').waitFor();
  await page.getByRole('button', { name: /Camille/ }).click();
  await page.getByRole('heading', { name: 'Camille F.' }).waitFor();
  await visit('training');
  await page.getByRole('button', { name: 'Quitter la formation' }).first().click();
  await page.getByText('Pour s’entraîner').waitFor({ state: 'detached' });
}

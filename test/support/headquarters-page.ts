import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { outFolder } from '#build/paths.ts';
import { firstAccountName, makeFirstAccount } from '#hq/server/accounts.ts';
import { startHeadquarters } from '#hq/server/start.ts';
import { openedStore } from '#test/hq/stores.ts';
import { liveDay } from '#test/exchange/day.ts';
import { type TestNetwork, enrolled, newNetwork, push, sealed } from '#test/hq/network.ts';

export interface OpenHeadquarters {
  readonly url: string;
  /** One-time password of the first account. */
  readonly password: string;
  readonly network: TestNetwork;
  readonly close: () => Promise<void>;
}

/** Headquarters with its page and one day of one point received. */
export async function headquartersWithOneDay(): Promise<OpenHeadquarters> {
  const store = await openedStore({});
  const network = await newNetwork(store);
  const headquarters = await startHeadquarters({
    ...network,
    port: 0,
    pageFolder: join(outFolder, 'hq-web'),
  });
  const password = (await makeFirstAccount(store, network.now())) ?? '';
  const till = await enrolled(network);
  const bytes = await sealed(network, liveDay(till, [{}, { cents: 700 }]));
  await push(headquarters.url, till, { batchNo: 1, bytes, at: network.now() });
  return {
    url: headquarters.url,
    password,
    network,
    close: async () => {
      await headquarters.close();
      await store.close();
    },
  };
}

/** Signs in for the first time, chooses a password and waits for the board. */
export async function enterHeadquarters(page: Page, hq: OpenHeadquarters): Promise<void> {
  await page.goto(hq.url);
  await page.getByLabel('Nom').fill(firstAccountName);
  await page.locator('input[type=password]').fill(hq.password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  const fields = page.locator('input[type=password]');
  await fields.nth(1).waitFor();
  await fields.nth(0).fill('Siege-2026-Paris');
  await fields.nth(1).fill('Siege-2026-Paris');
  await page.locator('button[type=submit]').click();
  await page.getByText('Saint-Denis').first().waitFor();
}

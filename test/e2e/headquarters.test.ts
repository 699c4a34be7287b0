import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outFolder } from '#build/paths.ts';
import { firstAccountName, makeFirstAccount } from '#hq/server/accounts.ts';
import { type Headquarters, startHeadquarters } from '#hq/server/start.ts';
import { type Store, openStore } from '#hq/store/store.ts';
import { liveDay } from '#test/exchange/day.ts';
import { enrolled, newNetwork, push, sealed } from '#test/hq/network.ts';
import { launchChromium } from '#test/support/chromium.ts';

let store: Store;
let headquarters: Headquarters;
let browser: Browser;
let page: Page;
let password: string;

beforeAll(async () => {
  store = await openStore({});
  const network = await newNetwork(store);
  headquarters = await startHeadquarters({ ...network, port: 0, pageFolder: join(outFolder, 'hq-web') });
  password = (await makeFirstAccount(store, network.now())) ?? '';
  const till = await enrolled(network);
  const bytes = await sealed(network, liveDay(till, [{}, { cents: 700 }]));
  await push(headquarters.url, till, { batchNo: 1, bytes, at: network.now() });
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await headquarters?.close();
  await store?.close();
});

async function serious(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => one.id);
}

test('headquarters signs in with the one-time password, chooses another and sees the board', async () => {
  expect(existsSync(join(outFolder, 'hq-web/index.html'))).toBe(true);
  await page.goto(headquarters.url);
  await page.getByLabel('Nom').fill(firstAccountName);
  await page.locator('input[type=password]').fill(password);
  expect(await serious()).toEqual([]);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  const fields = page.locator('input[type=password]');
  await fields.nth(1).waitFor();
  await fields.nth(0).fill('Siege-2026-Paris');
  await fields.nth(1).fill('Siege-2026-Paris');
  await page.locator('button[type=submit]').click();
  await page.getByText('Paris 13ᵉ').first().waitFor();
  mkdirSync(join(outFolder, 'hq'), { recursive: true });
  await page.screenshot({ path: join(outFolder, 'hq/board.png') });
  expect(await page.getByText('Saint-Denis').count()).toBeGreaterThan(0);
  expect(await serious()).toEqual([]);
});

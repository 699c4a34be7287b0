import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#build/chromium.ts';
import { enrolled } from '#test/hq/network.ts';
import {
  type OpenHeadquarters,
  enterHeadquarters,
  headquartersWithOneDay,
} from '#test/support/headquarters-page.ts';

let hq: OpenHeadquarters;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  hq = await headquartersWithOneDay();
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await hq?.close();
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
  await page.goto(hq.url);
  await page.getByLabel('Nom').waitFor();
  expect(await serious()).toEqual([]);
  await enterHeadquarters(page, hq);
  expect(await page.getByText('Paris 13').count()).toBeGreaterThan(0);
  expect(await serious()).toEqual([]);
});

test('a point with two tills has a row for each, and opens its day though one has not sent it', async () => {
  await enrolled(hq.network, 'PAR13-2');
  await page.reload();
  await page.getByText('Caisse PAR13-2', { exact: true }).waitFor();
  const heads = await page.getByRole('rowheader').allInnerTexts();
  const names = heads.map((text) => text.split('\n')[0]);
  const at = names.indexOf('Paris 13ᵉ');
  expect(names.slice(at, at + 4)).toEqual(['Paris 13ᵉ', 'Caisse PAR13-1', 'Caisse PAR13-2', 'Saint-Denis']);
  expect(await serious()).toEqual([]);
  await page.getByRole('button', { name: /^Paris 13ᵉ, lundi 2 novembre : attendu ; 2 ventes/ }).click();
  await page.getByRole('heading', { name: 'Familles' }).waitFor();
  await page.getByRole('button', { name: 'Fermer' }).click();
});

test.each(['À appeler', 'Prix'])('nothing serious on the page %s', async (name) => {
  await page.getByRole('navigation', { name: 'Pages' }).getByText(name).click();
  await page.waitForTimeout(500);
  expect(await serious()).toEqual([]);
});

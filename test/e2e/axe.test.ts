import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrationsFolder, pageFolder, version } from '#build/paths.ts';
import { startBrowser } from '#test/support/browser.ts';
import type { BrowserShell } from '#main/shell/browser.ts';
import { launchChromium } from '#build/chromium.ts';
import { toScan } from '#test/support/desk-page.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';
import { tour } from '#test/support/tour.ts';

let shell: BrowserShell;
let browser: Browser;
let page: Page;
let folder: string;
const blocked: string[] = [];

beforeAll(async () => {
  folder = temporaryFolderUntil(afterAll);
  shell = await startBrowser({ folder, port: 0, pageFolder, migrationsFolder, demo: true, version });
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) blocked.push(message.text());
  });
  await page.goto(shell.url);
});
afterAll(async () => {
  await browser?.close();
  await shell?.close();
});

test('axe finds nothing serious on any screen', async () => {
  const found: Record<string, string[]> = {};
  const visited: string[] = [];
  await tour(page, toScan(folder), async (name, shown = page) => {
    await shown.waitForTimeout(300);
    visited.push(name);
    const { violations } = await new AxeBuilder({ page: shown })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
    if (serious.length > 0) found[name] = serious.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
  });
  expect(found).toEqual({});
  expect(visited.length).toBeGreaterThan(14);
});

test('no screen scrolls as a whole at 1366 × 768', async () => {
  const overflow = await page.evaluate(() => ({
    across: document.documentElement.scrollWidth > innerWidth,
    down: document.documentElement.scrollHeight > innerHeight,
  }));
  expect(overflow).toEqual({ across: false, down: false });
});

test('no screen needs anything that the content policy forbids', () => {
  expect(blocked).toEqual([]);
});

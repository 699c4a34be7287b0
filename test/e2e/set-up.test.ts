import { AxeBuilder } from '@axe-core/playwright';
import { expect, onTestFinished, test } from 'vitest';
import { migrationsFolder, pageFolder, version } from '#build/paths.ts';
import { startBrowser } from '#test/support/browser.ts';
import { launchChromium } from '#build/chromium.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';
import { enrollingHeadquarters, setUpTour } from '#test/support/set-up-tour.ts';

test('a new till is enrolled by a code, keeps its place through a reload, and names its first manager', async () => {
  const folder = temporaryFolderUntil(onTestFinished);
  const hq = await enrollingHeadquarters();
  const shell = await startBrowser({ folder, port: 0, pageFolder, migrationsFolder, demo: false, version });
  const browser = await launchChromium();
  onTestFinished(async () => {
    await browser.close();
    await shell.close();
    await hq.close();
  });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(shell.url);
  const serious: string[] = [];
  await setUpTour(page, hq, async (name) => {
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
      .analyze();
    for (const one of violations)
      if (one.impact === 'serious' || one.impact === 'critical') serious.push(`${name} ${one.id}`);
    if (name === 'set-up-first') {
      await page.reload();
      await page.getByLabel(/Prénom et première lettre/).waitFor();
    }
  });
  expect(serious).toEqual([]);
  expect(await page.getByText('Paris 13').count()).toBeGreaterThan(0);
});

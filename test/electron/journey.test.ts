import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronDist } from '#build/electron.ts';
import { outFolder } from '#build/paths.ts';
import { openTill, sellSimByScanner, signIn, toScan } from '#test/support/desk-page.ts';
import { launchTill, stageElectron } from '#test/support/electron.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';

const dist = electronDist();

describe.skipIf(dist === null)('a sale in the desktop window', () => {
  let electron: ElectronApplication;
  let page: Page;
  let stage: ReturnType<typeof stageElectron>;
  let data: string;

  beforeAll(async () => {
    stage = stageElectron(dist ?? '');
    data = temporaryFolderUntil(afterAll);
    const args = [`--data=${data}`, '--demo', '--unencrypted-development-database'];
    ({ electron, page } = await launchTill(stage.executable, args));
  });
  afterAll(async () => {
    await electron?.close();
    stage?.remove();
  });

  test('sells a SIM to a person by scanner only, as in the browser', async () => {
    await signIn(page, 'Awa', 'Bonjour-13');
    await openTill(page);
    const codes = toScan(data);
    await sellSimByScanner(page, codes.cards[0] ?? '', codes.sims[0] ?? '');
    mkdirSync(join(outFolder, 'electron'), { recursive: true });
    await page.screenshot({ path: join(outFolder, 'electron/till.png') });
    const state = await page.evaluate(() => {
      const door = (
        globalThis as unknown as {
          comptoir: { invoke: (name: string, input: unknown) => Promise<{ value: unknown[] }> };
        }
      ).comptoir;
      return door.invoke('tickets', { text: '', personId: null });
    });
    expect(state.value).toHaveLength(1);
  });
});

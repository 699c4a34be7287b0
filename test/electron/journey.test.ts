import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IntegrityState } from '#contract/integrity.ts';
import { electronDist } from '#build/electron.ts';
import { outFolder } from '#build/paths.ts';
import { checkArchive } from '#verify/archive.ts';
import { pool } from '#verify/pool.ts';
import { openTill, sellSimByScanner, signIn, toScan } from '#test/support/desk-page.ts';
import { launchTill, stageElectron } from '#test/support/electron.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';

const dist = electronDist();

/** A call through the page's own door. */
const invoke = <T>(page: Page, name: string, input: object): Promise<T> =>
  page.evaluate(
    ([called, given]) => {
      const door = (
        globalThis as unknown as {
          comptoir: { invoke: (name: string, input: unknown) => Promise<unknown> };
        }
      ).comptoir;
      return door.invoke(called, given);
    },
    [name, input] as const,
  ) as Promise<T>;

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
    const state = await invoke<{ readonly value: unknown[] }>(page, 'tickets', { text: '', personId: null });
    expect(state.value).toHaveLength(1);
  });

  test('the journal is checked and archived on a thread of its own; an unencrypted point is not backed up', async () => {
    await invoke(page, 'takeOver', { operator: 'E03', password: 'Cle-du-13e' });
    const archive = await invoke<{ readonly value: { readonly folder: string; readonly fileName: string } }>(
      page,
      'makeArchive',
      { period: 'all', folder: null },
    );
    const { folder, fileName } = archive.value;
    const threads = pool();
    const verdict = await checkArchive(join(folder, fileName), { pool: threads, linksOnly: false });
    await threads.close();
    expect([verdict.first, verdict.word]).toEqual([null, null]);
    const { value } = await invoke<{ readonly value: IntegrityState }>(page, 'integrity', {});
    expect(value.defects).toEqual([]);
    expect(value.lastCheck?.records).toBeGreaterThan(0);
    expect(await invoke(page, 'makeBackup', {})).toEqual({
      ok: false,
      refusal: { kind: 'unencrypted-point' },
    });
  });
});

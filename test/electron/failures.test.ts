import { type ChildProcess, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { electronDist } from '#build/electron.ts';
import { outFolder } from '#build/paths.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { openTill, signIn } from '#test/support/desk-page.ts';
import { launchTill, stageElectron } from '#test/support/electron.ts';
import { mayMount, smallDisk } from '#test/support/small-disk.ts';

const dist = electronDist();
const plain = '--unencrypted-development-database';

/** What the page says in the window, seen from the main process: a page that crashed is dead to its driver. */
const inWindow = (electron: ElectronApplication, script: string): Promise<string> =>
  electron.evaluate(async ({ BrowserWindow }, asked) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents || contents.isCrashed() || contents.isLoading()) return '';
    // A page that hangs answers nothing.
    const late = new Promise<string>((resolve) => setTimeout(() => resolve(''), 1_000));
    return String(await Promise.race([contents.executeJavaScript(asked), late]));
  }, script);

const heading = 'document.querySelector("h1")?.textContent ?? ""';
const everything = 'document.body.innerText';

/** A charger in the basket of an open till, before anything is paid. */
async function startSale(page: Page): Promise<void> {
  await signIn(page, 'Awa', 'Bonjour-13');
  await openTill(page);
  await page.evaluate(() =>
    (
      globalThis as unknown as { comptoir: { invoke: (name: string, input: object) => Promise<unknown> } }
    ).comptoir.invoke('addProduct', { sku: 'CHARGEUR' }),
  );
}

const soon = { timeout: 30_000, interval: 200 };

/** Resolves with the exit code once the process has ended. */
const endOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode === null
    ? new Promise((resolve) => child.once('exit', (code) => resolve(code)))
    : Promise.resolve(child.exitCode);

const picture = async (page: Page, name: string): Promise<void> => {
  mkdirSync(join(outFolder, 'electron'), { recursive: true });
  await page.screenshot({ path: join(outFolder, `electron/${name}.png`) });
};

describe.skipIf(dist === null)('what keeps the desktop window from its till', () => {
  let stage: ReturnType<typeof stageElectron>;

  beforeAll(() => {
    stage = stageElectron(dist ?? '');
  });
  afterAll(() => stage?.remove());

  const started = async (
    ...args: string[]
  ): Promise<{ electron: ElectronApplication; page: Page; child: ChildProcess }> => {
    const till = await launchTill(stage.executable, [plain, ...args]);
    const child = till.electron.process();
    onTestFinished(() => void child.kill('SIGKILL'));
    return { ...till, child };
  };

  /** Shows the cause, tries again in vain, then for good once the cause is gone; the process ends with its window. */
  async function failsThenOpens(
    { args, says, name }: { readonly args: readonly string[]; readonly says: RegExp; readonly name: string },
    mend: () => void,
  ): Promise<void> {
    const { page, child } = await started(...args);
    await page.getByRole('heading', { name: says }).waitFor();
    await picture(page, name);
    await page.getByRole('link', { name: 'Réessayer' }).click();
    await page.getByRole('heading', { name: 'Comptoir démarre…' }).waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: says }).waitFor();
    mend();
    await page.getByRole('link', { name: 'Réessayer' }).click();
    await page
      .getByText(/Qui tient la caisse|Installation|code d.installation/i)
      .first()
      .waitFor();
    const ended = endOf(child);
    await page.close();
    expect(await ended).toBe(0);
  }

  test.skipIf(!mayMount)('a full disk: its cause, another try, and a till once there is room', async () => {
    const disk = smallDisk('4m');
    const data = join(disk.folder, 'point');
    const first = await started(`--data=${data}`, '--demo');
    await first.page.getByText('Qui tient la caisse').first().waitFor();
    await first.electron.close();
    disk.fill();
    const says = /Le disque de l’ordinateur est plein/;
    await failsThenOpens({ args: [`--data=${data}`], says, name: 'full-disk' }, disk.free);
  });

  test.skipIf(!mayMount)('a read-only folder: the same', async () => {
    const disk = smallDisk('4m');
    disk.remount('ro');
    await failsThenOpens(
      {
        args: [`--data=${join(disk.folder, 'point')}`, '--demo'],
        says: /Rien ne peut être écrit/,
        name: 'read-only',
      },
      () => disk.remount('rw'),
    );
  });

  test('a file in the place of the folder: the same', async () => {
    const data = join(temporaryFolder(), 'point');
    writeFileSync(data, '');
    await failsThenOpens(
      { args: [`--data=${data}`, '--demo'], says: /Un fichier se trouve là/, name: 'file' },
      () => unlinkSync(data),
    );
  });

  test.skipIf(process.getuid?.() !== 0)('a folder of another account is said', async () => {
    const home = temporaryFolder();
    const data = join(home, 'point');
    const first = await started(`--data=${data}`, '--demo');
    await first.page.getByText('Qui tient la caisse').first().waitFor();
    await first.electron.close();
    chmodSync(data, 0o755);
    for (const folder of [home, dirname(stage.executable)]) chmodSync(folder, 0o777);
    const asNobody = join(home, 'as-nobody');
    const screen = join(home, 'screen');
    const { XAUTHORITY } = process.env;
    writeFileSync(screen, XAUTHORITY ? readFileSync(XAUTHORITY) : '', { mode: 0o644 });
    const run = `HOME=${home} XAUTHORITY=${screen} XDG_CONFIG_HOME=${home}/config exec setpriv --reuid 65534 --regid 65534 --clear-groups`;
    writeFileSync(asNobody, `#!/bin/sh\n${run} ${stage.executable} "$@"\n`, { mode: 0o755 });
    const { electron, page } = await launchTill(asNobody, [plain, `--data=${data}`]);
    const child = electron.process();
    onTestFinished(() => void child.kill('SIGKILL'));
    await page.getByRole('heading', { name: /n’a pas le droit d’écrire/ }).waitFor();
    await picture(page, 'foreign');
    const ended = endOf(child);
    await page.close();
    expect(await ended).toBe(1);
  });

  test('a folder that is missing, and a path that is too long, are said; Fermer ends the process', async () => {
    const above = temporaryFolder();
    const missing = await started(`--data=${join(above, 'pont')}`);
    await missing.page.getByRole('heading', { name: /n’existe pas/ }).waitFor();
    await picture(missing.page, 'missing');
    const ended = endOf(missing.child);
    // The page goes while it is pressed.
    await missing.page
      .getByRole('link', { name: 'Fermer' })
      .click()
      .catch(() => undefined);
    expect(await ended).toBe(1);
    const long = join(above, 'x'.repeat(200), 'y'.repeat(200), 'z'.repeat(180));
    const tooLong = await started(`--data=${long}`, '--new', '--lang-choice=en');
    await tooLong.page.getByRole('heading', { name: /too long/ }).waitFor();
    await picture(tooLong.page, 'too-long');
    const endedToo = endOf(tooLong.child);
    await tooLong.page.close();
    expect(await endedToo).toBe(1);
  });

  test('a page whose process dies says so, and Recharger brings the sale in progress back', async () => {
    const data = temporaryFolder();
    const { electron, page } = await started(`--data=${data}`, '--demo');
    await startSale(page);
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect.poll(() => inWindow(electron, heading), soon).toBe('L’écran de la caisse s’est arrêté.');
    const shot = await electron.evaluate(async ({ BrowserWindow }) =>
      (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'),
    );
    mkdirSync(join(outFolder, 'electron'), { recursive: true });
    writeFileSync(join(outFolder, 'electron/page-gone.png'), Buffer.from(shot ?? '', 'base64'));
    await inWindow(electron, 'document.querySelector("a").click()');
    await expect.poll(() => inWindow(electron, everything), soon).toMatch(/Chargeur USB-C\s+15,00/);
    expect(readFileSync(join(data, 'incidents.log'), 'utf8')).toMatch(
      / \d+\.\d+\.\d+(?:-dev)? page (?:crashed|killed)\n/,
    );
  });

  test('what throws outside of a call is said beside the page; Recharger opens the till anew with its sale', async () => {
    const data = temporaryFolder();
    const { electron, page } = await started(`--data=${data}`, '--demo');
    await startSale(page);
    const opened = electron.waitForEvent('window');
    await electron.evaluate(() => {
      setTimeout(() => {
        throw new Error('Fatoumata Diallo');
      }, 10);
    });
    const small = await opened;
    await small.getByRole('heading', { name: /problème imprévu/ }).waitFor();
    await picture(small, 'broke');
    const log = readFileSync(join(data, 'incidents.log'), 'utf8');
    const [, incident = ''] = /^\S+ ([0-9a-f]{8}) \d+\.\d+\.\d+(?:-dev)? Error$/m.exec(log) ?? [];
    expect(await small.getByText(incident).count()).toBe(1);
    expect(log).not.toContain('Diallo');
    await small
      .getByRole('link', { name: 'Recharger' })
      .click()
      .catch(() => undefined);
    await page.getByText('Qui tient la caisse').first().waitFor();
    await signIn(page, 'Awa', 'Bonjour-13');
    await expect.poll(() => inWindow(electron, everything), soon).toMatch(/Chargeur USB-C\s+15,00/);
  });

  test('a page that hangs can be waited for or reloaded', async () => {
    const { electron, page } = await started(`--data=${temporaryFolder()}`, '--demo');
    await page.getByText('Qui tient la caisse').first().waitFor();
    const hang = async (): Promise<Page> => {
      const opened = electron.waitForEvent('window');
      await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'));
      return opened;
    };
    const first = await hang();
    await first.getByRole('heading', { name: /ne répond plus/ }).waitFor();
    await picture(first, 'page-hung');
    await first
      .getByRole('link', { name: 'Attendre encore' })
      .click()
      .catch(() => undefined);
    await expect.poll(() => electron.windows().length).toBe(1);
    void page
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined);
    const second = await hang();
    await second
      .getByRole('link', { name: 'Recharger' })
      .click()
      .catch(() => undefined);
    await expect.poll(() => inWindow(electron, everything), soon).toContain('Qui tient la caisse');
  });

  test('the end of the desktop’s session closes the database and ends the process', async () => {
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) {
      const data = temporaryFolder();
      const { page, child } = await started(`--data=${data}`, '--demo');
      await page.getByText('Qui tient la caisse').first().waitFor();
      const ended = endOf(child);
      child.kill(signal);
      expect([signal, await ended]).toEqual([signal, 0]);
      // A database that was closed leaves no log behind.
      expect([signal, existsSync(join(data, 'point.db-wal'))]).toEqual([signal, false]);
    }
  });

  test('a second start brings the window of the first one back, and ends', async () => {
    const { electron, page } = await started(`--data=${temporaryFolder()}`, '--demo');
    await page.getByText('Qui tient la caisse').first().waitFor();
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const profile = await electron.evaluate(({ app }) => app.getPath('userData'));
    const second = spawnSync(
      stage.executable,
      ['--no-sandbox', `--user-data-dir=${profile}`, plain, '--lang-choice=en'],
      { encoding: 'utf8', timeout: 60_000 },
    );
    expect(second.stdout).toContain('Comptoir is open already');
    await expect
      .poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
      .toBe(false);
  });
});

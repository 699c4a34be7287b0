import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronDist } from '#build/electron.ts';
import { outFolder } from '#build/paths.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';
import { launchTill, stageElectron } from '#test/support/electron.ts';

const dist = electronDist();

describe.skipIf(dist === null)('the desktop window', () => {
  let electron: ElectronApplication;
  let page: Page;
  let stage: ReturnType<typeof stageElectron>;

  beforeAll(async () => {
    stage = stageElectron(dist ?? '');
    const data = temporaryFolderUntil(afterAll);
    const args = [`--data=${data}`, '--demo', '--unencrypted-development-database'];
    ({ electron, page } = await launchTill(stage.executable, args));
  });
  afterAll(async () => {
    await electron?.close();
    stage?.remove();
  });

  test('shows the sign-in of the demonstration point', async () => {
    await page.getByText('Awa').first().waitFor();
    mkdirSync(join(outFolder, 'electron'), { recursive: true });
    await page.screenshot({ path: join(outFolder, 'electron/sign-in.png') });
    expect(new URL(page.url()).protocol).toBe('app:');
  });

  test('gives the page no Node, no Electron and no more than the one door', async () => {
    const reachable = await page.evaluate(() => {
      const scope = globalThis as unknown as Record<string, unknown>;
      const names = ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', '__dirname'];
      return {
        found: names.filter((name) => scope[name] !== undefined),
        door: Object.keys(scope['comptoir'] as object).toSorted(),
      };
    });
    expect(reachable).toEqual({ found: [], door: ['invoke', 'onChanged', 'shell'] });
  });

  test('opens one customer display, as closed, which may ask only what it shows', async () => {
    const opened = electron.waitForEvent('window');
    await page.evaluate(() => void window.open('./display.html', 'comptoir-display'));
    const display = await opened;
    await display.getByText('Bienvenue').waitFor();
    const asked = await display.evaluate(async () => {
      const door = (
        globalThis as unknown as { comptoir: { invoke: (name: string, input: object) => unknown } }
      ).comptoir;
      const answer = async (name: string): Promise<unknown> => {
        try {
          return await door.invoke(name, {});
        } catch {
          return 'refused';
        }
      };
      return [await answer('display'), await answer('deskState'), await answer('signInChoices')];
    });
    expect(asked).toMatchObject([{ ok: true, value: { view: { state: 'welcome' } } }, 'refused', 'refused']);
    await page.evaluate(() => void window.open('./display.html', 'comptoir-display'));
    await page.evaluate(() => void window.open('https://example.org/'));
    await page.waitForTimeout(300);
    expect(electron.windows()).toHaveLength(2);
    await display.close();
  });

  test('runs the preload in the sandbox, isolated', async () => {
    const preferences = await electron.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const contents = window?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag };
    });
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
  });

  test('refuses to leave its page, to open another one and to fetch anything remote', async () => {
    const before = page.url();
    const opened = await page.evaluate(() => window.open('https://example.org') === null);
    await page.evaluate(() => {
      location.href = 'https://example.org/';
    });
    const fetched = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'fetched',
        () => 'refused',
      ),
    );
    const evaluated = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.injected = true';
      document.head.append(script);
      return (globalThis as unknown as { injected?: boolean }).injected === true;
    });
    expect({ opened, fetched, evaluated, moved: page.url() !== before }).toEqual({
      opened: true,
      fetched: 'refused',
      evaluated: false,
      moved: false,
    });
  });

  test('answers a call above the role with a refusal, and an unknown name too', async () => {
    const answers = await page.evaluate(async () => {
      const door = (
        globalThis as unknown as { comptoir: { invoke: (name: string, input: unknown) => Promise<unknown> } }
      ).comptoir;
      return [await door.invoke('team', {}), await door.invoke('constructor', {})];
    });
    expect(answers).toEqual([
      { ok: false, refusal: { kind: 'not-signed-in' } },
      { ok: false, refusal: { kind: 'bad-input', where: ['name'] } },
    ]);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { launchTill, stageElectron } from '#test/support/electron.ts';
import type { Bench } from './runner.ts';

export interface Window {
  readonly page: Page;
  /** Of the process that the others come from. */
  readonly pid: number;
  readonly close: () => Promise<void>;
}

export interface Windows {
  /** The demonstration point at its sign-in screen. */
  readonly till: () => Promise<Window>;
  /** Nothing but a window with a word in it. */
  readonly blank: () => Promise<Window>;
}

/** The till's window, and a blank one of the same Electron. */
export async function stageWindows(bench: Bench, dist: string): Promise<Windows> {
  const till = await bench.ending(stageElectron(dist), (stage) => stage.remove());
  const blank = await bench.ending(stageElectron(dist), (stage) => stage.remove());
  writeBlank(join(dirname(blank.executable), 'resources/app/out/app/main'));
  const data = join(bench.folder, 'point');
  const args = [`--data=${data}`, '--demo', '--unencrypted-development-database'];
  return {
    till: () => open(bench, { executable: till.executable, args, text: /Qui tient la caisse/ }),
    blank: () => open(bench, { executable: blank.executable, args: [], text: /usable/ }),
  };
}

function writeBlank(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.js'),
    `import { BrowserWindow, app } from 'electron';
app.whenReady().then(() => {
  new BrowserWindow({ width: 1366, height: 768 }).loadURL('data:text/html,<p>usable</p>');
});
`,
  );
}

/** Resolves once its text is on the screen. */
async function open(
  bench: Bench,
  what: { readonly executable: string; readonly args: readonly string[]; readonly text: RegExp },
): Promise<Window> {
  const { electron, page } = await launchTill(what.executable, what.args);
  const close = once(electron);
  await bench.ending(close, () => close());
  await page.getByText(what.text).first().waitFor();
  return { page, pid: electron.process().pid ?? 0, close };
}

/** Closed at its end by who opened it, and by the bench in case that did not come to it. */
function once(electron: ElectronApplication): () => Promise<void> {
  let closing: Promise<void> | null = null;
  return () => (closing ??= electron.close());
}

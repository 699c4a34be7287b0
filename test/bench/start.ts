import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { electronDist } from '#build/electron.ts';
import { launchTill, stageElectron } from '#test/support/electron.ts';
import { type Measured, percentile, timedMs } from './measure.ts';

const rounds = 7;

/** From the start of the program to the sign-in screen, against a blank window of the same Electron. */
export async function benchStart(folder: string): Promise<Measured[]> {
  const dist = electronDist();
  if (dist === null || !process.env['DISPLAY']) {
    console.log('Not measured: start to usable (no Electron or no screen here).');
    return [];
  }
  const till = stageElectron(dist);
  const blank = stageElectron(dist);
  const app = join(dirname(blank.executable), 'resources/app');
  mkdirSync(join(app, 'out/app/main'), { recursive: true });
  writeFileSync(
    join(app, 'out/app/main/index.js'),
    "import { BrowserWindow, app } from 'electron';\napp.whenReady().then(() => {\n  const w = new BrowserWindow({ width: 1366, height: 768 });\n  w.loadURL('data:text/html,<p>usable</p>');\n});\n",
  );
  const data = join(folder, 'point');
  const args = [`--data=${data}`, '--demo', '--unencrypted-development-database'];
  const started = async (executable: string, with_: readonly string[], text: RegExp): Promise<void> => {
    const { electron, page } = await launchTill(executable, with_);
    await page.getByText(text).first().waitFor();
    closing = electron.close();
  };
  let closing: Promise<void> = Promise.resolve();
  // The first start sets the demonstration point up; what is measured is every later morning.
  await started(till.executable, args, /Qui tient la caisse/);
  await closing;
  const times = { till: [] as number[], blank: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.blank.push(await timedMs(() => started(blank.executable, [], /usable/)));
    await closing;
    times.till.push(await timedMs(() => started(till.executable, args, /Qui tient la caisse/)));
    await closing;
  }
  till.remove();
  blank.remove();
  const [tillMs, blankMs] = [percentile(times.till, 0.5), percentile(times.blank, 0.5)];
  return [
    {
      what: 'start to usable ÷ blank window',
      value: tillMs / blankMs,
      unit: 'ratio',
      bar: { most: 2 },
      detail: { tillMs, blankMs },
    },
  ];
}

import { join } from 'node:path';
import { brandAs } from '#domain/ids.ts';
import { signIn } from '#test/support/desk-page.ts';
import { type Measured, compared, inTurns } from './measure.ts';
import { familyMb, residentMb } from './occupied.ts';
import { sellOne } from './point.ts';
import type { Bench } from './runner.ts';
import { electronOnScreen } from './screen.ts';
import { callsOf, startShell } from './shell.ts';
import { type Window, stageWindows } from './windows.ts';

const volumes = {
  full: { sales: 1_000, windows: { blocks: 5, turnsABlock: 1, warmUp: 0 } },
  quick: { sales: 20, windows: { blocks: 1, turnsABlock: 1, warmUp: 0 } },
} as const;

/** What the till keeps of the machine's memory: donated laptops have little of it. */
export async function benchMemory(bench: Bench): Promise<void> {
  await shellMemory(bench);
  await windowMemory(bench);
}

async function shellMemory(bench: Bench): Promise<void> {
  const { sales } = volumes[bench.volume];
  const shell = await startShell(bench, join(bench.folder, 'shell'));
  const done = await callsOf(shell);
  await done('signIn', { operator: brandAs('E03'), password: 'Cle-du-13e' });
  const resident = (): number => residentMb(shell.pid);
  bench.measured(kept('memory of the browser shell, signed in and quiet', await quietMb(bench, resident)));
  const { businessDay } = await done('openingProposal', {});
  await done('openSession', { businessDay, count: { 1000: 5 }, dayConfirmed: true });
  for (let sold = 0; sold < sales; sold += 1) await sellOne({ done });
  bench.measured(kept(`memory of the browser shell after ${sales} sales`, resident()));
}

const kept = (what: string, value: number): Measured => ({
  what,
  value,
  unit: 'MB',
  bar: { most: 200 },
  detail: {},
});

async function windowMemory(bench: Bench): Promise<void> {
  const what = 'memory of the desktop window';
  const dist = await electronOnScreen(bench, what);
  if (dist === null) return;
  if (familyMb(process.pid) === null)
    return bench.notMeasured(`${what} (this system does not tell what processes share)`);
  const windows = await stageWindows(bench, dist);
  const holds = async (open: () => Promise<Window>, ready: (window: Window) => Promise<void>) => {
    const window = await open();
    await ready(window);
    const heldMb = await quietMb(bench, () => familyMb(window.pid) ?? Number.NaN);
    await window.close();
    return heldMb;
  };
  const took = await inTurns(
    {
      till: () =>
        holds(windows.till, async ({ page }) => {
          await signIn(page, 'Nadia (responsable)', 'Cle-du-13e');
          await page.getByRole('button', { name: 'Ouvrir la caisse' }).waitFor();
        }),
      blank: () => holds(windows.blank, async () => {}),
    },
    volumes[bench.volume].windows,
  );
  bench.measured(
    compared({
      what: `${what}, signed in and quiet ÷ a blank one`,
      ours: took.till,
      reference: took.blank,
      share: 0.5,
      bar: { most: 1.5 },
    }),
  );
}

/** What is held once it has stood still for three seconds, or after half a minute. */
async function quietMb(bench: Bench, read: () => number): Promise<number> {
  const still = bench.volume === 'quick' ? 1 : 3;
  let [last, seconds] = [read(), 0];
  for (let waited = 0; waited < 30 && seconds < still; waited += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const now = read();
    seconds = Math.abs(now - last) < last / 100 ? seconds + 1 : 0;
    last = now;
  }
  return last;
}

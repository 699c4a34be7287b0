import { compared, inTurns } from './measure.ts';
import type { Bench } from './runner.ts';
import { electronOnScreen } from './screen.ts';
import { type Window, stageWindows } from './windows.ts';

const volumes = {
  full: { blocks: 11, turnsABlock: 1, warmUp: 1 },
  quick: { blocks: 1, turnsABlock: 1, warmUp: 0 },
} as const;

/** From the start of the program to the sign-in screen, against a blank window of the same Electron. */
export async function benchStart(bench: Bench): Promise<void> {
  const dist = await electronOnScreen(bench, 'start to usable');
  if (dist === null) return;
  const windows = await stageWindows(bench, dist);
  // The first start sets the demonstration point up; what is measured is every later morning.
  await (await windows.till()).close();
  const started = async (open: () => Promise<Window>): Promise<number> => {
    const from = performance.now();
    const window = await open();
    const tookMs = performance.now() - from;
    await window.close();
    return tookMs;
  };
  const took = await inTurns(
    { till: () => started(windows.till), blank: () => started(windows.blank) },
    volumes[bench.volume],
  );
  bench.measured(
    compared({
      what: 'start to usable ÷ blank window',
      ours: took.till,
      reference: took.blank,
      share: 0.5,
      bar: { most: 2 },
    }),
  );
}

import { join } from 'node:path';
import { openTill, signIn } from '#test/support/desk-page.ts';
import { sampled } from './measure.ts';
import { openPage, scansPainted } from './page.ts';
import type { Bench } from './runner.ts';
import { startShell } from './shell.ts';

const volumes = { full: { scans: 125, warmUp: 5 }, quick: { scans: 4, warmUp: 1 } } as const;

/** From the last key of a scan to the frame in which its line is on the screen. */
export async function benchPainted(bench: Bench): Promise<void> {
  const { scans, warmUp } = volumes[bench.volume];
  const page = await openPage(bench, await startShell(bench, join(bench.folder, 'point')));
  await signIn(page, 'Awa', 'Bonjour-13');
  await openTill(page);
  const times = await scansPainted(page, scans);
  const what = 'scan → line painted in the browser, p95';
  bench.measured(sampled(what, times.slice(warmUp), { share: 0.95, mostMs: 60 }));
}

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Input } from '#contract/ipc.ts';
import { root } from '#build/paths.ts';
import { encodeTicket } from '#drivers/printer/encode.ts';
import { paper80mm } from '#drivers/printer/profile.ts';
import { sampleTicket } from '#test/drivers/sample-ticket.ts';
import { done, openTill, signIn } from '#test/support/desk-page.ts';
import { compared, inTurns, sampled } from './measure.ts';
import { openPage, routedMs, scansPainted, untilEmpty } from './page.ts';
import { benchPoint, sellOne } from './point.ts';
import { startProgram } from './program.ts';
import type { Bench } from './runner.ts';
import { startShell } from './shell.ts';

const volumes = {
  full: {
    renderingMs: 2_000,
    sales: { turns: { blocks: 11, turnsABlock: 4, warmUp: 2 }, aTurn: 12 },
    scans: { turns: { blocks: 9, turnsABlock: 2, warmUp: 1 }, aTurn: 20 },
  },
  quick: {
    renderingMs: 100,
    sales: { turns: { blocks: 2, turnsABlock: 1, warmUp: 0 }, aTurn: 4 },
    scans: { turns: { blocks: 1, turnsABlock: 2, warmUp: 0 }, aTurn: 3 },
  },
} as const;

/** Printers and scanners beside the selling: what they cost it. */
export async function benchPeripherals(bench: Bench): Promise<void> {
  rendering(bench);
  await printedSales(bench);
  await printersBesideScans(bench);
}

function rendering(bench: Bench): void {
  const { renderingMs } = volumes[bench.volume];
  for (let warm = 0; warm < 50; warm += 1) encodeTicket(sampleTicket, paper80mm);
  const from = performance.now();
  let tickets = 0;
  while (performance.now() - from < renderingMs) {
    encodeTicket(sampleTicket, paper80mm);
    tickets += 1;
  }
  const aSecond = (tickets * 1_000) / (performance.now() - from);
  bench.measured({
    what: 'tickets rendered a second ÷ 500',
    value: aSecond / 500,
    unit: 'ratio',
    bar: { least: 1 },
    detail: { ticketsASecond: aSecond },
  });
}

/** A printer on the network, in a process of its own as a real one is. */
export async function startPrinter(
  bench: Bench,
): Promise<{ readonly port: number; readonly stall: () => Promise<unknown> }> {
  const file = join(root, 'build/printer.ts');
  const program = await startProgram(bench, file, ['--port', '0', '--page-port', '0']);
  const [, port, page] = await program.said(/:(\d+)\n.*:(\d+)\/\n/s);
  const stalled = `http://127.0.0.1:${page}/state/stalled`;
  return {
    port: Number(port),
    stall: () => fetch(stalled, { method: 'POST', redirect: 'manual' }),
  };
}

const tcp = (port: number) =>
  ({ kind: 'tcp', host: '127.0.0.1', port, profile: paper80mm.id, adjustment: {} }) as const;
/** Where nothing listens. */
const deadPort = 1;

/** A person pays, and another comes: nobody sells faster than this. */
const betweenSalesMs = 15;
/** Of a turn: the printer has just been chosen. */
const unlikeOthers = 2;

/** The same sales with and without a printer at work. */
async function printedSales(bench: Bench): Promise<void> {
  const { turns, aTurn } = volumes[bench.volume].sales;
  const point = await benchPoint(bench, join(bench.folder, 'sales'));
  const paper = await startPrinter(bench);
  const sold = async (printer: Input<'choosePrinter'>['printer']): Promise<number[]> => {
    await point.done('choosePrinter', { printer });
    const times: number[] = [];
    for (let sale = 0; sale < aTurn; sale += 1) {
      const { saleId, tookMs } = await sellOne(point);
      times.push(tookMs);
      // A desk without a printer has no paper to ask for.
      if (printer.kind !== 'none') await point.done('printTicket', { saleId });
      await new Promise((resolve) => setTimeout(resolve, betweenSalesMs));
    }
    return times.slice(unlikeOthers);
  };
  const took = await inTurns(
    { printed: () => sold(tcp(paper.port)), unprinted: () => sold({ kind: 'none' }) },
    turns,
  );
  bench.measured(
    compared({
      what: 'a sale while its printer prints − without one, p50',
      ours: took.printed,
      reference: took.unprinted,
      as: 'difference',
      share: 0.5,
      bar: { most: 1 },
    }),
  );
  await point.close();
}

/** The page goes on scanning while tickets wait for a printer that takes them, for one that stalls, for none. */
async function printersBesideScans(bench: Bench): Promise<void> {
  const { turns, aTurn } = volumes[bench.volume].scans;
  const page = await openPage(bench, await startShell(bench, join(bench.folder, 'scans')));
  await signIn(page, 'Awa', 'Bonjour-13');
  await openTill(page);
  const [ready, stalled] = [await startPrinter(bench), await startPrinter(bench)];
  await stalled.stall();
  const scanned = async (port: number): Promise<number[]> => {
    await done(page, 'choosePrinter', { printer: tcp(port) });
    await queueTicket(page);
    return scansPainted(page, aTurn);
  };
  const took = await inTurns(
    {
      stalled: () => scanned(stalled.port),
      ready: () => scanned(ready.port),
      dead: () => scanned(deadPort),
    },
    turns,
  );
  for (const state of ['stalled', 'dead'] as const)
    bench.measured(
      compared({
        what: `scan → line with a ${state} printer ÷ a ready one, p95`,
        ours: took[state],
        reference: took.ready,
        share: 0.95,
        bar: { most: 1.05 },
      }),
    );
  const what = 'scan → routed after the last key, p95';
  bench.measured(sampled(what, await routedMs(page), { share: 0.95, mostMs: 20 }));
}

/** A sale whose ticket goes to the printer that was chosen. */
async function queueTicket(page: Page): Promise<void> {
  const { saleId } = await sellOne({ done: (name, input) => done(page, name, input) });
  await done(page, 'printTicket', { saleId });
  await done(page, 'nextPerson', { saleId });
  await untilEmpty(page);
}

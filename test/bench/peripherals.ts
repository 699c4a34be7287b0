import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { migrationsFolder, pageFolder, root, version } from '#build/paths.ts';
import { type Sku, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { encodeTicket } from '#drivers/printer/encode.ts';
import { paper80mm } from '#drivers/printer/profile.ts';
import { startBrowser } from '#test/support/browser.ts';
import { launchChromium } from '#build/chromium.ts';
import { sampleTicket } from '#test/drivers/sample-ticket.ts';
import { done, openTill, signIn } from '#test/support/desk-page.ts';
import { type Measured, percentile, timedMs } from './measure.ts';
import { charger, scanUntilPainted } from './painted.ts';
import { type BenchPoint, benchPoint } from './point.ts';

/** Printers and scanners beside the selling: what they cost it. */
export async function benchPeripherals(folder: string): Promise<Measured[]> {
  return [
    rendering(),
    await printedSales(join(folder, 'sales')),
    ...(await printersBesideScans(join(folder, 'scans'))),
  ];
}

function rendering(): Measured {
  for (let warm = 0; warm < 50; warm += 1) encodeTicket(sampleTicket, paper80mm);
  const from = performance.now();
  let tickets = 0;
  while (performance.now() - from < 2_000) {
    encodeTicket(sampleTicket, paper80mm);
    tickets += 1;
  }
  const aSecond = (tickets * 1_000) / (performance.now() - from);
  return {
    what: 'tickets rendered a second ÷ 500',
    value: aSecond / 500,
    unit: 'ratio',
    bar: { least: 1 },
    detail: { ticketsASecond: aSecond },
  };
}

/** A printer in a process of its own, as a real one is. */
async function printer(): Promise<{
  readonly port: number;
  readonly set: (state: string) => Promise<unknown>;
  readonly stop: () => void;
}> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(root, 'build/printer.ts'), '--port', '0', '--page-port', '0'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  const [port, page] = await new Promise<[string, string]>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const told = /:(\d+)\n.*:(\d+)\/\n/s.exec(said);
      if (told) resolve([told[1] ?? '', told[2] ?? '']);
    });
  });
  return {
    port: Number(port),
    set: (state) => fetch(`http://127.0.0.1:${page}/state/${state}`, { method: 'POST', redirect: 'manual' }),
    stop: () => void child.kill(),
  };
}

const tcp = (port: number) =>
  ({ kind: 'tcp', host: '127.0.0.1', port, profile: paper80mm.id, adjustment: {} }) as const;

async function sell(point: BenchPoint): Promise<number> {
  const basket = await point.done('addProduct', { sku: brandAs<Sku>('CHARGEUR') });
  const { saleId } = basket;
  const tookMs = await timedMs(() =>
    point.done('finishSale', {
      saleId,
      tenders: [{ kind: 'cash', cents: cents(basket.totalCents) }],
      expectedTotalCents: cents(basket.totalCents),
    }),
  );
  await point.done('printTicket', { saleId });
  return tookMs;
}

const salesABlock = 40;
const blocks = 6;

/** The same sales with and without a printer at work, in turns. */
async function printedSales(folder: string): Promise<Measured> {
  const point = await benchPoint(folder);
  const paper = await printer();
  const times = { printed: [] as number[], unprinted: [] as number[] };
  for (let block = 0; block < 2 * blocks; block += 1) {
    const printed = block % 2 === 0;
    await point.done('choosePrinter', { printer: printed ? tcp(paper.port) : { kind: 'none' } });
    for (let sale = 0; sale < salesABlock; sale += 1) {
      const tookMs = await sell(point);
      // A person pays, and another comes: nobody sells faster than this.
      await new Promise((resolve) => setTimeout(resolve, 15));
      if (sale >= 5) times[printed ? 'printed' : 'unprinted'].push(tookMs);
    }
  }
  paper.stop();
  await point.close();
  const [printed, unprinted] = [percentile(times.printed, 0.5), percentile(times.unprinted, 0.5)];
  return {
    what: 'a sale while its printer prints − without one, p50',
    value: printed - unprinted,
    unit: 'ms',
    bar: { most: 1 },
    detail: {
      printedMs: printed,
      unprintedMs: unprinted,
      printedP95Ms: percentile(times.printed, 0.95),
      unprintedP95Ms: percentile(times.unprinted, 0.95),
    },
  };
}

const scansABlock = 20;
const rounds = 6;

async function printersBesideScans(folder: string): Promise<Measured[]> {
  const shell = await startBrowser({ folder, port: 0, pageFolder, migrationsFolder, demo: true, version });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.addInitScript(watchRouting);
  await page.goto(shell.url);
  await signIn(page, 'Awa', 'Bonjour-13');
  await openTill(page);
  const paper = await printer();
  await queueTickets(page, 5);
  const printers = { ready: tcp(paper.port), stalled: tcp(paper.port), dead: tcp(1) } as const;
  type State = keyof typeof printers;
  const times: Record<State, number[]> = { ready: [], stalled: [], dead: [] };
  for (let warm = 0; warm < 10; warm += 1) await scanUntilPainted(page, charger, warm);
  for (let round = 0; round < rounds; round += 1)
    for (const state of ['ready', 'stalled', 'dead'] as const) {
      await paper.set(state === 'stalled' ? 'stalled' : 'ready');
      await done(page, 'choosePrinter', { printer: printers[state] });
      await queueTickets(page, 1);
      for (let scan = 0; scan < scansABlock; scan += 1)
        times[state].push(await scanUntilPainted(page, charger, scan));
    }
  const routed = await page.evaluate(() => (globalThis as unknown as { routedMs: number[] }).routedMs);
  await browser.close();
  await shell.close();
  paper.stop();
  const p95 = (state: State): number => percentile(times[state], 0.95);
  const beside = (state: State): Measured => ({
    what: `scan → line with a ${state} printer ÷ a ready one, p95`,
    value: p95(state) / p95('ready'),
    unit: 'ratio',
    bar: { most: 1.05 },
    detail: { p95Ms: p95(state), readyP95Ms: p95('ready'), p50Ms: percentile(times[state], 0.5) },
  });
  return [
    beside('stalled'),
    beside('dead'),
    {
      what: 'scan → routed after the last key, p95',
      value: percentile(routed, 0.95),
      unit: 'ms',
      bar: { most: 20 },
      detail: { scans: routed.length, p50Ms: percentile(routed, 0.5), maxMs: Math.max(...routed) },
    },
  ];
}

/** Notes, in the page, the time from each Enter to the answer that says where the scan goes. */
function watchRouting(): void {
  const routedMs: number[] = [];
  Object.assign(globalThis, { routedMs });
  let lastKeyAt = 0;
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') lastKeyAt = event.timeStamp;
    },
    { capture: true },
  );
  const ask = window.fetch.bind(window);
  window.fetch = async (...asked) => {
    const answer = await ask(...asked);
    if (asked[0] === '/api/scan') routedMs.push(performance.now() - lastKeyAt);
    return answer;
  };
}

/** Sales whose tickets wait for the printer. */
async function queueTickets(page: Page, count: number): Promise<void> {
  for (let sale = 0; sale < count; sale += 1) {
    const { saleId, totalCents } = await done(page, 'addProduct', { sku: 'CHARGEUR' });
    const tenders = [{ kind: 'cash', cents: totalCents }];
    await done(page, 'finishSale', { saleId, tenders, expectedTotalCents: totalCents });
    await done(page, 'printTicket', { saleId });
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished, expect, test } from 'vitest';
import { migrationsFolder } from '#build/paths.ts';
import { storeOn } from '#db/store.ts';
import { brandAs } from '#domain/ids.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { type PrinterEmulator, startPrinterEmulator } from '#drivers/printer/emulator.ts';
import { paperOf } from '#drivers/printer/paper.ts';
import { openPoint } from '#main/point.ts';
import { temporaryFolder } from '#test/support/database.ts';

const tickets = 20;
const loop = join(import.meta.dirname, 'printing-loop.ts');

interface Life {
  readonly child: ChildProcess;
  readonly asked: string[];
  readonly ready: Promise<unknown>;
  readonly kill: () => Promise<unknown>;
}

function live(folder: string, printer: PrinterEmulator, sales: number): Life {
  const args = [loop, folder, String(printer.port), String(sales)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const asked: string[] = [];
  const gone = new Promise((resolve) => child.on('close', resolve));
  const ready = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [what, number = ''] = line.split(' ');
      if (what === 'asked') asked.push(number);
      if (what === 'ready') resolve(null);
    });
  });
  return { child, asked, ready, kill: () => (child.kill('SIGKILL'), gone) };
}

/** Numbers of the tickets that came out on paper, as often as they did. */
const onPaper = (printer: PrinterEmulator): string[] =>
  printer.jobs.flatMap((job) =>
    paperOf(job).flatMap((item) => (item.kind === 'code' && item.symbology === 'code128' ? [item.text] : [])),
  );

/** What the till knows of each ticket. */
function states(folder: string): Map<string, string> {
  const keystore = fileKeystore(join(folder, 'keys'));
  const point = openPoint({ folder, keystore, allowPlain: false, migrationsFolder });
  if (!point.ok) throw new Error(point.refusal.kind);
  const store = storeOn(point.value.db);
  const all = ['queued', 'printing', 'printed', 'unconfirmed', 'failed', 'ask', 'dropped'] as const;
  const jobs = store.printJobs(brandAs('PAR13-1'), all);
  store.close();
  return new Map(jobs.filter(({ saleId }) => saleId !== null).map(({ title, state }) => [title, state]));
}

const until = async (holds: () => boolean): Promise<void> => {
  const deadline = Date.now() + 60_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('waited too long');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

test('paper out in the middle of 20 tickets, then kill −9, then paper: none lost, none doubled', async () => {
  const printer = await startPrinterEmulator({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => printer.close());
  const folder = temporaryFolder();
  const first = live(folder, printer, tickets);
  await until(() => onPaper(printer).length >= 3);
  printer.set('paper-end');
  await first.ready;
  await first.kill();
  // What was inside the printer when the paper ended comes out with the new roll.
  printer.set('ready');
  const second = live(folder, printer, 0);
  await second.ready;
  const isSettled = (state: string): boolean => state === 'printed' || state === 'ask';
  await until(() => [...states(folder).values()].every(isSettled));
  await second.kill();
  const paper = onPaper(printer);
  const known = states(folder);
  expect(first.asked).toHaveLength(tickets);
  expect(new Set(paper).size).toBe(paper.length);
  for (const number of first.asked) {
    const state = known.get(number);
    // On paper, or asked about: never forgotten, and never both printed for certain and not there.
    if (!paper.includes(number)) expect([number, state]).toEqual([number, 'ask']);
    else expect(['printed', 'ask']).toContain(state);
  }
}, 120_000);

test('kill −9 at random moments while tickets come out: none twice, none forgotten', async () => {
  const kills = Number(process.env['COMPTOIR_FAULTS'] ?? 5);
  const printer = await startPrinterEmulator({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => printer.close());
  const folder = temporaryFolder();
  const asked: string[] = [];
  for (let life = 0; life < kills; life += 1) {
    const lived = live(folder, printer, 1_000);
    await until(() => lived.asked.length > 0);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
    await lived.kill();
    asked.push(...lived.asked);
  }
  const last = live(folder, printer, 0);
  await last.ready;
  await until(() => [...states(folder).values()].every((state) => state === 'printed' || state === 'ask'));
  await last.kill();
  const paper = onPaper(printer);
  const known = states(folder);
  expect(new Set(paper).size).toBe(paper.length);
  for (const number of asked) {
    const state = known.get(number);
    expect(state === 'ask' || paper.includes(number) ? 'known' : `${number} ${state}`).toBe('known');
  }
}, 3_600_000);

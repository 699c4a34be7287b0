import { readFileSync, writeFileSync } from 'node:fs';
import type { PrinterStatus, PrintOutcome } from '#drivers/printer/port.ts';
import { spooledPrinter } from '#drivers/printer/spool/spooled.ts';
import { windowsQueues, windowsSpooler } from '#drivers/printer/spool/winspool.ts';
import { winspoolOf } from '#drivers/printer/spool/winspool-native.ts';

export interface Told {
  readonly platform: string;
  readonly queues: readonly string[];
  /** Null when the queue does not open. */
  readonly driverVersion: number | null;
  readonly status: PrinterStatus;
  readonly outcomes: readonly PrintOutcome[];
}

/** Runs as a program of Windows: prints the files, and writes down what Windows said of its queues and of them. */
async function inside(answer: string, queue: string, ...files: readonly string[]): Promise<void> {
  const printer = spooledPrinter(windowsSpooler(queue));
  const told: Told = {
    platform: process.platform,
    queues: await windowsQueues(),
    driverVersion: await driverVersion(queue),
    status: await printer.status(),
    outcomes: await Promise.all(files.map((file) => printer.print(readFileSync(file)))),
  };
  writeFileSync(answer, JSON.stringify(told));
}

async function driverVersion(queue: string): Promise<number | null> {
  const winspool = winspoolOf();
  const handle = await winspool.openPrinter(queue);
  if (handle === null) return null;
  const version = await winspool.driverVersion(handle);
  await winspool.closePrinter(handle);
  return version;
}

const [answer = '', queue = '', ...files] = process.argv.slice(2);
void inside(answer, queue, ...files);

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PrintOutcome, Printer } from '#drivers/printer/port.ts';
import { wordsTicket } from '#domain/ticket.ts';
import { printLoop } from '#main/printing/loop.ts';
import { queuePrint } from '#main/printing/queue.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

const printed: PrintOutcome = { kind: 'printed' };
const offline: PrintOutcome = { kind: 'failed', reason: 'unreachable', mayHavePrinted: false };
const halfway: PrintOutcome = { kind: 'failed', reason: 'paper-end', mayHavePrinted: true };

/** A printer that answers what the test says, and keeps how many tickets reached it. */
function fakePrinter(): {
  readonly printer: Printer;
  answer: PrintOutcome | Promise<PrintOutcome>;
  tries: number;
} {
  const fake = {
    answer: printed as PrintOutcome | Promise<PrintOutcome>,
    tries: 0,
    printer: {
      print: async () => {
        fake.tries += 1;
        return fake.answer;
      },
      status: async () => ({ state: 'ready' as const, drawerOpen: null }),
      close: async () => undefined,
    },
  };
  return fake;
}

const loopOn = (point: TestPoint, printer: Printer | null) =>
  printLoop({
    store: point.store,
    till: point.deps.till,
    now: point.deps.now,
    printerFor: (choice) => (choice.kind === 'none' ? null : printer),
    onChange: () => undefined,
  });

function queue(point: TestPoint, ...titles: string[]): void {
  for (const title of titles) {
    queuePrint(point.deps, { document: wordsTicket(title, ['x']) });
    point.later(1);
  }
}

const states = (point: TestPoint): string[] =>
  point.store
    .printJobs(point.deps.till, ['queued', 'printing', 'printed', 'unconfirmed', 'failed', 'ask', 'dropped'])
    .map((job) => `${job.title} ${job.state}`);

const settled = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(0);
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what waits is printed in order, once, however often it is woken', async () => {
  const point = await testPoint();
  const fake = fakePrinter();
  queue(point, 'A', 'B');
  const loop = loopOn(point, fake.printer);
  loop.wake();
  loop.wake();
  loop.wake();
  await settled();
  expect(states(point)).toEqual(['A printed', 'B printed']);
  expect(fake.tries).toBe(2);
  expect(loop.state()).toMatchObject({ state: 'ready', fault: null });
  await loop.close();
});

test('a printer that is off is tried again every five seconds, not once for every sale meanwhile', async () => {
  const point = await testPoint();
  const fake = fakePrinter();
  fake.answer = offline;
  queue(point, 'A');
  const loop = loopOn(point, fake.printer);
  for (let sale = 0; sale < 10; sale += 1) {
    loop.wake();
    await settled();
  }
  expect(states(point)).toEqual(['A queued']);
  expect(loop.state()).toMatchObject({ state: 'trouble', fault: 'unreachable' });
  const before = fake.tries;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(fake.tries - before).toBe(1);
  fake.answer = printed;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(states(point)).toEqual(['A printed']);
  await loop.close();
});

test('a ticket that may be on paper is asked about and never printed again by itself', async () => {
  const point = await testPoint();
  const fake = fakePrinter();
  fake.answer = halfway;
  queue(point, 'A');
  const loop = loopOn(point, fake.printer);
  loop.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states(point)).toEqual(['A ask']);
  expect(fake.tries).toBe(1);
  await loop.close();
  const [job] = point.store.printJobs(point.deps.till, ['ask']);
  point.store.savePrintJob({ id: job!.id, state: 'printing' });
  const restarted = loopOn(point, fake.printer);
  restarted.wake();
  await settled();
  expect(states(point)).toEqual(['A ask']);
  expect(fake.tries).toBe(1);
  await restarted.close();
});

test('without a printer jobs wait for one to be chosen', async () => {
  const point = await testPoint();
  const fake = fakePrinter();
  point.store.saveSetting(point.deps.till, 'printer', { kind: 'none' });
  queue(point, 'A');
  const loop = loopOn(point, fake.printer);
  loop.wake();
  await settled();
  expect([loop.state().state, fake.tries]).toEqual(['none', 0]);
  expect(await loop.test()).toEqual({ outcome: 'failed', fault: 'none' });
  point.store.saveSetting(point.deps.till, 'printer', { kind: 'virtual' });
  loop.reload();
  await settled();
  expect(states(point)).toEqual(['A printed']);
  await loop.close();
});

test('a loop that is closed prints nothing more', async () => {
  const point = await testPoint();
  const fake = fakePrinter();
  fake.answer = offline;
  queue(point, 'A');
  const loop = loopOn(point, fake.printer);
  loop.wake();
  await settled();
  await loop.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fake.tries).toBe(1);
});

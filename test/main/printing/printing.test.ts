import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PrintOutcome, Printer, PrinterStatus } from '#drivers/printer/port.ts';
import { wordsTicket } from '#paper/document.ts';
import { printLoop } from '#main/printing/loop.ts';
import { drawerOnly, queuePrint } from '#main/printing/queue.ts';
import { redirectPrintJob } from '#main/printing/redirect-print-job.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

const printed: PrintOutcome = { kind: 'printed' };
const offline: PrintOutcome = { kind: 'failed', reason: 'unreachable', mayHavePrinted: false };
const halfway: PrintOutcome = { kind: 'failed', reason: 'paper-end', mayHavePrinted: true };

/** A printer that answers what the test says, and keeps how many tickets reached it. */
function fakePrinter(): {
  readonly printer: Printer;
  answer: PrintOutcome | Promise<PrintOutcome>;
  status: PrinterStatus;
  levels: ('high' | 'low')[];
  readonly sent: Uint8Array[];
  tries: number;
} {
  const fake = {
    answer: printed as PrintOutcome | Promise<PrintOutcome>,
    status: { state: 'ready', drawerOpen: null } as PrinterStatus,
    levels: [] as ('high' | 'low')[],
    sent: [] as Uint8Array[],
    tries: 0,
    printer: {
      print: async (bytes: Uint8Array) => {
        fake.tries += 1;
        fake.sent.push(bytes);
        return fake.answer;
      },
      status: async () => fake.status,
      drawerLevel: async () => fake.levels.shift() ?? null,
      close: async () => undefined,
    },
  };
  return fake;
}

const optionsOn = (point: TestPoint) => ({
  store: point.store,
  till: point.deps.till,
  now: point.deps.now,
  onChange: () => undefined,
  report: (error: unknown) => {
    throw error;
  },
});

const loopOn = (point: TestPoint, printer: Printer | null) =>
  printLoop({
    ...optionsOn(point),
    printerFor: (choice) => (choice.kind === 'none' ? null : printer),
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
  expect(await loop.test()).toEqual({ outcome: 'failed', fault: 'unreachable' });
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

test('another printer chosen in the middle of a ticket leaves nothing without an answer', async () => {
  const point = await testPoint();
  const first = fakePrinter();
  const second = fakePrinter();
  let answer: (outcome: PrintOutcome) => void = () => undefined;
  first.answer = new Promise((resolve) => (answer = resolve));
  queue(point, 'A', 'B');
  let printer = first.printer;
  const loop = printLoop({ ...optionsOn(point), printerFor: () => printer });
  loop.wake();
  await settled();
  printer = second.printer;
  loop.reload();
  answer(halfway);
  await settled();
  expect(states(point)).toEqual(['A ask', 'B printed']);
  await loop.close();
});

test('the printer set anew in the middle of a ticket lets it come out before the next', async () => {
  const point = await testPoint();
  const fake = fakePrinter();
  const closings: string[] = [];
  let answer: (outcome: PrintOutcome) => void = () => undefined;
  fake.answer = new Promise((resolve) => (answer = resolve));
  queue(point, 'A', 'B');
  const close = async (): Promise<void> => void closings.push(states(point).join());
  const printer = { ...fake.printer, close };
  const loop = printLoop({ ...optionsOn(point), printerFor: () => printer });
  loop.wake();
  await settled();
  loop.reload();
  loop.wake();
  await settled();
  expect([fake.tries, closings]).toEqual([1, []]);
  fake.answer = printed;
  answer(printed);
  await settled();
  expect([states(point), closings]).toEqual([['A printed', 'B printed'], ['A printed,B queued']]);
  await loop.close();
});

test('a ticket that waits for a printer at fault can be given up at any moment', async () => {
  const point = await testPoint();
  const fake = fakePrinter();
  fake.answer = offline;
  fake.status = { state: 'stalled', drawerOpen: null };
  queue(point, 'A');
  const loop = loopOn(point, fake.printer);
  const seen = new Set<string>();
  const printer = vi.spyOn(fake.printer, 'status').mockImplementation(async () => {
    seen.add(states(point).join());
    return fake.status;
  });
  loop.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([fake.tries, [...seen], printer.mock.calls.length > 5]).toEqual([1, ['A queued'], true]);
  expect(loop.state()).toMatchObject({ state: 'trouble', fault: 'stalled' });
  const [job] = point.store.printJobs(point.deps.till, ['queued']);
  point.store.savePrintJob({ id: job!.id, state: 'dropped' });
  fake.status = { state: 'ready', drawerOpen: null };
  await vi.advanceTimersByTimeAsync(60_000);
  expect([fake.tries, states(point)]).toEqual([1, ['A dropped']]);
  await loop.close();
});

test('a pulse that may have gone is forgotten: nobody can look for it on paper', async () => {
  const point = await testPoint();
  const fake = fakePrinter();
  fake.answer = halfway;
  const open = (): void => queuePrint(point.deps, { document: drawerOnly, openDrawer: true });
  open();
  const loop = loopOn(point, fake.printer);
  loop.wake();
  await settled();
  expect(states(point)).toEqual([' dropped']);
  await loop.close();
  open();
  const [job] = point.store.printJobs(point.deps.till, ['queued']);
  point.store.savePrintJob({ id: job!.id, state: 'printing' });
  await loopOn(point, fake.printer).close();
  expect(states(point)).toEqual([' dropped', ' dropped']);
});

test('a sale just before the till is closed wakes nothing behind it', async () => {
  const point = await testPoint();
  const fake = fakePrinter();
  queue(point, 'A');
  const loop = loopOn(point, fake.printer);
  loop.wake();
  await loop.close();
  point.store.close();
  await settled();
  expect(fake.tries).toBe(0);
});

test('a ticket sent to another printer comes out there, once, and waits for no other', async () => {
  const point = await testPoint();
  const own = fakePrinter();
  const other = fakePrinter();
  own.answer = offline;
  queue(point, 'A', 'B');
  const loop = printLoop({
    ...optionsOn(point),
    printerFor: (choice) => (choice.kind === 'device' ? other.printer : own.printer),
  });
  const deps = { ...point.deps, printing: loop };
  loop.wake();
  await settled();
  const [job] = point.store.printJobs(point.deps.till, ['queued']);
  const printer = { kind: 'device', path: '/dev/usb/lp1', profile: 'escpos-80mm', adjustment: {} } as const;
  await point.signInAs('seller');
  expect(redirectPrintJob(deps, { id: job!.id, printer })).toEqual({ ok: true, value: null });
  await settled();
  expect(states(point)).toEqual(['A printed', 'B queued']);
  expect(other.tries).toBe(1);
  expect(redirectPrintJob(deps, { id: job!.id, printer })).toMatchObject({
    refusal: { kind: 'job-unknown' },
  });
  await loop.close();
});

test('a drawer does not open by itself long after the sale', async () => {
  const point = await testPoint();
  const fake = fakePrinter();
  fake.answer = offline;
  queuePrint(point.deps, { document: drawerOnly, openDrawer: true });
  queuePrint(point.deps, { document: wordsTicket('A', ['x']), openDrawer: true });
  const loop = loopOn(point, fake.printer);
  loop.wake();
  await settled();
  point.later(60_000);
  fake.answer = printed;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(states(point)).toEqual([' dropped', 'A printed']);
  const pulse = Buffer.from([0x1b, 0x70]);
  expect(fake.sent.map((bytes) => Buffer.from(bytes).includes(pulse))).toEqual([true, false]);
  await loop.close();
});

test('what the printer says of itself is shown, and asked for when it is quiet', async () => {
  const point = await testPoint();
  const fake = fakePrinter();
  let changes = 0;
  const loop = printLoop({
    ...optionsOn(point),
    printerFor: () => fake.printer,
    onChange: () => (changes += 1),
  });
  fake.status = { state: 'paper-near-end', drawerOpen: true };
  await vi.advanceTimersByTimeAsync(20_000);
  expect(loop.state()).toMatchObject({ state: 'paper-near-end', drawerOpen: true });
  fake.status = { state: 'paper-end', drawerOpen: false };
  await vi.advanceTimersByTimeAsync(20_000);
  expect(loop.state()).toMatchObject({ state: 'trouble', fault: 'paper-end' });
  fake.status = { state: 'ready', drawerOpen: false };
  queue(point, 'A');
  await vi.advanceTimersByTimeAsync(40_000);
  expect(loop.state()).toMatchObject({ state: 'ready', fault: null, drawerOpen: false });
  expect(states(point)).toEqual(['A printed']);
  expect(changes).toBeLessThan(8);
  await loop.close();
});

test('the drawer is tried on its pin, and the level its switch shows when open is learnt', async () => {
  const point = await testPoint();
  const fake = fakePrinter();
  const loop = loopOn(point, fake.printer);
  fake.levels = ['high', 'low'];
  const tried = loop.testDrawer(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await tried).toEqual({ outcome: 'printed', fault: null, openWhen: 'low' });
  expect([...(fake.sent[0] ?? [])]).toEqual([0x1b, 0x70, 1, 50, 250]);
  fake.levels = ['high', 'high'];
  const again = loop.testDrawer(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await again).toMatchObject({ openWhen: null });
  await loop.close();
});

import { join } from 'node:path';
import { brandAs } from '#domain/ids.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type PrintOutcome, type Printer } from '#drivers/printer/port.ts';
import { wordsTicket } from '#paper/document.ts';
import { printLoop } from '#main/printing/loop.ts';
import { queuePrint } from '#main/printing/queue.ts';
import { demonstrationTill } from '#test/support/application.ts';
import { testPoint } from '#test/support/point.ts';
import { mayMount, smallDisk } from '#test/support/small-disk.ts';

/** Milliseconds between two tries of the queue. */
const retryMs = 5_000;
const ready = { state: 'ready', drawerOpen: null } as const;

/** Prints at once, and does something else first. */
function printerThat(first: () => void): { readonly printer: Printer; readonly sent: () => number } {
  let sent = 0;
  const print = async (): Promise<PrintOutcome> => {
    first();
    sent += 1;
    return { kind: 'printed' };
  };
  const printer: Printer = {
    print,
    status: async () => ready,
    drawerLevel: async () => null,
    close: async () => undefined,
  };
  return { printer, sent: () => sent };
}

test.skipIf(!mayMount)(
  'a disk that fills while a ticket comes out ends nothing and prints nothing twice',
  async () => {
    const disk = smallDisk('4m');
    const point = await testPoint({ folder: join(disk.folder, 'point') });
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { printer, sent } = printerThat(disk.fill);
    const broken: unknown[] = [];
    queuePrint(point.deps, { document: wordsTicket('A', ['x']) });
    const loop = printLoop({
      store: point.store,
      till: point.deps.till,
      now: point.deps.now,
      onChange: () => undefined,
      report: (error) => broken.push(error),
      printerFor: () => printer,
    });
    loop.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(loop.state()).toMatchObject({ state: 'trouble', fault: 'disk-full' });
    await vi.advanceTimersByTimeAsync(3 * retryMs);
    expect([sent(), broken]).toEqual([1, []]);
    disk.free();
    await vi.advanceTimersByTimeAsync(retryMs);
    expect(point.store.printJobs(point.deps.till, ['printed']).map(({ title }) => title)).toEqual(['A']);
    expect(loop.state()).toMatchObject({ state: 'ready', fault: null });
    expect(sent()).toBe(1);
    await loop.close();
  },
);

test.skipIf(!mayMount)('a full disk refuses in words and shows in the bar, until there is room', async () => {
  const disk = smallDisk('4m');
  const { call, done, close } = await demonstrationTill(join(disk.folder, 'point'));
  await done('signIn', { operator: brandAs('E01'), password: 'Bonjour-13' });
  expect((await done('deskState', {})).warnings).toEqual(['key-file']);
  disk.fill();
  const { businessDay } = await done('openingProposal', {});
  const count = { 1000: 5 };
  const refused = await call('openSession', { businessDay, count, dayConfirmed: true });
  expect(refused).toEqual({ ok: false, refusal: { kind: 'disk-full' } });
  expect((await done('deskState', {})).warnings).toEqual(['disk-full', 'key-file']);
  disk.free();
  expect((await call('openSession', { businessDay, count, dayConfirmed: true })).ok).toBe(true);
  expect((await done('deskState', {})).warnings).toEqual(['key-file']);
  await close();
});

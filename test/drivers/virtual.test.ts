import { expect, test } from 'vitest';
import { virtualPrinter } from '#drivers/printer/virtual.ts';

const job = Uint8Array.of(1, 2, 3);

test('keeps the bytes of every job that comes out', async () => {
  const kept: Uint8Array[] = [];
  const printer = virtualPrinter({ keep: (bytes) => kept.push(bytes) });
  expect(await printer.print(job)).toEqual({ kind: 'printed' });
  expect([kept, printer.jobs]).toEqual([[job], [job]]);
});

test.each([
  ['paper-end', false],
  ['cover-open', false],
  ['offline', false],
  ['stalled', true],
] as const)('prints nothing when it is told to be %s', async (state, mayHavePrinted) => {
  const printer = virtualPrinter();
  printer.set(state);
  expect(await printer.print(job)).toEqual({ kind: 'failed', reason: state, mayHavePrinted });
  expect(await printer.status()).toEqual({ state, drawerOpen: false });
  printer.set('ready');
  expect(await printer.print(job)).toEqual({ kind: 'printed' });
  expect(printer.jobs).toEqual([job]);
});

test('one that says nothing leaves the print unconfirmed', async () => {
  const printer = virtualPrinter();
  printer.set('unknown');
  expect(await printer.print(job)).toEqual({ kind: 'unconfirmed' });
});

test('prints nothing once it is closed', async () => {
  const printer = virtualPrinter();
  await printer.close();
  expect(await printer.print(job)).toEqual({ kind: 'failed', reason: 'unreachable', mayHavePrinted: false });
  expect(await printer.status()).toEqual({ state: 'unreachable', drawerOpen: null });
});

import { closeSync, openSync, read, writeSync } from 'node:fs';
import { onTestFinished, expect, test } from 'vitest';
import { type EmulatedPrinter, emulatedPrinter } from '#drivers/printer/emulator.ts';
import { encodeTicket } from '#drivers/printer/encode.ts';
import { deviceLink } from '#drivers/printer/link/device.ts';
import type { OpenLink } from '#drivers/printer/link/port.ts';
import { serialLink } from '#drivers/printer/link/serial.ts';
import { linkedPrinter } from '#drivers/printer/linked.ts';
import type { Printer, PrinterStatus } from '#drivers/printer/port.ts';
import { paper58mm, paper80mm } from '#drivers/printer/profile.ts';
import { hasSocat, pseudoCable } from '#test/support/pseudo-terminal.ts';
import { sampleTicket } from './sample-ticket.ts';

const ticket = encodeTicket(sampleTicket, paper80mm);

/** The printer at the far end of a cable, read with plain calls of the system. */
function printerAt(path: string, reaches: (bytes: Uint8Array) => boolean = () => true): EmulatedPrinter {
  const printer = emulatedPrinter();
  const file = openSync(path, 'r+');
  let open = true;
  onTestFinished(() => {
    open = false;
    closeSync(file);
  });
  printer.attach({
    onEnd: null,
    write: (bytes) => void (bytes.length > 0 && writeSync(file, bytes)),
    onBytes: (listener) => {
      const next = (): void => {
        const buffer = new Uint8Array(65_536);
        read(file, buffer, 0, buffer.length, null, (error, count) => {
          if (error || !open) return;
          if (reaches(buffer.subarray(0, count))) listener(buffer.slice(0, count));
          next();
        });
      };
      next();
    },
  });
  return printer;
}

const links = [
  ['serial port', (path: string) => serialLink({ path, baudRate: 115_200, flowControl: false })],
  ['device file', deviceLink],
] as const;

function plugged(open: OpenLink, onStatus: (status: PrinterStatus) => void = () => undefined): Printer {
  const timeouts = { helloMs: 4_000, retryMs: 1_000, confirmMs: 4_000 };
  const printer = linkedPrinter({ open, profile: paper80mm, timeouts, onStatus });
  onTestFinished(() => printer.close());
  return printer;
}

/** The job without the reports it asks for at its head and the questions at its end. */
const withoutQuestions = (job: Uint8Array | undefined): Buffer => {
  const bytes = Buffer.from(job ?? []);
  return Buffer.concat([
    bytes.subarray(0, 2),
    bytes.subarray(5, bytes.indexOf(Buffer.from([0x1d, 0x28, 0x48]))),
  ]);
};

test.skipIf(!hasSocat).each(links)(
  'tickets arrive byte for byte through a %s, each confirmed, and its status is read',
  async (_, linkTo) => {
    const { near, far } = await pseudoCable();
    const printer = printerAt(far);
    const ours = plugged(linkTo(near));
    for (let count = 0; count < 5; count += 1) expect(await ours.print(ticket)).toEqual({ kind: 'printed' });
    expect(printer.jobs.map((job) => withoutQuestions(job).equals(ticket))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    printer.set('cover-open');
    expect(await ours.status()).toEqual({ state: 'cover-open', drawerOpen: false });
    expect(await ours.print(ticket)).toEqual({ kind: 'failed', reason: 'cover-open', mayHavePrinted: false });
    expect(printer.jobs).toHaveLength(5);
  },
);

test.skipIf(!hasSocat).each(links)(
  'a %s that is pulled out under way may have printed; nothing else hangs',
  async (_, linkTo) => {
    const { near, far, unplug } = await pseudoCable();
    // The cable goes as soon as more than a question has come through: nothing can be confirmed any more.
    printerAt(far, (bytes) => {
      if (bytes.length > 100) unplug();
      return bytes.length <= 100;
    });
    const ours = plugged(linkTo(near));
    expect(await ours.print(ticket)).toMatchObject({ kind: 'failed', mayHavePrinted: true });
    expect(await ours.print(ticket)).toEqual({
      kind: 'failed',
      reason: 'unreachable',
      mayHavePrinted: false,
    });
  },
);

test.skipIf(!hasSocat).each(links)(
  'a %s that is not there is unreachable, and nothing was sent',
  async (_, linkTo) => {
    const ours = plugged(linkTo('/dev/comptoir-no-such-port'));
    expect(await ours.print(ticket)).toEqual({
      kind: 'failed',
      reason: 'unreachable',
      mayHavePrinted: false,
    });
    expect(await ours.status()).toEqual({ state: 'unreachable', drawerOpen: null });
  },
);

test.skipIf(!hasSocat)('a device whose printer takes nothing holds nobody up', async () => {
  const { near } = await pseudoCable();
  const large = new Uint8Array(400_000).fill(0x41);
  const profile = { ...paper58mm, answersStatus: false };
  const ours = linkedPrinter({ open: deviceLink(near), profile, timeouts: { confirmMs: 600 } });
  onTestFinished(() => ours.close());
  expect(await ours.print(large)).toEqual({ kind: 'failed', reason: 'stalled', mayHavePrinted: true });
});

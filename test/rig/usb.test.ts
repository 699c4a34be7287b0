import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeTicket } from '#drivers/printer/encode.ts';
import { paper80mm } from '#drivers/printer/profile.ts';
import { askPaper, askProcessId, reportChanges } from '#drivers/printer/status-bytes.ts';
import { sampleTicket } from '#test/drivers/sample-ticket.ts';
import { inMachine, type Told } from './machine.ts';
import { whyNoUsbRig } from './usb-rig.ts';

const ticket = encodeTicket(sampleTicket, paper80mm);
const base64 = (...parts: readonly Uint8Array[]): string => Buffer.concat(parts).toString('base64');

/** The n-th ticket as it must arrive: reports are asked for at its head, that it was printed at its end. */
const nth = (n: number): string =>
  base64(
    ticket.subarray(0, 2),
    reportChanges,
    ticket.subarray(2),
    askProcessId(String(n).padStart(4, '0')),
    askPaper,
  );

const printed = { kind: 'printed' };
const unconfirmed = { kind: 'unconfirmed' };
const hidDevice = { kind: 'hid', name: 'Test VirtualPOS', state: 'ready' };
const honeywell = { kind: 'hid', name: 'Honeywell', state: 'ready' };
const serialDevice = { kind: 'serial', name: '/dev/ttyACM0', state: 'ready' };
const book = { text: '4006381333931', aim: ']E0' };

const whyNot = whyNoUsbRig();
if (whyNot !== null) console.log(`Not run: the drivers behind a USB bus (${whyNot}).`);

describe.skipIf(whyNot !== null)('behind the USB bus of a real kernel', () => {
  let told: readonly Told[] = [];
  beforeAll(async () => {
    told = await inMachine(join(import.meta.dirname, 'inside.ts'));
  });
  const seen = (check: string): Told | undefined => told.find((one) => one.check === check);
  const was = (check: string, values: object): void =>
    expect(seen(check)).toEqual({ check, ok: true, ...values });

  describe.each(['USB', 'serial'])('a printer on a %s link', (way) => {
    test('gets tickets byte for byte, one right after the other, and confirms each', () => {
      was(`${way}: tickets`, {
        outcomes: [printed, printed, printed, printed, printed],
        jobs: [nth(1), nth(2), nth(3), nth(4), nth(5)],
      });
    });

    test('says how it is', () => {
      const states = ['paper-near-end', 'paper-end', 'cover-open', 'offline', 'ready'];
      was(`${way}: states`, { states: states.map((state) => ({ state, drawerOpen: false })) });
    });

    test('without paper gets four questions and nothing else', () => {
      was(`${way}: out of paper`, {
        outcome: { kind: 'failed', reason: 'paper-end', mayHavePrinted: false },
        sent: 12,
        refilled: printed,
        jobs: 1,
      });
    });

    test('is not believed what it said when nobody listened', () => {
      was(`${way}: old answers`, { status: { state: 'ready', drawerOpen: false }, outcome: printed });
    });

    test('that answers nothing gets whole tickets all the same', () => {
      was(`${way}: unasked`, {
        outcomes: [unconfirmed, unconfirmed, unconfirmed],
        jobs: [base64(ticket), base64(ticket), base64(ticket)],
      });
    });

    test('that is slow gets the last bytes too before its link ends', () => {
      was(`${way}: slow`, { outcome: unconfirmed, length: 290_000, same: true });
    });

    test('that is pulled out under way may have printed, and prints the next one once it is back', () => {
      was(`${way}: pulled out under way`, {
        outcome: { kind: 'failed', reason: 'unreachable', mayHavePrinted: true },
        again: { outcome: printed, jobs: [nth(9)] },
      });
    });
  });

  test('an HID POS scanner is found, and heard when a code takes one report and when it takes two', () => {
    was('HID scanner', {
      devices: [hidDevice],
      codes: [
        { text: '8933101234567890121', aim: ']C0' },
        { text: `CR1.${'A'.repeat(100)}END`, aim: ']Q1' },
      ],
    });
  });

  test.each(['Honeywell', 'Honeywell that knows no request'])(
    'a %s is asked once to send, and each of its codes is heard once',
    (check) => {
      was(check, { requests: [[0xfe, 0x01]], devices: [hidDevice, honeywell], codes: [book] });
    },
  );

  test('a serial scanner is read, also when its settings have just been changed several times', () => {
    was('serial scanner', {
      devices: [serialDevice],
      codes: [{ text: ']C18933101234567890121' }, { text: '4712345679' }, { text: 'PAR-12' }],
    });
  });

  test('a keyboard scanner as fast as the bus gives one scan, and no key of it reaches the page', () => {
    was('keyboard scanner', { keys: 20, reachedPage: 0, readings: [['8933101234567890121']] });
  });

  test('a plug that is pulled out leaves a printer that cannot be reached, and no scanners', () => {
    was('before', { outcome: printed, jobs: [nth(1)] });
    was('unplugged', {
      status: { state: 'unreachable', drawerOpen: null },
      outcome: { kind: 'failed', reason: 'unreachable', mayHavePrinted: false },
      scanners: [{ ...serialDevice, state: 'missing' }],
    });
  });

  test('everything works again once it is plugged in again', () => {
    was('printer again', { outcome: printed, jobs: [nth(2)] });
    was('HID scanner again', { devices: [hidDevice], codes: [book] });
    was('serial scanner again', { devices: [serialDevice], codes: [{ text: '4712345679' }] });
    was('keyboard scanner again', { keys: 14, reachedPage: 0, readings: [['4006381333931']] });
  });

  test('everything works again after a plug that slips for a tenth of a second', () => {
    was('a slip of the plug', {
      outcome: printed,
      jobs: [nth(3)],
      hid: [book],
      serial: [{ text: '4712345679' }],
    });
  });

  test('nothing fails where nobody waits for it, not even a scanner that is closed while it is opened', () => {
    expect(told.filter(({ ok }) => !ok)).toEqual([]);
    was('HID scanner closed while it is opened', {});
    was('end', {});
  });
});

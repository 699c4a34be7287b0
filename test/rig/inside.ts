import {
  closeSync,
  constants,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import type { HIDAsync } from 'node-hid';
import { encodeTicket } from '#drivers/printer/encode.ts';
import { deviceLink } from '#drivers/printer/link/device.ts';
import type { OpenLink } from '#drivers/printer/link/port.ts';
import { serialLink } from '#drivers/printer/link/serial.ts';
import { linkedPrinter } from '#drivers/printer/linked.ts';
import type { Printer } from '#drivers/printer/port.ts';
import { paper80mm } from '#drivers/printer/profile.ts';
import { hidScanners } from '#drivers/scanner/hid.ts';
import type { ScannedCode, ScannerListeners, Scanners } from '#drivers/scanner/port.ts';
import { serialScanner } from '#drivers/scanner/serial.ts';
import { createWedge, type WedgeKey } from '#renderer/scanning/wedge.ts';
import { sampleTicket } from '#test/drivers/sample-ticket.ts';
import {
  type FarCable,
  farPrinter,
  hidScan,
  honeywell,
  keyboardScan,
  pause,
  readOften,
  replug,
  serialCable,
  unplug,
  until,
  usbCable,
} from './far-ends.ts';

// Runs in the virtual machine. It only looks; `usb.test.ts` says what must have been seen.

const say = (seen: object): boolean => process.stdout.write(`T> ${JSON.stringify(seen)}\n`);
const failed = (check: string, error: unknown): boolean =>
  say({ check, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
const longestMs = 40_000;

async function check(name: string, look: () => Promise<object>): Promise<void> {
  const tooLong = Promise.withResolvers<never>();
  const timer = setTimeout(() => tooLong.reject(new Error('took too long')), longestMs);
  try {
    say({ check: name, ok: true, ...(await Promise.race([look(), tooLong.promise])) });
  } catch (error) {
    failed(name, error);
  }
  clearTimeout(timer);
}

const ticket = encodeTicket(sampleTicket, paper80mm);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const far = farPrinter();

/** Until so many bytes have come to the printer, or long enough to know that they never will. */
const arrival = (count: number): Promise<void> =>
  until(() => far.taken() >= count, 'the last bytes').catch(() => undefined);

interface Way {
  readonly way: 'USB' | 'serial';
  readonly path: string;
  readonly open: OpenLink;
  readonly cable: () => Promise<FarCable>;
}

const usb: Way = {
  way: 'USB',
  path: '/dev/usb/lp0',
  open: deviceLink('/dev/usb/lp0'),
  cable: async () => usbCable(),
};

const serialPort: Way = {
  way: 'serial',
  path: '/dev/ttyACM0',
  open: serialLink({ path: '/dev/ttyACM0', baudRate: 115_200, flowControl: false }),
  cable: serialCable,
};

/** One more ticket, from the moment that the printer is there. */
async function printedOn({ path, cable }: Way, printer: Printer): Promise<object> {
  await until(() => existsSync(path) && existsSync('/dev/g_printer0'), 'a printer');
  far.plug(await cable());
  const before = far.jobs.length;
  const outcome = await printer.print(ticket);
  await far.pullOut();
  return { outcome, jobs: far.jobs.slice(before).map(base64) };
}

async function printers(on: Way): Promise<void> {
  const { way, open, cable } = on;
  const printer = linkedPrinter({ open, profile: paper80mm });
  const blind = linkedPrinter({ open, profile: { ...paper80mm, answersStatus: false } });
  far.plug(await cable());
  await check(`${way}: tickets`, async () => {
    const before = far.jobs.length;
    const outcomes = [];
    for (let count = 0; count < 5; count += 1) outcomes.push(await printer.print(ticket));
    return { outcomes, jobs: far.jobs.slice(before).map(base64) };
  });
  await check(`${way}: states`, async () => {
    const states = [];
    for (const state of ['paper-near-end', 'paper-end', 'cover-open', 'offline', 'ready'] as const) {
      far.set(state);
      states.push(await printer.status());
    }
    return { states };
  });
  await check(`${way}: out of paper`, async () => {
    const before = far.jobs.length;
    far.set('paper-end');
    const taken = far.taken();
    const outcome = await printer.print(ticket);
    await pause(300);
    const sent = far.taken() - taken;
    far.set('ready');
    return { outcome, sent, refilled: await printer.print(ticket), jobs: far.jobs.length - before };
  });
  await far.pullOut();
  await check(`${way}: old answers`, async () => {
    // Until the computer has stopped listening.
    await pause(300);
    const old = await cable();
    old.write(Uint8Array.of(0x32, 0x1a, 0x7e));
    await old.close();
    far.plug(await cable());
    const seen = { status: await printer.status(), outcome: await printer.print(ticket) };
    await far.pullOut();
    return seen;
  });
  await check(`${way}: unasked`, async () => {
    const before = far.jobs.length;
    const outcomes = [];
    for (let count = 0; count < 3; count += 1) {
      far.plug(await cable());
      outcomes.push(await blind.print(ticket));
      await arrival(ticket.length);
      await far.pullOut();
    }
    return { outcomes, jobs: far.jobs.slice(before).map(base64) };
  });
  await check(`${way}: slow`, async () => {
    const before = far.jobs.length;
    const long = new Uint8Array(290_000).map((_, index) => index % 251);
    // The cable holds nine blocks of 8 KiB: the last bytes have no room in it while the printer pauses here.
    const most = 26 * 8_192 - 1;
    far.plug(await cable(), { holdAfter: most });
    const printing = blind.print(long);
    await until(() => far.taken() > most, 'most of a ticket');
    await Promise.race([printing, pause(1_000)]);
    await pause(300);
    far.goOn();
    const outcome = await printing;
    await arrival(long.length);
    await far.pullOut();
    const job = far.jobs[before] ?? new Uint8Array();
    return { outcome, length: job.length, same: Buffer.from(job).equals(long) };
  });
  await check(`${way}: pulled out under way`, async () => {
    far.plug(await cable(), { holdAfter: 2_000 });
    const printing = printer.print(new Uint8Array(300_000).fill(0x41));
    await until(() => far.taken() > 2_000, 'the head of a ticket');
    await far.pullOut();
    unplug();
    const outcome = await printing;
    replug();
    return { outcome, again: await printedOn(on, printer) };
  });
  await Promise.all([printer.close(), blind.close()]);
}

function ear(): ScannerListeners & { readonly codes: ScannedCode[] } {
  const codes: ScannedCode[] = [];
  return { codes, onScan: (code) => codes.push(code), onChange: () => undefined };
}
const isReady = (scanners: Scanners): boolean => scanners.devices()[0]?.state === 'ready';

const hid = ear();
const serial = ear();

async function hidChecks(scanners: Scanners): Promise<void> {
  await check('HID scanner closed while it is opened', async () => {
    const { devicesAsync, HIDAsync } = await import('node-hid');
    const closing = Promise.withResolvers<void>();
    const open = (path: string): Promise<HIDAsync> => {
      short.close().then(closing.resolve, closing.reject);
      return HIDAsync.open(path);
    };
    const short = hidScanners(ear(), { load: async () => ({ devicesAsync: () => devicesAsync(), open }) });
    await closing.promise;
    await pause(300);
    return {};
  });
  await check('HID scanner', async () => {
    await until(() => isReady(scanners), 'an HID scanner');
    hidScan(']C0', '8933101234567890121');
    hidScan(']Q1', `CR1.${'A'.repeat(100)}END`);
    await until(() => hid.codes.length === 2, 'two codes');
    return { devices: scanners.devices(), codes: hid.codes.splice(0) };
  });
  for (const knows of [true, false])
    await check(knows ? 'Honeywell' : 'Honeywell that knows no request', async () => {
      const scanner = honeywell(knows);
      await until(() => scanner.requests.length > 0, 'a request');
      // Long enough for scanners to be looked for again.
      await pause(2_500);
      const devices = scanners.devices();
      scanner.scan(']E0', '4006381333931');
      await until(() => hid.codes.length > 0, 'a code');
      await pause(300);
      scanner.unplug();
      await until(() => scanners.devices().length === 1, 'a scanner gone');
      return { requests: scanner.requests, devices, codes: hid.codes.splice(0) };
    });
}

async function serialScan(text: string): Promise<void> {
  const cable = await serialCable();
  cable.write(Buffer.from(text));
  await cable.close();
}

async function serialChecks(scanners: Scanners): Promise<void> {
  await check('serial scanner', async () => {
    await until(() => isReady(scanners), 'a serial scanner');
    await serialScan(']C18933101234567890121\r\n4712345679\rPAR-12');
    await until(() => serial.codes.length === 3, 'three codes');
    return { devices: scanners.devices(), codes: serial.codes.splice(0) };
  });
}

/** Linux keycodes of what a scanner of digits types: 2 to 11 are 1 to 0. */
function keyOf(code: number): { readonly code: string; readonly key: string } {
  if (code === 28) return { code: 'Enter', key: 'Enter' };
  const digit = String((code - 1) % 10);
  return { code: `Digit${digit}`, key: digit };
}

const evKey = 1;
const down = 1;
const inputEventSize = 24;

function keyboardDevice(): string | undefined {
  const inputs = '/sys/class/input';
  return readdirSync(inputs).find(
    (one) =>
      one.startsWith('event') &&
      readFileSync(`${inputs}/${one}/device/name`, 'utf8').startsWith('Test VirtualPOS'),
  );
}

/** The keys that go down while a scanner types `digits`, with the times that the kernel gave them. */
async function keysOf(digits: string): Promise<WedgeKey[]> {
  await until(() => keyboardDevice() !== undefined, 'a keyboard');
  const file = openSync(`/dev/input/${keyboardDevice()}`, constants.O_RDONLY | constants.O_NONBLOCK);
  const keys: WedgeKey[] = [];
  const stop = readOften(file, inputEventSize, (bytes) => {
    const event = Buffer.from(bytes);
    if (event.readUInt16LE(16) !== evKey || event.readInt32LE(20) !== down) return;
    const atMs = Number(event.readBigInt64LE(0)) * 1_000 + Number(event.readBigInt64LE(8)) / 1_000;
    keys.push({ ...keyOf(event.readUInt16LE(18)), atMs });
  });
  await keyboardScan(digits);
  await pause(300);
  stop();
  closeSync(file);
  return keys;
}

/** On a busy machine the scanner itself stammers: then it scans again. */
const stammers = (keys: readonly WedgeKey[]): boolean =>
  keys.some(({ atMs }, index) => atMs - (keys[index - 1]?.atMs ?? atMs) > 50);

/** What the page makes of the keys of a scanner. */
async function typed(digits: string): Promise<object> {
  let keys = await keysOf(digits);
  for (let again = 0; again < 20 && stammers(keys); again += 1) keys = await keysOf(digits);
  const wedge = createWedge();
  const outcomes = keys.map((key) => wedge.key(key));
  return {
    keys: keys.length,
    reachedPage: outcomes.filter(({ release, preventDefault }) => release.length > 0 || !preventDefault)
      .length,
    readings: outcomes.flatMap(({ scan }) => (scan ? [scan.readings] : [])),
  };
}

async function pullingOut(hids: Scanners, serials: Scanners): Promise<void> {
  const ours = linkedPrinter({ open: usb.open, profile: paper80mm });
  await check('before', () => printedOn(usb, ours));
  unplug();
  await check('unplugged', async () => {
    const seen = { status: await ours.status(), outcome: await ours.print(ticket) };
    await until(() => hids.devices().length === 0 && !isReady(serials), 'no scanners');
    return { ...seen, scanners: [...hids.devices(), ...serials.devices()] };
  });
  replug();
  await check('printer again', () => printedOn(usb, ours));
  await check('HID scanner again', async () => {
    await until(() => isReady(hids), 'an HID scanner');
    hidScan(']E0', '4006381333931');
    await until(() => hid.codes.length > 0, 'a code');
    return { devices: hids.devices(), codes: hid.codes.splice(0) };
  });
  await check('serial scanner again', async () => {
    await until(() => isReady(serials), 'a serial scanner');
    await serialScan('4712345679\r');
    await until(() => serial.codes.length > 0, 'a code');
    return { devices: serials.devices(), codes: serial.codes.splice(0) };
  });
  await check('keyboard scanner again', () => typed('4006381333931'));
  await check('a slip of the plug', async () => {
    unplug();
    await pause(100);
    replug();
    await until(() => existsSync('/dev/hidg0') && existsSync('/dev/ttyGS0'), 'a bus');
    const printed = await printedOn(usb, ours);
    await until(() => isReady(hids) && isReady(serials), 'the scanners');
    hidScan(']E0', '4006381333931');
    await serialScan('4712345679\r');
    await until(() => hid.codes.length > 0 && serial.codes.length > 0, 'a code of each');
    return { ...printed, hid: hid.codes.splice(0), serial: serial.codes.splice(0) };
  });
  await ours.close();
}

async function inside(): Promise<void> {
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, (error) => failed('survival', error));
  // A line of the kernel in the middle of one of ours would spoil it.
  writeFileSync('/proc/sys/kernel/printk', '1');
  await printers(usb);
  await printers(serialPort);
  const settings = { path: serialPort.path, baudRate: 9_600 };
  for (const afterMs of [0, 1, 2, 5, 10]) {
    const changed = serialScanner(settings, ear());
    await pause(afterMs);
    await changed.close();
  }
  const serials = serialScanner(settings, serial);
  const hids = hidScanners(hid);
  await hidChecks(hids);
  await serialChecks(serials);
  await check('keyboard scanner', () => typed('8933101234567890121'));
  await pullingOut(hids, serials);
  await Promise.all([hids.close(), serials.close()]);
  await check('end', async () => ({}));
}

void inside()
  .catch((error: unknown) => failed('survival', error))
  .finally(() => process.exit(0));

import { closeSync, constants, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { SerialPort } from 'serialport';
import { emulatedPrinter } from '#drivers/printer/emulator.ts';

// The other end of every cable of the virtual machine, which its kernel lends to programs.
const bus = '/sys/kernel/config/usb_gadget/g1/UDC';
const atOnce = constants.O_RDWR | constants.O_NONBLOCK;

/** Pulls out the one plug that the printer, the scanners and the keyboard share. */
export const unplug = (): void => writeFileSync(bus, '\n');
export const replug = (): void => writeFileSync(bus, 'dummy_udc.0');

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function until(holds: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`in vain: ${what}`);
    await pause(20);
  }
}

/** Nothing when there is nothing to read yet. */
function readNow(file: number, size: number): Uint8Array {
  const buffer = new Uint8Array(size);
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, size, null));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return buffer.subarray(0, 0);
    throw error;
  }
}

export function readOften(file: number, size: number, take: (bytes: Uint8Array) => void): () => void {
  const now = { reading: true };
  const timer = setInterval(() => {
    while (now.reading) {
      const bytes = readNow(file, size);
      if (bytes.length === 0) return;
      take(bytes);
    }
  }, 5);
  return () => {
    now.reading = false;
    clearInterval(timer);
  };
}

export interface FarCable {
  onBytes(listener: (bytes: Uint8Array) => void): void;
  write(bytes: Uint8Array): void;
  /** Takes nothing more for the moment. */
  hold(): void;
  goOn(): void;
  close(): Promise<void>;
}

export function usbCable(): FarCable {
  const file = openSync('/dev/g_printer0', atOnce);
  let take: (bytes: Uint8Array) => void = () => undefined;
  const start = (): (() => void) => readOften(file, 8_192, (bytes) => take(bytes));
  let stop = start();
  return {
    onBytes: (listener) => (take = listener),
    write: (bytes) => void (bytes.length > 0 && writeSync(file, bytes)),
    hold: () => stop(),
    goOn: () => (stop = start()),
    close: async () => {
      stop();
      closeSync(file);
    },
  };
}

export async function serialCable(): Promise<FarCable> {
  const port = new SerialPort({ path: '/dev/ttyGS0', baudRate: 9_600, autoOpen: false });
  await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
  return {
    onBytes: (listener) => void port.on('data', listener),
    write: (bytes) => void port.write(bytes),
    hold: () => void port.pause(),
    goOn: () => void port.resume(),
    close: async () => {
      await new Promise((resolve) => port.drain(resolve));
      // What is on the way to a computer that does not listen is thrown away when this end is closed.
      await pause(300);
      await new Promise((resolve) => port.close(resolve));
    },
  };
}

/** The emulated printer, and all that came to it. What nobody takes from it waits, as in a real one. */
export function farPrinter() {
  const printer = emulatedPrinter();
  let plugged: { readonly cable: FarCable; readonly end: () => void } | null = null;
  let taken = 0;
  return Object.assign(printer, {
    /** How many bytes came since it was plugged in. */
    taken: () => taken,
    plug(cable: FarCable, { holdAfter = Infinity }: { readonly holdAfter?: number } = {}) {
      taken = 0;
      const end = printer.attach({
        onEnd: null,
        write: (bytes) => cable.write(bytes),
        onBytes: (listener) =>
          cable.onBytes((bytes) => {
            if (taken <= holdAfter && taken + bytes.length > holdAfter) cable.hold();
            taken += bytes.length;
            listener(bytes);
          }),
      });
      plugged = { cable, end };
    },
    goOn: () => plugged?.cable.goOn(),
    async pullOut() {
      plugged?.end();
      await plugged?.cable.close();
      plugged = null;
    },
  });
}

/** A scanned data report: 64 bytes, numbered 2. */
function scanReport(aim: string, data: string, more: boolean): Buffer {
  const bytes = Buffer.alloc(64);
  bytes[0] = 2;
  bytes[1] = data.length;
  bytes.write(aim + data, 2, 'latin1');
  bytes[63] = more ? 1 : 0;
  return bytes;
}

function scanReports(aim: string, text: string): Buffer[] {
  const parts = text.match(/.{1,56}/g) ?? [];
  return parts.map((part, index) => scanReport(aim, part, index < parts.length - 1));
}

/** The HID POS scanner reads a code. */
export function hidScan(aim: string, text: string): void {
  const file = openSync('/dev/hidg0', 'r+');
  for (const report of scanReports(aim, text)) writeSync(file, report);
  closeSync(file);
}

/** Usages of HID: the digits begin at 0x1e. */
const digitKeys = '1234567890';
const enterKey = 0x28;

/** The keyboard scanner reads digits: each key goes down and up, as fast as the bus carries it. */
export async function keyboardScan(digits: string): Promise<void> {
  const file = await open('/dev/hidg1', 'r+');
  const keys = [...digits].map((digit) => 0x1e + digitKeys.indexOf(digit));
  for (const down of [...keys, enterKey])
    for (const key of [down, 0]) await file.write(Uint8Array.of(0, 0, key, 0, 0, 0, 0, 0));
  await file.close();
}

const uhid = { create: 11, input: 12, setReport: 13, setReportReply: 14 };
const uhidEventSize = 4_376;
const ioError = 5;

/**
 * A Honeywell scanner, which sends nothing before it is asked to; made by the kernel's own HID device of programs.
 * One that does not `know` it refuses the request.
 */
export function honeywell(knows: boolean) {
  const file = openSync('/dev/uhid', atOnce);
  const requests: number[][] = [];
  const tell = (type: number, fill: (event: Buffer) => void): void => {
    const event = Buffer.alloc(uhidEventSize);
    event.writeUInt32LE(type, 0);
    fill(event);
    writeSync(file, event);
  };
  tell(uhid.create, (event) => {
    const description = readFileSync('/app/hidpos.desc');
    event.write('Honeywell', 4);
    event.writeUInt16LE(description.length, 260);
    event.writeUInt16LE(3, 262);
    event.writeUInt32LE(0x0c2e, 264);
    event.writeUInt32LE(1, 268);
    description.copy(event, 280);
  });
  const stop = readOften(file, uhidEventSize, (bytes) => {
    const event = Buffer.from(bytes);
    if (event.readUInt32LE(0) !== uhid.setReport) return;
    const size = event.readUInt16LE(10);
    requests.push([...event.subarray(12, 12 + size)]);
    tell(uhid.setReportReply, (reply) => {
      reply.writeUInt32LE(event.readUInt32LE(4), 4);
      reply.writeUInt16LE(knows ? 0 : ioError, 8);
    });
  });
  return {
    /** The feature reports it got. */
    requests,
    scan(aim: string, text: string) {
      for (const report of scanReports(aim, text))
        tell(uhid.input, (event) => {
          event.writeUInt16LE(report.length, 4);
          report.copy(event, 6);
        });
    },
    unplug() {
      stop();
      closeSync(file);
    },
  };
}

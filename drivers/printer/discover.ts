import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { cupsQueues } from './spool/cups.ts';
import { windowsQueues } from './spool/winspool.ts';

/** A printer, or a cable that may lead to one, as the settings page shows it. */
export type FoundPrinter =
  | { readonly kind: 'windows' | 'cups'; readonly queue: string }
  | { readonly kind: 'device'; readonly path: string }
  | { readonly kind: 'serial'; readonly path: string; readonly maker: string | null }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number };

/** What the machine knows of by itself: queues, USB device files, serial ports. Nothing is sent to anything. */
export async function findPrinters(): Promise<FoundPrinter[]> {
  // One way of looking that fails hides nothing of the others.
  const windowsOrNone = windowsQueues().catch(() => []);
  const [windows, cups, serial] = await Promise.all([windowsOrNone, cupsQueues(), serialPorts()]);
  return [
    ...windows.map((queue) => ({ kind: 'windows', queue }) as const),
    ...cups.map((queue) => ({ kind: 'cups', queue }) as const),
    ...deviceFiles().map((path) => ({ kind: 'device', path }) as const),
    ...serial.map((port) => ({ kind: 'serial', ...port }) as const),
  ];
}

/** Device files of USB printers under Linux. */
export function deviceFiles(folder = '/dev/usb'): string[] {
  return entries(folder)
    .filter((name) => /^lp\d{1,2}$/.test(name))
    .toSorted()
    .map((name) => `${folder}/${name}`);
}

/** Serial ports with something behind them: those of the main board that nothing names are left out. */
export async function serialPorts(): Promise<{ readonly path: string; readonly maker: string | null }[]> {
  try {
    const { SerialPort } = await import('serialport');
    const ports = await SerialPort.list();
    return ports
      .filter(({ path, vendorId, pnpId }) => vendorId || pnpId || !/^\/dev\/ttyS\d+$/.test(path))
      .map(({ path, manufacturer }) => ({ path, maker: manufacturer ?? null }));
  } catch {
    // Without udev's own program there is no list, but USB and Bluetooth ports still have their names.
    return entries('/dev')
      .filter((name) => /^(?:ttyUSB|ttyACM|rfcomm)\d+$/.test(name))
      .map((name) => ({ path: `/dev/${name}`, maker: null }));
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** At most so many addresses are asked, so many at a time, each so long: about five seconds in all. */
const mostAddresses = 1_016;
const atOnce = 64;
const addressMs = 300;
export const printerPort = 9100;

/**
 * Looks for printers on the networks this machine is on: its own /24 of each private address, port 9100. A printer
 * that is asked prints nothing: the connection is closed unused. Only for when a person asked for it.
 */
export async function scanNetwork(hosts = neighbours(), port = printerPort): Promise<FoundPrinter[]> {
  const waiting = hosts.slice(0, mostAddresses);
  const found: FoundPrinter[] = [];
  const worker = async (): Promise<void> => {
    for (let host = waiting.shift(); host !== undefined; host = waiting.shift())
      if (await answers(host, port)) found.push({ kind: 'tcp', host, port });
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return found;
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: addressMs });
    const settle = (there: boolean) => (): void => {
      socket.destroy();
      resolve(there);
    };
    socket.once('connect', settle(true));
    socket.once('timeout', settle(false));
    socket.once('error', settle(false));
  });
}

/** Private networks only (RFC 1918): nobody else's machine is ever asked. */
function neighbours(): string[] {
  const own = Object.values(networkInterfaces())
    .flatMap((one) => one ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  const networks = new Set(
    own
      .filter((address) => /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address))
      .map((address) => address.slice(0, address.lastIndexOf('.'))),
  );
  return [...networks].flatMap((network) =>
    Array.from({ length: 254 }, (_, index) => `${network}.${index + 1}`).filter(
      (address) => !own.includes(address),
    ),
  );
}

import type { SerialPort } from 'serialport';
import type { ScannedCode, ScannerDevice, ScannerListeners, Scanners } from './port.ts';

/** A port that is not there is tried again: the scanner may be plugged in later. */
const retryMs = 2_000;
/** A scanner that ends its codes with nothing ends them with silence. */
const silenceMs = 100;
/** Longer than any code: a port on which something else talks fills no memory. */
const longestCode = 4_000;

/** A scanner on a serial port, real or made by USB. */
export function serialScanner(
  settings: { readonly path: string; readonly baudRate: number },
  listeners: ScannerListeners,
): Scanners {
  const { path } = settings;
  let state: ScannerDevice['state'] = 'missing';
  let closed = false;
  let port: SerialPort | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const turn = (to: ScannerDevice['state']): void => {
    if (state === to) return;
    state = to;
    listeners.onChange();
  };
  const again = (to: ScannerDevice['state']): void => {
    turn(to);
    if (closed) return;
    retry = setTimeout(() => void open(), retryMs);
    retry.unref();
  };
  // A machine without the addon, or with settings that no port takes: as a port that is not there.
  const open = (): Promise<void> => attempt().catch(() => again('missing'));
  const attempt = async (): Promise<void> => {
    const { SerialPort } = await import('serialport');
    if (closed) return;
    const opened = new SerialPort({ ...settings, autoOpen: false });
    port = opened;
    opened.on('error', () => undefined);
    const read = codeReader(listeners.onScan);
    opened.on('data', read);
    opened.open((error) => {
      if (error) return again(/denied|EACCES/i.test(error.message) ? 'no-access' : 'missing');
      // Closed while it was opening: a port that is left open is kept from whoever comes next.
      if (closed) return opened.close();
      turn('ready');
      opened.once('close', () => again('missing'));
      return undefined;
    });
  };
  const opening = open();
  return {
    devices: () => [{ kind: 'serial', name: path, state }],
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await opening;
      const open = port;
      if (open?.isOpen) await new Promise((resolve) => open.close(resolve));
    },
  };
}

/** Cuts what comes into codes: at ends of line, or after a silence. An AIM identifier in front stays in the text. */
export function codeReader(onScan: (code: ScannedCode) => void): (chunk: Uint8Array) => void {
  let begun = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    const text = begun.replace(/\0/g, '').trim();
    begun = '';
    if (text !== '') onScan({ text });
  };
  return (chunk) => {
    clearTimeout(timer);
    for (const character of Buffer.from(chunk).toString('latin1')) {
      if (character === '\r' || character === '\n') end();
      else if (begun.length < longestCode) begun += character;
    }
    if (begun !== '') timer = setTimeout(end, silenceMs);
  };
}

import type { SerialPort } from 'serialport';
import type { ByteLink, OpenLink } from './port.ts';

export interface SerialSettings {
  /** `COM3`, `/dev/ttyUSB0`; Bluetooth printers have one too. */
  readonly path: string;
  readonly baudRate: number;
  /** RTS/CTS: a slow printer stops the flow instead of losing bytes. USB and Bluetooth ports need none. */
  readonly flowControl: boolean;
}

/** A printer on a serial port, real or made by USB or Bluetooth. */
export const serialLink =
  (settings: SerialSettings): OpenLink =>
  async ({ timeoutMs, onAttempt }) => {
    const { SerialPort } = await import('serialport');
    const { path, baudRate, flowControl } = settings;
    const port = new SerialPort({ path, baudRate, rtscts: flowControl, autoOpen: false });
    port.on('error', () => undefined);
    onAttempt({ destroy: () => shut(port) });
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        // It may still open one day: then it is shut at once.
        port.once('open', () => shut(port));
        resolve(null);
      }, timeoutMs);
      port.open((error) => {
        clearTimeout(timer);
        resolve(error ? null : linkOn(port));
      });
    });
  };

function linkOn(port: SerialPort): ByteLink {
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        port.write(bytes);
        port.drain((error) => (error ? reject(error) : resolve()));
      }),
    onBytes: (listener) => void port.on('data', (chunk: Buffer) => listener(chunk)),
    onEnd: (listener) => {
      if (port.isOpen) port.once('close', listener);
      else listener();
    },
    isOpen: () => port.isOpen,
    end: () => port.drain(() => shut(port)),
    destroy: () => shut(port),
  };
}

function shut(port: SerialPort): void {
  if (port.isOpen && !port.closing) port.close(() => undefined);
}

import { type ScannerChoice, type ScannerDevice, scannerChoice } from '#contract/scanning.ts';
import type { Store } from '#db/store.ts';
import type { TillId } from '#domain/ids.ts';
import { hidScanners } from '#drivers/scanner/hid.ts';
import type { ScannedCode, Scanners } from '#drivers/scanner/port.ts';
import { serialScanner } from '#drivers/scanner/serial.ts';
import { unwatched } from '../unwatched.ts';

/** Scanners that are no keyboards: their codes wait here until the page in front takes them. */
export interface Scanning {
  readonly devices: () => readonly ScannerDevice[];
  /** The oldest code that nobody took yet; a code that waited too long is forgotten, not sold later. */
  readonly take: () => ScannedCode | null;
  /** Listens to every HID scanner of this machine too, soon: they are the machine's, and chosen nowhere. */
  readonly hearMachine: () => void;
  /** Settings changed: listen to what is chosen now. */
  readonly reload: () => void;
  readonly close: () => Promise<void>;
}

const usual: ScannerChoice = { wedge: { kind: 'usual' }, serial: null };
const waitMs = 3_000;
const mostWaiting = 20;
/** The window is shown first. */
const startMs = 500;

export function scanning(options: {
  readonly store: Store;
  readonly till: TillId;
  readonly onScan: () => void;
  readonly onChange: () => void;
  readonly report: (error: unknown) => void;
}): Scanning {
  const waiting: { readonly code: ScannedCode; readonly atMs: number }[] = [];
  const listeners = {
    onScan: (code: ScannedCode): void => {
      waiting.push({ code, atMs: performance.now() });
      if (waiting.length > mostWaiting) waiting.shift();
      options.onScan();
    },
    onChange: options.onChange,
  };
  let hid: Scanners | null = null;
  let serial: Scanners | null = null;
  const listen = (): void => {
    const chosen = chosenScanner(options.store, options.till).serial;
    serial = chosen && serialScanner(chosen, listeners);
  };
  const alone = unwatched(options.report);
  const starts: ReturnType<typeof setTimeout>[] = [];
  const soon = (begin: () => void): void => {
    const start = setTimeout(() => alone(begin), startMs);
    start.unref();
    starts.push(start);
  };
  let hearing = false;
  soon(listen);
  return {
    devices: () => [...(hid?.devices() ?? []), ...(serial?.devices() ?? [])],
    take: () => {
      for (let one = waiting.shift(); one; one = waiting.shift())
        if (performance.now() - one.atMs < waitMs) return one.code;
      return null;
    },
    hearMachine: () => {
      if (hearing) return;
      hearing = true;
      soon(() => (hid = hidScanners(listeners)));
    },
    reload: () => {
      const before = serial;
      alone(() => before?.close());
      listen();
      options.onChange();
    },
    close: async () => {
      for (const start of starts) clearTimeout(start);
      await Promise.all([hid?.close(), serial?.close()]);
    },
  };
}

/** How the scanner of a till is set; the usual way where nothing was chosen, or it can no longer be read. */
export function chosenScanner(store: Store, till: TillId): ScannerChoice {
  const read = scannerChoice.safeParse(store.setting(till, 'scanner'));
  return read.success ? read.data : usual;
}

import { scanReader } from './hid-report.ts';
import type { ScannerDevice, ScannerListeners, Scanners } from './port.ts';

interface FoundDevice {
  readonly vendorId: number;
  readonly path?: string | undefined;
  readonly product?: string | undefined;
  readonly manufacturer?: string | undefined;
  readonly usagePage?: number | undefined;
  readonly usage?: number | undefined;
}

interface OpenDevice {
  on(event: 'data', listener: (report: Buffer) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  sendFeatureReport(report: number[]): Promise<unknown>;
  close(): Promise<void>;
}

/** What this driver uses of `node-hid`. */
export interface Hid {
  devicesAsync(): Promise<readonly FoundDevice[]>;
  open(path: string): Promise<OpenDevice>;
}

const posUsagePage = 0x8c;
const barcodeScanner = 2;
/** Honeywell (and Youjie of the same house) send nothing until they are told to (feature report 0xFE). */
const honeywell = 0x0c2e;
const startSending = [0xfe, 0x01];
/** The system tells of no device that comes: it is asked. */
const lookMs = 2_000;

interface Held {
  readonly name: string;
  readonly state: ScannerDevice['state'];
  readonly device: OpenDevice | null;
}

/** Every HID POS scanner that is plugged in, now or later. They type nothing: their codes reach the till alone. */
export function hidScanners(
  listeners: ScannerListeners,
  options: { readonly load?: () => Promise<Hid>; readonly lookMs?: number } = {},
): Scanners {
  const { load = nodeHid } = options;
  const held = new Map<string, Held>();
  let closed = false;
  let hid: Hid | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const lose = (path: string): void => {
    const lost = held.get(path);
    held.delete(path);
    void lost?.device?.close().catch(() => undefined);
    listeners.onChange();
  };
  const take = async (use: Hid, path: string, found: FoundDevice): Promise<void> => {
    const name = [found.manufacturer, found.product].filter(Boolean).join(' ') || 'HID POS';
    const device = await use.open(path).catch(() => null);
    const before = held.get(path)?.state;
    const state = device ? 'ready' : 'no-access';
    held.set(path, { name, state, device });
    if (device) await listen(device, path, found);
    if (state !== before) listeners.onChange();
  };
  const listen = async (device: OpenDevice, path: string, { vendorId }: FoundDevice): Promise<void> => {
    const read = scanReader();
    // Before anything is asked of it: an error that nobody listens to ends the till.
    device.on('error', () => lose(path));
    device.on('data', (report) => {
      const code = read(report);
      if (code) listeners.onScan(code);
    });
    // It is read from the next tick on; closed before that, it throws where nobody can catch it.
    await new Promise<void>((resolve) => process.nextTick(resolve));
    // One that does not know the request sends without it.
    if (vendorId === honeywell) await device.sendFeatureReport(startSending).catch(() => undefined);
  };
  const look = async (): Promise<void> => {
    try {
      hid ??= await load();
      const found = (await hid.devicesAsync()).filter(
        ({ usagePage, usage, path }) => usagePage === posUsagePage && usage === barcodeScanner && path,
      );
      if (closed) return;
      const paths = new Set(found.map(({ path }) => path));
      for (const path of held.keys()) if (!paths.has(path)) lose(path);
      for (const one of found)
        if (one.path && held.get(one.path)?.state !== 'ready') await take(hid, one.path, one);
    } catch {
      // No HID on this machine: keyboard scanners still work.
    }
    if (closed) return;
    timer = setTimeout(() => (looking = look()), options.lookMs ?? lookMs);
    timer.unref();
  };
  let looking = look();

  return {
    devices: () => [...held.values()].map(({ name, state }) => ({ kind: 'hid', name, state })),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await looking;
      for (const { device } of held.values()) await device?.close().catch(() => undefined);
    },
  };
}

async function nodeHid(): Promise<Hid> {
  const { devicesAsync, HIDAsync } = await import('node-hid');
  return { devicesAsync: () => devicesAsync(), open: (path) => HIDAsync.open(path) };
}

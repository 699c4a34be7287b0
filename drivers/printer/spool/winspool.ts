import type { PrinterHandle, Winspool } from './winspool-port.ts';
import type { PrinterStatus } from '../port.ts';
import type { Spooler } from './port.ts';

/** A queue of Windows, whatever its driver: the bytes go through as they are. */
export function windowsSpooler(queue: string, load: () => Promise<Winspool | null> = loadWinspool): Spooler {
  const opened = async <T>(
    otherwise: T,
    use: (winspool: Winspool, handle: PrinterHandle) => Promise<T>,
  ): Promise<T> => {
    const winspool = await load();
    const handle = winspool && (await winspool.openPrinter(queue));
    if (!winspool || handle === null) return otherwise;
    try {
      return await use(winspool, handle);
    } finally {
      await winspool.closePrinter(handle);
    }
  };
  return {
    submit: (bytes) => opened(false, (winspool, handle) => submit(winspool, handle, bytes)),
    state: () =>
      opened<PrinterStatus['state']>('unreachable', async (winspool, handle) => {
        const bits = await winspool.status(handle);
        return bits === null ? 'unknown' : windowsState(bits);
      }),
  };
}

async function submit(winspool: Winspool, handle: PrinterHandle, bytes: Uint8Array): Promise<boolean> {
  const version = await winspool.driverVersion(handle);
  // A driver of version 4 makes XPS of whatever is not marked to go past it.
  const dataType = version !== null && version >= 4 ? 'XPS_PASS' : 'RAW';
  if (!(await winspool.startDocument(handle, { name: 'Comptoir', dataType }))) return false;
  const taken = (await winspool.startPage(handle)) ? await write(winspool, handle, bytes) : 0;
  if (taken < bytes.length) {
    await winspool.abort(handle);
    // A queue that prints while it is still being filled may have brought out the beginning.
    if (taken > 0) throw new Error('only a part of the document was taken');
    return false;
  }
  await winspool.endPage(handle);
  if (!(await winspool.endDocument(handle))) throw new Error('the document was taken, but not ended');
  return true;
}

/** How many of the bytes were taken; fewer than all when the queue stops taking any. */
async function write(winspool: Winspool, handle: PrinterHandle, bytes: Uint8Array): Promise<number> {
  let sent = 0;
  while (sent < bytes.length) {
    const taken = await winspool.write(handle, bytes.subarray(sent));
    if (taken <= 0) break;
    sent += taken;
  }
  return sent;
}

/** `PRINTER_STATUS_*` of winspool.h, the worst first. */
const states: readonly (readonly [bits: number, state: PrinterStatus['state']])[] = [
  [0x0000_0010 | 0x0000_0040, 'paper-end'],
  [0x0040_0000, 'cover-open'],
  [0x0000_0080 | 0x0000_0001 | 0x0000_1000, 'offline'],
  [0x0000_0002 | 0x0000_0008 | 0x0010_0000, 'error'],
];

/** What the bits say; a printer of which they say nothing is not known to be ready: most drivers never set any. */
export const windowsState = (bits: number): PrinterStatus['state'] =>
  states.find(([mask]) => (bits & mask) !== 0)?.[1] ?? 'unknown';

/** Queues of this computer; none elsewhere than under Windows. */
export async function windowsQueues(): Promise<string[]> {
  const winspool = await loadWinspool();
  return winspool ? winspool.queues() : [];
}

/** The real `winspool.drv`; null where there is none. */
async function loadWinspool(): Promise<Winspool | null> {
  if (process.platform !== 'win32') return null;
  const { winspoolOf } = await import('./winspool-native.ts');
  return winspoolOf();
}

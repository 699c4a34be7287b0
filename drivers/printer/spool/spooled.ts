import type { PrintOutcome, Printer, PrinterStatus } from '../port.ts';
import { faultOf } from '../status-bytes.ts';
import type { Spooler } from './port.ts';

export interface SpoolTimeouts {
  /** For the queue to take a job. */
  readonly submitMs: number;
  readonly stateMs: number;
}

export const spoolTimeouts: SpoolTimeouts = { submitMs: 20_000, stateMs: 5_000 };

/**
 * A printer behind a queue of the operating system. Whatever the queue took may come out, now or later: a print is
 * `unconfirmed` at best, and after a timeout nobody knows.
 */
export function spooledPrinter(spooler: Spooler, timeouts: SpoolTimeouts = spoolTimeouts): Printer {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const unreachable: PrintOutcome = { kind: 'failed', reason: 'unreachable', mayHavePrinted: false };
  const status = async (): Promise<PrinterStatus> => {
    const state = await within(timeouts.stateMs, spooler.state());
    return { state: state ?? 'unknown', drawerOpen: null };
  };
  return {
    print: (bytes) =>
      inTurn(async (): Promise<PrintOutcome> => {
        if (closed) return unreachable;
        // A queue that says its printer cannot print would keep the job, and bring it out at a moment of its own.
        const fault = faultOf(await status());
        if (fault !== null) return { kind: 'failed', reason: fault, mayHavePrinted: false };
        const taken = await within(timeouts.submitMs, spooler.submit(bytes));
        if (taken === null) return { kind: 'failed', reason: 'stalled', mayHavePrinted: true };
        return taken ? { kind: 'unconfirmed' } : unreachable;
      }),
    status: () => inTurn(status),
    drawerLevel: () => Promise.resolve(null),
    close: async () => {
      closed = true;
      await last;
    },
  };
}

/** Null when it takes longer, or throws: a native call cannot be stopped, only no longer waited for. */
function within<T>(timeoutMs: number, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), timeoutMs);
    void work
      .catch(() => null)
      .then(resolve)
      .finally(() => clearTimeout(timer));
  });
}

import type { Printer, PrinterStatus, PrintOutcome } from './port.ts';
import { faultOf } from './status-bytes.ts';

export interface VirtualPrinter extends Printer {
  /** Every job that came out, oldest first. */
  readonly jobs: readonly Uint8Array[];
  /** From now on the printer is in `state`; a job sent while it cannot print is refused whole. */
  set(state: PrinterStatus['state']): void;
}

/** A printer in memory for demonstrations, training and tests: `keep` gets the bytes of each job that comes out. */
export function virtualPrinter(
  options: { readonly keep?: (bytes: Uint8Array) => void } = {},
): VirtualPrinter {
  const jobs: Uint8Array[] = [];
  let status: PrinterStatus = { state: 'ready', drawerOpen: false };
  let closed = false;

  function take(bytes: Uint8Array): PrintOutcome {
    const fault = closed ? 'unreachable' : faultOf(status);
    // A stalled printer has swallowed the bytes: nobody knows what it will do with them.
    if (fault !== null) return { kind: 'failed', reason: fault, mayHavePrinted: fault === 'stalled' };
    const job = bytes.slice();
    jobs.push(job);
    options.keep?.(job);
    return status.state === 'unknown' ? { kind: 'unconfirmed' } : { kind: 'printed' };
  }

  return {
    jobs,
    set(state) {
      status = { state, drawerOpen: state === 'unknown' || state === 'unreachable' ? null : false };
    },
    print: (bytes) => Promise.resolve(take(bytes)),
    drawerLevel: () => Promise.resolve(null),
    status: () => Promise.resolve(closed ? { state: 'unreachable', drawerOpen: null } : status),
    close() {
      closed = true;
      return Promise.resolve();
    },
  };
}

import { createServer, type AddressInfo, type Socket } from 'node:net';
import { jobReader, type JobReader } from './emulator-job.ts';

export type EmulatorState =
  | 'ready'
  | 'paper-near-end'
  | 'paper-end'
  | 'cover-open'
  | 'offline'
  | 'cutter'
  | 'error'
  | 'stalled';

export interface PrinterEmulator {
  readonly port: number;
  /**
   * What came out on paper, oldest first: all bytes of one connection but the real-time questions, exactly as
   * received. What comes while the printer cannot print waits inside and comes out when it is ready again.
   */
  readonly jobs: readonly Uint8Array[];
  onJob: ((job: Uint8Array) => void) | null;
  set(state: EmulatorState): void;
  /** Opened by a pulse; shut by hand. */
  drawerOpen(): boolean;
  setDrawer(open: boolean): void;
  close(): Promise<void>;
}

/** Answers to DLE EOT 1 to 4 and the automatic status, by state, while the drawer is shut. */
const answers: Readonly<
  Record<EmulatorState, { readonly realTime: readonly number[]; readonly automatic: readonly number[] }>
> = {
  ready: { realTime: [0x12, 0x12, 0x12, 0x12], automatic: [0x10, 0, 0, 0] },
  'paper-near-end': { realTime: [0x12, 0x12, 0x12, 0x1e], automatic: [0x10, 0, 0x03, 0] },
  'paper-end': { realTime: [0x1a, 0x32, 0x12, 0x7e], automatic: [0x18, 0, 0x0f, 0] },
  'cover-open': { realTime: [0x1a, 0x16, 0x12, 0x12], automatic: [0x38, 0, 0, 0] },
  cutter: { realTime: [0x1a, 0x52, 0x1a, 0x12], automatic: [0x18, 0x08, 0, 0] },
  error: { realTime: [0x1a, 0x52, 0x32, 0x12], automatic: [0x18, 0x20, 0, 0] },
  offline: { realTime: [0x1a, 0x12, 0x12, 0x12], automatic: [0x18, 0, 0, 0] },
  stalled: { realTime: [], automatic: [] },
};

const drawerBit = 0x04;

const prints = (state: EmulatorState): boolean => state === 'ready' || state === 'paper-near-end';

/** What a cable carries, seen from the printer. */
export interface PrinterWire {
  onBytes(listener: (bytes: Uint8Array) => void): void;
  write(bytes: Uint8Array): void;
  /** Called when a job is over; null for a cable without connections, where a job ends with its last question. */
  readonly onEnd: ((listener: () => void) => void) | null;
}

export interface EmulatedPrinter extends Omit<PrinterEmulator, 'port' | 'close'> {
  /** Plugs a cable in; gives what pulls it out. */
  attach(wire: PrinterWire): () => void;
}

/**
 * An ESC/POS printer for tests and demonstrations, on whatever cable. It answers DLE EOT at once, `GS r`, `GS ( H`
 * and `GS a` in their turn, and nothing while it is stalled.
 */
export function emulatedPrinter(drawerOpenWhen: 'high' | 'low' = 'high'): EmulatedPrinter {
  let state: EmulatorState = 'ready';
  let drawerOpen = false;
  const jobs: Uint8Array[] = [];
  const visits = new Set<Visit>();

  function finish(visit: Visit): void {
    const job = visit.reader.bytes();
    visit.reader = jobReader();
    // Nothing but NUL is an attempt to wake the printer up.
    if (!job.some((byte) => byte !== 0)) return;
    jobs.push(job);
    printer.onJob?.(job);
  }

  /** The drawer's switch in the bytes that carry it: the first of either kind. */
  const withDrawer = (bytes: readonly number[]): number[] => {
    const bit = drawerOpen === (drawerOpenWhen === 'high') ? drawerBit : 0;
    return bytes.map((byte, index) => (index === 0 ? (byte & ~drawerBit) | bit : byte));
  };
  const automatic = (): Uint8Array => Uint8Array.from(withDrawer(answers[state].automatic));
  const report = (): void => {
    for (const visit of visits) if (visit.reports) visit.wire.write(automatic());
  };

  /** Whether the question that ends our jobs was among those answered. */
  function answerInTurn(visit: Visit): boolean {
    let last = false;
    for (const request of visit.reader.requests()) {
      if (request.kind === 'process') visit.wire.write(Uint8Array.from([0x37, 0x22, ...request.id, 0]));
      else if (request.kind === 'paper') {
        visit.wire.write(Uint8Array.of(state === 'paper-near-end' ? 0x03 : 0));
        last = true;
      } else if (request.kind === 'pulse') printer.setDrawer(true);
      else {
        visit.reports = request.on;
        if (request.on) visit.wire.write(automatic());
      }
    }
    return last;
  }

  function workThrough(): void {
    for (const visit of visits) {
      if (!prints(state)) return;
      const asked = answerInTurn(visit);
      if (visit.ended) visits.delete(visit);
      if (visit.ended || (visit.wire.onEnd === null && asked)) finish(visit);
    }
  }

  const printer: EmulatedPrinter = {
    jobs,
    onJob: null,
    set(next) {
      state = next;
      report();
      workThrough();
    },
    drawerOpen: () => drawerOpen,
    setDrawer(open) {
      if (drawerOpen === open) return;
      drawerOpen = open;
      report();
    },
    attach(wire) {
      const visit: Visit = { wire, reader: jobReader(), reports: false, ended: false };
      visits.add(visit);
      const end = (): void => {
        if (visit.ended) return;
        visit.ended = true;
        workThrough();
      };
      wire.onBytes((bytes) => {
        for (const question of visit.reader.push(bytes)) {
          const answer = answers[state].realTime.slice(question - 1, question);
          if (answer.length > 0) wire.write(Uint8Array.from(question === 1 ? withDrawer(answer) : answer));
        }
        workThrough();
      });
      wire.onEnd?.(end);
      return end;
    },
  };
  return printer;
}

/**
 * The emulated printer on TCP.
 * @param options `port` 0 takes a free one.
 */
export async function startPrinterEmulator(options: {
  readonly port: number;
  readonly host: '127.0.0.1';
  /** Level of the drawer's switch when it is open: each drawer has its own. */
  readonly drawerOpenWhen?: 'high' | 'low';
}): Promise<PrinterEmulator> {
  const printer = emulatedPrinter(options.drawerOpenWhen);
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    printer.attach({
      onBytes: (listener) =>
        void socket.on('data', (chunk) =>
          listener(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : new Uint8Array(chunk)),
        ),
      write: (bytes) => {
        if (socket.writable) socket.write(bytes);
      },
      onEnd: (listener) => {
        socket.on('close', listener);
        socket.on('end', () => {
          listener();
          socket.end();
        });
      },
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return Object.assign(printer, {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

interface Visit {
  readonly wire: PrinterWire;
  reader: JobReader;
  reports: boolean;
  ended: boolean;
}

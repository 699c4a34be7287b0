import { createServer, type AddressInfo, type Socket } from 'node:net';
import { jobReader, type JobReader } from './emulator-job.ts';

export type EmulatorState = 'ready' | 'paper-near-end' | 'paper-end' | 'cover-open' | 'offline' | 'stalled';

export interface PrinterEmulator {
  readonly port: number;
  /**
   * What came out on paper, oldest first: all bytes of one connection but the real-time questions, exactly as
   * received. What comes while the printer cannot print waits inside and comes out when it is ready again.
   */
  readonly jobs: readonly Uint8Array[];
  onJob: ((job: Uint8Array) => void) | null;
  set(state: EmulatorState): void;
  close(): Promise<void>;
}

/** Answers to DLE EOT 1 to 4 and the automatic status, by state. The drawer is always shut. */
const answers: Readonly<
  Record<EmulatorState, { readonly realTime: readonly number[]; readonly automatic: readonly number[] }>
> = {
  ready: { realTime: [0x12, 0x12, 0x12, 0x12], automatic: [0x10, 0, 0, 0] },
  'paper-near-end': { realTime: [0x12, 0x12, 0x12, 0x1e], automatic: [0x10, 0, 0x03, 0] },
  'paper-end': { realTime: [0x1a, 0x32, 0x12, 0x7e], automatic: [0x18, 0, 0x0f, 0] },
  'cover-open': { realTime: [0x1a, 0x16, 0x12, 0x12], automatic: [0x38, 0, 0, 0] },
  offline: { realTime: [0x1a, 0x12, 0x12, 0x12], automatic: [0x18, 0, 0, 0] },
  stalled: { realTime: [], automatic: [] },
};

const prints = (state: EmulatorState): boolean => state === 'ready' || state === 'paper-near-end';

/**
 * An ESC/POS printer on TCP for tests and demonstrations. It answers DLE EOT at once, `GS r`, `GS ( H` and `GS a`
 * in their turn, and nothing while it is stalled.
 * @param options `port` 0 takes a free one.
 */
export async function startPrinterEmulator(options: {
  readonly port: number;
  readonly host: '127.0.0.1';
}): Promise<PrinterEmulator> {
  let state: EmulatorState = 'ready';
  const jobs: Uint8Array[] = [];
  const visits = new Set<Visit>();

  function workThrough(): void {
    for (const visit of visits) {
      if (!prints(state)) return;
      answerInTurn(visit, state);
      if (!visit.ended) continue;
      visits.delete(visit);
      const job = visit.reader.bytes();
      // Nothing but NUL is an attempt to wake the printer up.
      if (!job.some((byte) => byte !== 0)) continue;
      jobs.push(job);
      emulator.onJob?.(job);
    }
  }

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const visit: Visit = { socket, reader: jobReader(), reports: false, ended: false };
    visits.add(visit);
    const finish = (): void => {
      visit.ended = true;
      workThrough();
    };
    socket.on('data', (chunk) => {
      const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : new Uint8Array(chunk);
      for (const question of visit.reader.push(bytes))
        reply(visit, answers[state].realTime.slice(question - 1, question));
      workThrough();
    });
    socket.on('error', () => undefined);
    socket.on('close', finish);
    socket.on('end', () => {
      finish();
      socket.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });

  const emulator: PrinterEmulator = {
    port: (server.address() as AddressInfo).port,
    jobs,
    onJob: null,
    set(next) {
      state = next;
      for (const visit of visits) if (visit.reports) reply(visit, answers[state].automatic);
      workThrough();
    },
    async close() {
      for (const visit of visits) visit.socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return emulator;
}

interface Visit {
  readonly socket: Socket;
  readonly reader: JobReader;
  reports: boolean;
  ended: boolean;
}

function answerInTurn(visit: Visit, state: EmulatorState): void {
  for (const request of visit.reader.requests()) {
    if (request.kind === 'process') reply(visit, [0x37, 0x22, ...request.id, 0]);
    else if (request.kind === 'paper') reply(visit, [state === 'paper-near-end' ? 0x03 : 0]);
    else {
      visit.reports = request.on;
      if (request.on) reply(visit, answers[state].automatic);
    }
  }
}

function reply(visit: Visit, bytes: readonly number[]): void {
  if (bytes.length > 0 && visit.socket.writable) visit.socket.write(Uint8Array.from(bytes));
}

import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeTicket } from '#drivers/printer/encode.ts';
import { type PrinterEmulator, startPrinterEmulator } from '#drivers/printer/emulator.ts';
import type { Printer, PrinterStatus } from '#drivers/printer/port.ts';
import { paper80mm } from '#drivers/printer/profile.ts';
import { linkedPrinter, type LinkedPrinterOptions } from '#drivers/printer/linked.ts';
import { tcpLink } from '#drivers/printer/link/tcp.ts';
import { sampleTicket } from './sample-ticket.ts';

const ticket = encodeTicket(sampleTicket, paper80mm);
const patient = { connectMs: 20_000, helloMs: 20_000, retryMs: 20_000, confirmMs: 20_000, closeMs: 20_000 };
const hurried = { helloMs: 1_000, retryMs: 300, recoverMs: 1_500 };

const stops: (() => Promise<unknown>)[] = [];
const host = '127.0.0.1';
let emulator: PrinterEmulator;

beforeEach(async () => {
  emulator = await startPrinterEmulator({ port: 0, host });
  stops.push(() => emulator.close());
});
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

function printerOn(port: number, options: Partial<LinkedPrinterOptions> = {}): Printer {
  const printer = linkedPrinter({
    open: tcpLink(host, port),
    profile: paper80mm,
    timeouts: patient,
    ...options,
  });
  stops.push(() => printer.close());
  return printer;
}

/** A TCP peer that is not an ESC/POS printer; `visit` gets every connection. */
async function peer(visit: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    visit(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  stops.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

async function deadPort(): Promise<number> {
  const gone = await startPrinterEmulator({ port: 0, host });
  await gone.close();
  return gone.port;
}

const holds = (job: Uint8Array | undefined, part: Uint8Array): boolean =>
  Buffer.from(job ?? []).includes(Buffer.from(part));
/** The ticket behind its `ESC @`, between which reports are asked for. */
const body = ticket.subarray(2);

describe('a printer that answers', () => {
  test.each(['ready', 'paper-near-end'] as const)(
    'has printed once it says so, when it is %s',
    async (state) => {
      emulator.set(state);
      const printer = printerOn(emulator.port);
      expect(await printer.print(ticket)).toEqual({ kind: 'printed' });
      expect(await printer.status()).toEqual({ state, drawerOpen: false });
      expect(emulator.jobs.map((job) => holds(job, body))).toEqual([true]);
    },
  );

  test.each(['paper-end', 'cover-open', 'offline', 'cutter', 'error'] as const)(
    'is sent nothing when it is %s',
    async (state) => {
      emulator.set(state);
      const printer = printerOn(emulator.port);
      expect(await printer.print(ticket)).toEqual({ kind: 'failed', reason: state, mayHavePrinted: false });
      expect(await printer.status()).toEqual({ state, drawerOpen: false });
      emulator.set('ready');
      expect(emulator.jobs).toEqual([]);
    },
  );

  test('prints every ticket once and in order when several are sent together', async () => {
    const printer = printerOn(emulator.port);
    const marks = ['a', 'b', 'c'].map((mark) => new TextEncoder().encode(`ticket ${mark}\n`));
    const outcomes = await Promise.all(marks.map((mark) => printer.print(mark)));
    expect(outcomes).toEqual([{ kind: 'printed' }, { kind: 'printed' }, { kind: 'printed' }]);
    expect(emulator.jobs.map((job, index) => holds(job, marks[index] ?? ticket))).toEqual([true, true, true]);
  });

  test('is asked for reports right behind the reset that turns them off', async () => {
    await printerOn(emulator.port).print(ticket);
    expect([...(emulator.jobs[0] ?? [])].slice(0, 5)).toEqual([0x1b, 0x40, 0x1d, 0x61, 0xff]);
  });

  test('that runs out of paper under way may have printed, and tells at once', async () => {
    const reports: PrinterStatus['state'][] = [];
    const port = await peer((socket) => {
      socket.on('data', (chunk: Buffer) => {
        const isQuestion = chunk.length === 3 && chunk[0] === 0x10;
        socket.write(Uint8Array.from(isQuestion ? [0x12] : [0x18, 0, 0x0f, 0]));
      });
    });
    const printer = printerOn(port, {
      timeouts: { ...patient, confirmMs: 1_500 },
      onStatus: ({ state }) => reports.push(state),
    });
    expect(await printer.print(ticket)).toEqual({
      kind: 'failed',
      reason: 'paper-end',
      mayHavePrinted: true,
    });
    expect(reports).toEqual(['paper-end']);
  });

  test('that gets new paper in time has printed', async () => {
    const reports: PrinterStatus['state'][] = [];
    const port = await peer((socket) => {
      socket.on('data', (chunk: Buffer) => {
        const isQuestion = chunk.length === 3 && chunk[0] === 0x10;
        socket.write(Uint8Array.from(isQuestion ? [0x12] : [0x18, 0, 0x0f, 0]));
        if (!isQuestion) setTimeout(() => socket.write(Uint8Array.of(0x10, 0, 0, 0, 0x00)), 100);
      });
    });
    const printer = printerOn(port, { onStatus: ({ state }) => reports.push(state) });
    expect(await printer.print(ticket)).toEqual({ kind: 'printed' });
    expect(reports).toEqual(['paper-end', 'ready']);
  });

  test('that stalls before the ticket has printed nothing', async () => {
    const printer = printerOn(emulator.port, { timeouts: { ...patient, ...hurried } });
    expect(await printer.print(ticket)).toEqual({ kind: 'printed' });
    emulator.set('stalled');
    expect(await printer.print(ticket)).toEqual({ kind: 'failed', reason: 'stalled', mayHavePrinted: false });
    expect(await printer.status()).toEqual({ state: 'stalled', drawerOpen: null });
    emulator.set('ready');
    expect(emulator.jobs.length).toBe(1);
  });

  test('that stalls and comes back in time prints after all', async () => {
    const printer = printerOn(emulator.port, {
      timeouts: { ...patient, ...hurried, recoverMs: 20_000 },
    });
    await printer.print(ticket);
    emulator.set('stalled');
    const late = printer.print(ticket);
    setTimeout(() => emulator.set('ready'), 300);
    expect(await late).toEqual({ kind: 'printed' });
  });

  test('that stalls after the ticket may have printed', async () => {
    const port = await peer((socket) => {
      socket.on('data', (chunk: Buffer) => {
        if (chunk.length === 3) socket.write(Uint8Array.of(0x12));
      });
    });
    const printer = printerOn(port, { timeouts: { ...patient, confirmMs: 1_500 } });
    expect(await printer.print(ticket)).toEqual({ kind: 'failed', reason: 'stalled', mayHavePrinted: true });
  });

  test('whose cable is pulled under way may have printed', async () => {
    const port = await peer((socket) => {
      socket.on('data', (chunk: Buffer) => {
        if (chunk.length === 3) socket.write(Uint8Array.of(0x12));
        else socket.resetAndDestroy();
      });
    });
    expect(await printerOn(port).print(ticket)).toEqual({
      kind: 'failed',
      reason: 'unreachable',
      mayHavePrinted: true,
    });
  });
});

describe('a peer that never answers', () => {
  test('gets exactly the ticket, and the print stays unconfirmed', async () => {
    const received: Buffer[] = [];
    const port = await peer((socket) => socket.on('data', (chunk: Buffer) => received.push(chunk)));
    const printer = printerOn(port, { timeouts: { ...patient, helloMs: 50 } });
    expect(await printer.print(ticket)).toEqual({ kind: 'unconfirmed' });
    expect(new Uint8Array(Buffer.concat(received))).toEqual(Uint8Array.of(0x10, 4, 2, ...ticket));
  });

  test('is waited for only once', async () => {
    const received: Buffer[] = [];
    const ended: (() => void)[] = [];
    const port = await peer((socket) => {
      socket.on('data', (chunk: Buffer) => received.push(chunk));
      socket.on('end', () => ended.shift()?.());
    });
    const printer = printerOn(port, { timeouts: { ...patient, helloMs: 50 } });
    expect(await printer.print(ticket)).toEqual({ kind: 'unconfirmed' });
    received.length = 0;
    const secondEnded = new Promise<void>((resolve) => ended.push(resolve));
    expect(await printer.print(ticket)).toEqual({ kind: 'unconfirmed' });
    await secondEnded;
    // The question and the ticket leave in one piece: nothing was waited for in between.
    expect(new Uint8Array(Buffer.concat(received))).toEqual(Uint8Array.of(0x10, 4, 2, ...ticket));
    expect(received[0]?.length).toBeGreaterThan(3);
  });

  test('is asked nothing at all when its profile says that it does not answer', async () => {
    const received: Buffer[] = [];
    const port = await peer((socket) => socket.on('data', (chunk: Buffer) => received.push(chunk)));
    const printer = printerOn(port, { profile: { ...paper80mm, answersStatus: false } });
    expect(await printer.print(ticket)).toEqual({ kind: 'unconfirmed' });
    expect(await printer.status()).toEqual({ state: 'unknown', drawerOpen: null });
    expect(new Uint8Array(Buffer.concat(received))).toEqual(ticket);
  });

  test('is believed again once it answers', async () => {
    emulator.set('stalled');
    const printer = printerOn(emulator.port, { timeouts: { ...patient, ...hurried } });
    expect(await printer.print(ticket)).toEqual({ kind: 'unconfirmed' });
    emulator.set('ready');
    expect(await printer.print(ticket)).toEqual({ kind: 'unconfirmed' });
    expect(await printer.print(ticket)).toEqual({ kind: 'printed' });
    expect(emulator.jobs.length).toBe(3);
  });
});

describe('a printer that cannot be reached', () => {
  test('has printed nothing', async () => {
    const printer = printerOn(await deadPort());
    expect(await printer.print(ticket)).toEqual({
      kind: 'failed',
      reason: 'unreachable',
      mayHavePrinted: false,
    });
    expect(await printer.status()).toEqual({ state: 'unreachable', drawerOpen: null });
  });

  test('has printed nothing when it hangs up on the hello', async () => {
    const port = await peer((socket) => socket.destroy());
    expect(await printerOn(port).print(ticket)).toEqual({
      kind: 'failed',
      reason: 'unreachable',
      mayHavePrinted: false,
    });
  });

  test('closing gives up what waits, and later tickets are refused', async () => {
    emulator.set('stalled');
    const printer = linkedPrinter({
      open: tcpLink(host, emulator.port),
      profile: paper80mm,
      timeouts: patient,
    });
    const waiting = [printer.print(ticket), printer.print(ticket)];
    await printer.close();
    const refused = { kind: 'failed', reason: 'unreachable', mayHavePrinted: false };
    expect(await Promise.all([...waiting, printer.print(ticket)])).toEqual([refused, refused, refused]);
  });
});

import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { encodeTicket } from '#drivers/printer/encode.ts';
import { paper80mm } from '#drivers/printer/profile.ts';
import { cupsQueues, cupsSpooler, cupsState } from '#drivers/printer/spool/cups.ts';
import type { Spooler } from '#drivers/printer/spool/port.ts';
import { spooledPrinter } from '#drivers/printer/spool/spooled.ts';
import { windowsSpooler, windowsState } from '#drivers/printer/spool/winspool.ts';
import type { Winspool } from '#drivers/printer/spool/winspool-port.ts';
import { administer, hasCups, privateCups } from '#test/support/cups.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { sampleTicket } from './sample-ticket.ts';

const ticket = encodeTicket(sampleTicket, paper80mm);
const unreachable = { kind: 'failed', reason: 'unreachable', mayHavePrinted: false };
const nobodyKnows = { kind: 'failed', reason: 'stalled', mayHavePrinted: true };

describe.skipIf(!hasCups)('a queue of CUPS', () => {
  test('is listed, and hands tickets on byte for byte, in their order', async () => {
    const received = await privateCups('Caisse');
    expect(await cupsQueues()).toEqual(['Caisse']);
    const printer = spooledPrinter(cupsSpooler('Caisse'));
    expect(await printer.status()).toEqual({ state: 'unknown', drawerOpen: null });
    const tickets = Array.from({ length: 5 }, (_, index) => Buffer.from([...ticket, index]));
    const outcomes = await Promise.all(tickets.map((one) => printer.print(one)));
    expect(outcomes).toEqual(tickets.map(() => ({ kind: 'unconfirmed' })));
    await expect.poll(() => received, { timeout: 10_000 }).toEqual(tickets);
  });

  test('that does not exist is unreachable, and nothing was taken', async () => {
    const received = await privateCups('Caisse');
    const printer = spooledPrinter(cupsSpooler('Bureau'));
    expect(await printer.print(ticket)).toEqual(unreachable);
    expect(await cupsSpooler('Bureau').submit(ticket)).toBe(false);
    expect(received).toEqual([]);
  });

  test('that is stopped is offline and keeps nothing for later', async () => {
    const received = await privateCups('Caisse');
    const printer = spooledPrinter(cupsSpooler('Caisse'));
    await administer('cupsdisable', 'Caisse');
    const offline = { kind: 'failed', reason: 'offline', mayHavePrinted: false };
    expect(await printer.print(ticket)).toEqual(offline);
    await administer('cupsenable', 'Caisse');
    expect(await printer.print(ticket)).toEqual({ kind: 'unconfirmed' });
    await expect.poll(() => received, { timeout: 10_000 }).toEqual([Buffer.from(ticket)]);
  });

  test('that rejects jobs is unreachable, and nothing was taken', async () => {
    await privateCups('Caisse');
    await administer('cupsreject', 'Caisse');
    expect(await spooledPrinter(cupsSpooler('Caisse')).print(ticket)).toEqual(unreachable);
  });

  test('whose printer is off takes one ticket, then is offline', async () => {
    await privateCups('Caisse');
    await administer('lpadmin', '-p', 'Off', '-E', '-v', 'socket://127.0.0.1:1');
    const printer = spooledPrinter(cupsSpooler('Off'));
    expect(await printer.print(ticket)).toEqual({ kind: 'unconfirmed' });
    await expect
      .poll(() => printer.status(), { timeout: 10_000 })
      .toEqual({ state: 'offline', drawerOpen: null });
    expect(await printer.print(ticket)).toMatchObject({ reason: 'offline', mayHavePrinted: false });
  });
});

/** Puts `script` in the place of these commands until the test is over; returns whether any of them ran. */
function commands(script: string, ...names: readonly string[]): () => boolean {
  const folder = temporaryFolder();
  const trace = join(folder, 'trace');
  for (const name of names) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "$0" "$@" >> '${trace}'\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  return () => existsSync(trace);
}

test.skipIf(process.platform === 'win32')(
  'no command sees a name that it could take for an option',
  async () => {
    const ran = commands('cat', 'lp', 'lpstat');
    for (const name of ['-x', '--', 'a b', 'a\n-x', '', 'a;b', '$(id)', 'é', 'a'.repeat(128)]) {
      const spooler = cupsSpooler(name);
      expect([name, await spooler.submit(ticket), await spooler.state()]).toEqual([
        name,
        false,
        'unreachable',
      ]);
    }
    expect(ran()).toBe(false);
    expect(await cupsSpooler('Caisse_1.a').submit(ticket)).toBe(true);
    expect(ran()).toBe(true);
  },
);

test.skipIf(process.platform === 'win32')(
  'a command that is killed under way may have handed its job over',
  async () => {
    commands('kill -9 $$', 'lp', 'lpstat');
    expect(await spooledPrinter(cupsSpooler('Caisse')).print(ticket)).toEqual(nobodyKnows);
    expect(await cupsQueues()).toEqual([]);
  },
);

/** As `lpstat -l -p` puts it. */
const lines = {
  'is idle': 'is idle.  enabled since Wed Nov 25 14:53:21 2026',
  'now printing': 'now printing Caisse-2.  enabled since Wed Nov 25 14:53:21 2026',
  disabled: 'disabled since Wed Nov 25 14:54:08 2026 -',
};

test.each([
  ['is idle', '', 'none', 'unknown'],
  ['disabled', 'Paused', 'paused', 'offline'],
  ['is idle', '', 'media-empty-error', 'paper-end'],
  ['is idle', '', 'offline-report media-empty-error', 'paper-end'],
  ['is idle', '', 'cover-open', 'cover-open'],
  ['is idle', '', 'door-open-report', 'cover-open'],
  ['is idle', '', 'media-low-warning', 'paper-near-end'],
  ['is idle', '', 'offline-report', 'offline'],
  ['now printing', 'Waiting for printer to finish.', 'cups-waiting-for-job-completed', 'unknown'],
  ['now printing', 'Connecting to printer.', 'connecting-to-device', 'unknown'],
  ['now printing', 'The printer may not exist or is unavailable at this time.', 'none', 'offline'],
  ['now printing', 'Waiting for printer to become available.', 'none', 'offline'],
  ['is idle', 'Waiting for printer to become available.', 'none', 'unknown'],
] as const)('a queue of CUPS %s, "%s", alerts %s: %s', (doing, message, alerts, state) => {
  const rows = [
    'Form mounted:',
    'Content types: any',
    'Description: Caisse',
    `Alerts: ${alerts}`,
    'Location: ',
  ];
  const told = [`printer Caisse ${lines[doing]}`, ...(message === '' ? [] : [message]), ...rows];
  expect(cupsState(`${told.join('\n\t')}\n`)).toBe(state);
});

/** A queue that takes everything, and what it took. */
function willing(change: Partial<Spooler> = {}): Spooler & { readonly taken: Uint8Array[] } {
  const taken: Uint8Array[] = [];
  return {
    taken,
    submit: (bytes) => Promise.resolve(taken.push(bytes) > 0),
    state: () => Promise.resolve('unknown'),
    ...change,
  };
}

const never = new Promise<never>(() => undefined);

test('a queue that never answers may print what it was handed; the next print still runs', async () => {
  const answers = [never, Promise.resolve(true)];
  const spooler = willing({ submit: () => answers.shift() ?? never });
  const printer = spooledPrinter(spooler, { submitMs: 50, stateMs: 50 });
  expect(await Promise.all([printer.print(ticket), printer.print(ticket)])).toEqual([
    nobodyKnows,
    { kind: 'unconfirmed' },
  ]);
});

test('a queue that does not say how it is gets its job all the same', async () => {
  const spooler = willing({ state: () => never });
  const printer = spooledPrinter(spooler, { submitMs: 50, stateMs: 50 });
  expect(await printer.print(ticket)).toEqual({ kind: 'unconfirmed' });
  expect(spooler.taken).toEqual([ticket]);
});

test('jobs are handed over one after the other', async () => {
  const steps: string[] = [];
  const submit = async (bytes: Uint8Array): Promise<boolean> => {
    steps.push(`begins ${bytes[0]}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
    steps.push(`ends ${bytes[0]}`);
    return true;
  };
  const printer = spooledPrinter(willing({ submit }));
  await Promise.all([1, 2, 3].map((byte) => printer.print(Uint8Array.of(byte))));
  expect(steps).toEqual(['begins 1', 'ends 1', 'begins 2', 'ends 2', 'begins 3', 'ends 3']);
});

test('a printer that was closed takes nothing, not even what was waiting', async () => {
  const spooler = willing();
  const printer = spooledPrinter(spooler);
  const waiting = printer.print(ticket);
  await printer.close();
  expect(await waiting).toEqual(unreachable);
  expect(await printer.print(ticket)).toEqual(unreachable);
  expect(spooler.taken).toEqual([]);
});

const handle = 7n;

/** Windows with one queue whose calls are written down as they come. */
function recorded(change: Partial<Winspool> = {}): { readonly calls: unknown[]; readonly spooler: Spooler } {
  const calls: unknown[] = [];
  const winspool: Winspool = {
    openPrinter: () => Promise.resolve(handle),
    closePrinter: () => Promise.resolve(),
    driverVersion: () => Promise.resolve(3),
    startDocument: () => Promise.resolve(true),
    startPage: () => Promise.resolve(true),
    write: (_, bytes) => Promise.resolve(bytes.length),
    endPage: () => Promise.resolve(true),
    endDocument: () => Promise.resolve(true),
    abort: () => Promise.resolve(),
    status: () => Promise.resolve(0),
    queues: () => Promise.resolve(['Caisse']),
    ...change,
  };
  const recorder = Object.fromEntries(
    Object.entries(winspool).map(([name, call]: [string, (...args: never[]) => unknown]) => [
      name,
      (...args: never[]) => {
        calls.push([name, ...args]);
        return call(...args);
      },
    ]),
  ) as unknown as Winspool;
  return { calls, spooler: windowsSpooler('Caisse', () => Promise.resolve(recorder)) };
}

const opened = [
  ['openPrinter', 'Caisse'],
  ['driverVersion', handle],
];
const begun = [
  ...opened,
  ['startDocument', handle, { name: 'Comptoir', dataType: 'RAW' }],
  ['startPage', handle],
];
const ended = [
  ['endPage', handle],
  ['endDocument', handle],
  ['closePrinter', handle],
];
const abandoned = [
  ['abort', handle],
  ['closePrinter', handle],
];

test.each([
  [3, 'RAW'],
  [4, 'XPS_PASS'],
  [null, 'RAW'],
] as const)('Windows with a driver of version %s is handed one document as %s', async (version, dataType) => {
  const { calls, spooler } = recorded({ driverVersion: () => Promise.resolve(version) });
  expect(await spooler.submit(ticket)).toBe(true);
  expect(calls).toEqual([
    ...opened,
    ['startDocument', handle, { name: 'Comptoir', dataType }],
    ['startPage', handle],
    ['write', handle, ticket],
    ...ended,
  ]);
});

test('Windows that takes bytes in parts is handed every one of them once', async () => {
  const { calls, spooler } = recorded({ write: (_, bytes) => Promise.resolve(Math.min(100, bytes.length)) });
  expect(await spooler.submit(ticket.subarray(0, 250))).toBe(true);
  expect(calls).toEqual([
    ...begun,
    ['write', handle, ticket.subarray(0, 250)],
    ['write', handle, ticket.subarray(100, 250)],
    ['write', handle, ticket.subarray(200, 250)],
    ...ended,
  ]);
});

test('Windows that takes no byte has its document given up, and nothing was taken', async () => {
  const { calls, spooler } = recorded({ write: () => Promise.resolve(0) });
  expect(await spooler.submit(ticket)).toBe(false);
  expect(calls).toEqual([...begun, ['write', handle, ticket], ...abandoned]);
});

test('Windows that takes the beginning only may have printed it', async () => {
  const taken = [100, 0];
  const { calls, spooler } = recorded({ write: () => Promise.resolve(taken.shift() ?? 0) });
  expect(await spooledPrinter(spooler).print(ticket)).toEqual(nobodyKnows);
  expect(calls.slice(-2)).toEqual(abandoned);
});

test('Windows that took every byte but does not end the document may print it', async () => {
  const { calls, spooler } = recorded({ endDocument: () => Promise.resolve(false) });
  expect(await spooledPrinter(spooler).print(ticket)).toEqual(nobodyKnows);
  expect(calls.at(-1)).toEqual(['closePrinter', handle]);
});

test.each([
  ['openPrinter', [['openPrinter', 'Caisse']], { openPrinter: () => Promise.resolve(null) }],
  [
    'startDocument',
    [...begun.slice(0, 3), ['closePrinter', handle]],
    { startDocument: () => Promise.resolve(false) },
  ],
  ['startPage', [...begun, ...abandoned], { startPage: () => Promise.resolve(false) }],
] as const)('Windows that refuses %s took nothing', async (_, sequence, change) => {
  const { calls, spooler } = recorded(change);
  expect(await spooler.submit(ticket)).toBe(false);
  expect(calls).toEqual(sequence);
});

test('a queue that Windows does not open is unreachable', async () => {
  const { spooler } = recorded({ openPrinter: () => Promise.resolve(null) });
  expect(await spooler.state()).toBe('unreachable');
  expect(await spooledPrinter(spooler).print(ticket)).toEqual(unreachable);
});

test('where there is no Windows its queues are unreachable', async () => {
  const spooler = windowsSpooler('Caisse', () => Promise.resolve(null));
  expect([await spooler.state(), await spooler.submit(ticket)]).toEqual(['unreachable', false]);
});

test.each([
  [0x10, 'paper-end'],
  [0x40, 'paper-end'],
  [0x40_0000, 'cover-open'],
  [0x80, 'offline'],
  [0x1, 'offline'],
  [0x1000, 'offline'],
  [0x2, 'error'],
  [0x8, 'error'],
  [0x10_0000, 'error'],
  [0x10 | 0x80 | 0x2, 'paper-end'],
  [0x400 | 0x4000, 'unknown'],
  [0, 'unknown'],
] as const)('Windows says %i: %s', async (bits, state) => {
  expect(windowsState(bits)).toBe(state);
  const { spooler } = recorded({ status: () => Promise.resolve(bits) });
  expect(await spooler.state()).toBe(state);
});

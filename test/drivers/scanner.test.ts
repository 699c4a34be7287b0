import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { onTestFinished, describe, expect, test, vi } from 'vitest';
import { scanReader } from '#drivers/scanner/hid-report.ts';
import { type Hid, hidScanners } from '#drivers/scanner/hid.ts';
import type { ScannedCode, Scanners } from '#drivers/scanner/port.ts';
import { codeReader, serialScanner } from '#drivers/scanner/serial.ts';
import { readScan } from '#domain/nomenclature.ts';
import { hasSocat, pseudoCable } from '#test/support/pseudo-terminal.ts';

/** A scanned data report as scanners send it: 64 bytes, numbered 2. */
function report(aim: string, data: string, more = false): Buffer {
  const bytes = Buffer.alloc(64);
  bytes[0] = 2;
  bytes[1] = data.length;
  bytes.write(aim, 2, 'latin1');
  bytes.write(data, 5, 'latin1');
  bytes[63] = more ? 1 : 0;
  return bytes;
}

describe('reports of an HID POS scanner', () => {
  test('are a code and its AIM identifier', () => {
    const read = scanReader();
    expect(read(report(']C0', '8933101234567890121'))).toEqual({ text: '8933101234567890121', aim: ']C0' });
    expect(read(report(']E0', '4006381333931\r'))).toEqual({ text: '4006381333931', aim: ']E0' });
    expect(read(report('\0\0\0', 'PAR-12'))).toEqual({ text: 'PAR-12' });
  });

  test('are put together when a code takes several', () => {
    const read = scanReader();
    expect(read(report(']Q1', `CR1.${'A'.repeat(52)}`, true))).toBeNull();
    expect(read(report(']Q1', 'B'.repeat(56), true))).toBeNull();
    expect(read(report(']Q1', 'END'))).toEqual({
      text: `CR1.${'A'.repeat(52)}${'B'.repeat(56)}END`,
      aim: ']Q1',
    });
    expect(read(report(']C0', '47'))).toEqual({ text: '47', aim: ']C0' });
  });

  test('of GS1 keep the separator of their fields', () => {
    const read = scanReader();
    const code = read(report(']d2', '010304692002975910LOT42\u001d21SER9'));
    expect(code && readScan({ readings: [code.text], aim: code.aim ?? '' }, '(?!)')).toEqual({
      kind: 'product',
      gtin14: '03046920029759',
      ean: '3046920029759',
      serial: 'SER9',
    });
  });

  test('of any other kind, or cut short, are nothing', () => {
    const read = scanReader();
    expect(read(Buffer.from([1, 2, 3]))).toBeNull();
    expect(read(report(']C0', '12345').subarray(0, 7))).toBeNull();
    expect(read(Buffer.from([2, 200, ...Array.from({ length: 62 }, () => 65)]))).toBeNull();
    expect(read(report(']C0', ''))).toBeNull();
    expect(read(report(']C0', 'AB'))).toEqual({ text: 'AB', aim: ']C0' });
  });
});

/** A machine on which devices come and go. */
function machine() {
  const opened: string[] = [];
  const features: number[][] = [];
  const closed: string[] = [];
  const refused = new Set<string>();
  const handles = new Map<string, EventEmitter>();
  const plugged: { path: string; vendorId: number; usagePage: number; usage: number; product: string }[] = [];
  const hid: Hid = {
    devicesAsync: async () => [...plugged],
    open: async (path) => {
      opened.push(path);
      if (refused.has(path)) throw new Error('cannot open device');
      const handle = new EventEmitter();
      handles.set(path, handle);
      return Object.assign(handle, {
        sendFeatureReport: async (feature: number[]) => features.push(feature),
        close: async () => void closed.push(path),
      });
    },
  };
  const plug = (path: string, product: string, vendorId = 1): void =>
    void plugged.push({ path, vendorId, usagePage: 0x8c, usage: 2, product });
  const unplug = (path: string): void =>
    void plugged.splice(
      plugged.findIndex((one) => one.path === path),
      1,
    );
  return { hid, opened, closed, features, refused, handles, plug, unplug, plugged };
}

function listening(use: Hid): { scanners: Scanners; codes: ScannedCode[]; changes: () => number } {
  const codes: ScannedCode[] = [];
  let changes = 0;
  const scanners = hidScanners(
    { onScan: (code) => codes.push(code), onChange: () => (changes += 1) },
    { load: async () => use, lookMs: 100 },
  );
  onTestFinished(() => scanners.close());
  return { scanners, codes, changes: () => changes };
}

describe('HID POS scanners', () => {
  test('are found when they come, heard once each, and missed when they go', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const on = machine();
    on.plugged.push({ path: 'kbd', vendorId: 1, usagePage: 1, usage: 6, product: 'Keyboard' });
    const { scanners, codes } = listening(on.hid);
    await vi.advanceTimersByTimeAsync(150);
    expect(scanners.devices()).toEqual([]);
    on.plug('a', 'Voyager', 0x0c2e);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(scanners.devices()).toEqual([{ kind: 'hid', name: 'Voyager', state: 'ready' }]);
    expect([on.opened, on.features]).toEqual([['a'], [[0xfe, 0x01]]]);
    on.handles.get('a')?.emit('data', report(']C0', '4712345679'));
    expect(codes).toEqual([{ text: '4712345679', aim: ']C0' }]);
    on.unplug('a');
    await vi.advanceTimersByTimeAsync(150);
    expect(scanners.devices()).toEqual([]);
    on.plug('a', 'Voyager', 0x0c2e);
    await vi.advanceTimersByTimeAsync(150);
    on.handles.get('a')?.emit('data', report(']C0', '4712345679'));
    expect(codes).toHaveLength(2);
  });

  test('that fail while they are read are taken again', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const on = machine();
    on.plug('a', 'Voyager');
    const { scanners } = listening(on.hid);
    await vi.advanceTimersByTimeAsync(50);
    on.handles.get('a')?.emit('error', new Error('could not read'));
    expect(scanners.devices()).toEqual([]);
    await vi.advanceTimersByTimeAsync(150);
    expect([scanners.devices().length, on.opened]).toEqual([1, ['a', 'a']]);
  });

  test('of Honeywell that know no request to send are read all the same, and fail without harm', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const on = machine();
    on.plug('a', 'Youjie', 0x0c2e);
    const refusing = (path: string) =>
      on.hid.open(path).then((device) =>
        Object.assign(device, {
          sendFeatureReport: async () => {
            throw new Error('could not send');
          },
        }),
      );
    const { scanners, codes } = listening({ ...on.hid, open: refusing });
    await vi.advanceTimersByTimeAsync(1_000);
    expect([scanners.devices()[0]?.state, on.opened]).toEqual(['ready', ['a']]);
    on.handles.get('a')?.emit('data', report(']C0', '4712345679'));
    expect(codes).toHaveLength(1);
    on.handles.get('a')?.emit('error', new Error('could not read'));
    expect(scanners.devices()).toEqual([]);
  });

  test('that are being opened when all is closed are closed too', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const on = machine();
    const gate = Promise.withResolvers<void>();
    const { scanners } = listening({
      ...on.hid,
      open: (path) => gate.promise.then(() => on.hid.open(path)),
    });
    await vi.advanceTimersByTimeAsync(50);
    on.plug('a', 'Voyager');
    await vi.advanceTimersByTimeAsync(100);
    const closing = scanners.close();
    gate.resolve();
    await closing;
    expect([on.opened, on.closed]).toEqual([['a'], ['a']]);
  });

  test('that the system keeps from us say so once, and work as soon as it does not', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const on = machine();
    on.plug('a', 'Voyager');
    on.refused.add('a');
    const { scanners, changes } = listening(on.hid);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(scanners.devices()).toEqual([{ kind: 'hid', name: 'Voyager', state: 'no-access' }]);
    expect(changes()).toBe(1);
    on.refused.clear();
    await vi.advanceTimersByTimeAsync(150);
    expect(scanners.devices()[0]?.state).toBe('ready');
  });

  test('that this machine cannot know of break nothing', async () => {
    const scanners = hidScanners(
      { onScan: () => undefined, onChange: () => undefined },
      { load: () => Promise.reject(new Error('no addon')), lookMs: 10 },
    );
    expect(scanners.devices()).toEqual([]);
    await scanners.close();
  });
});

describe('a serial scanner', () => {
  test.skipIf(!hasSocat)(
    'is read code by code through its port, and found again once it is plugged in again',
    async () => {
      const { near, far } = await pseudoCable();
      const codes: string[] = [];
      const scanner = serialScanner(
        { path: near, baudRate: 9_600 },
        { onScan: ({ text }) => codes.push(text), onChange: () => undefined },
      );
      onTestFinished(() => scanner.close());
      await vi.waitFor(() => expect(scanner.devices()[0]?.state).toBe('ready'), 3_000);
      writeFileSync(far, ']C18933101234567890121\r\n4712345679\r');
      await vi.waitFor(() => expect(codes).toEqual([']C18933101234567890121', '4712345679']), 3_000);
      writeFileSync(far, 'PAR-12');
      await vi.waitFor(() => expect(codes.at(-1)).toBe('PAR-12'), 3_000);
    },
  );

  test('that is not there is waited for', async () => {
    const scanner = serialScanner(
      { path: '/dev/comptoir-no-such-port', baudRate: 9_600 },
      { onScan: () => undefined, onChange: () => undefined },
    );
    onTestFinished(() => scanner.close());
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(scanner.devices()).toEqual([
      { kind: 'serial', name: '/dev/comptoir-no-such-port', state: 'missing' },
    ]);
  });

  test('that never ends its lines ends its codes by silence, and fills no memory', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const codes: string[] = [];
    const read = codeReader(({ text }) => codes.push(text));
    read(Buffer.from('47123'));
    vi.advanceTimersByTime(50);
    read(Buffer.from('45679'));
    vi.advanceTimersByTime(99);
    expect(codes).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(codes).toEqual(['4712345679']);
    read(Buffer.alloc(100_000, 0x41));
    vi.advanceTimersByTime(100);
    expect(codes[1]).toHaveLength(4_000);
  });
});

import { writeFileSync } from 'node:fs';
import { onTestFinished, expect, test, vi } from 'vitest';
import { scanning } from '#main/scanning/scanning.ts';
import { testPoint } from '#test/support/point.ts';
import { hasSocat, pseudoCable } from '#test/support/pseudo-terminal.ts';

test.skipIf(!hasSocat)(
  'a code from the chosen port waits for a page, is given once, and is forgotten when nobody comes',
  async () => {
    const point = await testPoint();
    const { nearPort, far } = await pseudoCable();
    let told = 0;
    const scanners = scanning({
      store: point.store,
      till: point.deps.till,
      onScan: () => (told += 1),
      onChange: () => undefined,
      report: (error) => {
        throw error;
      },
    });
    onTestFinished(() => scanners.close());
    await point.signInAs('seller');
    const scanner = {
      wedge: { kind: 'prefix', prefix: '~' },
      serial: { path: nearPort, baudRate: 9_600 },
    } as const;
    expect(await point.call('chooseScanner', { scanner })).toEqual({ ok: true, value: null });
    expect((await point.done('deskState', {})).scanner.wedge).toEqual({ kind: 'prefix', prefix: '~' });
    scanners.reload();
    await vi.waitFor(() => expect(scanners.devices()).toMatchObject([{ state: 'ready' }]), 4_000);
    writeFileSync(far, ']C04712345679\r');
    await vi.waitFor(() => expect(told).toBe(1), 3_000);
    expect([scanners.take(), scanners.take()]).toEqual([{ text: ']C04712345679' }, null]);
    writeFileSync(far, '4712345679\r');
    await vi.waitFor(() => expect(told).toBe(2), 3_000);
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    expect(scanners.take()).toBeNull();
  },
);

test('a port that is no serial port cannot be chosen', async () => {
  const point = await testPoint();
  await point.signInAs('seller');
  for (const path of ['/etc/passwd', '/dev/sda', '/dev/tty/../sda', '/dev/ttyS0/../../etc/shadow', 'COM', ''])
    expect(
      await point.call('chooseScanner', {
        scanner: { wedge: { kind: 'usual' }, serial: { path, baudRate: 9_600 } },
      }),
    ).toMatchObject({ refusal: { kind: 'bad-input' } });
  for (const path of ['/dev/sda', '/dev/usb/../sda', '/dev/usb/lp', '/tmp/lp0'])
    expect(
      await point.call('choosePrinter', { printer: { kind: 'device', path, profile: 'p', adjustment: {} } }),
    ).toMatchObject({ refusal: { kind: 'bad-input' } });
});

import { onTestFinished, describe, expect, test, vi } from 'vitest';
import { main } from '#build/scanner.ts';
import { scanReports } from '#build/scanner/hid.ts';
import { scanReader } from '#drivers/scanner/hid-report.ts';
import { serialScanner } from '#drivers/scanner/serial.ts';
import { hasSocat } from '#test/support/pseudo-terminal.ts';

describe.skipIf(!hasSocat)('the scanner to develop with', () => {
  test('is heard by the till on its port, code by code, whatever presses its page', async () => {
    vi.spyOn(console, 'log').mockReturnValue();
    const scanner = await main(['--page-port', '0']);
    onTestFinished(() => scanner.close());
    const path = /\S+$/.exec(scanner.hint)?.[0] ?? '';
    const codes: string[] = [];
    const ours = serialScanner(
      { path, baudRate: 9_600 },
      { onScan: ({ text }) => codes.push(text), onChange: () => undefined },
    );
    onTestFinished(() => ours.close());
    await vi.waitFor(() => expect(ours.devices()[0]?.state).toBe('ready'), 3_000);
    const press = (code: string, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(`http://127.0.0.1:${scanner.pagePort}/scan`, {
        method: 'POST',
        body: new URLSearchParams({ code }),
        redirect: 'manual',
        headers,
      });
    await Promise.all([press('2000000000138'), press('!OK'), press('')]);
    expect((await press('!EXACT', { origin: 'https://evil.example' })).status).toBe(403);
    await vi.waitFor(() => expect(codes.toSorted()).toEqual(['!OK', '2000000000138']), 3_000);
  });
});

test('reports of the HID POS scanner are those that the till reads', () => {
  const read = scanReader();
  const long = `CR1.${'A'.repeat(150)}`;
  const codes = [...scanReports(long), ...scanReports('4006381333931')].map(read);
  expect(codes.filter((code) => code !== null)).toEqual([
    { text: long, aim: ']C0' },
    { text: '4006381333931', aim: ']E0' },
  ]);
});

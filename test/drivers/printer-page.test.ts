import { request } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from '#build/printer.ts';
import { encodeTicket } from '#drivers/printer/encode.ts';
import { paper80mm } from '#drivers/printer/profile.ts';
import { linkedPrinter } from '#drivers/printer/linked.ts';
import { tcpLink } from '#drivers/printer/link/tcp.ts';

let running: Awaited<ReturnType<typeof main>>;
beforeEach(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  running = await main(['--port', '0', '--page-port', '0']);
});
afterEach(() => running.close());

function asked(
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: running.pagePort, method, path, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject).end();
  });
}

const printer = () => linkedPrinter({ open: tcpLink('127.0.0.1', running.port), profile: paper80mm });
const blocks = [
  { kind: 'text', text: '<script>x</script> é €' },
  { kind: 'barcode', text: '4712345678' },
] as const;
const ticket = encodeTicket({ title: 't', blocks }, paper80mm);

test('shows the tickets that arrive, their text escaped', async () => {
  expect(await printer().print(ticket)).toEqual({ kind: 'printed' });
  const { status, body } = await asked('GET', '/');
  expect(status).toBe(200);
  expect(body).toContain('&lt;script&gt;x&lt;/script&gt; é €');
  expect(body).not.toContain('<script>');
  expect(body).toContain('<svg');
});

test('can be told to run out of paper', async () => {
  expect((await asked('POST', '/state/paper-end')).status).toBe(303);
  expect(await printer().print(ticket)).toEqual({
    kind: 'failed',
    reason: 'paper-end',
    mayHavePrinted: false,
  });
});

test.each([
  ['another name for this machine', 'GET', { host: 'evil.example' }],
  ['the page of another site', 'POST', { origin: 'https://evil.example' }],
])('refuses %s', async (_, method, headers) => {
  expect((await asked(method, method === 'GET' ? '/' : '/state/stalled', headers)).status).toBe(403);
  expect(await printer().print(ticket)).toEqual({ kind: 'printed' });
});

test('knows no other state and no other page', async () => {
  expect((await asked('POST', '/state/on-fire')).status).toBe(404);
  expect((await asked('GET', '/x')).status).toBe(404);
});

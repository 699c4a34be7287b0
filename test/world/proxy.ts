import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What stands on the line between a point and headquarters. */
export interface Line {
  /** Everything that passes, both ways. */
  readonly seen?: (bytes: Buffer) => unknown;
  /** Whether a request is cut instead of passed on. */
  readonly cuts?: (method: string, path: string) => boolean;
}

/** A proxy to an address, for the time of a test; gives its own. */
export async function proxyTo(target: string, { seen, cuts }: Line): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '/', headers } = incoming;
    if (cuts?.(method, url)) return void incoming.socket.destroy();
    const onwards = httpRequest(new URL(url, target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.on('data', (chunk: Buffer) => seen?.(chunk));
      answer.pipe(outgoing);
    });
    onwards.on('error', () => outgoing.destroy());
    incoming.on('data', (chunk: Buffer) => seen?.(chunk));
    incoming.pipe(onwards);
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

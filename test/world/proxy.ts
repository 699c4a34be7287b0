import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What stands on the line between a point and headquarters. */
export interface Line {
  /** Everything that passes, both ways. */
  readonly seen?: (bytes: Buffer) => unknown;
  /** Where a request is lost: before it arrives, or after, with its answer. */
  readonly loses?: (method: string, path: string) => 'request' | 'answer' | null;
}

/** A proxy to an address, for the time of a test; gives its own. */
export async function proxyTo(target: string, { seen, loses }: Line): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '/', headers } = incoming;
    const lost = loses?.(method, url) ?? null;
    if (lost === 'request') return void incoming.socket.destroy();
    const onwards = httpRequest(new URL(url, target), { method, headers }, (answer) => {
      if (lost === 'answer') return void incoming.socket.destroy();
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.on('data', (chunk: Buffer) => seen?.(chunk));
      answer.pipe(outgoing);
      return undefined;
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

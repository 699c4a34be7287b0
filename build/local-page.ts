import type { IncomingMessage, Server, ServerResponse } from 'node:http';

export const host = '127.0.0.1';

export const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** Resolves once the page is served, on this machine only. */
export function listenHere(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** Another site's page in the same browser must neither read the page nor press its buttons. */
export function isOurs(request: IncomingMessage): boolean {
  const asked = request.headers.host ?? '';
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${asked}`) return false;
  const port = request.socket.localPort;
  return asked === `${host}:${port}` || asked === `localhost:${port}`;
}

export function sendPage(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

export const goBack = (response: ServerResponse): void =>
  void response.writeHead(303, { location: '/' }).end();

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

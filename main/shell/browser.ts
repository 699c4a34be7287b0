import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { KeptTill } from '../kept-till.ts';
import { contentTypes } from './content-types.ts';
import { pagePolicy } from './policy.ts';

export interface BrowserShell {
  /** The address that opens the till, once: it carries the secret of this start. */
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

const cookieName = 'comptoir';
const largestBody = 70 * 1024 * 1024;

/**
 * Serves the same page and the same contract on the loopback. The secret in the address sets a cookie that page
 * scripts cannot read; every call needs that cookie and the exact Host and Origin.
 */
export async function browserShell(
  kept: KeptTill,
  options: { readonly port: number; readonly pageFolder: string },
): Promise<BrowserShell> {
  const secret = randomBytes(16).toString('hex');
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => end(response, 500, 'broken'));
  });
  const port = await listen(server, options.port);
  // A browser leaves the port of http out of both, and `URL` does as it does.
  const { host, origin } = new URL(`http://127.0.0.1:${port}`);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.headers.host !== host && request.headers.host !== `127.0.0.1:${port}`)
      return end(response, 421, 'wrong host');
    const url = new URL(request.url ?? '/', origin);
    const key = url.searchParams.get('k');
    if (request.method === 'GET' && url.pathname === '/' && key !== null) {
      if (!same(key, secret)) return end(response, 403, 'this address is of another start');
      response.setHeader('set-cookie', `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`);
      response.setHeader('location', '/');
      return end(response, 303, '');
    }
    if (!hasCookie(request, secret)) return end(response, 401, 'open the address given at the start');
    if (url.pathname.startsWith('/api/')) return answerCall(request, response, url.pathname.slice(5));
    if (request.method !== 'GET') return end(response, 405, 'read only');
    return servePage(response, options.pageFolder, url.pathname);
  };

  const answerCall = async (
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
  ): Promise<void> => {
    if (request.method === 'GET' && name === 'events') return streamEvents(request, response, kept);
    if (request.method !== 'POST' || request.headers.origin !== origin)
      return end(response, 403, 'wrong origin');
    if (!request.headers['content-type']?.startsWith('application/json'))
      return end(response, 415, 'JSON only');
    const body = await readBody(request);
    if (body === null) return end(response, 413, 'too large');
    let input: unknown;
    try {
      input = JSON.parse(body);
    } catch {
      return end(response, 400, 'not JSON');
    }
    const result = await kept.call(name, input);
    response.setHeader('content-type', 'application/json');
    end(response, 200, JSON.stringify(result));
  };

  return {
    url: `${origin}/?k=${secret}`,
    port,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function end(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }).end(text);
}

function same(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function hasCookie(request: IncomingMessage, secret: string): boolean {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/);
  return cookies.some((cookie) => {
    const [name, value = ''] = cookie.split('=');
    return name === cookieName && same(value, secret);
  });
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function streamEvents(request: IncomingMessage, response: ServerResponse, kept: KeptTill): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': connected\n\n');
  const stop = kept.onChanged((changed) => response.write(`data: ${JSON.stringify(changed)}\n\n`));
  const beat = setInterval(() => response.write(': beat\n\n'), 20_000);
  // A page that goes away between two lines.
  response.on('error', () => undefined);
  request.on('close', () => {
    clearInterval(beat);
    stop();
  });
}

function servePage(response: ServerResponse, folder: string, path: string): void {
  const file = join(folder, normalize(path === '/' ? '/index.html' : path));
  const type = contentTypes[extname(file)];
  if (!file.startsWith(folder) || !type || !statSync(file, { throwIfNoEntry: false })?.isFile())
    return end(response, 404, 'no such page');
  response.setHeader('content-type', type);
  response.setHeader('content-security-policy', pagePolicy);
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('x-frame-options', 'DENY');
  response.writeHead(200, {
    'cache-control': path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(readFileSync(file));
}

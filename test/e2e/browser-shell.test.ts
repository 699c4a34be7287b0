import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrationsFolder, pageFolder, version } from '#build/paths.ts';
import { startBrowser } from '#test/support/browser.ts';
import type { BrowserShell } from '#main/shell/browser.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';

let shell: BrowserShell;
let cookie: string;

interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A raw request, so that Host and Origin are what the test says and nothing else. */
function ask(asked: Asked): Promise<{
  readonly status: number;
  readonly text: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: shell.port,
        method: asked.method ?? 'GET',
        path: asked.path,
        headers: { host: `127.0.0.1:${shell.port}`, ...asked.headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(asked.body);
  });
}

const call = (name: string, headers: Readonly<Record<string, string>> = {}) =>
  ask({
    method: 'POST',
    path: `/api/${name}`,
    headers: {
      cookie,
      origin: `http://127.0.0.1:${shell.port}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: '{}',
  });

beforeAll(async () => {
  const folder = temporaryFolderUntil(afterAll);
  shell = await startBrowser({ folder, port: 0, pageFolder, migrationsFolder, demo: true, version });
  const { searchParams } = new URL(shell.url);
  const opened = await ask({ path: `/?k=${searchParams.get('k')}` });
  cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
});
afterAll(() => shell?.close());

test('the address of the start sets a cookie that scripts cannot read and other sites do not send', async () => {
  const { searchParams } = new URL(shell.url);
  const opened = await ask({ path: `/?k=${searchParams.get('k')}` });
  expect(opened.status).toBe(303);
  expect(String(opened.headers['set-cookie'])).toMatch(
    /^comptoir=[0-9a-f]{32}; HttpOnly; SameSite=Strict; Path=\/$/,
  );
  expect((await ask({ path: '/?k=00000000000000000000000000000000' })).status).toBe(403);
});

test('a call with its cookie, Host and Origin is answered', async () => {
  const answered = await call('deskState');
  expect(answered.status).toBe(200);
  expect(JSON.parse(answered.text)).toMatchObject({ ok: true, value: { setUp: true, till: 'PAR13-1' } });
});

test('neither page nor call is answered without the cookie', async () => {
  expect((await call('deskState', { cookie: '' })).status).toBe(401);
  expect((await call('deskState', { cookie: 'comptoir=0000' })).status).toBe(401);
  expect((await ask({ path: '/' })).status).toBe(401);
});

test('a wrong Host, a wrong or missing Origin, a form are refused', async () => {
  expect((await call('deskState', { host: `localhost:${shell.port}` })).status).toBe(421);
  expect((await call('deskState', { host: 'evil.example' })).status).toBe(421);
  expect((await call('deskState', { origin: 'http://evil.example' })).status).toBe(403);
  expect((await call('deskState', { origin: 'null' })).status).toBe(403);
  expect((await call('deskState', { 'content-type': 'text/plain' })).status).toBe(415);
});

test('a call above the role is refused by main, whatever the page shows', async () => {
  expect(JSON.parse((await call('team')).text)).toEqual({ ok: false, refusal: { kind: 'not-signed-in' } });
});

test('serves only its own page, under a strict policy, and nothing beside it', async () => {
  const page = await ask({ path: '/', headers: { cookie } });
  expect(page.status).toBe(200);
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  expect(page.headers['content-security-policy']).not.toContain('unsafe');
  for (const path of [
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/index.html.map',
    '/keys/database.key',
  ])
    expect((await ask({ path, headers: { cookie } })).status, path).toBe(404);
});

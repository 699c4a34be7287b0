import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { escaped, goBack, host, isOurs, listenHere, portOf, sendPage } from './local-page.ts';
import { hidScanner } from './scanner/hid.ts';
import { keyboardScanner } from './scanner/keyboard.ts';
import { serialScanner } from './scanner/serial.ts';
import type { ScannerWay } from './scanner/way.ts';
import { told } from './told.ts';

/** Codes of the demonstration point, one of each sort. */
const samples = [
  ['Chargeur USB-C', '2000000000138'],
  ['Recharge 10 €', '2000000000039'],
  ['Carte SIM', '89331000042000000005'],
  ['Téléphone', '356938030010004'],
  ['Le compte est bon', '!EXACT'],
  ['Valider', '!OK'],
  ['Personne suivante', '!NEXT'],
  ['Revenir', '!BACK'],
] as const;

export interface RunningScanner {
  readonly hint: string;
  readonly pagePort: number;
  readonly close: () => Promise<void>;
}

/**
 * `npm run scanner`: a scanner to develop and show with, on a serial port (`--as serial`, the default), as HID POS
 * (`--as hid`) or as a keyboard (`--as keyboard`, a key every `--gap` ms); the last two under Linux, by its
 * administrator. Codes are pressed on a page of this machine (`--page-port`, 9181) or typed here, one a line.
 */
export async function main(args: string[]): Promise<RunningScanner> {
  const { values } = parseArgs({
    args,
    options: {
      as: { type: 'string', default: 'serial' },
      gap: { type: 'string', default: '10' },
      'page-port': { type: 'string', default: '9181' },
    },
  });
  const way = await plugged(values.as, Number(values.gap));
  // One code after the other: two at once would be read as one.
  let last: Promise<unknown> = Promise.resolve();
  const scan = (code: string): Promise<unknown> =>
    (last = last.then(() => way.scan(code)).catch(console.error));
  const pressed = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const code = await codeIn(request);
    if (code !== '') void scan(code);
    goBack(response);
  };
  const page = createServer((request, response) => {
    if (!isOurs(request)) sendPage(response, 403, 'Cette page ne se lit que sur cette machine.');
    else if (request.method === 'POST' && request.url === '/scan') void pressed(request, response);
    else if (request.method === 'GET' && request.url === '/') sendPage(response, 200, html(way.hint));
    else sendPage(response, 404, 'Rien ici.');
  });
  await listenHere(page, Number(values['page-port']));
  const pagePort = portOf(page);
  console.log(`${way.hint}\nCodes : http://${host}:${pagePort}/`);
  return {
    hint: way.hint,
    pagePort,
    close: async () => {
      page.closeAllConnections();
      await new Promise((resolve) => page.close(resolve));
      await last;
      way.close();
    },
  };
}

function plugged(as: string, gapMs: number): ScannerWay | Promise<ScannerWay> {
  if (as === 'serial') return serialScanner();
  if (as === 'hid') return hidScanner();
  if (as === 'keyboard') return keyboardScanner(gapMs);
  throw new Error('--as serial, hid or keyboard');
}

const longestCode = 400;

async function codeIn(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    body += chunk.toString('utf8');
    if (body.length > 4 * longestCode) return '';
  }
  return (new URLSearchParams(body).get('code') ?? '').trim().slice(0, longestCode);
}

function html(hint: string): string {
  const buttons = samples.map(
    ([name, code]) =>
      `<form method="post" action="/scan"><button name="code" value="${escaped(code)}">${escaped(name)}<br><code>${escaped(code)}</code></button></form>`,
  );
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Scanner de démonstration</title><style>
body { font: 16px system-ui; background: #eceae4; margin: 2rem; } main { display: flex; flex-wrap: wrap; gap: .6rem; }
button { font: inherit; padding: .8rem 1rem; min-width: 14rem; } input { font: inherit; padding: .6rem; width: 24rem; }
</style><h1>Scanner de démonstration</h1><p>${escaped(hint)}</p>
<form method="post" action="/scan"><input name="code" placeholder="Un code" autofocus> <button>Scanner</button></form>
<main>${buttons.join('')}</main></html>`;
}

if (import.meta.main) {
  const scanner = await told(() => main(process.argv.slice(2)));
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (code) => {
    void fetch(`http://${host}:${scanner.pagePort}/scan`, {
      method: 'POST',
      body: new URLSearchParams({ code }),
      redirect: 'manual',
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => void scanner.close().then(() => process.exit(0)));
}

import { createServer, type IncomingMessage } from 'node:http';
import { parseArgs } from 'node:util';
import { bars, code128 } from '#drivers/printer/code128.ts';
import { type EmulatorState, type PrinterEmulator, startPrinterEmulator } from '#drivers/printer/emulator.ts';
import { paperOf, type PaperItem, type PaperSpan } from '#drivers/printer/paper.ts';
import { type Bitmap, qrBitmap } from '#drivers/printer/raster.ts';
import { escaped, goBack, host, isOurs, listenHere, portOf, sendPage } from './local-page.ts';
import { told } from './told.ts';

const states: Readonly<Record<EmulatorState, string>> = {
  ready: 'Prête',
  'paper-near-end': 'Bientôt plus de papier',
  'paper-end': 'Plus de papier',
  'cover-open': 'Capot ouvert',
  offline: 'Hors ligne',
  cutter: 'Couteau bloqué',
  error: 'En panne',
  stalled: 'Bloquée',
};
const shownTickets = 30;

export interface RunningPrinter {
  readonly port: number;
  readonly pagePort: number;
  close(): Promise<void>;
}

/**
 * `npm run printer`: a printer on TCP (`--port`, 9100) whose tickets are shown on a page of this machine
 * (`--page-port`, 9180). Resolves once both listen.
 */
export async function main(args: string[]): Promise<RunningPrinter> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '9100' },
      'page-port': { type: 'string', default: '9180' },
    },
  });
  const emulator = await startPrinterEmulator({ port: Number(values.port), host });
  let state: EmulatorState = 'ready';
  const page = createServer((request, response) => {
    const asked = stateAsked(request);
    const shuts = request.method === 'POST' && request.url === '/drawer/shut';
    if (!isOurs(request)) sendPage(response, 403, 'Cette page ne se lit que sur cette machine.');
    else if (asked) {
      state = asked;
      emulator.set(state);
      goBack(response);
    } else if (shuts) {
      emulator.setDrawer(false);
      goBack(response);
    } else if (request.method === 'GET' && request.url === '/')
      sendPage(response, 200, html(emulator, state));
    else sendPage(response, 404, 'Rien ici.');
  });
  await listenHere(page, Number(values['page-port']));
  const pagePort = portOf(page);
  console.log(`Imprimante : ${host}:${emulator.port}\nTickets : http://${host}:${pagePort}/`);
  return {
    port: emulator.port,
    pagePort,
    async close() {
      page.closeAllConnections();
      await new Promise((resolve) => page.close(resolve));
      await emulator.close();
    },
  };
}

function stateAsked(request: IncomingMessage): EmulatorState | null {
  const wanted = request.method === 'POST' ? /^\/state\/([a-z-]+)$/.exec(request.url ?? '')?.[1] : undefined;
  const known = Object.keys(states) as EmulatorState[];
  return known.find((state) => state === wanted) ?? null;
}

function html(emulator: PrinterEmulator, state: EmulatorState): string {
  const buttons = Object.entries(states).map(
    ([name, label]) =>
      `<button formaction="/state/${name}" ${name === state ? 'aria-pressed="true"' : ''}>${escaped(label)}</button>`,
  );
  const drawer = emulator.drawerOpen()
    ? '<button formaction="/drawer/shut">Fermer le tiroir</button>'
    : '<span>Tiroir fermé</span>';
  const tickets = emulator.jobs.slice(-shownTickets).toReversed();
  const shown = tickets.map((job) => `<article>${paperOf(job).map(itemHtml).join('')}</article>`);
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<title>Imprimante de démonstration</title><style>
body { font: 16px system-ui; background: #eceae4; margin: 2rem; }
button { font: inherit; padding: .4rem .8rem; margin: 0 .3rem .3rem 0; } [aria-pressed] { background: #1d5c4f; color: #fff; }
main { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; margin-top: 1.5rem; }
article { background: #fff; padding: 1.5rem 1rem; width: 48ch; font: 14px/1.35 monospace; box-shadow: 0 1px 5px #0003; }
article > div { white-space: pre; min-height: 1.35em; } .large { font-size: 200%; line-height: 1.1; }
svg { display: block; margin: 0 auto; max-width: 100%; } hr { border: 0; border-top: 2px dashed #999; }
</style><h1>Imprimante de démonstration</h1><form method="post">${buttons.join('')}${drawer}</form>
<main>${shown.join('') || '<p>Aucun ticket pour le moment.</p>'}</main></html>`;
}

function itemHtml(item: PaperItem): string {
  switch (item.kind) {
    case 'line':
      return `<div>${item.spans.map(spanHtml).join('')}</div>`;
    case 'picture':
      return svg(item.bitmap, 1, 1);
    case 'code': {
      const symbol = item.symbology === 'code128' ? code128(item.text) : null;
      if (symbol) return svg([bars(symbol)], 2, 60);
      return svg(qrBitmap(item.text) ?? [], 5, 5);
    }
    case 'cut':
      return '<hr>';
    case 'drawer':
      return '<div><em>— tiroir ouvert —</em></div>';
  }
}

function spanHtml(span: PaperSpan): string {
  const text = `<span${span.large ? ' class="large"' : ''}>${escaped(span.text)}</span>`;
  return span.bold ? `<b>${text}</b>` : text;
}

/** Each run of black dots in a row is one rectangle. */
function svg(bitmap: Bitmap, scaleX: number, scaleY: number): string {
  let path = '';
  for (const [y, row] of bitmap.entries()) {
    const dots = row.map((dark) => (dark ? '1' : '0')).join('');
    for (const run of dots.matchAll(/1+/g))
      path += `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`;
  }
  const [width, height] = [bitmap[0]?.length ?? 0, bitmap.length];
  return `<svg width="${width * scaleX}" height="${height * scaleY}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}

if (import.meta.main) await told(() => main(process.argv.slice(2)));

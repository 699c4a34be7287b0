import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Instant, instantFromMs, instantMs } from '#domain/time.ts';
import { requestHeaders } from '#exchange/request.ts';
import { verifySignatures } from '../import/verify-signatures.ts';
import type { HqKeys } from '../keys.ts';
import type { Store } from '../store/store.ts';
import { forgetCopy, upgradeCopyKeptMs } from '../store/upgrade.ts';
import { type BatchFiles, noBatchFiles } from './batch-files.ts';
import { jsonReply, send } from './body.ts';
import { pageRoute } from './page.ts';
import { newThrottle } from './throttle.ts';
import { tillRoute } from './till-routes.ts';
import { webRoute } from './web-routes.ts';

export interface HeadquartersOptions {
  readonly store: Store;
  readonly keys: HqKeys;
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: string;
  readonly now?: () => Instant;
  readonly files?: BatchFiles;
  /** Largest body of a batch; 32 MB unless said. */
  readonly largestBatchBytes?: number;
  /** The built page. */
  readonly pageFolder?: string;
  readonly onError?: (error: unknown) => void;
}

export interface Headquarters {
  readonly url: string;
  /** Checks the signatures of what came in since, now rather than in the background. */
  readonly verifyNow: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const builtPage = fileURLToPath(new URL('../../out/hq-web', import.meta.url));
const backgroundMs = 5_000;

/** Starts headquarters on a store and keys that the caller opened, and closes. */
export async function startHeadquarters(options: HeadquartersOptions): Promise<Headquarters> {
  const now = options.now ?? ((): Instant => instantFromMs(Date.now()));
  const { store, keys, host = '127.0.0.1', files = noBatchFiles } = options;
  const largestBatchBytes = options.largestBatchBytes ?? 32 * 1024 * 1024;
  const deps = { store, keys, now, files, largestBatchBytes, throttle: newThrottle(5) };
  const onError = options.onError ?? ((error: unknown): void => console.error(error));
  const server = createServer((request, response) => {
    response.setHeader(requestHeaders.time, now());
    answer()
      .then((reply) => send(response, reply))
      .catch((error: unknown) => {
        // A connection that the other side cut is no fault of ours, and nobody is left to answer.
        if (request.destroyed && !request.complete) return;
        onError(error);
        if (!response.headersSent) send(response, jsonReply(500, { error: 'fault' }));
      });
    async function answer() {
      const tillReply = await tillRoute(deps, request);
      const reply = tillReply ?? (await webRoute(deps, request));
      return reply ?? pageRoute(options.pageFolder ?? builtPage, request.url ?? '/');
    }
  });
  server.requestTimeout = 120_000;
  server.headersTimeout = 20_000;
  await listen(server, options.port, host);
  const background = startBackground(store, now, { files, onError });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    verifyNow: background.runNow,
    close: async () => {
      await background.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** The pass that checks record signatures and forgets old files; one at a time. */
function startBackground(
  store: Store,
  now: () => Instant,
  context: { readonly files: BatchFiles; readonly onError: (error: unknown) => void },
): { readonly runNow: () => Promise<void>; readonly stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const run = (): Promise<void> => {
    running = running.then(pass).catch(context.onError);
    return running;
  };
  async function pass(): Promise<void> {
    await verifySignatures(store, now, 50);
    context.files.sweep(instantMs(now()));
    await store.exclusively((sql) => forgetCopy(sql, instantFromMs(instantMs(now()) - upgradeCopyKeptMs)));
  }
  const timer = setInterval(() => void run(), backgroundMs);
  timer.unref();
  return {
    runNow: run,
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}

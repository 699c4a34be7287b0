import type { Store } from '#db/store.ts';
import type { SiteCode, TillId } from '#domain/ids.ts';
import { ok, refuse } from '#domain/result.ts';
import { type Instant, instantFromMs, instantMs } from '#domain/time.ts';
import type { ChainHeads } from '#domain/integrity.ts';
import { type Acknowledgement, openAcknowledgement } from '#exchange/acknowledgement.ts';
import { openAnswer } from '#exchange/answer.ts';
import { encryptBatch } from '#exchange/seal-batch.ts';
import type { Verify } from '#exchange/crypto.ts';
import type { Sync } from '../deps.ts';
import { storeAcknowledgement } from './acknowledge.ts';
import type { HeadquartersClient } from './client.ts';
import { takeParts } from '../network/take-parts.ts';

export interface SyncOptions {
  readonly store: Store;
  readonly till: TillId;
  readonly site: SiteCode;
  readonly now: () => Instant;
  /** Null at the demonstration point without a headquarters: batches wait and can be handed over. */
  readonly client: HeadquartersClient | null;
  readonly verify: Verify;
  readonly ageRecipients: () => readonly string[];
  /** The till's age identity: what comes down is wrapped to it. */
  readonly identity: string;
  /** A newer reference, or newer people, were taken in. */
  readonly onReference: () => Promise<void>;
  /** A batch goes out for the first time. */
  readonly onSent: (batchNo: number) => void;
  readonly onAnswer: (answer: Acknowledgement) => void;
  /** Where headquarters holds the chains of this till. */
  readonly onHeads: (heads: ChainHeads) => void;
  /** Headquarters was reached, or not. */
  readonly onReached: (reached: boolean) => void;
  /** A newer reference was taken in. */
  readonly onTaken: (number: number) => void;
  readonly onChange: () => void;
  /** Jitter of the waiting time, 0 to 1. */
  readonly jitter: () => number;
  readonly report: (error: unknown) => void;
}

const firstWaitMs = 5_000;
const longestWaitMs = 15 * 60_000;
/** An accepted file is kept 90 days. */
export const acceptedFileKeptMs = 90 * 86_400_000;
/** Asked for prices again even when nothing waits to be sent. */
export const quietMs = 30 * 60_000;

/** One exchange at a time, on a timer with backoff and jitter, resumed at every start. */
export function syncLoop(options: SyncOptions): Sync & { readonly close: () => Promise<void> } {
  const { store, till, client } = options;
  let failures = 0;
  let lastContactAt: Instant | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let under: Promise<Awaited<ReturnType<Sync['sendNow']>>> | null = null;

  const once = async (): Promise<Awaited<ReturnType<Sync['sendNow']>>> => {
    await encryptFrozen(options);
    store.forgetFilesBefore(till, instantFromMs(instantMs(options.now()) - acceptedFileKeptMs));
    if (!client) return refuse({ kind: 'no-headquarters' });
    try {
      let sent = 0;
      do {
        await encryptFrozen(options);
        sent += await pushWaiting(options, client);
        await pullReference(options, client);
        if (lastContactAt === null) await pullAnswers(options, client);
        lastContactAt = options.now();
        // A day that was closed meanwhile goes along: whoever asked for it joined this exchange.
      } while (store.unacknowledged(till).some((one) => one.tries === 0));
      failures = 0;
      options.onReached(true);
      return ok({ sent, waiting: store.unacknowledged(till).length });
    } catch (error) {
      failures += 1;
      options.onReached(false);
      return refuse({ kind: 'headquarters-unreachable', detail: detailOf(error) });
    }
  };

  const run = (): Promise<Awaited<ReturnType<Sync['sendNow']>>> => {
    // The database is being closed: what waits goes out at the next start.
    if (closed) return Promise.resolve(refuse({ kind: 'headquarters-unreachable', detail: 'closing' }));
    // Single flight: whoever asks meanwhile gets the same answer.
    under ??= once().finally(() => {
      under = null;
      options.onChange();
      schedule();
    });
    return under;
  };

  const schedule = (): void => {
    clearTimeout(timer);
    if (closed || !client) return;
    // What was answered badly is offered again at the quiet pace: headquarters may know better by then.
    const waits = store.unacknowledged(till).some((one) => one.state === 'waiting') || failures > 0;
    const backoff = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 10));
    const waitMs = waits ? backoff * (0.5 + options.jitter()) : quietMs;
    timer = setTimeout(() => void run().catch(options.report), waitMs);
    timer.unref?.();
  };

  return {
    wake: () => void run().catch(options.report),
    sendNow: run,
    lastContactAt: () => lastContactAt,
    driftMs: () => client?.aheadMs() ?? null,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await under?.catch(() => undefined);
    },
  };
}

/** A batch is sealed in the closing's transaction and encrypted here, once: the same file is resent for ever. */
async function encryptFrozen({ store, till, ageRecipients }: SyncOptions): Promise<void> {
  for (const { batchNo } of store.unacknowledged(till)) {
    const batch = store.batchByNo(till, batchNo);
    if (!batch?.frozen || batch.file) continue;
    const file = Buffer.from(await encryptBatch(batch.frozen, ageRecipients()));
    store.saveBatch({ till, batchNo, file, frozen: null, sizeBytes: file.length });
  }
}

async function pushWaiting(options: SyncOptions, client: HeadquartersClient): Promise<number> {
  const { store, till, site } = options;
  let sent = 0;
  for (const { batchNo } of store.unacknowledged(till)) {
    const batch = store.batchByNo(till, batchNo);
    // Other content holds this number: sending it again can change nothing.
    if (!batch?.file || batch.state === 'conflict') continue;
    const lastTryAt = options.now();
    store.saveBatch({ till, batchNo, tries: batch.tries + 1, lastTryAt });
    try {
      const text = await client.pushBatch(site, till, { batchNo, file: batch.file });
      if (batch.answeredAt === null) options.onSent(batchNo);
      const body = openAcknowledgement(text, options.verify);
      if (!body.ok) throw new Error(`acknowledgement ${body.refusal}`);
      if (!storeAcknowledgement(store, till, { text, body: body.value, at: options.now() }))
        throw new Error('acknowledgement of another batch');
      if (batch.answeredAt === null || body.value.status.kind !== batch.state) options.onAnswer(body.value);
      sent += 1;
    } catch (error) {
      store.saveBatch({ till, batchNo, lastError: detailOf(error) });
      throw error;
    }
  }
  return sent;
}

async function pullReference(options: SyncOptions, client: HeadquartersClient): Promise<void> {
  const { store } = options;
  const parts = await client.pullReference({
    catalogue: store.latestReference()?.number ?? 0,
    people: store.peopleNumber(),
  });
  if (parts === null) return;
  const { verify, site, identity } = options;
  const taken = await takeParts(store, parts, { verify, site, identity, at: options.now() });
  if (taken.catalogue !== null) options.onTaken(taken.catalogue);
  if (taken.catalogue !== null || taken.people !== null) await options.onReference();
}

/**
 * What headquarters answered so far, asked for once a start: it says how far it holds the chains, also to a till
 * that was put back to an earlier day and has nothing to send.
 */
async function pullAnswers(options: SyncOptions, client: HeadquartersClient): Promise<void> {
  const opened = openAnswer(await client.pullAnswers(), options.verify);
  if (!opened.ok || opened.value.till !== options.till) return;
  const last = opened.value.acknowledgements.findLast(({ body }) => body.heads !== null);
  if (last?.body.heads) options.onHeads(last.body.heads);
}

const detailOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message.slice(0, 200) : 'unknown';
};

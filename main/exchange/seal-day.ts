import type { SessionRow } from '#db/queries/session.ts';
import { chains, firstPreviousHash } from '#domain/journal.ts';
import { offsetMinutesIn } from '#domain/time.ts';
import { batchManifest, headsAfter, noHeads } from '#exchange/batch.ts';
import { type BatchLine, batchLine } from '#exchange/batch-line.ts';
import { toldBySide01 } from '#exchange/0.1/batch.ts';
import { sealBatch } from '#exchange/seal-batch.ts';
import type { Deps } from '../deps.ts';

/** Seals everything since the last batch: one a closing, sealed now, encrypted and sent after the commit. */
export function sealDay(
  deps: Deps,
  session: SessionRow,
): { readonly batchNo: number; readonly fileName: string } {
  const { store, till } = deps;
  const last = store.lastBatch(till);
  const batchNo = (last?.batchNo ?? 0) + 1;
  const heads = last ? headsAfter(batchManifest.parse(JSON.parse(last.manifest))) : noHeads;
  const { site, body } = deps.reference();
  const at = deps.now();
  const frozen = sealBatch(
    {
      site: site.code,
      till,
      batchNo,
      businessDay: session.businessDay,
      previousBusinessDay: last?.businessDay ?? null,
      appVersion: deps.version,
      referenceNumber: body.number,
      recipient: deps.ageKey.recipient,
      clock: { at, offsetMinutes: offsetMinutesIn(at, site.timeZone), driftMs: deps.sync.driftMs() },
      previousManifestSha256: last?.manifestSha256 ?? firstPreviousHash,
      headsBefore: heads,
      records: recordsSince(deps, heads),
    },
    deps.signer,
  );
  store.putOutboxInBatch(till, batchNo);
  store.insertBatch({
    till,
    batchNo,
    businessDay: session.businessDay,
    fileName: frozen.fileName,
    manifest: JSON.stringify(frozen.manifest),
    manifestSha256: frozen.manifestSha256,
    records: Object.values(frozen.manifest.counts).reduce((sum, count) => sum + count, 0),
    sizeBytes: frozen.plain.length,
    frozen: Buffer.from(frozen.plain),
    state: 'waiting',
    tries: 0,
    createdAt: at,
  });
  return { batchNo, fileName: frozen.fileName };
}

/** Journal records of the four chains after `heads`, then what waits in the outbox. */
function recordsSince(deps: Deps, heads: typeof noHeads): BatchLine[] {
  const { store, till } = deps;
  const journal = chains.flatMap((chain) =>
    store
      .recordsBetween(till, chain, heads[chain].seq + 1, Number.MAX_SAFE_INTEGER)
      .map(({ seq, bytes, hash, signature }): BatchLine => ({
        t: 'journal',
        chain,
        seq,
        bytes,
        hash,
        signature,
      })),
  );
  return [...journal, ...store.waitingOutbox(till).map((row) => waitingLine(row.body))];
}

/** A line as it waits; one that 0.1 left is told as it is, beside the event which says that there was a before. */
function waitingLine(body: string): BatchLine {
  const told: unknown = JSON.parse(body);
  const line = batchLine.safeParse(told);
  return line.success ? line.data : { t: 'before-signed', line: toldBySide01.parse(told) };
}

import type { SessionRow } from '#db/queries/session.ts';
import { chains, firstPreviousHash } from '#domain/journal.ts';
import { offsetMinutesIn } from '#domain/time.ts';
import { type BatchRecord, batchManifest, headsAfter, noHeads } from '#exchange/batch.ts';
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
function recordsSince(deps: Deps, heads: typeof noHeads): BatchRecord[] {
  const { store, till } = deps;
  const journal = chains.flatMap((chain) =>
    store
      .recordsBetween(till, chain, heads[chain].seq + 1, Number.MAX_SAFE_INTEGER)
      .map(({ seq, bytes, hash, signature }): BatchRecord => ({
        t: 'journal',
        chain,
        seq,
        bytes,
        hash,
        signature,
      })),
  );
  // Written by us, already in the batch's form.
  const waiting = store.waitingOutbox(till).map((row) => JSON.parse(row.body) as BatchRecord);
  return [...journal, ...waiting];
}

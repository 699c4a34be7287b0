import type { BatchAddress } from './answer.ts';
import { sql } from 'drizzle-orm';
import { chains } from '#domain/journal.ts';
import type { TillId } from '#domain/ids.ts';
import type { AcknowledgementStatus, QuarantineReason } from '#exchange/acknowledgement.ts';
import { batchSchemasRead, headsAfter } from '#exchange/batch.ts';
import { decryptBatch } from '#exchange/seal-batch.ts';
import { type BatchDefect, type OpenedBatch, openBatch } from '#exchange/open-batch.ts';
import { type Verify, sha256Hex, verifierFor } from '#exchange/crypto.ts';
import type { Heads } from '#exchange/schema.ts';
import { countBatch } from '../ledger/count.ts';
import { currentCatalogue } from '../publish/publications.ts';
import type { ReferenceDeps } from '../publish/reference.ts';
import { batches, tills } from '../store/schema.ts';
import { type HqDb, type StoreTx, rowsOf } from '../store/store.ts';
import { type ImportAnswer, answerBatch } from './answer.ts';
import { flagBatch } from './flags.ts';
import { mergeBatch } from './merge.ts';
import { referralLinesHold } from './referral-lines.ts';
import { copyRowsOf } from './rows.ts';

/**
 * Imports an encrypted batch and answers with a sealed acknowledgement, which is kept. Idempotent: the same batch
 * again is `already-have`. One transaction: after a crash the batch is there whole or not at all.
 */
export async function importBatch(
  deps: ReferenceDeps,
  bytes: Uint8Array,
  address: BatchAddress | null,
): Promise<ImportAnswer> {
  const fileSha256 = sha256Hex(bytes);
  const plain = await decryptBatch(bytes, deps.keys.age.identity);
  if (!plain) return answerBatch(deps, { fileSha256, address, status: quarantined('corrupt') });
  return importPlain(deps, plain, { fileSha256, address });
}

/** Imports a decrypted batch: the part of `importBatch` from decrypted bytes to commit. */
export async function importPlain(
  deps: ReferenceDeps,
  plain: Uint8Array,
  arrival: { readonly fileSha256: string; readonly address: BatchAddress | null },
): Promise<ImportAnswer> {
  const keys = await tillKeysOf(deps.store.db);
  const opened = openBatch(plain, keys.verify);
  if (!opened.ok) return answerDefect(deps, opened.refusal, arrival);
  const batch = opened.value;
  const { site, till, batchNo } = batch.manifest;
  const { address } = arrival;
  if (!referralLinesHold(batch, deps.keys.yearlyKey))
    return answerBatch(deps, { ...arrival, batch, status: quarantined('corrupt') });
  if (keys.tillOf(batch.manifest.keyId) !== till)
    return answerBatch(deps, { ...arrival, batch, status: quarantined('unknown-till') });
  if (address && (address.site !== site || address.till !== till || address.batchNo !== batchNo))
    return answerBatch(deps, { ...arrival, batch, status: quarantined('other-address') });
  return deps.store.transaction(async (tx) => {
    const { status, heads } = await store(deps, tx, batch, arrival.fileSha256);
    return answerBatch(deps, { ...arrival, batch, status, heads }, tx.db);
  });
}

interface TillKeys {
  readonly verify: Verify;
  readonly tillOf: (keyId: string) => TillId | undefined;
}

async function tillKeysOf(db: HqDb): Promise<TillKeys> {
  const rows = await rowsOf<{ keyId: string; publicKey: string; till: TillId }>(
    db,
    sql`SELECT key_id AS "keyId", public_key AS "publicKey", till FROM till_key`,
  );
  const byId = new Map(rows.map((row) => [row.keyId, row]));
  return {
    verify: (keyId, text, signature) => {
      const key = byId.get(keyId);
      return key !== undefined && verifierFor(key.publicKey)(text, signature);
    },
    tillOf: (keyId) => byId.get(keyId)?.till,
  };
}

interface TillState {
  readonly lastBatchNo: number;
  readonly lastManifestSha256: string;
  readonly heads: Heads;
}

/**
 * Judges the batch against what is held and, when it follows, stores it. The rows of the point's tills are locked
 * meanwhile, always in one order: a batch may put sales of its neighbours right.
 */
async function store(
  deps: ReferenceDeps,
  tx: StoreTx,
  batch: OpenedBatch,
  fileSha256: string,
): Promise<{ readonly status: AcknowledgementStatus; readonly heads: Heads }> {
  const { till, batchNo } = batch.manifest;
  await tx.db.execute(
    sql`SELECT till FROM till WHERE site = (SELECT site FROM till WHERE till = ${till}) ORDER BY till FOR UPDATE`,
  );
  const [state] = await rowsOf<TillState>(
    tx.db,
    sql`SELECT last_batch_no AS "lastBatchNo", last_manifest_sha256 AS "lastManifestSha256", heads
      FROM till WHERE till = ${till}`,
  );
  if (!state) throw new Error(`till ${till} has a key and no row`);
  const status = await judge(tx.db, batch, state);
  if (status.kind !== 'accepted') return { status, heads: state.heads };
  for (const rows of copyRowsOf(batch)) await tx.copy(rows);
  await mergeBatch(tx.db, batch);
  const touched = await countBatch(tx, batch);
  await insertBatch(deps, tx.db, batch, fileSha256);
  await flagBatch(tx.db, batch, { touched, catalogue: () => currentCatalogue(tx.db), at: deps.now() });
  const heads = headsAfter(batch.manifest);
  await tx.db
    .update(tills)
    .set({
      lastBatchNo: batchNo,
      lastManifestSha256: batch.manifestSha256,
      heads,
      ...(batch.manifest.schemaVersion === 2 ? { recipient: batch.manifest.recipient } : {}),
    })
    .where(sql`till = ${till}`);
  return { status, heads };
}

async function judge(db: HqDb, batch: OpenedBatch, state: TillState): Promise<AcknowledgementStatus> {
  const { till, batchNo, previousManifestSha256 } = batch.manifest;
  const expected = state.lastBatchNo + 1;
  if (batchNo > expected) return { kind: 'gap', expected };
  if (batchNo < expected) {
    const [held] = await rowsOf<{ sha: string }>(
      db,
      sql`SELECT manifest_sha256 AS sha FROM batch WHERE till = ${till} AND batch_no = ${batchNo}`,
    );
    const sha = held?.sha ?? '';
    return sha === batch.manifestSha256
      ? { kind: 'already-have' }
      : { kind: 'conflict', heldManifestSha256: sha };
  }
  if (previousManifestSha256 !== state.lastManifestSha256) return quarantined('broken-link');
  return followsHeads(batch, state.heads) ? { kind: 'accepted' } : quarantined('broken-link');
}

/** Whether every chain goes on from where it stood, by number and by hash. */
function followsHeads(batch: OpenedBatch, heads: Heads): boolean {
  return chains.every((chain) => {
    const span = batch.manifest.chains[chain];
    const linked = batch.linksTo[chain] ?? span.lastHash;
    return span.firstSeq === heads[chain].seq + 1 && linked === heads[chain].hash;
  });
}

async function insertBatch(
  deps: ReferenceDeps,
  db: HqDb,
  batch: OpenedBatch,
  fileSha256: string,
): Promise<void> {
  const { till, batchNo, site, businessDay, previousBusinessDay, referenceNumber, appVersion } =
    batch.manifest;
  await db.insert(batches).values({
    till,
    batchNo,
    site,
    businessDay,
    previousBusinessDay,
    referenceNumber,
    appVersion,
    manifestSha256: batch.manifestSha256,
    manifest: batch.manifestText,
    seal: batch.seal,
    fileSha256,
    importedAt: deps.now(),
    records: batch.lines,
  });
}

const quarantined = (reason: QuarantineReason): AcknowledgementStatus => ({ kind: 'quarantined', reason });

function answerDefect(
  deps: ReferenceDeps,
  defect: BatchDefect,
  arrival: { readonly fileSha256: string; readonly address: BatchAddress | null },
): Promise<ImportAnswer> {
  if (defect.kind !== 'unknown-schema')
    return answerBatch(deps, { ...arrival, status: quarantined('corrupt') });
  const { site, till, batchNo } = defect.envelope;
  return answerBatch(deps, {
    fileSha256: arrival.fileSha256,
    address: { site, till, batchNo },
    manifestSha256: defect.manifestSha256,
    status: { kind: 'unknown-schema', known: [...batchSchemasRead] },
  });
}

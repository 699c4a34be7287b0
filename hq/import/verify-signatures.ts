import { sql } from 'drizzle-orm';
import { type KeyId, type TillId } from '#domain/ids.ts';
import { recordSigningText } from '#domain/journal.ts';
import type { Day, Instant } from '#domain/time.ts';
import { verifierAmong } from '#exchange/crypto.ts';
import { flags } from '../store/schema.ts';
import { type Store, rowsOf } from '../store/store.ts';

interface RecordRow {
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
  readonly signature: string;
  readonly keyId: KeyId;
}

export interface Verified {
  readonly batches: number;
  readonly records: number;
  readonly defects: readonly { readonly till: TillId; readonly chain: string; readonly seq: number }[];
}

// Ed25519 takes about 0.1 ms; between slices the server answers its requests.
const recordsASlice = 200;

/**
 * Checks the own signature of every record not checked yet, batch by batch, oldest first (the seal, by the same
 * key, already covered them at import). Stops after `batchLimit` batches. A defect is flagged, never removed.
 */
export async function verifySignatures(
  store: Store,
  now: () => Instant,
  batchLimit = Number.MAX_SAFE_INTEGER,
): Promise<Verified> {
  const verified = { batches: 0, records: 0, defects: [] as { till: TillId; chain: string; seq: number }[] };
  while (verified.batches < batchLimit) {
    const [next] = await rowsOf<{ till: TillId; batchNo: number; businessDay: Day }>(
      store.db,
      sql`SELECT till, batch_no AS "batchNo", business_day::text AS "businessDay" FROM batch
        WHERE verified_at IS NULL ORDER BY till, batch_no LIMIT 1`,
    );
    if (!next) break;
    const { till, batchNo, businessDay } = next;
    const records = await recordsOf(store, till, batchNo);
    const bad = await firstDefect(store, till, records);
    verified.batches += 1;
    verified.records += records.length;
    if (bad) {
      const { chain, seq } = bad;
      verified.defects.push({ till, chain, seq });
      await store.db
        .insert(flags)
        .values({
          till,
          kind: 'bad-signature',
          key: `${chain} ${seq}`,
          batchNo,
          onDay: businessDay,
          detail: { chain, seq },
          at: now(),
        })
        .onConflictDoNothing();
    }
    const defect = bad ? `${bad.chain} ${bad.seq}` : null;
    await store.db.execute(sql`UPDATE batch SET verified_at = ${now()}, signature_defect = ${defect}
      WHERE till = ${till} AND batch_no = ${batchNo}`);
  }
  return verified;
}

const recordsOf = (store: Store, till: TillId, batchNo: number): Promise<RecordRow[]> =>
  rowsOf<RecordRow>(
    store.db,
    sql`SELECT chain, seq, hash, signature, key_id AS "keyId" FROM journal_record
      WHERE till = ${till} AND batch_no = ${batchNo} ORDER BY chain, seq`,
  );

async function firstDefect(
  store: Store,
  till: TillId,
  records: readonly RecordRow[],
): Promise<RecordRow | undefined> {
  const keys = await rowsOf<{ keyId: string; publicKey: string }>(
    store.db,
    sql`SELECT key_id AS "keyId", public_key AS "publicKey" FROM till_key WHERE till = ${till}`,
  );
  const verify = verifierAmong(keys);
  for (const [index, one] of records.entries()) {
    if (!verify(one.keyId, recordSigningText(one.hash), one.signature)) return one;
    if (index % recordsASlice === recordsASlice - 1) await new Promise(setImmediate);
  }
  return undefined;
}

import { readFileSync } from 'node:fs';
import type { SealedBatch } from '#exchange/seal-batch.ts';
import { encryptBatch } from '#exchange/seal-batch.ts';
import { batchPath, mapChains } from '#exchange/batch.ts';
import { openAcknowledgement } from '#exchange/acknowledgement.ts';
import { sha256Hex, verifierAmong } from '#exchange/crypto.ts';
import { enrolmentRequestText, readEnrolmentCode } from '#exchange/enrolment.ts';
import { yearlyKeyOf } from '#exchange/reference.ts';
import { emptyBodySha256, signRequest } from '#exchange/request.ts';
import { enrolTill, makeEnrolmentCode } from '#hq/enrol.ts';
import { type HqKeys, newHqKeys } from '#hq/keys.ts';
import { publish } from '#hq/publish/publications.ts';
import type { ReferenceDeps } from '#hq/publish/reference.ts';
import { tillKeys, tills } from '#hq/store/schema.ts';
import { type Store, rowsOf } from '#hq/store/store.ts';
import { firstPreviousHash } from '#domain/journal.ts';
import { type Instant, day, instant } from '#domain/time.ts';
import { sql } from 'drizzle-orm';
import { type TestTill, newTestTill } from '#test/exchange/day.ts';
import type { TestPoint } from '#test/support/point.ts';

export const demonstration = readFileSync(
  new URL('../../exchange/demonstration.json', import.meta.url),
  'utf8',
);

export interface TestNetwork extends ReferenceDeps {
  readonly keys: HqKeys;
  readonly clock: { now: Instant };
}

/** Headquarters with the demonstration data published, at a clock that the test moves. */
export async function newNetwork(store: Store): Promise<TestNetwork> {
  const clock = { now: instant('2026-11-02T18:30:00.000Z') };
  const deps = { store, keys: await newHqKeys(day('2026-01-01')), now: () => clock.now, clock };
  const published = await publish(store, demonstration, { name: 'test', at: clock.now });
  if (!published.ok) throw new Error(JSON.stringify(published.refusal));
  return deps;
}

/** A till enrolled through a code, as a real one is. */
export async function enrolled(deps: ReferenceDeps, name = 'PAR13-1'): Promise<TestTill> {
  const till = newTestTill(name);
  const made = await makeEnrolmentCode(deps, till.site, till.till);
  const code = made.ok ? readEnrolmentCode(made.value.code) : null;
  if (!code) throw new Error('no code');
  const answer = await enrolTill(deps, enrolmentRequestText(code, till.key, deps.now()));
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return till;
}

export const sealed = (deps: ReferenceDeps, frozen: Pick<SealedBatch, 'plain'>): Promise<Uint8Array> =>
  encryptBatch(frozen.plain, [deps.keys.age.recipient]);

/** Pushes a batch over HTTP as the till's sync does. */
export async function push(
  url: string,
  till: TestTill,
  what: { readonly batchNo: number; readonly bytes: Uint8Array; readonly at: Instant },
): Promise<Response> {
  const path = batchPath(till.site, till.till, what.batchNo);
  const line = { method: 'PUT' as const, path, bodySha256: sha256Hex(what.bytes) };
  return fetch(url + path, {
    method: 'PUT',
    headers: signRequest(line, what.at, till.signer),
    body: Uint8Array.from(what.bytes),
  });
}

export const pull = (url: string, till: TestTill, path: string, at: Instant): Promise<Response> =>
  fetch(url + path, {
    headers: signRequest({ method: 'GET', path, bodySha256: emptyBodySha256 }, at, till.signer),
  });

export async function statusOf(deps: ReferenceDeps, response: Response): Promise<unknown> {
  const opened = openAcknowledgement(await response.text(), verifierAmong([deps.keys.sign]));
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.value.status;
}

/** How many rows each table of the batch holds: nothing may be there twice or in part. */
export async function countRows(store: Store): Promise<Record<string, number>> {
  const tables = ['batch', 'journal_record', 'sale', 'sale_line', 'tender', 'usage', 'day_closing', 'person'];
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await rowsOf<{ n: number }>(
      store.db,
      sql`SELECT count(*)::int AS n FROM ${sql.raw(`"${table}"`)}`,
    );
    counts[table] = row?.n ?? -1;
  }
  return counts;
}

/** Makes the tills of a point known to headquarters, as if each had been enrolled by a code. */
export async function takeIn({ store, keys }: TestNetwork, point: TestPoint): Promise<void> {
  // It published to the point: they blind under the same key.
  const { key } = yearlyKeyOf(point.deps.reference().body);
  Object.assign(keys, { yearlyKey: () => key });
  for (const { id: till, site, keyId, publicKey, enrolledAt } of point.store.tills()) {
    const heads = mapChains(() => ({ seq: 0, hash: firstPreviousHash }));
    await store.db
      .insert(tills)
      .values({ till, site, enrolledAt, lastManifestSha256: firstPreviousHash, heads });
    await store.db.insert(tillKeys).values({ till, keyId, publicKey, enrolledAt });
  }
}

/** A closed day of a till as it was sealed; the last one when no number is given. */
export function frozenOf({ store, deps }: TestPoint, batchNo?: number): Pick<SealedBatch, 'plain'> {
  const batch = batchNo === undefined ? store.lastBatch(deps.till) : store.batchByNo(deps.till, batchNo);
  if (!batch?.frozen) throw new Error('no day was closed');
  return { plain: batch.frozen };
}

/** The key of the year that tests live in. */
export const keyOf = ({ keys }: TestNetwork) => ({ year: 2026, key: keys.yearlyKey(2026) });

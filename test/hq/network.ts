import { readFileSync } from 'node:fs';
import type { FrozenBatch } from '#exchange/batch-file.ts';
import { encryptBatch } from '#exchange/batch-file.ts';
import { batchPath } from '#exchange/batch.ts';
import { openAcknowledgement } from '#exchange/acknowledgement.ts';
import { sha256Hex, verifierAmong } from '#exchange/crypto.ts';
import { enrolmentRequestText, readEnrolmentCode } from '#exchange/enrolment.ts';
import { emptyBodySha256, signRequest } from '#exchange/request.ts';
import { enrolTill, makeEnrolmentCode } from '#hq/enrol.ts';
import { type HqKeys, newHqKeys } from '#hq/keys.ts';
import { publish } from '#hq/publish/publications.ts';
import type { ReferenceDeps } from '#hq/publish/reference.ts';
import { type Store, rowsOf } from '#hq/store/store.ts';
import { type Instant, day, instant } from '#domain/time.ts';
import { sql } from 'drizzle-orm';
import { type TestTill, newTestTill } from '#test/exchange/day.ts';

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

export const sealed = (deps: ReferenceDeps, frozen: FrozenBatch): Promise<Uint8Array> =>
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

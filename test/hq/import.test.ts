import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealSigningText } from '#exchange/batch.ts';
import { encryptBatch } from '#exchange/seal-batch.ts';
import { sha256Hex } from '#exchange/crypto.ts';
import { newHqKeys } from '#hq/keys.ts';
import { importBatch } from '#hq/import/import-batch.ts';
import { verifySignatures } from '#hq/import/verify-signatures.ts';
import { rowsOf } from '#hq/store/store.ts';
import { canonicalText } from '#domain/journal.ts';
import { day, instant } from '#domain/time.ts';
import {
  append,
  erased,
  firstDay,
  freeze,
  liveDay,
  newTestTill,
  registered,
  salePayload,
  windowOpened,
} from '#test/exchange/day.ts';
import { countRows, enrolled, keyOf, newNetwork, sealed } from './network.ts';
import { storeKinds, testStores } from './stores.ts';

const stores = testStores();
beforeAll(stores.start, 120_000);
afterAll(stores.stop, 60_000);

describe.each(storeKinds)('import on %s', (kind) => {
  const network = async () => newNetwork(await stores.open(kind));

  test('a batch is stored whole, with the rows derived from it', async () => {
    const deps = await network();
    const till = await enrolled(deps);
    const frozen = liveDay(
      till,
      [{ personId: 'p-1' }, { cents: 250, units: 2 }],
      [registered('p-1'), windowOpened('p-1', { key: keyOf(deps) })],
    );
    const { body } = await importBatch(deps, await sealed(deps, frozen), null);
    expect(body.status).toEqual({ kind: 'accepted' });
    expect(body.heads).toEqual(till.heads);
    expect(await countRows(deps.store)).toEqual({
      batch: 1,
      journal_record: 5,
      sale: 2,
      sale_line: 2,
      tender: 2,
      usage: 1,
      day_closing: 1,
      person: 1,
    });
    const [totals] = await rowsOf(
      deps.store.db,
      sql`SELECT sum(total_cents)::int AS total, sum(saving_cents)::int AS saving FROM sale`,
    );
    expect(totals).toEqual({ total: 1000, saving: 9500 });
    const records = await rowsOf<{ bytes: string; hash: string }>(
      deps.store.db,
      sql`SELECT bytes, hash FROM journal_record`,
    );
    for (const one of records) expect(sha256Hex(one.bytes)).toBe(one.hash);
  });

  test('the same batch again is already there, in the same bytes or sealed anew', async () => {
    const deps = await network();
    const till = await enrolled(deps);
    const frozen = liveDay(till, [{ personId: 'p-1' }]);
    const bytes = await sealed(deps, frozen);
    await importBatch(deps, bytes, null);
    const before = await countRows(deps.store);
    for (const again of [bytes, await sealed(deps, frozen)]) {
      const { body } = await importBatch(deps, again, null);
      expect(body.status).toEqual({ kind: 'already-have' });
      expect(body.heads).toEqual(till.heads);
    }
    expect(await countRows(deps.store)).toEqual(before);
  });

  test('out of order: a gap says which number is expected, then all of them pass', async () => {
    const deps = await network();
    const till = await enrolled(deps);
    const days = [liveDay(till), liveDay(till), liveDay(till)];
    const files = await Promise.all(days.map((one) => sealed(deps, one)));
    const statusOf = async (index: number) =>
      (await importBatch(deps, files[index] ?? new Uint8Array(), null)).body.status;
    expect(await statusOf(2)).toEqual({ kind: 'gap', expected: 1 });
    expect(await statusOf(0)).toEqual({ kind: 'accepted' });
    expect(await statusOf(2)).toEqual({ kind: 'gap', expected: 2 });
    expect(await statusOf(1)).toEqual({ kind: 'accepted' });
    expect(await statusOf(2)).toEqual({ kind: 'accepted' });
    expect(await countRows(deps.store)).toMatchObject({ batch: 3, sale: 3 });
  });

  test('one flipped byte is quarantined and takes no number', async () => {
    const deps = await network();
    const till = await enrolled(deps);
    const bytes = await sealed(deps, liveDay(till));
    const touched = Uint8Array.from(bytes);
    touched[bytes.length - 40] = (touched[bytes.length - 40] ?? 0) ^ 1;
    const { body } = await importBatch(deps, touched, null);
    expect(body.status).toEqual({ kind: 'quarantined', reason: 'corrupt' });
    expect(await countRows(deps.store)).toMatchObject({ batch: 0, journal_record: 0 });
    expect((await importBatch(deps, bytes, null)).body.status).toEqual({ kind: 'accepted' });
    const [kept] = await rowsOf(deps.store.db, sql`SELECT count(*)::int AS n FROM acknowledgement`);
    expect(kept).toEqual({ n: 2 });
  });

  test('other content under the same number is a conflict, and nothing changes', async () => {
    const deps = await network();
    const till = await enrolled(deps);
    const restored = { ...till };
    const first = liveDay(till, [{ cents: 500 }]);
    await importBatch(deps, await sealed(deps, first), null);
    const other = liveDay(restored, [{ cents: 700 }]);
    const { body } = await importBatch(deps, await sealed(deps, other), null);
    expect(body.status).toEqual({ kind: 'conflict', heldManifestSha256: first.manifestSha256 });
    // A till restored from an old backup learns here how far it had come.
    expect(body.heads).toEqual(till.heads);
    const [total] = await rowsOf(deps.store.db, sql`SELECT sum(total_cents)::int AS total FROM sale`);
    expect(total).toEqual({ total: 500 });
  });

  test('an unknown schema is told, and takes no number', async () => {
    const deps = await network();
    const till = await enrolled(deps);
    const { plain } = liveDay(till);
    const lines = gunzipSync(plain).toString('utf8').trimEnd().split('\n');
    const text = canonicalText({ ...(JSON.parse(lines[0] ?? '') as object), schemaVersion: 9 });
    const manifestSha256 = sha256Hex(text);
    const signature = till.signer.sign(sealSigningText(manifestSha256));
    const seal = canonicalText({ t: 'seal', manifestSha256, keyId: till.key.keyId, signature });
    const newer = gzipSync([text, ...lines.slice(1, -1), seal, ''].join('\n'));
    const bytes = await encryptBatch(newer, [deps.keys.age.recipient]);
    const { body } = await importBatch(deps, bytes, null);
    expect(body.status).toEqual({ kind: 'unknown-schema', known: [1, 2] });
    expect(await countRows(deps.store)).toMatchObject({ batch: 0 });
  });

  test('a batch by a key that was never enrolled, or for another headquarters, is quarantined', async () => {
    const deps = await network();
    const till = await enrolled(deps);
    const stranger = newTestTill();
    const { body } = await importBatch(deps, await sealed(deps, liveDay(stranger)), null);
    expect(body.status).toEqual({ kind: 'quarantined', reason: 'corrupt' });
    const elsewhere = await newHqKeys(day('2026-01-01'));
    const bytes = await encryptBatch(liveDay(till).plain, [elsewhere.age.recipient]);
    expect((await importBatch(deps, bytes, null)).body.status).toEqual({
      kind: 'quarantined',
      reason: 'corrupt',
    });
  });

  test('a till never passes for another one, nor at another address', async () => {
    const deps = await network();
    const paris = await enrolled(deps, 'PAR13-1');
    const denis = await enrolled(deps, 'STD-1');
    const forged = { ...denis, till: paris.till, site: paris.site };
    const { body } = await importBatch(deps, await sealed(deps, liveDay(forged)), null);
    expect(body.status).toEqual({ kind: 'quarantined', reason: 'unknown-till' });
    const bytes = await sealed(deps, liveDay(paris));
    const address = { site: paris.site, till: paris.till, batchNo: 2 };
    expect((await importBatch(deps, bytes, address)).body.status).toEqual({
      kind: 'quarantined',
      reason: 'other-address',
    });
  });

  test('two tills with the same number do not meet', async () => {
    const deps = await network();
    const tills = [
      await enrolled(deps, 'PAR13-1'),
      await enrolled(deps, 'STD-1'),
      await enrolled(deps, 'MRS-1'),
    ];
    const files = await Promise.all(tills.map((till) => sealed(deps, liveDay(till))));
    const answers = await Promise.all(files.map((bytes) => importBatch(deps, bytes, null)));
    expect(answers.map((one) => one.body.status.kind)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await countRows(deps.store)).toMatchObject({ batch: 3, sale: 3 });
  });

  test('a chain that does not go on from the batch before is quarantined', async () => {
    const deps = await network();
    const till = await enrolled(deps);
    await importBatch(deps, await sealed(deps, liveDay(till)), null);
    const wrongManifest = { ...till, previousManifestSha256: 'f'.repeat(64) };
    const wrongHead = { ...till, heads: { ...till.heads, sale: { seq: 1, hash: 'e'.repeat(64) } } };
    for (const wrong of [wrongManifest, wrongHead]) {
      const { body } = await importBatch(deps, await sealed(deps, liveDay(wrong)), null);
      expect(body.status).toEqual({ kind: 'quarantined', reason: 'broken-link' });
    }
    expect(await countRows(deps.store)).toMatchObject({ batch: 1 });
  });

  test('concurrent imports of one batch store it once', async () => {
    const deps = await network();
    const till = await enrolled(deps);
    const bytes = await sealed(deps, liveDay(till, [{}, {}]));
    const answers = await Promise.all(Array.from({ length: 6 }, () => importBatch(deps, bytes, null)));
    const kinds = answers.map((one) => one.body.status.kind).toSorted();
    expect(kinds).toEqual(['accepted', ...Array.from({ length: 5 }, () => 'already-have')]);
    expect(await countRows(deps.store)).toMatchObject({ batch: 1, sale: 2 });
  });

  test('a fault inside the transaction leaves nothing behind, and the resend is whole', async () => {
    const deps = await network();
    const till = await enrolled(deps);
    const bytes = await sealed(deps, liveDay(till, [{ personId: 'p-1' }, {}]));
    let copies = 0;
    const store = {
      ...deps.store,
      transaction: <T>(
        work: (tx: Parameters<Parameters<typeof deps.store.transaction>[0]>[0]) => Promise<T>,
      ) =>
        deps.store.transaction((tx) =>
          work({
            db: tx.db,
            copy: async (rows) => {
              copies += 1;
              if (copies === 3) throw new Error('disk full');
              await tx.copy(rows);
            },
          }),
        ),
    };
    await expect(importBatch({ ...deps, store }, bytes, null)).rejects.toThrow('disk full');
    expect(Object.values(await countRows(deps.store)).every((n) => n === 0)).toBe(true);
    expect((await importBatch(deps, bytes, null)).body.status).toEqual({ kind: 'accepted' });
    expect(await countRows(deps.store)).toMatchObject({ batch: 1, sale: 2, usage: 1 });
  });

  test('a cap passed by buying at two points is flagged, never refused; at one point it is not', async () => {
    const deps = await network();
    const paris = await enrolled(deps, 'PAR13-1');
    const denis = await enrolled(deps, 'STD-1');
    const sim = { personId: 'p-1' };
    const both = [registered('p-1'), windowOpened('p-1', { key: keyOf(deps) })];
    await importBatch(deps, await sealed(deps, liveDay(paris, [sim], both)), null);
    await importBatch(deps, await sealed(deps, liveDay(denis, [sim], [registered('p-1')])), null);
    const flags = await rowsOf(deps.store.db, sql`SELECT till, kind, detail FROM flag`);
    expect(flags).toEqual([
      {
        till: 'STD-1',
        kind: 'quota-overlap',
        detail: { personId: 'p-1', family: 'sim', max: 1, taken: 2, tills: expect.any(Array) as unknown },
      },
    ]);
  });

  test('a return gives usage back on the day of its sale, a correction moves it to another person', async () => {
    const deps = await network();
    const till = await enrolled(deps);
    await importBatch(
      deps,
      await sealed(deps, liveDay(till, [{ personId: 'p-1' }, { personId: 'p-2' }])),
      null,
    );
    const headsBefore = till.heads;
    const at = instant('2026-11-03T09:00:00.000Z');
    const businessDay = '2026-11-03' as typeof firstDay;
    const back = { ...salePayload(till, { personId: 'p-1', units: -1 }), original: 'PAR13-1-2026-000001' };
    const moved = {
      correctionId: 'c-1',
      of: 'PAR13-1-2026-000002',
      saleId: 'PAR13-1-sale-2',
      operator: 'E-1',
      approvedBy: null,
      reason: 'wrong card',
      change: { what: 'person', from: 'p-2', to: 'p-3' },
    };
    const records = [
      append(till, { chain: 'sale', type: 'return', payload: back, at }, businessDay),
      append(till, { chain: 'sale', type: 'correction', payload: moved, at }, businessDay),
    ];
    const frozen = freeze(till, { businessDay, headsBefore, records });
    expect((await importBatch(deps, await sealed(deps, frozen), null)).body.status).toEqual({
      kind: 'accepted',
    });
    const usage = await rowsOf(
      deps.store.db,
      sql`SELECT person_id AS person, units, on_day::text AS on FROM usage ORDER BY seq`,
    );
    expect(usage).toEqual([
      { person: 'p-1', units: 1, on: firstDay },
      { person: 'p-3', units: 1, on: firstDay },
      { person: 'p-1', units: -1, on: firstDay },
    ]);
  });

  test('the background pass checks each record signature and flags the first that does not hold', async () => {
    const deps = await network();
    const till = await enrolled(deps);
    const forger = newTestTill();
    const forged = { ...till, signer: forger.signer };
    await importBatch(deps, await sealed(deps, liveDay(till)), null);
    const headsBefore = till.heads;
    const record = append(
      Object.assign(forged, { heads: till.heads, sales: 1 }),
      {
        chain: 'sale',
        type: 'sale',
        payload: salePayload(forged),
        at: instant('2026-11-03T09:00:00.000Z'),
      },
      '2026-11-03' as typeof firstDay,
    );
    const frozen = freeze(till, {
      businessDay: '2026-11-03' as typeof firstDay,
      headsBefore,
      records: [record],
    });
    expect((await importBatch(deps, await sealed(deps, frozen), null)).body.status).toEqual({
      kind: 'accepted',
    });
    expect(await verifySignatures(deps.store, deps.now)).toEqual({
      batches: 2,
      records: 3,
      defects: [{ till: 'PAR13-1', chain: 'sale', seq: 2 }],
    });
    expect((await verifySignatures(deps.store, deps.now)).batches).toBe(0);
    const flags = await rowsOf(deps.store.db, sql`SELECT kind, detail FROM flag`);
    expect(flags).toEqual([{ kind: 'bad-signature', detail: { chain: 'sale', seq: 2 } }]);
  });

  test('an erasure at one point erases what every point sent', async () => {
    const deps = await network();
    const paris = await enrolled(deps, 'PAR13-1');
    const denis = await enrolled(deps, 'STD-1');
    await importBatch(
      deps,
      await sealed(deps, liveDay(paris, [{ personId: 'p-1' }], [registered('p-1')])),
      null,
    );
    await importBatch(deps, await sealed(deps, liveDay(denis, [], [registered('p-1'), erased('p-1')])), null);
    const rows = await rowsOf(
      deps.store.db,
      sql`SELECT DISTINCT initials, birth_year AS year, card_hash AS card, postcode FROM person`,
    );
    expect(rows).toEqual([{ initials: '', year: null, card: null, postcode: null }]);
  });
});

import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { expect, test } from 'vitest';
import { storeOn } from '#db/store.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { day, instant, instantMs } from '#domain/time.ts';
import type { KeyId, TillId } from '#domain/ids.ts';
import type { ChainHeads, IntegrityDefect } from '#domain/integrity.ts';
import { firstPreviousHash } from '#domain/journal.ts';
import { openHeads, sealHeads } from '#exchange/heads-file.ts';
import { newSigningKey, sha256Hex, signerFor, verifierAmong } from '#exchange/crypto.ts';
import { chainHeads } from '#main/journal/head-file.ts';
import { databaseIn, temporaryFolder } from '#test/support/database.ts';
import { closeDay, hour, openDay, sell } from '#test/support/desk.ts';
import { archiveFolder, makeArchive } from '#main/archive/make.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

const heads = 'PAR13-1.heads';

/** A point that sold, closed and was put away as at the end of a day. */
async function putAway(folder: string, sales = 12): Promise<void> {
  const point = await testPoint({ folder });
  await openDay(point);
  for (let sold = 0; sold < sales; sold += 1) await sell(point, { skus: ['CHARGEUR'] });
  point.end();
}

/** Somebody with the database's key at hand, and not the till's signing key. */
function tamper(folder: string, work: (db: Client.Database) => void): void {
  const db = new Client(join(folder, 'point.db'));
  const key = fileKeystore(join(folder, 'keys')).read('database') ?? new Uint8Array();
  db.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`);
  const triggers = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  work(db);
  for (const { sql } of triggers) db.exec(sql);
  db.close();
}

const found = (point: TestPoint): IntegrityDefect[] =>
  point.deps.integrity
    .state()
    .defects.map(({ defect }) => defect)
    .toReversed();

test('an untouched point has nothing to say, at start and when every record was looked at', async () => {
  const folder = temporaryFolder();
  await putAway(folder);
  const point = await testPoint({ folder });
  await point.deps.integrity.check(1);
  expect(found(point)).toEqual([]);
  expect(point.deps.integrity.state().lastCheck?.records).toBeGreaterThan(12);
});

test.each([1, 10, 1_000])('cutting the last %i records is noticed at the next start', async (cut) => {
  const folder = temporaryFolder();
  await putAway(folder, cut + 2);
  tamper(folder, (db) => {
    db.exec(`DELETE FROM record WHERE chain = 'sale' AND seq > 2`);
    db.exec('PRAGMA foreign_keys = OFF; DELETE FROM sale_line; DELETE FROM sale_tender; DELETE FROM sale');
  });
  const point = await testPoint({ folder });
  expect(found(point)).toEqual([
    {
      kind: 'records-missing',
      source: 'head-file',
      chain: 'sale',
      expectedSeq: cut + 2,
      foundSeq: 2,
    },
  ]);
});

test('yesterday’s database put back is noticed, journalled once, and selling goes on', async () => {
  const folder = temporaryFolder();
  await putAway(folder, 2);
  const yesterday = join(temporaryFolder(), 'yesterday.db');
  copyFileSync(join(folder, 'point.db'), yesterday);
  const later = await testPoint({ folder });
  await later.signInAs('manager');
  await sell(later, { skus: ['CHARGEUR'] });
  await closeDay(later);
  later.end();
  for (const suffix of ['-wal', '-shm']) rmSync(join(folder, `point.db${suffix}`), { force: true });
  copyFileSync(yesterday, join(folder, 'point.db'));
  const point = await testPoint({ folder });
  expect(found(point).map((one) => one.kind)).toEqual([
    'records-missing',
    'records-missing',
    'records-missing',
  ]);
  const events = point.deps.integrity.state().defects.length;
  await point.signInAs('manager');
  await sell(point, { skus: ['CHARGEUR'] });
  point.end();
  const again = await testPoint({ folder });
  expect(again.deps.integrity.state().defects).toHaveLength(events);
});

/** Changes the total of a record and of its row, and makes hash and links good as far as one can without the key. */
function editTotal(folder: string, seq: number): void {
  tamper(folder, (db) => {
    const rows = db.prepare("SELECT * FROM record WHERE chain = 'sale' ORDER BY seq").all() as {
      id: number;
      seq: number;
      bytes: string;
      hash: string;
    }[];
    let previous = firstPreviousHash;
    for (const row of rows) {
      const edited =
        row.seq === seq ? row.bytes.replace('"totalCents":1500,"vat"', '"totalCents":500,"vat"') : row.bytes;
      const linked = edited.replace(
        /"previousHash":"[0-9a-f]{64}","seq"/,
        `"previousHash":"${previous}","seq"`,
      );
      previous = sha256Hex(linked);
      db.prepare('UPDATE record SET bytes = ?, hash = ? WHERE id = ?').run(linked, previous, row.id);
    }
    db.prepare('UPDATE sale SET total_cents = 500 WHERE record_seq = ?').run(seq);
  });
}

test('yesterday’s total edited, chain made good again without the key, is found', async () => {
  const folder = temporaryFolder();
  await putAway(folder, 4);
  editTotal(folder, 2);
  const point = await testPoint({ folder });
  // The head file already says that the end of the chain is another one.
  expect(found(point)).toEqual([{ kind: 'records-replaced', source: 'head-file', chain: 'sale', seq: 4 }]);
  await point.deps.integrity.check(1);
  // Every record hashed anew carries a signature that is not its own.
  expect(found(point).slice(1)).toEqual(
    [2, 3, 4].map((seq) => ({
      kind: 'record-changed',
      chain: 'sale',
      seq,
      businessDay: '2026-11-22',
      why: 'wrong-signature',
    })),
  );
});

test('a total of eight months ago is found by the look at older records', async () => {
  const folder = temporaryFolder();
  const first = await testPoint({ folder, at: instant('2026-11-22T09:00:00.000Z') });
  await openDay(first);
  await sell(first, { skus: ['CHARGEUR'] });
  await closeDay(first);
  first.end();
  const second = await testPoint({ folder, at: instant('2027-07-22T09:00:00.000Z') });
  await second.signInAs('manager');
  await second.done('openSession', {
    businessDay: day('2027-07-22'),
    count: { 1000: 5 },
    dayConfirmed: true,
  });
  await sell(second, { skus: ['CHARGEUR'] });
  second.end();
  tamper(folder, (db) => {
    db.exec(
      `UPDATE record SET bytes = replace(bytes, '"totalCents":1500,"vat"', '"totalCents":100,"vat"') WHERE chain = 'sale' AND seq = 1`,
    );
  });
  const point = await testPoint({ folder, at: instant('2027-07-22T12:00:00.000Z') });
  expect(found(point)).toEqual([]);
  await point.deps.integrity.check(1);
  expect(found(point)).toEqual([
    { kind: 'record-changed', chain: 'sale', seq: 1, businessDay: '2026-11-22', why: 'wrong-hash' },
  ]);
});

test('a row that lists show and its record that disagree are found', async () => {
  const folder = temporaryFolder();
  await putAway(folder, 3);
  tamper(folder, (db) => db.exec("UPDATE sale SET total_cents = 100 WHERE number LIKE '%000002'"));
  const point = await testPoint({ folder });
  await point.deps.integrity.check(1);
  expect(found(point)).toEqual([
    { kind: 'sale-row-changed', number: 'PAR13-1-2026-000002', businessDay: '2026-11-22' },
  ]);
});

test('the first records taken out, and a whole day in the middle, are found', async () => {
  for (const [where, seq] of [
    ['seq <= 2', 3],
    ['seq BETWEEN 2 AND 4', 5],
  ] as const) {
    const folder = temporaryFolder();
    await putAway(folder, 6);
    tamper(folder, (db) => db.exec(`DELETE FROM record WHERE chain = 'sale' AND ${where}`));
    const point = await testPoint({ folder });
    await point.deps.integrity.check(1);
    expect(found(point).map((one) => [one.kind, 'seq' in one ? one.seq : 0])).toContainEqual([
      'record-changed',
      seq,
    ]);
  }
});

test('what headquarters holds and the till lost is told once, however far the till has gone on since', async () => {
  const point = await testPoint();
  await openDay(point);
  const none = { seq: 0, hash: firstPreviousHash };
  const heads = { sale: { seq: 50, hash: 'a'.repeat(64) }, closing: none, copy: none, event: none };
  for (let answer = 0; answer < 3; answer += 1) {
    point.deps.integrity.compare(heads, 'headquarters');
    await sell(point, { skus: ['CHARGEUR'] });
  }
  expect(found(point)).toHaveLength(1);
});

test('a journal that could not be read to its end is not said to hold, and not archived', async () => {
  const point = await testPoint();
  await openDay(point);
  await point.signInAs('manager');
  const { deps } = point;
  const archive = makeArchive(deps, { period: 'all', folder: archiveFolder(deps) });
  const asked = point.call('checkJournal', {});
  deps.integrity.close();
  const unchecked = { ok: false, refusal: { kind: 'journal-unchecked' } };
  expect([await archive, await asked]).toEqual([unchecked, unchecked]);
  expect(deps.store.archivesOf(deps.till)).toEqual([]);
  expect(deps.integrity.state().lastCheck).toBeNull();
});

test('guards that were taken away, weakened or added are missed once, and laid anew', async () => {
  const folder = temporaryFolder();
  await putAway(folder, 1);
  const db = databaseIn(folder);
  db.$client.exec(`
    DROP TRIGGER record_no_update;
    DROP TRIGGER sale_no_delete;
    CREATE TRIGGER sale_no_delete BEFORE DELETE ON sale WHEN old.total_cents < 0 BEGIN
      SELECT RAISE(ABORT, 'sale is append only');
    END;
    CREATE TRIGGER quiet_discount AFTER INSERT ON session BEGIN SELECT 1; END;
  `);
  db.$client.close();
  const defect = { kind: 'guard-missing', guards: ['record_no_update', 'sale_no_delete', 'quiet_discount'] };
  const noticed = await testPoint({ folder });
  expect(found(noticed)).toEqual([defect]);
  expect(() => noticed.db.$client.exec('DELETE FROM sale')).toThrow('append only');
  noticed.end();
  expect(found(await testPoint({ folder }))).toEqual([defect]);
});

test('a head file that is not there, or of which one byte was touched, is noticed and written again', async () => {
  const folder = temporaryFolder();
  await putAway(folder, 1);
  const bytes = readFileSync(join(folder, heads));
  const key = newSigningKey();
  const own = standing(folder);
  const verify = verifierAmong([own]);
  expect(openHeads(bytes, own.till, verify)).toEqual(own.heads);
  for (let at = 0; at < bytes.length; at += 1) {
    const touched = Buffer.from(bytes);
    touched[at] = (touched[at] ?? 0) ^ (1 << (at % 8));
    expect(openHeads(touched, own.till, verify), `byte ${at}`).toBeNull();
  }
  const forged = sealHeads(own.till, instant('2026-11-22T09:00:00.000Z'), own.heads, {
    keyId: own.keyId,
    sign: signerFor(key.privateKey),
  });
  expect(openHeads(forged, own.till, verify)).toBeNull();
  writeFileSync(join(folder, heads), bytes.fill(0, 40, 41));
  const damaged = await testPoint({ folder });
  expect(found(damaged)).toEqual([{ kind: 'head-damaged' }]);
  damaged.end();
  rmSync(join(folder, heads));
  const missing = await testPoint({ folder });
  expect(found(missing).at(-1)).toEqual({ kind: 'head-missing' });
  missing.end();
  const count = found(await testPoint({ folder })).length;
  expect(count).toBe(2);
});

function standing(folder: string): {
  readonly till: TillId;
  readonly keyId: KeyId;
  readonly publicKey: string;
  readonly heads: ChainHeads;
} {
  const db = databaseIn(folder);
  const store = storeOn(db);
  const [till] = store.tills();
  if (!till) throw new Error('no till');
  const { id, keyId, publicKey } = till;
  const heads = chainHeads(store, id);
  store.close();
  return { till: id, keyId, publicKey, heads };
}

test('a clock set back, and one that jumps while the till is on, are said; sleep is neither', async () => {
  const folder = temporaryFolder();
  await putAway(folder, 1);
  const back = await testPoint({ folder, at: instant('2026-11-22T06:00:00.000Z') });
  expect(found(back)).toMatchObject([{ kind: 'clock-back', to: '2026-11-22T06:00:00.000Z' }]);
  back.end();
  let upMs = 0;
  const point = await testPoint({ folder: temporaryFolder(), uptimeMs: () => upMs });
  const { integrity } = point.deps;
  integrity.lookAtClock();
  point.later(hour);
  upMs += hour;
  integrity.lookAtClock();
  expect(found(point)).toEqual([]);
  point.later(3 * hour);
  upMs += 30_000;
  integrity.lookAtClock();
  const to = point.deps.now();
  expect(found(point)).toEqual([
    {
      kind: 'clock-jump',
      from: new Date(instantMs(to) - 3 * hour + 30_000).toISOString(),
      to,
    },
  ]);
});

test('a manager reads what was noticed; the desk stops showing it and the journal keeps it', async () => {
  const folder = temporaryFolder();
  await putAway(folder, 1);
  rmSync(join(folder, heads));
  const point = await testPoint({ folder });
  await point.signInAs('manager');
  expect((await point.done('deskState', {})).integrity.unread).toBe(1);
  const [defect] = (await point.done('integrity', {})).defects;
  const seq = defect?.seq ?? 0;
  expect((await point.done('markDefectRead', { seq })).defects[0]?.readAt).not.toBeNull();
  expect(await point.call('markDefectRead', { seq: 9_999 })).toEqual({
    ok: false,
    refusal: { kind: 'defect-unknown' },
  });
  expect((await point.done('deskState', {})).integrity.unread).toBe(0);
  const { events } = await point.done('events', {
    group: 'journal',
    operator: null,
    from: null,
    until: null,
    before: null,
  });
  expect(events.map((one) => one.type).slice(0, 2)).toEqual(['integrity-read', 'integrity-defect']);
  point.end();
  expect((await testPoint({ folder })).deps.integrity.unread()).toBe(0);
});

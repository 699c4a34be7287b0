import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { instant } from '#domain/time.ts';
import { openSealedBackup, readBackupLine, sealBackup } from '#exchange/backup.ts';
import { backupIdentity } from '#main/backup/keys.ts';
import { openKeptTill } from '#main/kept-till.ts';
import { identityToRecipient } from 'age-encryption';
import { pool } from '#verify/pool.ts';
import { verifyPath } from '#verify/index.ts';
import { applicationOptions } from '#test/support/application.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { closeDay, openDay, payloadsOf, sell } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

async function bothSold(): Promise<{ readonly first: TestPoint; readonly second: TestPoint }> {
  const first = await testPoint();
  const second = first.beside();
  for (const at of [first, second]) {
    await openDay(at);
    await sell(at, { skus: ['CHARGEUR'] });
  }
  await closeDay(first);
  for (const at of [first, second]) await at.signInAs('manager');
  return { first, second };
}

async function verified(folder: string) {
  const threads = pool();
  onTestFinished(threads.close);
  const verdicts = await verifyPath({ path: folder, identity: null, key: null, linksOnly: false }, threads);
  return verdicts.map(({ first, word, till }) => ({ first, word, till }));
}

const whole = [
  { first: null, word: null, till: 'PAR13-1' },
  { first: null, word: null, till: 'PAR13-2' },
];

async function machineOn(folder: string) {
  const now = () => instant('2026-11-22T20:00:00.000Z');
  const opened = await openKeptTill(applicationOptions(folder, { now }));
  if (!opened.ok) throw new Error(opened.refusal.kind);
  onTestFinished(opened.value.close);
  return { folder, ...opened.value };
}

test('a backup made at one till carries them all: another machine becomes that till, and each goes on', async () => {
  const { first, second } = await bothSold();
  const { backups } = await second.done('makeBackup', {});
  expect(backups.map((one) => one.till)).toEqual(['PAR13-2']);
  // It is the point's: neither till is asked for another one.
  for (const at of [first, second])
    expect((await at.done('backups', {})).last).toEqual({ at: first.deps.now(), onDrive: false });
  const path = backups[0]?.path ?? '';
  const recoveryKey = Buffer.from(first.deps.keystore.read('demo-recovery') ?? []).toString('utf8');
  const machine = await machineOn(temporaryFolder());
  expect(await machine.call('restoreBackup', { path, recoveryKey })).toMatchObject({
    ok: true,
    value: { till: 'PAR13-2', lastBusinessDay: '2026-11-22', sales: 2, defects: [] },
  });
  expect(await machine.call('deskState', {})).toMatchObject({ value: { till: 'PAR13-2' } });
  await machine.close();
  const restarted = await machineOn(machine.folder);
  expect(await restarted.call('deskState', {})).toMatchObject({ value: { till: 'PAR13-2' } });
  await restarted.close();
  expect(await verified(machine.folder)).toEqual(whole);
  const again = await testPoint({ folder: machine.folder, at: instant('2026-11-22T21:00:00.000Z') });
  const beside = again.beside();
  expect(payloadsOf(again, 'event', 'restore')).toHaveLength(1);
  expect(payloadsOf(beside, 'event', 'restore')).toHaveLength(1);
  await beside.signInAs('seller');
  expect((await sell(beside, { skus: ['CHARGEUR'] })).number).toBe('PAR13-2-2026-000002');
  await openDay(again);
  expect((await sell(again, { skus: ['CHARGEUR'] })).number).toBe('PAR13-1-2026-000002');
  for (const at of [again, beside]) {
    await at.deps.integrity.check(1);
    expect(at.deps.integrity.state().defects).toEqual([]);
  }
});

test('a till in the copy whose key did not come with it: damaged, and nothing is restored', async () => {
  const { first } = await bothSold();
  const { backups } = await first.done('makeBackup', {});
  const path = backups[0]?.path ?? '';
  const bytes = readFileSync(path);
  const { line, lineBytes } = readBackupLine(path) ?? {};
  const identity = backupIdentity(first.deps.keystore) ?? '';
  const sealed = bytes.subarray(lineBytes ?? 0, (lineBytes ?? 0) + (line?.sealedBytes ?? 0));
  const part = await openSealedBackup(sealed, identity);
  if (!part.ok) throw new Error(part.refusal.kind);
  expect(part.value.tills.map((one) => one.till)).toEqual(['PAR13-1', 'PAR13-2']);
  const less = { ...part.value, tills: part.value.tills.slice(0, 1) };
  const head = await sealBackup(less, 'Paris', [await identityToRecipient(identity)]);
  const touched = join(temporaryFolder(), 'touched.comptoir-backup');
  writeFileSync(touched, Buffer.concat([head, bytes.subarray((lineBytes ?? 0) + sealed.length)]));
  const asked = { path: touched, recoveryKey: null };
  expect(await first.call('tryBackup', asked)).toEqual({ ok: false, refusal: { kind: 'backup-damaged' } });
});

test('the folder for an inspector holds the books of every till, each by its own key', async () => {
  const { first, second } = await bothSold();
  const { folder, files } = await first.done('makeInspection', { folder: temporaryFolder() });
  expect(readdirSync(folder).toSorted()).toEqual(files.toSorted());
  expect(await verified(folder)).toEqual(whole);
  const readme = readFileSync(join(folder, 'LISEZMOI.txt'), 'utf8');
  for (const { deps } of [first, second]) {
    expect(readme).toContain(deps.tillKey.keyId);
    const sales = readFileSync(join(folder, `ventes-${deps.till}.csv`), 'utf8');
    expect(sales.match(/PAR13-\d-2026-\d{6}/g)).toEqual([`${deps.till}-2026-000001`]);
  }
  // Both journals say what left them, and who took it out.
  await second.done('signOut', {});
  await first.done('makeInspection', { folder: temporaryFolder() });
  const who = payloadsOf<{ readonly operator: string; readonly what: string }>(second, 'event', 'export');
  expect(who.map(({ operator, what }) => [operator, what])).toEqual([
    ['E03', 'inspection'],
    ['E03', 'inspection'],
  ]);
});

test('archives are made by the till whose they are', async () => {
  const { first, second } = await bothSold();
  const made = await first.done('makeArchive', { period: 'all', folder: null });
  expect(made.fileName).toMatch(/^PAR13-1-/);
  expect((await second.done('archives', {})).archives).toEqual([]);
  expect(await verified(join(first.folder, 'archives'))).toEqual([whole[0]]);
});

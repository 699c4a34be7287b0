import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import type { Answer, CallName, Input } from '#contract/ipc.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { brandAs } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { backupFileName } from '#exchange/backup.ts';
import type { KeptTill } from '#main/kept-till.ts';
import { applicationIn } from '#test/support/application.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { closeDay, form, openDay, payloadsOf, register, rowsOf, sell } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

const recoveryOf = (point: TestPoint): string =>
  Buffer.from(fileKeystore(join(point.folder, 'keys')).read('demo-recovery') ?? []).toString('utf8');

/** A day with a person and sales, backed up; gives the newest backup. */
async function backedUp(options: Parameters<typeof testPoint>[0] = {}): Promise<{
  readonly point: TestPoint;
  readonly path: string;
}> {
  const point = await testPoint(options);
  await openDay(point);
  await register(point);
  await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'] });
  await closeDay(point);
  await point.signInAs('manager');
  const { backups } = await point.done('makeBackup', {});
  return { point, path: backups[0]?.path ?? '' };
}

/** An application on a machine that holds nothing yet. */
async function emptyMachine(folder = temporaryFolder()): Promise<{
  readonly folder: string;
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Answer<N>>;
  readonly application: KeptTill;
}> {
  const opened = await applicationIn(folder, { now: () => brandAs('2026-11-22T20:00:00.000Z') });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const application = opened.value;
  onTestFinished(() => application.close());
  return {
    folder,
    application,
    call: async (name, input) => (await application.call(name, input)) as Answer<typeof name>,
  };
}

test('a backup is made after a closing and copied to the drive that is plugged in; it hides every name', async () => {
  const drive = temporaryFolder();
  const { point } = await backedUp({ drives: [drive] });
  const state = await point.done('backups', {});
  expect(state.last).toEqual({ at: point.deps.now(), onDrive: true });
  expect(state.problem).toBeNull();
  expect(state.backups.map((one) => one.where).toSorted()).toEqual(['drive', 'folder']);
  for (const { path } of state.backups) {
    const bytes = readFileSync(path).toString('latin1');
    expect(bytes).not.toMatch(/Diallo|Fatoumata|SQLite format/);
  }
  expect(readdirSync(point.folder)).not.toContain('backup-copy.db');
});

test('after a closing it happens by itself', async () => {
  const point = await testPoint({ background: true });
  await openDay(point);
  await closeDay(point);
  await point.settled();
  await point.signInAs('manager');
  expect((await point.done('backups', {})).backups).toHaveLength(1);
});

test('a test restore says what is inside and leaves nothing behind', async () => {
  const { point, path } = await backedUp();
  const before = readdirSync(point.folder).toSorted();
  expect(await point.done('tryBackup', { path, recoveryKey: null })).toEqual({
    till: 'PAR13-1',
    siteName: 'Paris 13ᵉ',
    madeAt: point.deps.now(),
    lastBusinessDay: '2026-11-22',
    sales: 1,
    persons: 1,
    records: expect.any(Number) as number,
    defects: [],
  });
  expect(readdirSync(point.folder).toSorted()).toEqual(before);
});

test('an empty machine becomes the point with the recovery key, sells on, and says that it was restored', async () => {
  const { point, path } = await backedUp();
  const machine = await emptyMachine();
  const recoveryKey = recoveryOf(point);
  expect(await machine.call('restoreBackup', { path, recoveryKey: null })).toEqual({
    ok: false,
    refusal: { kind: 'recovery-key-needed' },
  });
  const spelled = ` ${recoveryKey.toLowerCase().replace(/(.{8})/g, '$1 ')}`;
  expect(await machine.call('restoreBackup', { path, recoveryKey: spelled })).toMatchObject({
    ok: true,
    value: { till: 'PAR13-1', sales: 1, persons: 1, defects: [] },
  });
  expect(await machine.call('restoreBackup', { path, recoveryKey })).toEqual({
    ok: false,
    refusal: { kind: 'already-set-up' },
  });
  await machine.application.close();
  const restored = await testPoint({ folder: machine.folder, at: instant('2026-11-22T21:00:00.000Z') });
  await restored.signInAs('manager');
  expect(await restored.done('tickets', { text: '000001', personId: null })).toHaveLength(1);
  const { events } = await restored.done('events', {
    group: 'journal',
    operator: null,
    from: null,
    until: null,
    before: null,
  });
  expect(events.map((one) => one.type)).toContain('restore');
  await restored.deps.integrity.check(1);
  expect(restored.deps.integrity.state().defects).toEqual([]);
  await openDay(restored);
  expect((await sell(restored, { skus: ['CHARGEUR'] })).number).toBe('PAR13-1-2026-000002');
});

test('another key, a touched byte, a file that is no backup: refused, and the machine stays empty', async () => {
  const { point, path } = await backedUp();
  const other = await backedUp();
  const machine = await emptyMachine();
  const recoveryKey = recoveryOf(point);
  const ask = (change: Partial<Input<'restoreBackup'>>) =>
    machine.call('restoreBackup', { path, recoveryKey, ...change });
  expect(await ask({ recoveryKey: recoveryOf(other.point) })).toMatchObject({
    refusal: { kind: 'recovery-key-wrong' },
  });
  const bytes = readFileSync(path);
  const touched = join(temporaryFolder(), 'touched.comptoir-backup');
  for (const [at, refusals] of [
    [40, ['backup-unreadable', 'recovery-key-wrong', 'recovery-key-needed']],
    [700, ['recovery-key-wrong']],
    [bytes.length - 5_000, ['backup-damaged']],
  ] as const) {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    writeFileSync(touched, copy);
    const answer = await ask({ path: touched });
    expect(answer.ok ? 'restored' : refusals.includes(answer.refusal.kind as never), `byte ${at}`).toBe(true);
  }
  writeFileSync(touched, bytes.subarray(0, bytes.length - 10));
  expect(await ask({ path: touched })).toMatchObject({ refusal: { kind: 'backup-damaged' } });
  writeFileSync(touched, 'not a backup\n');
  expect(await ask({ path: touched })).toMatchObject({ refusal: { kind: 'backup-unreadable' } });
  expect(await ask({ path: '/nowhere/at-all' })).toMatchObject({ refusal: { kind: 'backup-unreadable' } });
  expect(await machine.call('deskState', {})).toMatchObject({ value: { setUp: false, till: null } });
});

test('two restores at once make one point, and the restore is always told', async () => {
  const { point, path } = await backedUp();
  const machine = await emptyMachine();
  const recoveryKey = recoveryOf(point);
  const answers = await Promise.all([1, 2].map(() => machine.call('restoreBackup', { path, recoveryKey })));
  expect(answers.map((answer) => (answer.ok ? 'restored' : answer.refusal.kind)).toSorted()).toEqual([
    'already-set-up',
    'restored',
  ]);
  await machine.application.close();
  const restored = await testPoint({ folder: machine.folder, at: instant('2026-11-22T21:00:00.000Z') });
  expect(payloadsOf(restored, 'event', 'restore')).toHaveLength(1);
});

test('whoever was erased since is erased again in what is restored', async () => {
  const { point, path } = await backedUp();
  const personId = String(rowsOf(point, 'SELECT id FROM person')[0]?.['id']);
  const folder = join(path, '..');
  writeFileSync(join(folder, 'purge.txt'), `${personId}\n`);
  const machine = await emptyMachine();
  await machine.call('restoreBackup', { path, recoveryKey: recoveryOf(point) });
  await machine.application.close();
  const restored = await testPoint({ folder: machine.folder, at: instant('2026-11-22T21:00:00.000Z') });
  expect(rowsOf(restored, 'SELECT birth_name, first_names, birth_year, phone FROM person')).toEqual([
    { birth_name: '', first_names: '', birth_year: null, phone: '' },
  ]);
  await restored.signInAs('manager');
  expect(await restored.done('searchPersons', { text: 'diallo', birthYear: 1988 })).toEqual({
    persons: [],
    total: 0,
  });
  expect(readFileSync(join(machine.folder, 'purge.txt'), 'utf8')).toBe(`${personId}\n`);
});

test('a folder that cannot be used is said, and the last good backup still counts', async () => {
  const { point } = await backedUp();
  const blocked = join(temporaryFolder(), 'file');
  writeFileSync(blocked, '');
  expect(await point.call('chooseBackupFolder', { folder: join(blocked, 'inside') })).toMatchObject({
    refusal: { kind: 'folder-unusable' },
  });
  for (const folder of ['relatif', join(temporaryFolder(), 'mal', 'tapé'), '/proc/comptoir'])
    expect(await point.call('chooseBackupFolder', { folder })).toEqual({
      ok: false,
      refusal: { kind: 'folder-unusable', folder },
    });
  const elsewhere = join(temporaryFolder(), 'sauvegardes');
  expect(await point.done('chooseBackupFolder', { folder: elsewhere })).toMatchObject({ folder: elsewhere });
  expect((await point.done('makeBackup', {})).backups[0]?.path).toContain(elsewhere);
  await register(point, form({ birthName: 'Benali', firstNames: 'Karim' }));
  // The folder goes away overnight: the desk says so until a backup is made again.
  expect((await point.done('deskState', {})).backupProblem).toBeNull();
  rmSync(elsewhere, { recursive: true });
  writeFileSync(elsewhere, '');
  expect(await point.call('makeBackup', {})).toMatchObject({ refusal: { kind: 'folder-unusable' } });
  expect((await point.done('deskState', {})).backupProblem).toBe('folder-unusable');
  rmSync(elsewhere);
  await point.done('makeBackup', {});
  expect((await point.done('deskState', {})).backupProblem).toBeNull();
});

test('a drive with a list and a link of somebody else keeps the one and writes through neither', async () => {
  const drive = temporaryFolder();
  const aim = join(temporaryFolder(), 'aim');
  writeFileSync(aim, 'untouched');
  const copies = join(drive, 'comptoir-sauvegardes');
  mkdirSync(copies);
  writeFileSync(join(copies, 'purge.txt'), 'somebody-of-another-till\n');
  symlinkSync(aim, join(copies, 'purge.txt.part'));
  const point = await testPoint({ drives: [drive] });
  writeFileSync(join(point.folder, 'purge.txt'), 'somebody-here\n');
  const name = backupFileName(point.deps.till, point.deps.now());
  symlinkSync(aim, join(copies, `${name}.part`));
  await point.signInAs('manager');
  await point.done('makeBackup', {});
  expect(readFileSync(aim, 'utf8')).toBe('untouched');
  expect(readFileSync(join(copies, 'purge.txt'), 'utf8')).toBe('somebody-of-another-till\nsomebody-here\n');
  expect(readdirSync(copies).toSorted()).toEqual([name, 'purge.txt'].toSorted());
});

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished, expect, test } from 'vitest';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { applicationIn } from '#test/support/application.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { closeDay, openDay, sell } from '#test/support/desk.ts';
import { testPoint } from '#test/support/point.ts';

const kills = Number(process.env['COMPTOIR_FAULTS'] ?? 5);
const program = join(import.meta.dirname, 'restoring.ts');

/** Restores until killed, or to the end. */
function restoreUntilKilled(args: readonly string[], aliveMs: number): Promise<string> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), aliveMs);
    said = line;
  });
  return new Promise((resolve) => child.on('close', () => resolve(said)));
}

test(`kill −9 at ${kills} moments of a restore: the machine is still empty, or it is the whole point`, async () => {
  const point = await testPoint();
  await openDay(point);
  for (let sale = 0; sale < 30; sale += 1) await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point);
  await point.signInAs('manager');
  const path = (await point.done('makeBackup', {})).backups[0]?.path ?? '';
  const recoveryKey = Buffer.from(
    fileKeystore(join(point.folder, 'keys')).read('demo-recovery') ?? [],
  ).toString('utf8');
  const ends = new Map<string, number>();
  for (let kill = 0; kill < kills; kill += 1) {
    const folder = temporaryFolder();
    const said = await restoreUntilKilled([folder, path, recoveryKey], (kill / kills) * 900);
    const opened = await applicationIn(folder);
    if (!opened.ok) throw new Error(`after ${said}: ${opened.refusal.kind}`);
    const { call, close } = opened.value;
    const state = await call('deskState', {});
    const till = state.ok ? (state.value as { till: string | null }).till : 'refused';
    ends.set(String(till), (ends.get(String(till)) ?? 0) + 1);
    if (till === null) expect(await call('restoreBackup', { path, recoveryKey })).toMatchObject({ ok: true });
    expect(await call('deskState', {})).toMatchObject({ value: { till: 'PAR13-1', setUp: true } });
    await close();
  }
  expect([...ends.keys()].every((end) => end === 'null' || end === 'PAR13-1')).toBe(true);
}, 600_000);

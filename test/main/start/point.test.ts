import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { openPoint } from '#main/point.ts';
import { reportTo } from '#main/report.ts';
import { registerDemoPeople } from '#main/set-up/demo-people.ts';
import { migrationsFolder, temporaryFolder } from '#test/support/database.ts';
import { form, openDay, rowsOf, scan } from '#test/support/desk.ts';
import { testPoint } from '#test/support/point.ts';

const at = (folder: string, keys = join(folder, 'keys')) => ({
  folder,
  keystore: fileKeystore(keys),
  allowPlain: false,
  migrationsFolder,
});

test('a database whose key another keystore holds is refused, never overwritten', () => {
  const folder = temporaryFolder();
  const first = openPoint(at(folder));
  if (!first.ok) throw new Error('refused');
  first.value.db.$client.close();
  const elsewhere = join(folder, 'other-keys');
  expect(openPoint(at(folder, elsewhere))).toEqual({ ok: false, refusal: { kind: 'other-keystore' } });
  expect(fileKeystore(elsewhere).read('database')).toBeNull();
  fileKeystore(elsewhere).write('database', new Uint8Array(32).fill(1));
  expect(openPoint(at(folder, elsewhere))).toEqual({ ok: false, refusal: { kind: 'other-keystore' } });
  const again = openPoint(at(folder));
  expect(again.ok).toBe(true);
  if (again.ok) again.value.db.$client.close();
});

test('no file of a point holds a name in clear, nor the till’s private key in the database', async () => {
  const point = await testPoint();
  await openDay(point);
  await point.done('registerPerson', {
    registration: form({ birthName: 'Ouagadougou', firstNames: 'Xanthippe' }),
    notTheSame: [],
  });
  await point.done('searchPersons', { text: 'ouagadougou', birthYear: null });
  for (const name of readdirSync(point.folder).filter((one) => one !== 'keys'))
    expect(readFileSync(join(point.folder, name)).toString('latin1')).not.toMatch(
      /Ouagadougou|ouagadougou|Xanthippe/,
    );
  const key = Buffer.from(fileKeystore(join(point.folder, 'keys')).read('till-PAR13-1') ?? []);
  expect(key).toHaveLength(32);
  expect(JSON.stringify(rowsOf(point, 'SELECT * FROM till'))).not.toContain(key.toString('base64url'));
});

test('the demonstration’s people have cards that open their rights; one is a walk-in', async () => {
  const point = await testPoint();
  await registerDemoPeople(point.deps);
  expect(point.deps.desk.operator).toBeNull();
  const listed = JSON.parse(readFileSync(join(point.folder, 'demonstration.json'), 'utf8')) as {
    readonly cards: readonly string[];
  };
  await openDay(point);
  const standings: string[] = [];
  for (const card of listed.cards) {
    const answer = await scan(point, card);
    if (!answer.ok || answer.value.to !== 'basket') throw new Error('not a person');
    standings.push(answer.value.basket.person?.standing.kind ?? '');
  }
  expect(standings).toEqual(['entitled', 'entitled', 'entitled', 'entitled', 'entitled', 'walk-in']);
});

test('what breaks is kept by its incident and code, without the message that may name somebody', () => {
  const folder = temporaryFolder();
  const error = new Error('not unique:\nFatoumata Diallo\n');
  reportTo(folder, '0.1.0')('a1b2c3d4', error);
  const log = readFileSync(join(folder, 'incidents.log'), 'utf8');
  expect(log).toContain('a1b2c3d4 0.1.0 Error');
  expect(log).toContain('point.test.ts');
  expect(log).not.toContain('Diallo');
  rmSync(join(folder, 'incidents.log'));
  expect(existsSync(join(folder, 'incidents.log'))).toBe(false);
});

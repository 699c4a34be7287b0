import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { makeEnrolmentCode } from '#hq/enrol.ts';
import { startHeadquarters } from '#hq/server/start.ts';
import { openStore } from '#hq/open-store.ts';
import { openApplication } from '#main/application.ts';
import { newNetwork } from '#test/hq/network.ts';
import { applicationOptions } from '#test/support/application.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { pageOf } from '#test/support/two-tills.ts';

const at = instant('2026-11-02T18:30:00.000Z');

async function headquarters() {
  const store = await openStore({ folder: join(temporaryFolder(), 'hq'), at });
  if (!store.ok) throw new Error(store.refusal.kind);
  const deps = await newNetwork(store.value);
  const server = await startHeadquarters({ ...deps, port: 0 });
  onTestFinished(async () => {
    await server.close();
    await store.value.close();
  });
  const code = async (till: string): Promise<string> => {
    const site = till.split('-')[0] ?? '';
    const made = await makeEnrolmentCode(deps, brandAs(site), brandAs(till));
    if (!made.ok) throw new Error(made.refusal.kind);
    return made.value.code;
  };
  return { deps, url: server.url, code };
}

async function pointOf(hq: Awaited<ReturnType<typeof headquarters>>) {
  const folder = temporaryFolder();
  const opened = await openApplication(applicationOptions(folder, { now: () => at }));
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const application = opened.value;
  onTestFinished(application.close);
  const connection = application.connect(null);
  if (!connection.ok) throw new Error(connection.refusal.kind);
  expect(application.tills()).toEqual([]);
  const enrolled = await connection.value.call('enrol', { code: await hq.code('PAR13-1'), url: hq.url });
  expect(enrolled).toMatchObject({ ok: true, value: { siteName: 'Paris 13ᵉ' } });
  const first = pageOf(application, brandAs('PAR13-1'));
  await first.done('createFirstOperator', { name: 'Nadia', password: 'Cle-du-13e' });
  return { folder, application, connection: connection.value, first };
}

test('an administrator adds a till by a code: it sells at once, and the connection before set-up stays its till’s', async () => {
  const hq = await headquarters();
  const { application, connection, first, folder } = await pointOf(hq);
  expect(await first.done('addTill', { code: await hq.code('PAR13-2') })).toEqual({ till: 'PAR13-2' });
  expect(application.tills()).toEqual(['PAR13-1', 'PAR13-2']);
  expect(await connection.call('deskState', {})).toMatchObject({ value: { till: 'PAR13-1' } });
  const second = pageOf(application, brandAs('PAR13-2'));
  expect((await second.done('signInChoices', {})).map((one) => one.name)).toEqual(['Nadia']);
  await second.done('signIn', { operator: brandAs('E01'), password: 'Cle-du-13e' });
  const sent = await second.done('sendNow', {});
  expect(sent).toEqual({ sent: 0, waiting: 0 });
  await application.close();
  const again = await openApplication(applicationOptions(folder, { now: () => at }));
  if (!again.ok) throw new Error(again.refusal.kind);
  expect(again.value.tills()).toEqual(['PAR13-1', 'PAR13-2']);
  // A start that names none is the machine's own.
  const own = again.value.connect(null);
  if (!own.ok) throw new Error(own.refusal.kind);
  expect(await own.value.call('deskState', {})).toMatchObject({ value: { till: 'PAR13-1' } });
  await again.value.close();
});

test('a code of another point, of a till that is here, used or torn: refused with why, and no key is touched', async () => {
  const hq = await headquarters();
  const { application, first } = await pointOf(hq);
  const refusalOf = async (code: string): Promise<unknown> => {
    const answer = await first.call('addTill', { code });
    return answer.ok ? answer.value : answer.refusal;
  };
  expect(await refusalOf(await hq.code('MRS-1'))).toEqual({ kind: 'other-site', site: 'MRS' });
  expect(await refusalOf('torn')).toEqual({ kind: 'enrolment-code-unreadable' });
  const code = await hq.code('PAR13-2');
  const twice = await Promise.all([refusalOf(code), refusalOf(code)]);
  expect(twice).toContainEqual({ till: 'PAR13-2' });
  expect(twice).not.toEqual([{ till: 'PAR13-2' }, { till: 'PAR13-2' }]);
  expect(await refusalOf(code)).toEqual({ kind: 'till-exists', till: 'PAR13-2' });
  // The key that headquarters knows is the one that was kept: it still takes what the till signs.
  const second = pageOf(application, brandAs('PAR13-2'));
  await second.done('signIn', { operator: brandAs('E01'), password: 'Cle-du-13e' });
  expect(await second.call('sendNow', {})).toEqual({ ok: true, value: { sent: 0, waiting: 0 } });
  await first.done('signOut', {});
  expect(await refusalOf(code)).toEqual({ kind: 'not-signed-in' });
});

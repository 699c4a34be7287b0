import type { Day } from '#domain/time.ts';
import { expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { codeOf, hour, openDay, passwordOf, payloadsOf, rowsOf } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

async function managed(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  await point.signInAs('manager');
  return point;
}

const create = (point: TestPoint, name: string, change: object = {}) =>
  point.call('createOperator', { name, role: 'seller', password: 'Premier-1', activeUntil: null, ...change });

test('somebody new gets a code that is never used again, and must choose a password', async () => {
  const point = await managed();
  expect(await create(point, 'Zoé')).toMatchObject({
    ok: true,
    value: { code: 'E04', role: 'seller', admin: false, mustChangePassword: true, hasPin: false },
  });
  expect(await create(point, 'Ali')).toMatchObject({ value: { code: 'E05' } });
  expect(payloadsOf(point, 'event', 'right-changed')).toMatchObject([
    { operator: codeOf('manager'), of: 'E04', change: 'created' },
    { of: 'E05' },
  ]);
  expect(
    JSON.stringify(rowsOf(point, "SELECT body FROM outbox WHERE body LIKE '%team-change%'")),
  ).not.toContain('Zoé');
});

test('a name stands once, whatever its accents and capitals; digits and other alphabets set names apart', async () => {
  const point = await managed();
  await create(point, 'Zoé');
  expect(await create(point, ' ZOE ')).toEqual({ ok: false, refusal: { kind: 'name-taken' } });
  for (const name of ['Stagiaire 1', 'Stagiaire 2', 'فاطمة', '李'])
    expect(await create(point, name), name).toMatchObject({ ok: true });
  expect(await create(point, 'Weak', { password: 'weak' })).toMatchObject({
    refusal: { kind: 'password-too-weak' },
  });
});

test('a last day that is not a day is refused, never read as none', async () => {
  const point = await managed();
  const bad = { ok: false, refusal: { kind: 'bad-input', where: ['activeUntil'] } };
  for (const activeUntil of ['31/12/2026', '2026-02-30', '', 'demain'])
    expect(await create(point, 'Zoé', { activeUntil })).toEqual(bad);
  const limit = (activeUntil: string | null) =>
    point.call('limitOperator', {
      operator: codeOf('seller'),
      role: 'seller',
      activeUntil: activeUntil as Day | null,
    });
  expect(await limit('2026-2-3')).toEqual(bad);
  expect(await limit('2026-12-31')).toMatchObject({ value: { activeUntil: '2026-12-31' } });
});

test('the last manager is neither stopped nor limited, and nobody stops themselves', async () => {
  const point = await managed();
  const own = codeOf('manager');
  const limit = (role: 'seller' | 'manager', activeUntil: string | null = null) =>
    point.call('limitOperator', { operator: own, role, activeUntil: activeUntil as Day | null });
  expect(await limit('seller')).toEqual({ ok: false, refusal: { kind: 'last-manager' } });
  expect(await limit('manager', '2027-01-01')).toEqual({ ok: false, refusal: { kind: 'last-manager' } });
  expect(await point.call('stopOperator', { operator: own, stopped: true })).toEqual({
    ok: false,
    refusal: { kind: 'not-yourself' },
  });
  const second = await create(point, 'Zoé', { role: 'manager', activeUntil: '2026-11-23' });
  expect(second).toMatchObject({ ok: true });
  expect(await limit('seller')).toMatchObject({ ok: true });
});

test('a manager whose last day is over does not count as one who could run the point', async () => {
  const point = await managed();
  await create(point, 'Zoé', { role: 'manager', activeUntil: '2026-11-22' });
  point.later(24 * hour);
  expect(
    await point.call('limitOperator', { operator: codeOf('manager'), role: 'seller', activeUntil: null }),
  ).toEqual({ ok: false, refusal: { kind: 'last-manager' } });
});

test('a stop applies at once to whoever is signed in, and a resume lets them back', async () => {
  const point = await managed();
  const operator = codeOf('seller');
  const stop = (stopped: boolean) => point.done('stopOperator', { operator, stopped });
  expect(await stop(true)).toMatchObject({ status: 'stopped' });
  await stop(false);
  await point.signInAs('seller');
  point.store.saveOperator({ code: operator, status: 'stopped' });
  expect(await point.call('basket', {})).toEqual({ ok: false, refusal: { kind: 'not-signed-in' } });
  point.store.saveOperator({ code: operator, status: 'active' });
  expect(await point.call('basket', {})).toMatchObject({ ok: true });
});

test('a reset forgets the PIN and the wait, and does not let back in who was stopped meanwhile', async () => {
  const point = await managed();
  const operator = codeOf('seller');
  point.store.saveOperator({ code: operator, pinHash: 'plain:4711' });
  const [reset] = await Promise.all([
    point.done('resetOperator', { operator, password: 'Nouveau-1' }),
    point.done('stopOperator', { operator, stopped: true }),
  ]);
  expect(reset).toMatchObject({ status: 'stopped', hasPin: false, mustChangePassword: true });
  await point.done('stopOperator', { operator, stopped: false });
  await point.done('signOut', {});
  expect(await point.call('signIn', { operator, password: passwordOf('seller') })).toMatchObject({
    ok: false,
  });
  expect(await point.call('signIn', { operator, password: 'Nouveau-1' })).toMatchObject({ ok: true });
});

test('nobody unknown is reset, limited or stopped', async () => {
  const point = await managed();
  const operator = brandAs<never>('E99');
  const unknown = { ok: false, refusal: { kind: 'operator-unknown' } };
  expect(await point.call('resetOperator', { operator, password: 'Nouveau-1' })).toEqual(unknown);
  expect(await point.call('limitOperator', { operator, role: 'seller', activeUntil: null })).toEqual(unknown);
  expect(await point.call('stopOperator', { operator, stopped: true })).toEqual(unknown);
});

test('somebody with a password that was handed to them first chooses their own, another one', async () => {
  const point = await managed();
  await create(point, 'Zoé');
  const operator = brandAs<never>('E04');
  await point.done('takeOver', { operator, password: 'Premier-1' });
  expect(await point.call('basket', {})).toEqual({ ok: false, refusal: { kind: 'password-to-change' } });
  expect(await point.done('deskState', {})).toMatchObject({ mustChangePassword: true });
  const change = (next: string) => point.call('changePassword', { current: 'Premier-1', next });
  expect(await change('Premier-1')).toEqual({ ok: false, refusal: { kind: 'password-too-weak' } });
  expect(await change('Deuxieme-2')).toEqual({ ok: true, value: null });
  expect(await point.call('basket', {})).toMatchObject({ ok: true });
});

import { expect, test } from 'vitest';
import type { CallName } from '#contract/ipc.ts';
import { codeOf, openDay, passwordOf, payloadsOf, recordsOf } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// Who comes to the desk and how: what the journal keeps of it, what opens it, what it answers meanwhile.

const seller = codeOf('seller');
const manager = codeOf('manager');
const refused = (refusal: object) => ({ ok: false, refusal });

/** Types of the events of a till, in order. */
const eventTypes = (point: TestPoint): string[] => recordsOf(point, 'event').map((one) => one.type);

/** The seller at a locked desk, with a PIN. */
async function lockedWith(next: string, pin: string): Promise<TestPoint> {
  const point = await testPoint();
  await point.signInAs('seller');
  await point.done('changePassword', { current: passwordOf('seller'), next, pin });
  await point.done('lock', {});
  return point;
}

test('the journal says who came, and whom they took over from only where somebody was there', async () => {
  const point = await testPoint();
  await point.done('signIn', { operator: seller, password: passwordOf('seller') });
  await point.done('takeOver', { operator: manager, password: passwordOf('manager') });
  await point.done('signOut', {});
  await point.done('takeOver', { operator: seller, password: passwordOf('seller') });
  const told = recordsOf(point, 'event').filter((one) => one.type !== 'stock-moved');
  expect(told.map(({ type, payload }) => [type, payload])).toEqual([
    ['sign-in', { operator: seller }],
    ['taking-over', { operator: manager, previous: seller }],
    ['sign-out', { operator: manager }],
    ['taking-over', { operator: seller }],
  ]);
});

test('the first operator is signed as made by themselves, and is signed in', async () => {
  const point = await testPoint();
  point.db.$client.exec('DELETE FROM operator');
  const { code } = await point.done('createFirstOperator', { name: 'Ada', password: 'Premiere-1' });
  expect(payloadsOf(point, 'event', 'right-changed')).toEqual([
    { operator: code, of: code, change: 'created', role: 'manager', admin: true, activeUntil: null },
  ]);
  expect(payloadsOf(point, 'event', 'sign-in')).toEqual([{ operator: code }]);
});

test('unlocking is no arrival: neither a PIN nor a password leaves a trace in the journal', async () => {
  const point = await lockedWith('Bonsoir-13', '4711');
  const before = eventTypes(point);
  await point.done('unlock', { secret: '4711' });
  await point.done('lock', {});
  await point.done('unlock', { secret: 'Bonsoir-13' });
  expect(eventTypes(point)).toEqual(before);
});

test.each(['Bonsoir-1234', '1234-Bonsoir'])(
  'the password %s opens the desk of somebody with a PIN, though digits are in it',
  async (password) => {
    const point = await lockedWith(password, '4711');
    expect(await point.call('unlock', { secret: password })).toMatchObject({ ok: true });
  },
);

test('the third wrong PIN says at once that only the password is left', async () => {
  const point = await lockedWith('Bonsoir-13', '4711');
  const answers = [];
  for (const secret of ['0000', '1111', '2222']) answers.push(await point.call('unlock', { secret }));
  expect(answers).toEqual([
    refused({ kind: 'wrong-password', triesLeft: 2 }),
    refused({ kind: 'wrong-password', triesLeft: 1 }),
    refused({ kind: 'pin-tries-used' }),
  ]);
});

test('with a password that was handed over nothing is done before it is changed', async () => {
  const point = await testPoint();
  await openDay(point);
  point.store.saveOperator({ code: seller, mustChange: true });
  const toChange = refused({ kind: 'password-to-change' });
  for (const name of ['stock', 'basket', 'finishSale', 'team'] satisfies CallName[])
    expect(await point.call(name, null as never), name).toEqual(toChange);
  await point.done('changePassword', { current: passwordOf('seller'), next: 'Bonsoir-13' });
  expect(await point.call('stock', {})).toMatchObject({ ok: true });
});

test('in training the calls that would touch the real point are refused as such', async () => {
  const point = await testPoint();
  await point.signInAs('manager');
  Object.assign(point.deps, { practice: { ...point.deps.practice, state: () => ({}) } });
  expect(await point.call('makeBackup', {})).toEqual(refused({ kind: 'not-in-training' }));
  expect(await point.call('stock', {})).toMatchObject({ ok: true });
});

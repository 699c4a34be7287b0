import { day } from '#domain/time.ts';
import { expect, test } from 'vitest';
import { type CallName, contract } from '#contract/ipc.ts';
import { type OperatorCode, brandAs } from '#domain/ids.ts';
import {
  approval,
  codeOf,
  form,
  hour,
  openDay,
  passwordOf,
  payloadsOf,
  register,
  sku,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

const seller = codeOf('seller');
const wrong = (point: TestPoint, operator: OperatorCode = seller) =>
  point.call('signIn', { operator, password: 'not this one' });

test('a wrong password says how many tries are left, then each try waits twice as long', async () => {
  const point = await testPoint();
  for (const triesLeft of [4, 3, 2, 1, 0])
    expect(await wrong(point)).toEqual({ ok: false, refusal: { kind: 'wrong-password', triesLeft } });
  expect(await wrong(point)).toEqual({ ok: false, refusal: { kind: 'throttled', waitSeconds: 1 } });
  point.later(1_000);
  expect(await wrong(point)).toMatchObject({ refusal: { kind: 'wrong-password' } });
  expect(await wrong(point)).toEqual({ ok: false, refusal: { kind: 'throttled', waitSeconds: 2 } });
  const right = { operator: seller, password: passwordOf('seller') };
  expect(await point.call('signIn', right)).toMatchObject({ refusal: { kind: 'throttled' } });
  point.later(2_000);
  expect(await point.call('signIn', right)).toMatchObject({ ok: true });
  await point.done('signOut', {});
  expect(await wrong(point)).toMatchObject({ refusal: { triesLeft: 4 } });
});

test('never waits more than a minute, and not for hours when the clock is set back', async () => {
  const point = await testPoint();
  for (let tries = 0; tries < 30; tries += 1) {
    await wrong(point);
    point.later(60_000);
  }
  point.later(-60_000);
  await wrong(point);
  point.later(-5 * hour);
  expect(await wrong(point)).toEqual({ ok: false, refusal: { kind: 'throttled', waitSeconds: 60 } });
  point.later(60_000);
  expect(await wrong(point)).toMatchObject({ refusal: { kind: 'wrong-password' } });
});

test('many tries at once do not slip under the limit', async () => {
  const point = await testPoint();
  const answers = await Promise.all(Array.from({ length: 20 }, () => wrong(point)));
  const kinds = answers.map((one) => (one.ok ? 'in' : one.refusal.kind));
  expect(kinds.filter((kind) => kind === 'wrong-password')).toHaveLength(5);
  expect(kinds.filter((kind) => kind === 'throttled')).toHaveLength(15);
});

test('a stopped operator, and one whose last day is over, do not come in', async () => {
  const point = await testPoint();
  await point.signInAs('manager');
  await point.done('stopOperator', { operator: seller, stopped: true });
  await point.done('limitOperator', {
    operator: codeOf('trainee'),
    role: 'trainee',
    activeUntil: day('2026-11-22'),
  });
  await point.done('signOut', {});
  const tryAs = (who: 'seller' | 'trainee') =>
    point.call('signIn', { operator: codeOf(who), password: passwordOf(who) });
  expect(await tryAs('seller')).toEqual({ ok: false, refusal: { kind: 'operator-stopped' } });
  expect(await tryAs('trainee')).toMatchObject({ ok: true });
  await point.done('signOut', {});
  point.later(24 * hour);
  expect(await tryAs('trainee')).toEqual({ ok: false, refusal: { kind: 'operator-stopped' } });
  expect((await point.done('signInChoices', {})).map((one) => one.code)).toEqual([codeOf('manager')]);
});

test('the last day of somebody at the desk ends there too', async () => {
  const point = await testPoint();
  await point.signInAs('manager');
  await point.done('limitOperator', { operator: seller, role: 'seller', activeUntil: day('2026-11-22') });
  await point.signInAs('seller');
  expect(await point.call('stock', {})).toMatchObject({ ok: true });
  point.later(24 * hour);
  expect(await point.call('stock', {})).toEqual({ ok: false, refusal: { kind: 'not-signed-in' } });
});

test('a stop empties the desk at once and leaves it to the next one, locked or not', async () => {
  for (const locked of [false, true]) {
    const point = await testPoint();
    await point.signInAs('seller');
    if (locked) await point.done('lock', {});
    point.store.saveOperator({ code: seller, status: 'stopped' });
    expect(await point.call('stock', {})).toEqual({ ok: false, refusal: { kind: 'not-signed-in' } });
    expect(await point.done('deskState', {})).toMatchObject({ operator: null, locked: false });
    const next = { operator: codeOf('manager'), password: passwordOf('manager') };
    expect(await point.call('signIn', next)).toMatchObject({ ok: true });
    expect(await point.call('team', {})).toMatchObject({ ok: true });
  }
});

test('somebody signed in is taken over, not replaced', async () => {
  const point = await testPoint();
  await point.signInAs('seller');
  const manager = { operator: codeOf('manager'), password: passwordOf('manager') };
  expect(await point.call('signIn', manager)).toEqual({ ok: false, refusal: { kind: 'somebody-signed-in' } });
  await point.done('signOut', {});
  const both = await Promise.all([
    point.call('signIn', manager),
    point.call('signIn', { operator: seller, password: passwordOf('seller') }),
  ]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
});

test('a PIN unlocks, is tried three times, and then only the password opens', async () => {
  const point = await testPoint();
  await point.signInAs('seller');
  await point.done('changePassword', {
    current: passwordOf('seller'),
    next: passwordOf('seller'),
    pin: '4711',
  });
  await point.done('lock', {});
  const unlock = (secret: string) => point.call('unlock', { secret });
  expect(await unlock('0000')).toEqual({ ok: false, refusal: { kind: 'wrong-password', triesLeft: 2 } });
  expect(await unlock('4711')).toMatchObject({ ok: true });
  await point.done('lock', {});
  await Promise.all([unlock('0000'), unlock('1111'), unlock('2222')]);
  expect(await unlock('4711')).toEqual({ ok: false, refusal: { kind: 'pin-tries-used' } });
  await point.done('lock', {});
  expect(await unlock('4711')).toEqual({ ok: false, refusal: { kind: 'pin-tries-used' } });
  expect(await unlock(passwordOf('seller'))).toMatchObject({ ok: true });
  await point.done('lock', {});
  expect(await unlock('4711')).toMatchObject({ ok: true });
});

test('a desk with nobody at it has nobody to unlock it for', async () => {
  const point = await testPoint();
  expect(await point.call('unlock', { secret: passwordOf('seller') })).toEqual({
    ok: false,
    refusal: { kind: 'not-signed-in' },
  });
});

test('a PIN does not let a stopped operator back in', async () => {
  const point = await testPoint();
  await point.signInAs('seller');
  await point.done('changePassword', { current: passwordOf('seller'), next: 'Bonsoir-13', pin: '4711' });
  await point.done('lock', {});
  point.store.saveOperator({ code: seller, status: 'stopped' });
  expect(await point.call('unlock', { secret: '4711' })).toEqual({
    ok: false,
    refusal: { kind: 'operator-stopped' },
  });
});

test('a weak new password is refused, and the old one must be known', async () => {
  const point = await testPoint();
  await point.signInAs('seller');
  const change = (current: string, next: string) => point.call('changePassword', { current, next });
  for (const weak of ['short-1', 'alllower', 'lower-only', 'LOWER12345', 'éééééééé'])
    expect(await change(passwordOf('seller'), weak)).toEqual({
      ok: false,
      refusal: { kind: 'password-too-weak' },
    });
  expect(await change('Bonjour-14', 'Bonsoir-13')).toMatchObject({ refusal: { kind: 'wrong-password' } });
  expect(await change(passwordOf('seller'), 'Élan-2026')).toEqual({ ok: true, value: null });
});

/** Calls of the empty point, which the desk does not know. */
const beforeSetUp: readonly CallName[] = ['enrol', 'restoreBackup'];
const calls = (Object.keys(contract) as CallName[]).filter((name) => !beforeSetUp.includes(name));
const whileLocked = new Set<CallName>([
  'display',
  'deskState',
  'signInChoices',
  'unlock',
  'takeOver',
  'lock',
  'chooseLanguage',
  'stopTraining',
]);

test('a locked desk answers only what unlocks it', async () => {
  const point = await testPoint();
  await point.signInAs('manager');
  await point.done('lock', {});
  for (const name of calls) {
    const answer = await point.call(name, null as never);
    const refusal = answer.ok ? null : answer.refusal.kind;
    if (whileLocked.has(name)) expect(refusal, name).not.toBe('locked');
    else expect(refusal, name).toBe('locked');
  }
});

const ladder = ['nobody', 'trainee', 'seller', 'manager'] as const;

test.each(ladder)('refuses %s every call of a higher role, before looking at its input', async (who) => {
  const point = await testPoint();
  if (who !== 'nobody') await point.signInAs(who);
  for (const name of calls) {
    const { role } = contract[name];
    const above = ladder.indexOf(role as (typeof ladder)[number]) > ladder.indexOf(who);
    if (!above) continue;
    const refusal = who === 'nobody' ? { kind: 'not-signed-in' } : { kind: 'role-too-low', needed: role };
    expect(await point.call(name, { hostile: true } as never), name).toEqual({ ok: false, refusal });
  }
});

test.each(['trainee', 'seller'] as const)('refuses %s what an administrator does', async (who) => {
  const point = await testPoint();
  await point.signInAs(who);
  for (const name of calls.filter((one) => contract[one].role === 'admin'))
    expect(await point.call(name, null as never), name).toEqual({
      ok: false,
      refusal: { kind: 'role-too-low', needed: 'admin' },
    });
});

test('an admin beside the ladder reads no person and sells nothing', async () => {
  const point = await testPoint();
  point.store.saveOperator({ code: seller, role: null, admin: true });
  await point.signInAs('seller');
  for (const name of calls) {
    const { role } = contract[name];
    if (role === 'nobody' || role === 'admin') continue;
    const refusal = { kind: 'role-too-low', needed: role };
    expect(await point.call(name, null as never), name).toEqual({ ok: false, refusal });
  }
});

test('refuses what is not a call or not its input, and breaks on none of it', async () => {
  const point = await testPoint();
  await openDay(point);
  for (const name of ['', 'constructor', '__proto__', 'toString', 'enrol'])
    expect(await point.call(name as never, {} as never), name).toEqual({
      ok: false,
      refusal: { kind: 'bad-input', where: ['name'] },
    });
  const hostile: readonly (readonly [CallName, unknown])[] = [
    ['finishSale', { saleId: 'x', tenders: [], expectedTotalCents: 0 }],
    ['moveCash', { kind: 'pay-in', cents: -1, reason: 'bank', envelope: null, approval }],
    ['moveCash', { kind: 'pay-in', cents: 1.5, reason: 'bank', envelope: null, approval }],
    ['moveCash', { kind: 'pay-in', cents: Number.NaN, reason: 'bank', envelope: null, approval }],
    ['moveCash', { kind: 'pay-in', cents: 1e12, reason: 'bank', envelope: null, approval }],
    ['scan', { readings: [] }],
    ['scan', { readings: ['x'.repeat(401)] }],
    ['addProduct', { sku: '' }],
    ['addProduct', { sku: 12 }],
    ['checkCount', { cash: { 500: -1 }, cardCents: null, creditCount: null }],
    ['checkCount', { cash: { 500: 1.5 }, cardCents: null, creditCount: null }],
    ['checkCount', { cash: 'x', cardCents: null, creditCount: null }],
    ['registerPerson', { registration: form({ birthName: 'x'.repeat(81) }), notTheSame: [] }],
    ['registerPerson', { registration: form({ postcode: '7501' }), notTheSame: [] }],
    ['searchPersons', { text: ' ', birthYear: null }],
    ['addProduct', null],
    ['addProduct', []],
    ['addProduct', 'CHARGEUR'],
  ];
  for (const [name, input] of hostile)
    expect(await point.call(name, input as never), `${name} ${JSON.stringify(input)}`).toMatchObject({
      ok: false,
      refusal: { kind: 'bad-input' },
    });
});

test('an input nested beyond measure is reported once and breaks nothing else', async () => {
  const point = await testPoint();
  await point.signInAs('seller');
  const draft = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as never;
  await expect(point.call('keepRegistrationDraft', { draft })).rejects.toThrow('call stack');
  expect(await point.call('registrationDraft', {})).toEqual({ ok: true, value: null });
});

test('taking over holds the basket and names who was there', async () => {
  const point = await testPoint();
  await openDay(point);
  const basket = await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.done('lock', {});
  const taken = { operator: codeOf('manager'), password: passwordOf('manager') };
  expect(await point.done('takeOver', taken)).toMatchObject({ code: codeOf('manager') });
  expect((await point.done('heldBaskets', {})).map((one) => one.saleId)).toEqual([basket.saleId]);
  expect((await point.done('basket', {})).lines).toEqual([]);
  expect(payloadsOf(point, 'event', 'taking-over').at(-1)).toEqual({
    operator: codeOf('manager'),
    previous: seller,
  });
});

test('taking over with a wrong password leaves the desk as it was', async () => {
  const point = await testPoint();
  await openDay(point);
  await point.done('lock', {});
  expect(await point.call('takeOver', { operator: codeOf('manager'), password: 'x' })).toMatchObject({
    refusal: { kind: 'wrong-password' },
  });
  expect(await point.done('deskState', {})).toMatchObject({ locked: true, operator: { code: seller } });
});

test.each([
  ['a wrong password', { ...approval, password: 'x' }, 'wrong-password'],
  ['somebody unknown', { approver: brandAs<OperatorCode>('E99'), password: 'x' }, 'wrong-password'],
  ['a seller', { approver: seller, password: passwordOf('seller') }, 'not-a-manager'],
])('an approval by %s is refused', async (_who, given, why) => {
  const point = await testPoint();
  await openDay(point);
  const move = {
    moveId: crypto.randomUUID(),
    kind: 'pay-in',
    cents: 500,
    reason: 'change',
    envelope: null,
  } as const;
  expect(await point.call('moveCash', { ...move, approval: given } as never)).toEqual({
    ok: false,
    refusal: { kind: 'approval-refused', why },
  });
});

test('an approval by a stopped manager is refused; without one it is asked for; tries are throttled', async () => {
  const point = await testPoint();
  await openDay(point);
  const move = {
    moveId: crypto.randomUUID(),
    kind: 'pay-in',
    cents: 500,
    reason: 'change',
    envelope: null,
  } as const;
  const asked = (given: typeof approval | null) =>
    point.call('moveCash', { ...move, approval: given } as never);
  expect(await asked(null)).toEqual({ ok: false, refusal: { kind: 'approval-needed', act: 'pay-in' } });
  point.store.saveOperator({ code: codeOf('manager'), status: 'stopped' });
  expect(await asked(approval)).toEqual({
    ok: false,
    refusal: { kind: 'approval-refused', why: 'stopped' },
  });
  for (let tries = 0; tries < 5; tries += 1) await asked({ ...approval, password: 'x' });
  expect(await asked(approval)).toEqual({ ok: false, refusal: { kind: 'throttled', waitSeconds: 1 } });
});

test('the first operator is made once, and only with a strong password', async () => {
  const point = await testPoint();
  const first = { name: 'Ada', password: 'Premiere-1' };
  expect(await point.call('createFirstOperator', first)).toEqual({
    ok: false,
    refusal: { kind: 'team-exists' },
  });
  point.db.$client.exec('DELETE FROM operator');
  expect(await point.call('createFirstOperator', { ...first, password: 'x' })).toEqual({
    ok: false,
    refusal: { kind: 'password-too-weak' },
  });
  const both = await Promise.all([
    point.call('createFirstOperator', first),
    point.call('createFirstOperator', first),
  ]);
  expect(both.map((one) => one.ok)).toEqual([true, false]);
  expect(await point.done('team', {})).toMatchObject([{ name: 'Ada', role: 'manager', admin: true }]);
});

test('a person registered by a trainee is theirs to find with a birth year only', async () => {
  const point = await testPoint();
  await point.signInAs('trainee');
  await register(point);
  const search = (birthYear: number | null) => point.call('searchPersons', { text: 'diallo', birthYear });
  expect(await search(null)).toEqual({ ok: false, refusal: { kind: 'birth-year-needed' } });
  expect(await search(1987)).toEqual({ ok: true, value: { persons: [], total: 0 } });
  expect(await search(1988)).toMatchObject({ ok: true, value: { persons: [{ name: 'Fatoumata Diallo' }] } });
});

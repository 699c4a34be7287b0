import { expect, test } from 'vitest';
import { type PrescriberId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import { closeDay, credit, openDay, payloadsOf, sell } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// The page of the money, field by field, and what the journal says of each step.

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  await point.signInAs('manager');
  return point;
}

const refused = (refusal: object) => ({ ok: false, refusal });
const on = day('2026-11-22');
const prescriber = (id: string): PrescriberId => brandAs<PrescriberId>(id);
const other = (amount: number) => ({ ...credit(amount, 'ENG-9'), prescriberId: prescriber('P001') });
const newId = (): string => crypto.randomUUID();

/** Screens that are told of what is done meanwhile. */
function toldBy(point: TestPoint): string[] {
  const told: string[] = [];
  Object.assign(point.deps, { changed: (...topics: readonly string[]) => told.push(...topics) });
  return told;
}

test('an envelope is shown with who put it away, its deposit with who took it, and who saw it at the bank', async () => {
  const point = await opened();
  const manager = point.store.operators().find((one) => one.code === 'E03');
  const by = manager?.name;
  await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point, { envelope: 'A-12' });
  const at = point.deps.now();
  const envelope = {
    id: 'Z 1',
    from: 'closing',
    businessDay: on,
    at,
    cents: 1_500,
    label: 'A-12',
    by,
  };
  const nothing = { structures: [], statements: [] };
  expect(await point.done('moneyState', {})).toEqual({
    envelopes: [envelope],
    envelopesCents: 1_500,
    deposits: [],
    ...nothing,
  });
  const told = toldBy(point);
  const depositId = newId();
  const deposit = { depositId, at, by, cents: 1_500, slip: 'BR-0042', envelopes: [envelope] };
  const made = await point.done('makeDeposit', { depositId, envelopes: ['Z 1'], slip: 'BR-0042' });
  const left = { envelopes: [], envelopesCents: 0, ...nothing };
  expect(made).toEqual({ ...left, deposits: [{ ...deposit, credited: null }] });
  expect(payloadsOf(point, 'event', 'deposit')).toEqual([
    { operator: 'E03', depositId, cents: 1_500, slip: 'BR-0042', envelopes: ['Z 1'] },
  ]);
  const seen = await point.done('creditDeposit', { depositId, on, cents: cents(1_500) });
  expect(seen).toEqual({ ...left, deposits: [{ ...deposit, credited: { on, cents: 1_500, by } }] });
  expect(told).toEqual(['money', 'money']);
});

test('a deposit that nobody made is not credited', async () => {
  const point = await opened();
  expect(await point.call('creditDeposit', { depositId: newId(), on, cents: cents(1) })).toEqual(
    refused({ kind: 'deposit-unknown' }),
  );
});

test('a statement is shown unpaid, then paid by whoever saw it; the journal says how much differs', async () => {
  const point = await opened();
  const by = point.store.operators().find((one) => one.code === 'E03')?.name;
  const { number } = await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500, 'ENG-1')] });
  const told = toldBy(point);
  const statementId = newId();
  const made = await point.done('makeStatement', { statementId, prescriberId: prescriber('P002') });
  const row = {
    statementId,
    number: 1,
    prescriberId: 'P002',
    name: 'Mission locale des Trois Rivières',
    madeAt: point.deps.now(),
    by,
    credits: [{ number, businessDay: on, commitment: 'ENG-1', cents: 1_500 }],
    totalCents: 1_500,
  };
  expect(made.statement).toEqual({ ...row, settled: null });
  expect((await point.done('moneyState', {})).statements).toEqual([{ ...row, settled: null }]);
  const { statements } = await point.done('settleStatement', { statementId, on, cents: cents(1_400) });
  expect(statements).toEqual([{ ...row, settled: { on, cents: 1_400, by } }]);
  expect(payloadsOf(point, 'event', 'credit-settled')).toEqual([
    { operator: 'E03', number: 1, prescriberId: 'P002', on, cents: 1_400, differenceCents: -100 },
  ]);
  expect(told).toEqual(['money', 'money']);
});

test('a statement is not paid tomorrow, nor one that nobody made', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500, 'ENG-1')] });
  const statementId = newId();
  await point.done('makeStatement', { statementId, prescriberId: prescriber('P002') });
  const paid = { statementId, on: day('2026-11-23'), cents: cents(1_500) };
  expect(await point.call('settleStatement', paid)).toEqual(refused({ kind: 'day-in-future' }));
  expect(await point.call('settleStatement', { ...paid, statementId: newId(), on })).toEqual(
    refused({ kind: 'statement-unknown' }),
  );
  expect((await point.done('settleStatement', { ...paid, on })).statements).toMatchObject([
    { settled: { on, cents: 1_500 } },
  ]);
});

test('a structure that paid more than it was asked for owes nothing more, nor less', async () => {
  const point = await opened();
  await sell(point, {
    skus: ['CHARGEUR', 'CHARGEUR'],
    tenders: [credit(1_000, 'ENG-1'), credit(2_000, 'ENG-2')],
  });
  const statementId = newId();
  await point.done('makeStatement', { statementId, prescriberId: prescriber('P002') });
  const paid = await point.done('settleStatement', { statementId, on, cents: cents(3_500) });
  expect(paid.structures).toEqual([]);
});

test('structures stand in the order of their names, whoever owed first, each with its own undertakings', async () => {
  const point = await opened();
  const first = await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500, 'ENG-1')] });
  const second = await sell(point, { skus: ['CHARGEUR'], tenders: [other(1_500)] });
  const owed = { businessDay: on, cents: 1_500 };
  expect((await point.done('moneyState', {})).structures).toEqual([
    {
      prescriberId: 'P001',
      name: 'CCAS de Belleville-sur-Marne',
      open: [{ number: second.number, commitment: 'ENG-9', ...owed }],
      openCents: 1_500,
      claimedCents: 0,
    },
    {
      prescriberId: 'P002',
      name: 'Mission locale des Trois Rivières',
      open: [{ number: first.number, commitment: 'ENG-1', ...owed }],
      openCents: 1_500,
      claimedCents: 0,
    },
  ]);
});

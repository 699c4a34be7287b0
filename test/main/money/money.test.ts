import { expect, test } from 'vitest';
import { type PrescriberId, type SaleId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import {
  approval,
  bankCard,
  cash,
  closeDay,
  credit,
  defects,
  float50,
  openDay,
  sell,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  return point;
}

test('takings and withdrawals lie in the safe until they are deposited, then until the bank has them', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'] });
  await point.done('moveCash', {
    moveId: crypto.randomUUID(),
    kind: 'drop',
    cents: cents(2_000),
    reason: 'envelope',
    envelope: 'B-7',
    approval,
  });
  point.later(60_000);
  await closeDay(point, { envelope: 'A-12' });
  await point.signInAs('manager');
  const before = await point.done('moneyState', {});
  expect(before.envelopes.map(({ from, cents: amount, label }) => [from, amount, label])).toEqual([
    ['drop', 2_000, 'B-7'],
    ['closing', 1_000, 'A-12'],
  ]);
  expect(before.envelopesCents).toBe(3_000);
  const depositId = crypto.randomUUID();
  const asked = { depositId, envelopes: before.envelopes.map((one) => one.id), slip: 'BR-0042' };
  const [first, second] = await Promise.all([
    point.done('makeDeposit', asked),
    point.done('makeDeposit', asked),
  ]);
  expect(second).toEqual(first);
  expect(first.envelopes).toEqual([]);
  expect(first.deposits).toMatchObject([{ cents: 3_000, slip: 'BR-0042', credited: null }]);
  expect(await point.call('makeDeposit', { ...asked, depositId: crypto.randomUUID() })).toMatchObject({
    refusal: { kind: 'envelope-deposited' },
  });
  expect(
    await point.call('makeDeposit', { depositId: crypto.randomUUID(), envelopes: ['Z 9'], slip: 'x' }),
  ).toMatchObject({ refusal: { kind: 'envelope-unknown' } });
  const seen = { depositId, on: day('2026-11-22'), cents: cents(2_995) };
  expect(await point.call('creditDeposit', { ...seen, on: day('2026-12-01') })).toMatchObject({
    refusal: { kind: 'day-in-future' },
  });
  expect(await point.call('creditDeposit', { ...seen, on: day('2026-11-21') })).toMatchObject({
    refusal: { kind: 'day-before-deposit', depositedOn: '2026-11-22' },
  });
  expect((await point.done('creditDeposit', seen)).deposits[0]?.credited).toMatchObject({
    on: '2026-11-22',
    cents: 2_995,
  });
  expect(await point.call('creditDeposit', seen)).toMatchObject({ refusal: { kind: 'deposit-credited' } });
  expect(defects(point)).toEqual([]);
});

test('a structure owes what it took on, less what came back; a statement asks for it once', async () => {
  const point = await opened();
  await point.signInAs('manager');
  const first = await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500, 'ENG-1')] });
  const second = await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'], tenders: [credit(3_000, 'ENG-2')] });
  await sell(point, { skus: ['CHARGEUR'], tenders: [bankCard(1_500)] });
  await point.done('correctTender', {
    saleId: first.saleId,
    tenders: [credit(1_000, 'ENG-1'), cash(500)],
    approval,
  });
  const { lines } = await point.done('ticket', { saleId: second.saleId });
  await point.done('returnLines', {
    saleId: second.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: [{ lineId: lines[0]!.lineId, quantity: 1, condition: 'unopened', as: 'refund', newUnit: null }],
    override: { approval, reason: 'essai' },
  });
  const before = await point.done('moneyState', {});
  expect(before.structures).toMatchObject([
    {
      prescriberId: 'P002',
      openCents: 2_500,
      claimedCents: 0,
      open: [
        { number: first.number, commitment: 'ENG-1', cents: 1_000 },
        { number: second.number, commitment: 'ENG-2', cents: 1_500 },
      ],
    },
  ]);
  const statementId = crypto.randomUUID();
  const made = await point.done('makeStatement', { statementId, prescriberId: brandAs('P002') });
  expect(made.statement).toMatchObject({ number: 1, totalCents: 2_500 });
  expect(JSON.stringify(made.document)).toContain('25,00');
  expect(await point.done('makeStatement', { statementId, prescriberId: brandAs('P002') })).toEqual(made);
  expect(
    await point.call('makeStatement', { statementId: crypto.randomUUID(), prescriberId: brandAs('P002') }),
  ).toMatchObject({ refusal: { kind: 'nothing-to-claim' } });
  expect((await point.done('moneyState', {})).structures).toMatchObject([
    { openCents: 0, claimedCents: 2_500 },
  ]);
  // What comes back after it was asked for is taken off the next statement.
  await point.done('returnLines', {
    saleId: second.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: [{ lineId: lines[1]!.lineId, quantity: 1, condition: 'unopened', as: 'refund', newUnit: null }],
    override: { approval, reason: 'essai' },
  });
  expect((await point.done('moneyState', {})).structures).toMatchObject([{ openCents: -1_500 }]);
  const next = { statementId: crypto.randomUUID(), prescriberId: brandAs<PrescriberId>('P002') };
  expect(await point.call('makeStatement', next)).toMatchObject({ refusal: { kind: 'nothing-to-claim' } });
  await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'], tenders: [credit(3_000, 'ENG-3')] });
  expect((await point.done('makeStatement', next)).statement).toMatchObject({ number: 2, totalCents: 1_500 });
  const paid = { statementId, on: day('2026-11-22'), cents: cents(2_500) };
  const { statements } = await point.done('settleStatement', paid);
  expect(statements.find((one) => one.number === 1)?.settled?.cents).toBe(2_500);
  expect(await point.call('settleStatement', paid)).toMatchObject({ refusal: { kind: 'statement-settled' } });
});

test('what a structure left out when it paid is asked for again on its next statement', async () => {
  const point = await opened();
  await point.signInAs('manager');
  const first = await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500, 'ENG-1')] });
  const second = await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'], tenders: [credit(3_000, 'ENG-2')] });
  const statementId = crypto.randomUUID();
  await point.done('makeStatement', { statementId, prescriberId: brandAs('P002') });
  const paid = { statementId, on: day('2026-11-22'), cents: cents(4_000) };
  const { structures } = await point.done('settleStatement', paid);
  expect(structures).toMatchObject([
    { openCents: 500, claimedCents: 0, open: [{ number: second.number, commitment: 'ENG-2', cents: 500 }] },
  ]);
  const next = { statementId: crypto.randomUUID(), prescriberId: brandAs<PrescriberId>('P002') };
  expect((await point.done('makeStatement', next)).statement).toMatchObject({ totalCents: 500 });
  const rest = { statementId: next.statementId, on: day('2026-11-22'), cents: cents(500) };
  expect((await point.done('settleStatement', rest)).structures).toEqual([]);
  expect(first.number).not.toBe(second.number);
});

test('money that goes back to two structures is named by the undertaking it comes off', async () => {
  const point = await opened();
  await point.signInAs('manager');
  const sale = await sell(point, {
    skus: ['CHARGEUR', 'CHARGEUR'],
    tenders: [credit(2_000, 'ENG-1'), credit(1_000, 'ENG-2')],
  });
  const { lines } = await point.done('ticket', { saleId: sale.saleId });
  const back = [];
  for (const line of lines) {
    const returnId = brandAs<SaleId>(crypto.randomUUID());
    await point.done('returnLines', {
      saleId: sale.saleId,
      returnId,
      lines: [{ lineId: line.lineId, quantity: 1, condition: 'unopened', as: 'refund', newUnit: null }],
      override: { approval, reason: 'essai' },
    });
    const { tenders } = await point.done('ticket', { saleId: returnId });
    back.push(tenders.map((one) => [one.kind === 'structureCredit' && one.commitment, one.cents]));
    const { structures } = await point.done('moneyState', {});
    back.push(structures.flatMap(({ open }) => open.map((one) => [one.commitment, one.cents])));
  }
  expect(back).toEqual([
    [
      ['ENG-1', -500],
      ['ENG-2', -1_000],
    ],
    [['ENG-1', 1_500]],
    [['ENG-1', -1_500]],
    [],
  ]);
  expect(defects(point)).toEqual([]);
});

test('a wrong undertaking is corrected, though no amount moves; one without a number is not', async () => {
  const point = await opened();
  await point.signInAs('manager');
  const { saleId } = await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500, 'ENG-1')] });
  const corrected = (commitment: string) =>
    point.call('correctTender', { saleId, tenders: [credit(1_500, commitment)], approval });
  expect(await corrected('ENG-1')).toMatchObject({ refusal: { kind: 'nothing-changes' } });
  expect(await corrected(' ')).toMatchObject({ refusal: { kind: 'commitment-needed' } });
  expect(await corrected('ENG-7')).toMatchObject({ ok: true });
  const { structures } = await point.done('moneyState', {});
  expect(structures).toMatchObject([{ open: [{ commitment: 'ENG-7', cents: 1_500 }] }]);
  expect(defects(point)).toEqual([]);
});

test('a counted handover says what differs, keeps it, and stops nobody', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'] });
  expect(await point.done('countHandover', { cash: { 1000: 6, 200: 1 } })).toEqual({
    countedCents: 6_200,
    expectedCents: 6_500,
    differenceCents: -300,
  });
  expect(await point.call('countHandover', { cash: {} })).toMatchObject({ refusal: { kind: 'count-empty' } });
  await point.signInAs('manager');
  const { events } = await point.done('events', {
    group: 'people',
    operator: null,
    from: null,
    until: null,
    before: null,
  });
  expect(events.find((one) => one.type === 'handover-counted')?.detail).toMatchObject({
    differenceCents: -300,
  });
});

test('a past closing is shown from its record and printed again as a DUPLICATA', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'] });
  const closed = await closeDay(point);
  const rows = await point.done('closings', {});
  const z = rows.find((one) => one.type === 'session');
  const shown = await point.done('closing', { seq: z?.seq ?? 0 });
  expect(shown).toEqual({ document: closed.document, copies: 0 });
  const again = await point.done('reprintClosing', { seq: z?.seq ?? 0, reason: 'asked' });
  expect(again.copies).toBe(1);
  expect(again.document.blocks[0]).toMatchObject({ text: 'DUPLICATA 1' });
  expect(await point.call('closing', { seq: 99 })).toMatchObject({ refusal: { kind: 'closing-unknown' } });
  await point.done('openSession', { businessDay: day('2026-11-22'), count: float50, dayConfirmed: true });
  expect(defects(point)).toEqual([]);
});

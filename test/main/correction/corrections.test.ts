import { expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import type { CorrectionPayload, SalePayload } from '#domain/sale.ts';
import type { Tender } from '#domain/tender.ts';
import { day } from '#domain/time.ts';
import {
  approval,
  bankCard,
  cash,
  closeDay,
  credit,
  defects,
  entitled,
  hour,
  openDay,
  payloadsOf,
  register,
  rowsOf,
  sell,
  sku,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  return point;
}

test('a tender is put right by its seller in the session, to the cent, and adds up to nothing', async () => {
  const point = await opened();
  const sale = await sell(point, { skus: ['CHARGEUR'], tenders: [cash(2_000)] });
  const correct = (tenders: Tender[]) =>
    point.call('correctTender', { saleId: sale.saleId, tenders, approval: null });
  expect(await correct([cash(2_000)])).toEqual({
    ok: false,
    refusal: { kind: 'tenders-do-not-match', totalCents: 1_500 },
  });
  expect(await correct([cash(1_500)])).toEqual({ ok: false, refusal: { kind: 'nothing-changes' } });
  expect(await correct([bankCard(1_000), cash(500)])).toMatchObject({
    ok: true,
    value: { netByKind: { cash: 500, bankCard: 1_000, structureCredit: 0 }, changeCents: 500 },
  });
  expect(await correct([bankCard(1_000), cash(500)])).toMatchObject({ refusal: { kind: 'nothing-changes' } });
  const [correction] = payloadsOf<CorrectionPayload>(point, 'sale', 'correction');
  expect(correction).toMatchObject({
    of: sale.number,
    operator: 'E01',
    approvedBy: null,
    change: { what: 'tender', byKind: { cash: -1_000, bankCard: 1_000, structureCredit: 0 } },
  });
  expect(defects(point)).toEqual([]);
});

test('a refund follows the tenders as put right, and a structure by its undertaking', async () => {
  const point = await opened();
  const sale = await sell(point, { skus: ['CHARGEUR'], tenders: [cash(1_500)] });
  const tenders = [credit(1_500, 'ENG-42')];
  await point.done('correctTender', { saleId: sale.saleId, tenders, approval: null });
  const { lines } = await point.done('ticket', { saleId: sale.saleId });
  const back = await point.done('returnLines', {
    saleId: sale.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: [{ lineId: lines[0]!.lineId, quantity: 1, condition: 'unopened', as: 'refund', newUnit: null }],
    override: null,
  });
  expect(back.refundByKind).toEqual({ cash: 0, bankCard: 0, structureCredit: -1_500 });
  expect(payloadsOf<SalePayload>(point, 'sale', 'return')[0]?.tenders).toEqual([
    { ...credit(0, 'ENG-42'), cents: -1_500 },
  ]);
});

test('later, or for somebody else, a manager puts it right', async () => {
  const point = await opened();
  const sale = await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point);
  const correct = (given: typeof approval | null) =>
    point.call('correctTender', { saleId: sale.saleId, tenders: [bankCard(1_500)], approval: given });
  expect(await correct(null)).toEqual({ ok: false, refusal: { kind: 'no-session' } });
  point.later(24 * hour);
  await openDay(point, day('2026-11-23'));
  expect(await correct(null)).toEqual({ ok: false, refusal: { kind: 'approval-needed', act: 'correction' } });
  expect(await correct(approval)).toMatchObject({ ok: true });
  expect(payloadsOf(point, 'sale', 'correction')).toMatchObject([{ operator: 'E01', approvedBy: 'E03' }]);
});

test('a person put right takes the usage along, on its day, and no money moves', async () => {
  const point = await opened();
  const wrong = await entitled(point);
  const right = await entitled(point, 2, { birthName: 'Benali', firstNames: 'Karim' });
  const sale = await sell(point, { to: wrong, skus: ['RECH-20'] });
  const correct = (personId: typeof right) =>
    point.call('correctPerson', { saleId: sale.saleId, personId, approval: null });
  expect(await correct(brandAs(crypto.randomUUID()))).toMatchObject({ refusal: { kind: 'person-unknown' } });
  expect(await correct(wrong)).toMatchObject({ refusal: { kind: 'nothing-changes' } });
  expect(await correct(right)).toMatchObject({
    ok: true,
    value: { personId: right, personName: 'Karim B.', totalCents: 400 },
  });
  const left = async (personId: typeof right) => {
    await point.done('choosePerson', { personId, holdFirst: false });
    return (await point.done('basket', {})).left.find((one) => one.family === 'topup')?.before;
  };
  expect([await left(wrong), await left(right)]).toEqual([3_000, 1_000]);
  await correct(wrong);
  expect([await left(wrong), await left(right)]).toEqual([1_000, 3_000]);
  expect(defects(point)).toEqual([]);
});

test('what was returned meanwhile goes along: nobody is left with more than before', async () => {
  const point = await opened();
  const wrong = await entitled(point);
  const right = await entitled(point, 2, { birthName: 'Benali', firstNames: 'Karim' });
  const sale = await sell(point, { to: wrong, skus: ['RECH-20'] });
  const { lines } = await point.done('ticket', { saleId: sale.saleId });
  const back = await point.done('returnLines', {
    saleId: sale.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: [{ lineId: lines[0]!.lineId, quantity: 1, condition: 'unopened', as: 'refund', newUnit: null }],
    override: { approval, reason: 'erreur' },
  });
  await point.done('correctPerson', { saleId: sale.saleId, personId: right, approval: null });
  const sums =
    'SELECT person_id, sum(units) AS units, sum(reference_cents) AS cents FROM usage GROUP BY person_id';
  expect(rowsOf(point, sums)).toEqual([{ person_id: right, units: 0, cents: 0 }]);
  expect(await point.call('correctPerson', { saleId: back.saleId, personId: wrong, approval: null })).toEqual(
    {
      ok: false,
      refusal: { kind: 'sale-unknown' },
    },
  );
});

test('a public sale given to a walk-in does not use up their one unit; a top-up does', async () => {
  const point = await opened();
  const walkIn = await register(point);
  const charger = await sell(point, { skus: ['CHARGEUR'] });
  await point.done('correctPerson', { saleId: charger.saleId, personId: walkIn, approval: null });
  const standing = async () =>
    (await point.done('choosePerson', { personId: walkIn, holdFirst: false })).person?.standing.kind;
  expect(await standing()).toBe('walk-in');
  const topUp = await sell(point, { to: await entitled(point, 1, { birthName: 'Ly' }), skus: ['RECH-5'] });
  await point.done('correctPerson', { saleId: topUp.saleId, personId: walkIn, approval: null });
  expect(await standing()).toBe('walk-in-used');
});

test('pay-ins and drops are a manager’s, journalled, never more than the drawer holds', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'] });
  const move = (kind: 'pay-in' | 'drop', amount: number, given: typeof approval | null = approval) =>
    point.call('moveCash', {
      moveId: crypto.randomUUID(),
      kind,
      cents: amount as never,
      reason: 'bank',
      envelope: 'ENV-1',
      approval: given,
    });
  expect(await move('drop', 100, null)).toEqual({
    ok: false,
    refusal: { kind: 'approval-needed', act: 'drop' },
  });
  expect(await move('drop', 0)).toEqual({ ok: false, refusal: { kind: 'amount-needed' } });
  expect(await move('drop', 6_501)).toEqual({ ok: false, refusal: { kind: 'more-than-in-drawer' } });
  expect(await move('pay-in', 1_000)).toEqual({ ok: true, value: null });
  expect(await move('drop', 7_500)).toEqual({ ok: true, value: null });
  expect(await move('drop', 1)).toMatchObject({ refusal: { kind: 'more-than-in-drawer' } });
  expect(rowsOf(point, 'SELECT kind, cents, operator, approved_by FROM drawer_movement')).toEqual([
    { kind: 'pay-in', cents: 1_000, operator: 'E01', approved_by: 'E03' },
    { kind: 'drop', cents: 7_500, operator: 'E01', approved_by: 'E03' },
  ]);
  expect(payloadsOf(point, 'event', 'drop')).toMatchObject([
    { cents: 7_500, envelope: 'ENV-1', approvedBy: 'E03' },
  ]);
});

test('cash does not move in a session that was closed while the manager typed', async () => {
  const point = await opened();
  const slow = { ...point.deps.passwords };
  let go: () => void = () => undefined;
  const typed = new Promise<void>((resolve) => {
    go = resolve;
  });
  Object.assign(point.deps.passwords, {
    verify: async (stored: string, secret: string) => {
      await typed;
      return slow.verify(stored, secret);
    },
  });
  const moving = point.call('moveCash', {
    moveId: crypto.randomUUID(),
    kind: 'pay-in',
    cents: 500 as never,
    reason: 'bank',
    envelope: null,
    approval,
  });
  await closeDay(point);
  go();
  expect(await moving).toEqual({ ok: false, refusal: { kind: 'no-session' } });
  Object.assign(point.deps.passwords, slow);
});

test('the drawer opens without a sale for a reason that the journal keeps, never without a printer', async () => {
  const point = await opened();
  await point.done('openDrawer', { reason: 'check' });
  expect(payloadsOf(point, 'event', 'drawer-opened')).toEqual([{ operator: 'E01', reason: 'check' }]);
  expect(rowsOf(point, 'SELECT title, open_drawer FROM print_job')).toEqual([{ title: '', open_drawer: 1 }]);
  Object.assign(point.deps.printing, { state: () => ({ state: 'none', label: 'none', fault: null }) });
  expect(await point.call('openDrawer', { reason: 'check' })).toEqual({
    ok: false,
    refusal: { kind: 'no-printer' },
  });
});

test('an X tells the session so far, is journalled, closes nothing and never tells the cash expected', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'] });
  const { document } = await point.done('xReport', { print: false });
  const text = JSON.stringify(document);
  expect(text).toContain('X 1');
  expect(text).not.toContain('65,00');
  expect(text).not.toContain('Fond de caisse');
  expect(payloadsOf(point, 'event', 'x-report')).toHaveLength(1);
  expect(await point.call('addProduct', { sku: sku('CHARGEUR') })).toMatchObject({ ok: true });
});

test('the same movement of cash asked twice moves money once', async () => {
  const point = await opened();
  const move = {
    moveId: crypto.randomUUID(),
    kind: 'pay-in' as const,
    cents: 500 as never,
    reason: 'bank' as const,
    envelope: null,
    approval,
  };
  await point.done('moveCash', move);
  await point.done('moveCash', move);
  const session = point.store.openSessionOf(point.deps.till);
  expect(session && point.store.drawerMovementsOf(session.id)).toHaveLength(1);
});

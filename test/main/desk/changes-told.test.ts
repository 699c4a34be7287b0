import { expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import type { Deps } from '#main/deps.ts';
import {
  approval,
  bankCard,
  cash,
  closingInput,
  codeOf,
  credit,
  entitled,
  float50,
  passwordOf,
  register,
  sell,
  sku,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// A screen shows what it was told has changed, and nothing else: an act that does not tell leaves it wrong.

type Topic = Parameters<Deps['changed']>[number];

/** What is told from now on, each topic once. */
function listening(point: TestPoint): { readonly since: (act: () => Promise<unknown>) => Promise<Topic[]> } {
  const heard = new Set<Topic>();
  Object.assign(point.deps, {
    changed: (...topics: readonly Topic[]) => {
      for (const one of topics) heard.add(one);
    },
  });
  return {
    since: async (act) => {
      heard.clear();
      await act();
      return [...heard].toSorted();
    },
  };
}

async function opened() {
  const point = await testPoint();
  const { since } = listening(point);
  await point.signInAs('seller');
  return { point, since };
}

test('acts at the desk tell the screens that show them', async () => {
  const { point, since } = await opened();
  const open = { businessDay: day('2026-11-22'), count: float50, dayConfirmed: true };
  expect(await since(() => point.done('openSession', open))).toEqual(['basket', 'desk']);
  const add = () => point.done('addProduct', { sku: sku('CHARGEUR') });
  expect(await since(add)).toEqual(['basket']);
  const { saleId } = await point.done('basket', {});
  const person = await register(point);
  expect(await since(() => point.done('choosePerson', { personId: person, holdFirst: false }))).toEqual([
    'basket',
  ]);
  expect(await since(() => point.done('holdBasket', {}))).toEqual(['basket', 'desk']);
  expect(await since(() => point.done('recallBasket', { saleId }))).toEqual(['basket', 'desk']);
  expect(await since(() => point.done('startPayment', { saleId }))).toEqual(['basket']);
  const tenders = [cash(1_500)];
  expect(await since(() => point.done('setTenders', { saleId, tenders, cardPending: null }))).toEqual([
    'basket',
  ]);
  await point.done('setTenders', { saleId, tenders: [], cardPending: null });
  expect(await since(() => point.done('cancelPayment', { saleId }))).toEqual(['basket']);
  const finish = { saleId, tenders, expectedTotalCents: cents(1_500) };
  expect(await since(() => point.done('finishSale', finish))).toEqual([
    'basket',
    'desk',
    'money',
    'print-jobs',
    'stock',
    'tickets',
  ]);
  await add();
  const basket = await point.done('basket', {});
  expect(await since(() => point.done('abandonBasket', { saleId: basket.saleId, reason: 'left' }))).toEqual([
    'basket',
    'desk',
  ]);
  expect(await since(() => point.done('lock', {}))).toEqual(['desk']);
  const next = { operator: codeOf('manager'), password: passwordOf('manager') };
  expect(await since(() => point.done('takeOver', next))).toEqual(['basket', 'desk']);
  const changed = { current: passwordOf('manager'), next: passwordOf('manager') };
  expect(await since(() => point.done('changePassword', changed))).toEqual(['team']);
  expect(await since(() => point.done('signOut', {}))).toEqual(['desk']);
});

test('what puts a sale right tells tickets and money, and the closing tells every screen of the day', async () => {
  const { point, since } = await opened();
  await point.done('openSession', { businessDay: day('2026-11-22'), count: float50, dayConfirmed: true });
  const someone = await entitled(point);
  const other = await register(point, { birthName: 'Benali', firstNames: 'Karim' });
  const { saleId } = await sell(point, { to: someone, skus: ['CHARGEUR', 'CHARGEUR'] });
  const { lines, totalCents } = await point.done('ticket', { saleId });
  const tender = { saleId, tenders: [bankCard(totalCents)], approval: null };
  expect(await since(() => point.done('correctTender', tender))).toEqual(['money', 'tickets']);
  const person = { saleId, personId: other, approval: null };
  expect(await since(() => point.done('correctPerson', person))).toEqual(['basket', 'tickets']);
  const back = (line: number) => ({
    saleId,
    returnId: brandAs<never>(crypto.randomUUID()),
    lines: [
      {
        lineId: lines[line]!.lineId,
        quantity: 1,
        condition: 'unopened' as const,
        as: 'refund' as const,
        newUnit: null,
      },
    ],
    override: null,
  });
  expect(await since(() => point.done('returnLines', back(0)))).toEqual([
    'basket',
    'desk',
    'money',
    'stock',
    'tickets',
  ]);
  const refused = back(0);
  expect(await since(() => point.call('returnLines', refused))).toEqual([]);
  const price = {
    saleId,
    correctionId: brandAs<never>(crypto.randomUUID()),
    lineId: lines[1]!.lineId,
    unitPriceCents: cents(100),
    reason: 'promise-kept' as const,
    approval,
  };
  expect(await since(() => point.done('correctPrice', price))).toEqual(['desk', 'money', 'tickets']);
  expect(await since(() => point.done('reprintTicket', { saleId, reason: 'asked', to: 'printer' }))).toEqual([
    'print-jobs',
    'tickets',
  ]);
  const move = { moveId: crypto.randomUUID(), kind: 'pay-in', cents: cents(500), reason: 'bank' } as const;
  expect(await since(() => point.done('moveCash', { ...move, envelope: null, approval }))).toEqual([
    'desk',
    'money',
  ]);
  const input = await closingInput(point);
  expect(await since(() => point.done('closeSession', input))).toEqual([
    'basket',
    'batches',
    'desk',
    'money',
    'print-jobs',
    'tickets',
  ]);
});

test('money after the drawer tells the page of money', async () => {
  const { point, since } = await opened();
  await point.signInAs('manager');
  await point.done('openSession', { businessDay: day('2026-11-22'), count: float50, dayConfirmed: true });
  await sell(point, { skus: ['CHARGEUR'] });
  await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500)] });
  const statementId = crypto.randomUUID();
  const prescriberId = brandAs<never>('P002');
  expect(await since(() => point.done('makeStatement', { statementId, prescriberId }))).toEqual(['money']);
  const paid = { statementId, on: day('2026-11-22'), cents: cents(1_500) };
  expect(await since(() => point.done('settleStatement', paid))).toEqual(['money']);
  await point.done('closeSession', await closingInput(point, { envelope: 'A-1' }));
  const { envelopes } = await point.done('moneyState', {});
  const depositId = crypto.randomUUID();
  const deposit = { depositId, envelopes: envelopes.map((one) => one.id), slip: 'BR-1' };
  expect(await since(() => point.done('makeDeposit', deposit))).toEqual(['money']);
  const credited = { depositId, on: day('2026-11-22'), cents: cents(1_500) };
  expect(await since(() => point.done('creditDeposit', credited))).toEqual(['money']);
});

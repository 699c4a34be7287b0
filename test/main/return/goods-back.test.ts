import { expect, test } from 'vitest';
import type { FinishedSale } from '#contract/sale.ts';
import type { Input } from '#contract/ipc.ts';
import { type SaleId, brandAs } from '#domain/ids.ts';
import type { SalePayload } from '#domain/sale.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import type { ReferenceBody } from '#exchange/reference.ts';
import {
  approval,
  entitled,
  openDay,
  payloadsOf,
  rowsOf,
  sell,
  sims,
  sku,
  worth,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// What comes back, what is given for it, and what of it is written.

async function opened(amend?: (body: ReferenceBody) => ReferenceBody): Promise<TestPoint> {
  const point = await testPoint(amend ? { headquarters: newSigningKey(), amend } : {});
  await openDay(point);
  return point;
}

const newId = (): SaleId => brandAs<SaleId>(crypto.randomUUID());
const override = { approval, reason: 'geste' };

/** Brings the first line of a ticket back. */
async function bringBack(
  point: TestPoint,
  { saleId }: Pick<FinishedSale, 'saleId'>,
  change: Partial<Input<'returnLines'>['lines'][number]> = {},
) {
  const [line] = (await point.done('ticket', { saleId })).lines;
  const asked = { condition: 'unopened', as: 'refund', newUnit: null, ...change } as const;
  const lines = [{ lineId: line!.lineId, quantity: 1, ...asked }];
  return point.call('returnLines', { saleId, returnId: newId(), lines, override });
}

/** Brings one thing back whose ticket is lost. */
const withoutTicket = (point: TestPoint, what: string) => {
  const thing = { sku: sku(what), quantity: 1, unit: null, condition: 'faulty' } as const;
  return point.done('returnWithoutTicket', { returnId: newId(), ...thing, reason: 'sans ticket', approval });
};

test('an exchange of what is followed one by one asks for the new one, also when the field was left empty', async () => {
  const point = await opened();
  const sale = await sell(point, { to: await entitled(point), scans: [sims[0]] });
  for (const newUnit of [null, '', '  '])
    expect(await bringBack(point, sale, { condition: 'faulty', as: 'exchange', newUnit })).toEqual({
      ok: false,
      refusal: { kind: 'exchange-unit-needed' },
    });
});

test('a counted thing exchanged is written as one that came back and one that went', async () => {
  const point = await opened();
  await point.signInAs('manager');
  await point.done('receiveQuantity', { sku: sku('CHARGEUR'), quantity: 3 });
  const sale = await sell(point, { skus: ['CHARGEUR'] });
  expect(await bringBack(point, sale, { as: 'exchange' })).toMatchObject({ ok: true });
  const moved = "SELECT kind, quantity FROM stock_movement WHERE sku = 'CHARGEUR' ORDER BY rowid";
  expect(rowsOf(point, moved)).toEqual([
    { kind: 'received', quantity: 3 },
    { kind: 'sold', quantity: -1 },
    { kind: 'returned', quantity: 1 },
    { kind: 'sold', quantity: -1 },
  ]);
});

test('usage goes back to the family of the thing, not to another of the same value', async () => {
  const point = await opened((body) => worth(body, 'RECH-10', 1_500));
  const personId = await entitled(point);
  const sale = await sell(point, { to: personId, skus: ['RECH-10', 'CHARGEUR'] });
  const both = 'SELECT family, reference_cents FROM usage WHERE units > 0 ORDER BY seq, line_no';
  expect(rowsOf(point, both)).toEqual([
    { family: 'topup', reference_cents: 1_500 },
    { family: 'accessory', reference_cents: 1_500 },
  ]);
  expect(await bringBack(point, sale)).toMatchObject({ ok: true });
  expect(rowsOf(point, 'SELECT family FROM usage WHERE units < 0')).toEqual([{ family: 'topup' }]);
});

test('without its ticket a thing comes back with today’s tax, for nobody’s household, and cash opens the drawer', async () => {
  const point = await opened((body) => ({
    ...body,
    catalogue: {
      ...body.catalogue,
      sites: body.catalogue.sites.map((site) => ({
        ...site,
        vatRegime: 'taxed' as const,
        vatRates: { N: 2_000 },
      })),
      products: body.catalogue.products.map((one) => ({ ...one, vat: 'N' })),
    },
  }));
  await withoutTicket(point, 'ATELIER');
  expect(rowsOf(point, 'SELECT id FROM print_job')).toEqual([]);
  await withoutTicket(point, 'CHARGEUR');
  expect(rowsOf(point, 'SELECT title, open_drawer FROM print_job')).toEqual([{ title: '', open_drawer: 1 }]);
  const [, back] = payloadsOf<SalePayload>(point, 'sale', 'return');
  expect(back).toMatchObject({
    totalCents: -500,
    lines: [{ forHousehold: false, replacement: null }],
    vat: [{ code: 'N', rateBasisPoints: 2_000, taxCents: -83 }],
  });
});

test('what came back without its ticket has no sale behind it to be returned from', async () => {
  const point = await opened();
  const { saleId } = await withoutTicket(point, 'CHARGEUR');
  expect(await bringBack(point, { saleId })).toEqual({ ok: false, refusal: { kind: 'sale-unknown' } });
});

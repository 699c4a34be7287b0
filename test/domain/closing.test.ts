import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type PeriodTotals,
  addCorrection,
  addSale,
  addTotals,
  expectedCash,
  noTotals,
} from '#domain/closing.ts';
import { type OperatorCode, type PersonId, type SaleId, type TicketNumber, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { type CorrectionPayload, type SalePayload, vatTotals } from '#domain/sale.ts';
import { tenderKinds } from '#domain/tender.ts';
import { sold, soldLine } from '#test/support/catalogue.ts';

const rates = { NORMAL: 2000 };

const anySale = fc
  .record({
    back: fc.boolean(),
    quantity: fc.integer({ min: 1, max: 4 }),
    price: fc.nat(3000),
    saving: fc.nat(3000),
    vatCode: fc.constantFrom('NORMAL', 'EXEMPT'),
    kind: fc.constantFrom(...tenderKinds),
  })
  .map(({ back, quantity, price, saving, vatCode, kind }): SalePayload => {
    const line = soldLine({
      quantity: back ? -quantity : quantity,
      unitPriceCents: cents(price),
      unitReferenceCents: cents(price + saving),
      vatCode,
    });
    const none = { cash: cents(0), bankCard: cents(0), structureCredit: cents(0) };
    return sold([line], {
      kind: back ? 'return' : 'sale',
      vat: vatTotals([line], rates),
      netByKind: { ...none, [kind]: line.totalCents },
    });
  });

const correction = (change: CorrectionPayload['change']): CorrectionPayload => ({
  correctionId: 'correction-1',
  of: brandAs<TicketNumber>('PAR13-1-2026-000042'),
  saleId: brandAs<SaleId>('sale-1'),
  operator: brandAs<OperatorCode>('E07'),
  approvedBy: null,
  reason: 'wrong-tender',
  change,
});
const moved = fc
  .tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 }))
  .map(([card, credit]) =>
    correction({
      what: 'tender',
      byKind: { cash: cents(-card - credit), bankCard: cents(card), structureCredit: cents(credit) },
    }),
  );

const fold = (sales: readonly SalePayload[], from: PeriodTotals = noTotals): PeriodTotals =>
  sales.reduce(addSale, from);
const sumOf = (sales: readonly SalePayload[], of: (sale: SalePayload) => number): number =>
  sales.reduce((sum, sale) => sum + of(sale), 0);
const allTenders = (totals: PeriodTotals): number =>
  tenderKinds.reduce((sum, kind) => sum + totals.byTender[kind], 0);

describe('totals of a period', () => {
  test('hold each sale, and each return with its sign', () => {
    const line = soldLine({ quantity: 2, vatCode: 'NORMAL', unitPriceCents: cents(600) });
    const back = soldLine({ quantity: -1, vatCode: 'NORMAL', unitPriceCents: cents(600) });
    const sale = sold([line], { vat: vatTotals([line], rates) });
    const refund = sold([back], { kind: 'return', vat: vatTotals([back], rates) });
    expect(fold([sale, refund])).toEqual({
      sales: 1,
      returns: 1,
      corrections: 0,
      totalCents: 600,
      absoluteCents: 1800,
      referenceCents: 3500,
      savingCents: 2900,
      byTender: { cash: 600, bankCard: 0, structureCredit: 0 },
      vat: [{ code: 'NORMAL', rateBasisPoints: 2000, grossCents: 600, netCents: 500, taxCents: 100 }],
    });
  });

  test('are the sums of their sales', () => {
    fc.assert(
      fc.property(fc.array(anySale, { maxLength: 20 }), (sales) => {
        const totals = fold(sales);
        expect({ ...totals, vat: [] }).toEqual({
          sales: sales.filter((sale) => sale.kind === 'sale').length,
          returns: sales.filter((sale) => sale.kind === 'return').length,
          corrections: 0,
          totalCents: sumOf(sales, (sale) => sale.totalCents),
          absoluteCents: sumOf(sales, (sale) => Math.abs(sale.totalCents)),
          referenceCents: sumOf(sales, (sale) => sale.referenceCents),
          savingCents: sumOf(sales, (sale) => sale.savingCents),
          byTender: {
            cash: sumOf(sales, (sale) => sale.netByKind.cash),
            bankCard: sumOf(sales, (sale) => sale.netByKind.bankCard),
            structureCredit: sumOf(sales, (sale) => sale.netByKind.structureCredit),
          },
          vat: [],
        });
        expect(allTenders(totals)).toBe(totals.totalCents);
        expect(totals.vat.reduce((sum, one) => sum + one.grossCents, 0)).toBe(totals.totalCents);
        expect(totals.vat.every((one) => one.netCents + one.taxCents === one.grossCents)).toBe(true);
      }),
    );
  });

  test('of a month are the sum of its days, wherever the days are cut and whatever their order', () => {
    fc.assert(
      fc.property(fc.array(anySale, { maxLength: 12 }), fc.nat(12), (sales, at) => {
        const [morning, evening] = [fold(sales.slice(0, at)), fold(sales.slice(at))];
        expect(addTotals(morning, evening)).toEqual(fold(sales));
        expect(addTotals(evening, morning)).toEqual(fold(sales));
        expect(addTotals(fold(sales), noTotals)).toEqual(fold(sales));
      }),
    );
  });

  test('without signs never fall: a return does not hide a sale', () => {
    fc.assert(
      fc.property(fc.array(anySale), anySale, (sales, next) => {
        const before = fold(sales);
        expect(addSale(before, next).absoluteCents).toBeGreaterThanOrEqual(before.absoluteCents);
        expect(addSale(before, next).absoluteCents).toBeGreaterThanOrEqual(addSale(before, next).totalCents);
      }),
    );
  });

  test('keep their total when a correction moves money between tenders', () => {
    fc.assert(
      fc.property(fc.array(anySale), fc.array(moved), (sales, corrections) => {
        const before = fold(sales);
        const after = corrections.reduce(addCorrection, before);
        expect({ ...after, byTender: before.byTender }).toEqual({
          ...before,
          corrections: corrections.length,
        });
        expect(allTenders(after)).toBe(before.totalCents);
      }),
    );
  });

  const [from, to] = ['person-1', 'person-2'].map((id) => brandAs<PersonId>(id)) as [PersonId, PersonId];
  test.each<CorrectionPayload['change']>([
    { what: 'person', from, to },
    { what: 'referral', referralKey: 'voucher:002-00007-22', entitlementId: brandAs('window') },
  ])('count a correction of a $what and move nothing', (change) => {
    const before = fold([sold([soldLine()])]);
    expect(addCorrection(before, correction(change))).toEqual({ ...before, corrections: 1 });
  });
});

describe('cash expected in the drawer', () => {
  test.each([
    ['the float alone', [10_000, 0, 0, 0], 10_000],
    ['with what was sold', [10_000, 4550, 0, 0], 14_550],
    ['less what was refunded', [10_000, -1200, 0, 0], 8800],
    ['with what was put in, less what was taken out', [10_000, 4550, 2000, 5000], 11_550],
  ] as const)('is %s', (_, [float, cash, payIn, drop], expected) => {
    expect(
      expectedCash({
        floatCents: cents(float),
        cashCents: cents(cash),
        payInCents: cents(payIn),
        dropCents: cents(drop),
      }),
    ).toBe(expected);
  });
});

import { expect, test } from 'vitest';
import { evaluateBasket } from '#domain/basket.ts';
import { leftOf } from '#domain/cap.ts';
import { addCorrection, addTotals, noTotals } from '#domain/closing.ts';
import { type OperatorCode, type PersonId, type SaleId, type TicketNumber, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { entryOf, priceListOn } from '#domain/pricing.ts';
import { verifyReferral } from '#domain/referral.ts';
import type { CorrectionPayload } from '#domain/sale.ts';
import { day } from '#domain/time.ts';
import {
  basket,
  buyerId,
  catalogue,
  entitled,
  family,
  line,
  paris,
  taken,
  walkIn,
  windowFrom,
} from '#test/support/catalogue.ts';

const on = day('2026-11-22');
const verdicts = (...asked: Parameters<typeof basket>): readonly string[] =>
  evaluateBasket(basket(...asked)).lines.map((one) => one.verdict);

test('what the public may buy does not use up the one thing of somebody without a window', () => {
  expect(verdicts([line('CHARGEUR'), line('RECH-5')], { buyer: walkIn })).toEqual(['allowed', 'warning']);
  expect(verdicts([line('RECH-5'), line('RECH-10')], { buyer: walkIn })).toEqual(['warning', 'refused']);
});

test.each([
  ['the last day of the month', '2026-11-30', 2_000],
  ['the first day of the month', '2026-11-01', 2_000],
  ['the day before', '2026-10-31', 3_000],
  ['the day after', '2026-12-01', 3_000],
])('what was taken on %s counts as it should', (_when, taking, left) => {
  const usage = [taken('topup', taking, { referenceCents: cents(1_000) })];
  const buyer = { personId: buyerId, window: windowFrom('2026-09-15') };
  expect(leftOf(family('topup'), usage, buyer, on)).toMatchObject({ before: left });
});

test('what somebody else took does not count in a cap of one’s own; in a household’s it does', () => {
  const buyer = { personId: buyerId, window: windowFrom('2026-09-15') };
  const others = (of: string) => [taken(of, '2026-11-02', { personId: brandAs<PersonId>('person-2') })];
  expect(leftOf(family('phone'), others('phone'), buyer, on)).toMatchObject({ before: 1 });
  expect(leftOf(family('computer'), others('computer'), buyer, on)).toMatchObject({ before: 0 });
});

test('an alternative is only offered where the cap alone refuses, and never the very same thing', () => {
  const usage = [taken('topup', '2026-11-02', { referenceCents: cents(2_500) })];
  const simOnly = { ...entitled, entitlements: [windowFrom('2026-09-15', { families: [brandAs('sim')] })] };
  const offered = (change: Parameters<typeof basket>[1]) =>
    evaluateBasket(basket([line('RECH-20')], { usage, ...change })).lines[0]?.alternative;
  expect(offered({})).toBe('RECH-5');
  expect(offered({ buyer: simOnly })).toBeNull();
});

test('of two lists of one day the first stands, wherever an older one is', () => {
  const [older] = catalogue.priceLists;
  const list = (id: string, price: number) => ({
    ...older!,
    id,
    from: day('2026-11-10'),
    prices: {
      'RECH-5': { ...older!.prices['RECH-5']!, price: { kind: 'fixed' as const, cents: cents(price) } },
    },
  });
  const two = { ...catalogue, priceLists: [list('A', 50), list('B', 60), ...catalogue.priceLists] };
  const chosen = priceListOn(two, on);
  expect(chosen?.id).toBe('A');
  expect(chosen && entryOf(two, chosen, 'RECH-5')?.price).toEqual({ kind: 'fixed', cents: 50 });
});

test('a referral refused for a date and for its use is not the person’s fault alone: a walk-in is offered', () => {
  const verdict = verifyReferral(
    { proof: 'voucher', number: '002-00007-22', issuedOn: day('2026-01-05') },
    {
      catalogue,
      site: paris,
      on,
      used: () => ({ on: day('2026-02-01') }),
      revoked: () => false,
      verifySignature: () => true,
      person: null,
      overriddenBy: null,
    },
  );
  expect(verdict.reasons.map((reason) => reason.code)).toEqual(['referral-expired', 'referral-used']);
  expect([verdict.offerWalkIn, verdict.callPrescriber]).toEqual([true, true]);
});

test('a person put right is counted and moves no money; corrections of two periods add up', () => {
  const correction: CorrectionPayload = {
    correctionId: 'c',
    of: brandAs<TicketNumber>('PAR13-1-2026-000042'),
    saleId: brandAs<SaleId>('s'),
    operator: brandAs<OperatorCode>('E07'),
    approvedBy: null,
    reason: 'wrong-person',
    change: { what: 'person', from: null, to: buyerId },
  };
  const once = addCorrection(noTotals, correction);
  expect(once).toEqual({ ...noTotals, corrections: 1 });
  expect(addTotals(once, addCorrection(once, correction)).corrections).toBe(3);
});

import type { FamilyId, LineId, PrescriberId, Sku, UnitKey } from '#domain/ids.ts';
import { brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import {
  type TicketLine,
  isUnitOf,
  leftOf,
  problemOf,
  refundOf,
  requestFrom,
  startChoice,
  unitIn,
} from '#renderer/ticket/return-choice.ts';
import { type TypedTenders, allBy, correctionOf } from '#renderer/ticket/tender-correction.ts';
import { describe, expect, it } from 'vitest';

const line = (part: Partial<TicketLine>): TicketLine => ({
  lineId: brandAs<LineId>('l1'),
  sku: brandAs<Sku>('SIM'),
  family: brandAs<FamilyId>('sim'),
  label: 'Carte prépayée',
  quantity: 1,
  unit: null,
  unitPriceCents: cents(500),
  unitReferenceCents: cents(3_500),
  totalCents: cents(500),
  referenceCents: cents(3_500),
  savingCents: cents(3_000),
  referenceSource: '',
  referenceOn: day('2026-01-01'),
  priceListId: 'p',
  rule: { kind: 'fixed', cents: cents(500) } as unknown as TicketLine['rule'],
  tariff: 'solidarity',
  vatCode: 'A',
  forHousehold: false,
  replacement: null,
  overriddenBy: null,
  warnings: [],
  guaranteeUntil: null,
  returns: null,
  returned: 0,
  mayReturn: 'unopened-or-faulty',
  returnAs: 'exchange-or-refund',
  ...part,
});
const unit = { key: brandAs<UnitKey>('8933100004200000000'), text: '89331000042000000005' };

describe('what is chosen of a return', () => {
  it('says by itself what can only be one way', () => {
    expect(startChoice(line({ mayReturn: 'faulty', returnAs: 'exchange' }))).toMatchObject({
      condition: 'faulty',
      as: 'exchange',
    });
    expect(startChoice(line({}))).toMatchObject({ condition: null, as: null });
    expect(startChoice(line({ mayReturn: 'never' }), true)).toMatchObject({
      condition: null,
      exception: true,
    });
  });

  it('waits for the unit given in exchange', () => {
    const sim = line({ unit, mayReturn: 'faulty', returnAs: 'exchange' });
    const choice = startChoice(sim);
    expect(problemOf(sim, choice)).toBe('unit');
    expect(requestFrom([sim], { l1: choice })).toBeNull();
    expect(requestFrom([sim], { l1: { ...choice, newUnit: '89331000042000004817' } })).toEqual([
      { lineId: 'l1', quantity: 1, condition: 'faulty', as: 'exchange', newUnit: '89331000042000004817' },
    ]);
  });

  it('refunds what was paid for what comes back, and nothing for an exchange', () => {
    const two = line({ quantity: 3, returned: 1 });
    expect(leftOf(two)).toBe(2);
    const choice = { ...startChoice(two), quantity: 2, condition: 'unopened', as: 'refund' } as const;
    expect(refundOf([two], { l1: choice })).toBe(1_000);
    expect(refundOf([two], { l1: { ...choice, as: 'exchange' } })).toBe(0);
  });

  it('knows the unit that a scan names and leaves cards and tickets their own way', () => {
    expect(unitIn(['89331000042000000005'])).toBe('89331000042000000005');
    expect(isUnitOf(line({ unit }), '89331000042000000005')).toBe(true);
    expect(unitIn(['4711082307'])).toBeNull();
    expect(unitIn(['PAR13-1-2026-000001'])).toBeNull();
    expect(unitIn(['PASM25-0100'])).toBe('PASM25-0100');
  });
});

describe('the correction of a payment', () => {
  const ticket = {
    totalCents: cents(1_200),
    netByKind: { cash: cents(1_200), bankCard: cents(0), structureCredit: cents(0) },
  };
  const typed = (cash: string, bankCard = '', structureCredit = ''): TypedTenders => ({
    texts: { cash, bankCard, structureCredit },
    prescriberId: null,
    commitment: '',
  });

  it('must come to the total and change something', () => {
    expect(correctionOf(typed('12'), ticket)).toEqual({ kind: 'same' });
    expect(correctionOf(typed('10'), ticket)).toEqual({ kind: 'missing', cents: 200 });
    expect(correctionOf(typed('10', '3'), ticket)).toEqual({ kind: 'too-much', cents: 100 });
    expect(correctionOf(typed('x'), ticket)).toEqual({ kind: 'unreadable' });
  });

  it('moves everything to one tender in one gesture', () => {
    expect(correctionOf(allBy(typed('12'), 'bankCard', ticket.totalCents), ticket)).toEqual({
      kind: 'ready',
      tenders: [{ kind: 'bankCard', cents: 1_200, reference: null }],
    });
  });

  it('asks which structure pays, with the number of its undertaking', () => {
    const byStructure = typed('', '', '12');
    expect(correctionOf(byStructure, ticket)).toEqual({ kind: 'structure-needed' });
    const known = { ...byStructure, prescriberId: brandAs<PrescriberId>('P1'), commitment: ' C-1 ' };
    expect(correctionOf(known, ticket)).toEqual({
      kind: 'ready',
      tenders: [{ kind: 'structureCredit', cents: 1_200, prescriberId: 'P1', commitment: 'C-1' }],
    });
  });
});

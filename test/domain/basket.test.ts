import { describe, expect, test } from 'vitest';
import { type BasketInput, type BasketLine, evaluateBasket } from '#domain/basket.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import { type LineId, type UnitKey, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { type Reason, isOverridable, isWarning } from '#domain/reasons.ts';
import { day } from '#domain/time.ts';
import {
  basket,
  catalogue,
  entitled,
  family,
  familyId,
  line,
  policy,
  relay,
  sku,
  taken,
  unit,
  walkIn,
  windowFrom,
  withFamily,
} from '#test/support/catalogue.ts';

const lineId = (text: string): LineId => brandAs<LineId>(text);
const topup = (value: number): ReturnType<typeof taken> =>
  taken('topup', '2026-11-02', { referenceCents: cents(value) });
const dueOn = day('2026-12-22');
const quota = (of: string, units: number | null, value: number | null, renewsOn: string | null): Reason => ({
  code: 'quota-exceeded',
  family: familyId(of),
  leftUnits: units,
  leftCents: value === null ? null : cents(value),
  renewsOn: renewsOn === null ? null : day(renewsOn),
});

const judge = (
  lines: readonly BasketLine[],
  change?: Partial<Omit<BasketInput, 'lines'>>,
): ReturnType<typeof evaluateBasket> => evaluateBasket(basket(lines, change));
const reasonsOf = (...asked: Parameters<typeof judge>): string[][] =>
  judge(...asked).lines.map((one) => one.reasons.map((reason) => reason.code));

const unpriced: Catalogue = { ...catalogue, priceLists: [] };
const windowOver = { ...entitled, entitlements: [windowFrom('2025-05-01')] };
const simOnly = { ...entitled, entitlements: [windowFrom('2026-09-15', { families: [familyId('sim')] })] };
const lostSim = line('CARTE-35', { replacement: 'lost' });
const sim = (change: Parameters<typeof unit>[1]): BasketLine =>
  line('CARTE-35', { unit: unit('8933', change) });

type Row = [name: string, line: BasketLine, change: Partial<BasketInput>, reason: Reason];
const refusals: Row[] = [
  ['a thing without a price', line('RECH-5'), { catalogue: unpriced }, { code: 'no-price' }],
  [
    'a family that the relay does not sell',
    line('TEL-A'),
    { site: relay },
    { code: 'family-not-sold-here', family: familyId('phone') },
  ],
  ['a solidarity price for nobody', line('RECH-5'), { buyer: null }, { code: 'person-needed' }],
  [
    'a window that is over',
    line('RECH-5'),
    { on: day('2028-03-15') },
    { code: 'entitlement-ended', endedOn: day('2028-03-14') },
  ],
  [
    'a window that is not open yet',
    line('RECH-5'),
    { on: day('2026-09-14') },
    { code: 'entitlement-not-open', opensOn: day('2026-09-15') },
  ],
  [
    'a family that the referral does not name',
    line('RECH-5'),
    { buyer: simOnly },
    { code: 'family-not-referred', family: familyId('topup') },
  ],
  [
    'a walk-in sale already used',
    line('RECH-5'),
    { buyer: { ...walkIn, walkInUnits: 1 } },
    { code: 'walk-in-used' },
  ],
  [
    'two units without a window',
    line('RECH-5', { quantity: 2 }),
    { buyer: walkIn },
    { code: 'walk-in-used' },
  ],
  [
    'another family without a window',
    line('NET-20GO'),
    { buyer: walkIn },
    { code: 'walk-in-other-family', families: policy.walkIn.families },
  ],
  ['a tracked thing without its unit', line('CARTE-35', { unit: null }), {}, { code: 'unit-needed' }],
  ['a unit of another product', sim({ sku: sku('CLE-4G') }), {}, { code: 'unit-other-product' }],
  [
    'a unit already sold',
    sim({ status: 'sold', soldOn: day('2026-11-20') }),
    {},
    { code: 'unit-already-sold', soldOn: day('2026-11-20') },
  ],
  [
    'what a taxed point has no VAT rate for',
    line('TEL-A', { unit: unit('356938030010004') }),
    {
      catalogue: {
        ...catalogue,
        sites: catalogue.sites.map((site) => ({ ...site, vatRegime: 'taxed', vatRates: { OTHER: 2_000 } })),
      },
    },
    { code: 'no-vat-rate', vat: 'EXEMPT' },
  ],
  ['a blocked unit', sim({ status: 'blocked' }), {}, { code: 'unit-blocked' }],
  ['a returned unit', sim({ status: 'returned' }), {}, { code: 'unit-blocked' }],
  ['a unit written off', sim({ status: 'written-off' }), {}, { code: 'unit-written-off' }],
  ['a unit of another point', sim({ status: 'elsewhere' }), {}, { code: 'unit-elsewhere' }],
  [
    'a device neither tested nor wiped',
    line('PC-A', { unit: unit('PASM25-0100', { testedAndWiped: false }) }),
    {},
    { code: 'unit-not-tested' },
  ],
  [
    'a phone that nobody received here',
    line('TEL-A', { unit: unit('356938030010004', { status: 'unknown', testedAndWiped: false }) }),
    {},
    { code: 'unit-not-tested' },
  ],
  [
    'more units than are left',
    line('NET-20GO', { quantity: 2 }),
    { usage: [taken('data', '2026-11-02')] },
    quota('data', 1, null, '2026-12-01'),
  ],
  [
    'more market value than is left',
    line('RECH-20'),
    { usage: [topup(2500)] },
    quota('topup', null, 500, '2026-12-01'),
  ],
  [
    'a second thing of a window',
    line('TEL-A'),
    { usage: [taken('phone', '2026-10-01')] },
    quota('phone', 0, null, null),
  ],
  [
    'a second replacement',
    lostSim,
    { usage: [taken('sim', '2026-10-01', { replacement: 'stolen' })] },
    { code: 'replacement-exceeded', family: familyId('sim'), renewsOn: day('2027-10-01') },
  ],
  [
    'a replacement in a family that has none',
    line('TEL-A', { replacement: 'faulty' }),
    {},
    { code: 'replacement-exceeded', family: familyId('phone'), renewsOn: null },
  ],
];

describe('a line is refused for', () => {
  test.each(refusals)('%s', (_, asked, change, reason) => {
    const { lines, ...totals } = judge([asked], change);
    expect(lines[0]).toMatchObject({ verdict: 'refused', reasons: [reason], totalCents: 0, savingCents: 0 });
    expect(totals).toMatchObject({ refusedCount: 1, totalCents: 0, referenceCents: 0, savingCents: 0 });
    expect(totals.left.every((left) => left.after === left.before)).toBe(true);
  });

  test('a replacement whose cause the family does not accept', () => {
    const cap = { ...family('sim').cap, replacements: { max: 1, per: 'window', reasons: ['faulty'] } };
    const strict = withFamily('sim', { cap: cap as never });
    const causes = (['lost', 'stolen', 'faulty'] as const).map((replacement) =>
      reasonsOf([line('CARTE-35', { replacement })], { catalogue: strict }),
    );
    expect(causes).toEqual([[['replacement-exceeded']], [['replacement-exceeded']], [[]]]);
  });

  test('every cause at once', () => {
    const asked = line('PC-A', { unit: unit('PASM25-0100', { status: 'sold' }) });
    expect(reasonsOf([asked], { site: relay, buyer: windowOver })).toEqual([
      ['family-not-sold-here', 'entitlement-ended', 'unit-already-sold'],
    ]);
  });

  test('a product that nobody publishes: that is a bug', () => {
    expect(() => judge([{ ...line('RECH-5'), sku: sku('GONE') }])).toThrow('GONE');
  });
});

describe('a line is allowed with a warning for', () => {
  test.each<Row>([
    [
      'a walk-in sale, the referral being due',
      line('RECH-10'),
      { buyer: walkIn },
      { code: 'walk-in', dueOn },
    ],
    ['a SIM that nobody received here', sim({ status: 'unknown' }), {}, { code: 'unit-unknown' }],
  ])('%s', (_, asked, change, reason) => {
    expect(judge([asked], change).lines[0]).toMatchObject({ verdict: 'warning', reasons: [reason] });
  });
});

describe('a line is allowed for', () => {
  test.each<[string, BasketLine, Partial<BasketInput>, number]>([
    ['a workshop, to anybody', line('ATELIER'), { buyer: null }, 0],
    ['a charger to the public, at its market value', line('CHARGEUR'), { buyer: null }, 1500],
    ['a charger to somebody entitled', line('CHARGEUR'), {}, 500],
    ['a received unit', sim({ status: 'received' }), {}, 500],
    ['exactly what is left', line('RECH-5'), { usage: [topup(2500)] }, 100],
    ['a replacement of a SIM', lostSim, { usage: [taken('sim', '2026-10-01')] }, 500],
    [
      'somebody of the household, beside the cap',
      line('TEL-BASIC', { forHousehold: true }),
      { usage: [taken('phone', '2026-10-01')] },
      1000,
    ],
  ])('%s', (_, asked, change, totalCents) => {
    expect(judge([asked], change).lines[0]).toMatchObject({ verdict: 'allowed', reasons: [], totalCents });
  });

  test('no SIM beside the cap, though it be for somebody of the household', () => {
    const asked = line('CARTE-35', { forHousehold: true });
    expect(reasonsOf([asked], { usage: [taken('sim', '2026-10-01')] })).toEqual([['quota-exceeded']]);
  });
});

describe('lines after one another', () => {
  const two = (of: string, change: Partial<BasketLine> = {}): BasketLine[] =>
    ['a', 'b'].map((id) =>
      line(of, { ...change, lineId: lineId(id), ...(line(of).unit ? { unit: unit(id) } : {}) }),
    );

  test('see what is left by those before them', () => {
    const { lines, left } = judge(two('TEL-A'));
    expect(lines.map((one) => one.verdict)).toEqual(['allowed', 'refused']);
    expect(left.find((one) => one.family === 'phone')).toMatchObject({ before: 1, after: 0 });
  });

  test('share one walk-in allowance over all its families', () => {
    const asked = [line('CARTE-35'), line('RECH-5')];
    expect(reasonsOf(asked, { buyer: walkIn })).toEqual([['walk-in'], ['walk-in-used']]);
  });

  test('share the replacements of a family', () => {
    expect(reasonsOf(two('CARTE-35', { replacement: 'lost' }))).toEqual([[], ['replacement-exceeded']]);
  });

  test('may not hold one unit twice', () => {
    const one = unit('PASM25-0100');
    const asked = [line('CLE-4G', { unit: one }), line('CLE-4G', { lineId: lineId('b'), unit: one })];
    expect(reasonsOf(asked)).toEqual([[], ['unit-twice', 'quota-exceeded']]);
  });

  test('take nothing when they are refused', () => {
    const refused = line('RECH-20', { quantity: 2 });
    expect(reasonsOf([refused, line('RECH-20'), line('RECH-10')])).toEqual([['quota-exceeded'], [], []]);
  });

  test('may hold the unit of a refused line', () => {
    const key = brandAs<UnitKey>('PASM25-0100');
    const one = unit(key, { sku: sku('PC-B') });
    const asked = [line('PC-A', { unit: one }), line('PC-B', { unit: one })];
    expect(reasonsOf(asked)).toEqual([['unit-other-product'], []]);
  });

  test('leave the replacements of a person whole when taken for the household', () => {
    const cap = { maxUnits: 1, per: 'window', who: 'person', replacements: undefined } as const;
    const replaced = { max: 1, per: 'window', reasons: ['faulty'] } as const;
    const changed = withFamily('phone', { cap: { ...cap, replacements: replaced } });
    const asked = two('TEL-A', { replacement: 'faulty' });
    const [first, second] = asked as [BasketLine, BasketLine];
    expect(reasonsOf([{ ...first, forHousehold: true }, second], { catalogue: changed })).toEqual([[], []]);
  });
});

describe('a manager’s exception', () => {
  const approved = { overriddenBy: 'M01' };

  test.each(refusals)('lifts only what may be lifted: %s', (_, asked, change, reason) => {
    const lifted = isOverridable(reason);
    expect(judge([{ ...asked, ...approved }], change).lines[0]).toMatchObject(
      lifted
        ? { verdict: 'warning', reasons: [{ code: 'overridden', approver: 'M01' }] }
        : { verdict: 'refused', reasons: [reason] },
    );
  });

  test('is not named on a line that needs none', () => {
    expect(judge([line('RECH-5', approved)]).lines[0]).toMatchObject({ verdict: 'allowed', reasons: [] });
  });

  test('leaves the refusals that nobody lifts', () => {
    const asked = line('TEL-A', { ...approved, unit: unit('x', { status: 'sold' }) });
    expect(reasonsOf([asked], { usage: [taken('phone', '2026-10-01')] })).toEqual([
      ['unit-already-sold', 'overridden'],
    ]);
    expect(judge([asked], { usage: [taken('phone', '2026-10-01')] }).refusedCount).toBe(1);
  });

  test('still consumes, and never below nothing', () => {
    const asked = [line('RECH-20', { ...approved, quantity: 2 }), line('RECH-5', { lineId: lineId('b') })];
    const { lines, left } = judge(asked);
    expect(lines.map((one) => one.verdict)).toEqual(['warning', 'refused']);
    expect(left.find((one) => one.family === 'topup')).toMatchObject({ before: 3000, after: 0 });
  });

  test('still uses up the walk-in sale', () => {
    const asked = [line('RECH-5', { ...approved, quantity: 2 }), line('CARTE-35')];
    expect(reasonsOf(asked, { buyer: walkIn })).toEqual([['overridden'], ['walk-in-used']]);
  });
});

describe('an alternative', () => {
  test.each([
    [500, 'RECH-5'],
    [999, 'RECH-5'],
    [1000, 'RECH-10'],
    [1999, 'RECH-10'],
    [499, null],
    [0, null],
  ])('to 20 € of top-up with %d cents left is %s', (left, alternative) => {
    expect(judge([line('RECH-20')], { usage: [topup(3000 - left)] }).lines[0]?.alternative).toBe(alternative);
  });

  test('is not offered where something else refuses too, nor for a cap in units', () => {
    const usage = [topup(2500), taken('data', '2026-11-02', { units: 2 })];
    const { lines } = judge([line('RECH-20'), line('NET-20GO')], { usage, site: relay, buyer: simOnly });
    expect(lines.map((one) => one.alternative)).toEqual([null, null]);
    expect(judge([line('NET-20GO')], { usage }).lines[0]?.alternative).toBeNull();
  });

  test('is not offered on a line that may be sold', () => {
    expect(judge([line('RECH-20')]).lines[0]?.alternative).toBeNull();
  });
});

test('a whole basket adds up over the lines that may be sold', () => {
  const { lines, refusedCount, totalCents, referenceCents, savingCents } = judge([
    line('CARTE-35'),
    line('RECH-10', { quantity: 2 }),
    line('RECH-20'),
    line('CLE-4G'),
  ]);
  expect(lines.map((one) => [one.verdict, one.totalCents, one.savingCents])).toEqual([
    ['allowed', 500, 3000],
    ['allowed', 400, 1600],
    ['refused', 0, 0],
    ['allowed', 1450, 3450],
  ]);
  expect({ refusedCount, totalCents, referenceCents, savingCents }).toEqual({
    refusedCount: 1,
    totalCents: 2350,
    referenceCents: 10_400,
    savingCents: 8050,
  });
  expect(lines.every((one) => one.reasons.every((reason) => !isWarning(reason)))).toBe(true);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BasketInput, type BasketLine, evaluateBasket } from '#domain/basket.ts';
import { type LineId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import {
  basket,
  catalogue,
  entitled,
  line,
  relay,
  paris,
  taken,
  unit,
  walkIn,
} from '#test/support/catalogue.ts';

const anyLine = fc
  .record({
    sku: fc.constantFrom(...catalogue.products.map((product) => product.sku)),
    quantity: fc.integer({ min: 1, max: 3 }),
    unit: fc.nat(6),
    status: fc.constantFrom('available' as const, 'unknown' as const, 'sold' as const),
    forHousehold: fc.boolean(),
    replacement: fc.constantFrom(null, null, 'lost' as const),
    overriddenBy: fc.constantFrom(null, null, 'M01'),
  })
  .map((one): BasketLine => {
    const tracked = line(one.sku).unit !== null;
    return line(one.sku, {
      forHousehold: one.forHousehold,
      replacement: one.replacement,
      overriddenBy: one.overriddenBy,
      quantity: tracked ? 1 : one.quantity,
      unit: tracked ? unit(`${one.sku}-${one.unit}`, { status: one.status }) : null,
    });
  });

const anyLines = fc
  .array(anyLine, { maxLength: 8 })
  .map((lines) => lines.map((one, index) => ({ ...one, lineId: brandAs<LineId>(`line-${index}`) })));

const anyBasket = fc
  .record({
    lines: anyLines,
    buyer: fc.constantFrom(entitled, walkIn, null),
    site: fc.constantFrom(paris, relay),
    on: fc.constantFrom(...['2026-09-01', '2026-11-22', '2026-12-01', '2028-03-15'].map(day)),
    usage: fc.array(
      fc
        .constantFrom('sim', 'topup', 'data', 'phone', 'computer')
        .map((family) => taken(family, '2026-11-10', { referenceCents: cents(500) })),
      { maxLength: 2 },
    ),
  })
  .map(({ lines, ...rest }): BasketInput => basket(lines, rest));

const shuffled = anyBasket.chain((input) =>
  fc
    .shuffledSubarray([...input.lines], { minLength: input.lines.length })
    .map((lines) => ({ input, other: { ...input, lines } })),
);

test('totals add up and are never negative', () => {
  fc.assert(
    fc.property(anyBasket, (input) => {
      const { lines, totalCents, referenceCents, savingCents, refusedCount } = evaluateBasket(input);
      const sum = (of: (one: (typeof lines)[number]) => number): number =>
        lines.reduce((total, one) => total + of(one), 0);
      expect(referenceCents - savingCents).toBe(totalCents);
      expect([totalCents, savingCents, referenceCents].every((amount) => amount >= 0)).toBe(true);
      expect([sum((one) => one.totalCents), sum((one) => one.savingCents)]).toEqual([
        totalCents,
        savingCents,
      ]);
      expect(refusedCount).toBe(lines.filter((one) => one.verdict === 'refused').length);
      expect(lines.every((one) => one.totalCents >= 0 && one.savingCents >= 0)).toBe(true);
    }),
  );
});

test('a line costs its quantity times its price, or nothing when refused', () => {
  fc.assert(
    fc.property(anyBasket, (input) => {
      for (const { line: one, verdict, price, totalCents, savingCents } of evaluateBasket(input).lines) {
        const quantity = verdict === 'refused' ? 0 : one.quantity;
        expect([totalCents, savingCents]).toEqual([
          quantity * (price?.priceCents ?? 0),
          quantity * (price?.savingCents ?? 0),
        ]);
      }
    }),
  );
});

test('the order of scans never changes the price of a line', () => {
  const prices = (input: BasketInput): Map<LineId, unknown> =>
    new Map(evaluateBasket(input).lines.map((one) => [one.line.lineId, one.price]));
  fc.assert(
    fc.property(shuffled, ({ input, other }) => {
      expect(prices(other)).toEqual(prices(input));
    }),
  );
});

test('the order of scans changes neither totals nor what is left when nothing is refused', () => {
  fc.assert(
    fc.property(shuffled, ({ input, other }) => {
      const first = evaluateBasket(input);
      const allowed = first.lines.filter((one) => one.verdict !== 'refused').map((one) => one.line.lineId);
      const kept = (of: BasketInput): BasketInput => ({
        ...of,
        lines: of.lines.filter((one) => allowed.includes(one.lineId) && one.overriddenBy === null),
      });
      const [one, two] = [evaluateBasket(kept(input)), evaluateBasket(kept(other))];
      expect([one.refusedCount, two.refusedCount]).toEqual([0, 0]);
      expect({ ...two, lines: [] }).toEqual({ ...one, lines: [] });
    }),
  );
});

test('a refused line changes nothing for the others', () => {
  fc.assert(
    fc.property(anyBasket, (input) => {
      const whole = evaluateBasket(input);
      const sold = whole.lines.filter((one) => one.verdict !== 'refused');
      const without = evaluateBasket({ ...input, lines: sold.map((one) => one.line) });
      expect(without).toEqual({ ...whole, lines: sold, refusedCount: 0 });
    }),
  );
});

test('what is left never grows with a line, and never falls below nothing', () => {
  fc.assert(
    fc.property(anyBasket, (input) => {
      for (const left of evaluateBasket(input).left) {
        expect(left.after).toBeGreaterThanOrEqual(0);
        expect(left.after).toBeLessThanOrEqual(left.before);
        expect(left.before).toBeLessThanOrEqual(left.max);
      }
    }),
  );
});

test('the commit finds what the screen showed: the same basket gives the same verdict', () => {
  fc.assert(
    fc.property(anyBasket, (input) => {
      expect(evaluateBasket(structuredClone(input))).toEqual(evaluateBasket(input));
    }),
  );
});

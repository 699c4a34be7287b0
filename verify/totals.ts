import { type Json, type JsonObject, isObject, textAt } from './canonical.ts';
import type { Closing, SaleAt } from './chunk.ts';
import { kinds } from './sums.ts';

interface Totals {
  sales: number;
  returns: number;
  corrections: number;
  totalCents: number;
  absoluteCents: number;
  referenceCents: number;
  savingCents: number;
  byTender: [number, number, number];
  /** By code and rate, in the order they came. */
  vat: Map<string, Vat>;
}

interface Vat {
  readonly code: string;
  readonly amounts: readonly [rate: number, gross: number, net: number, tax: number];
}

const nothing = (): Totals => ({
  sales: 0,
  returns: 0,
  corrections: 0,
  totalCents: 0,
  absoluteCents: 0,
  referenceCents: 0,
  savingCents: 0,
  byTender: [0, 0, 0],
  vat: new Map(),
});

const numberAt = (value: Json | undefined, name: string): number =>
  isObject(value) && typeof value[name] === 'number' ? value[name] : Number.NaN;

/** The money of a file: sales as they come, then closings held against them. */
export interface Books {
  readonly addSale: (sale: SaleAt) => void;
  /**
   * Holds a closing against the records it covers, as far as they are in this file. Gives the number of the record
   * that does not say the same: itself, or the session before a day; null when all holds.
   */
  readonly closes: (closing: Closing) => number | null;
}

/** `first` is the number of the first record of each of the two chains in the file. */
export function books(first: { readonly sale: number; readonly closing: number }): Books {
  const sales: SaleAt[] = [];
  const days: Closing[] = [];
  let lastSession: Closing | null = null;
  let waiting: Closing | null = null;

  /** Whether the range goes on from `before` and its totals are those of the sales in it. */
  const covers = (closing: Closing, before: Closing | null | undefined): boolean => {
    const range = closing.payload['sales'];
    const [from, to] = [numberAt(range, 'from'), numberAt(range, 'to')];
    if (!(Number.isSafeInteger(from) && Number.isSafeInteger(to)) || from > to + 1) return false;
    const last = sales.at(-1)?.seq ?? first.sale - 1;
    if (from <= to && to >= first.sale && to > last) return false;
    const atHand = from > to || from >= first.sale;
    if (atHand && !same(addedUp(sales.slice(from - first.sale, to - first.sale + 1)), closing)) return false;
    if (before) return from === numberAt(before.payload['sales'], 'to') + 1;
    return first.closing > 1 || from === 1;
  };

  const closes = (closing: Closing): number | null => {
    if (closing.type === 'month' || closing.type === 'year')
      return longHolds(closing, days, first.closing) ? null : closing.seq;
    if (closing.type === 'session') {
      const held = covers(closing, lastSession);
      lastSession = closing;
      waiting = closing;
      return held ? null : closing.seq;
    }
    if (closing.type !== 'day') return null;
    const { perpetual } = closing.payload;
    const session: Closing | null = waiting;
    waiting = null;
    if (session && !sameAmounts(session.payload['perpetual'], perpetual)) return session.seq;
    const before = days.at(-1);
    const held = covers(closing, before) && addsUp(closing, before, first.closing);
    days.push(closing);
    return held ? null : closing.seq;
  };
  return { addSale: (sale) => void sales.push(sale), closes };
}

/** A day's totals that are never reset are those of the day before, and its own. */
function addsUp(day: Closing, before: Closing | undefined, firstClosing: number): boolean {
  if (!before && firstClosing > 1) return true;
  const { perpetual, totals } = day.payload;
  const start = before?.payload['perpetual'] ?? { netCents: 0, absoluteCents: 0 };
  return (
    numberAt(perpetual, 'netCents') === numberAt(start, 'netCents') + numberAt(totals, 'totalCents') &&
    numberAt(perpetual, 'absoluteCents') ===
      numberAt(start, 'absoluteCents') + numberAt(totals, 'absoluteCents')
  );
}

const sameAmounts = (a: Json | undefined, b: Json | undefined): boolean =>
  numberAt(a, 'netCents') === numberAt(b, 'netCents') &&
  numberAt(a, 'absoluteCents') === numberAt(b, 'absoluteCents');

/** A month or a year is the sum of its days. */
function longHolds(closing: Closing, days: readonly Closing[], first: number): boolean {
  const { days: range, perpetual } = closing.payload;
  const [from, to] = [numberAt(range, 'from'), numberAt(range, 'to')];
  if (!(Number.isSafeInteger(from) && to < closing.seq)) return false;
  const last = days.at(-1);
  if (last && !sameAmounts(last.payload['perpetual'], perpetual)) return false;
  if (from < first) return true;
  const own = days.filter(
    (day) =>
      day.seq >= from && day.seq <= to && day.businessDay.startsWith(textAt(closing.payload, 'period')),
  );
  const sum = nothing();
  for (const { payload } of own) addTotals(sum, payload['totals']);
  return same(sum, closing);
}

function addedUp(sales: readonly SaleAt[]): Totals {
  const sum = nothing();
  for (const { type, sums } of sales) {
    if (!('total' in sums)) {
      sum.corrections += 1;
      sums.forEach((moved, kind) => (sum.byTender[kind] = (sum.byTender[kind] ?? 0) + moved));
      continue;
    }
    if (type === 'sale') sum.sales += 1;
    else sum.returns += 1;
    sum.totalCents += sums.total;
    sum.absoluteCents += Math.abs(sums.total);
    sum.referenceCents += sums.reference;
    sum.savingCents += sums.saving;
    sums.byKind.forEach((net, kind) => (sum.byTender[kind] = (sum.byTender[kind] ?? 0) + net));
    for (const [code, ...amounts] of sums.vat) addVat(sum, code, amounts);
  }
  return sum;
}

function addVat(
  sum: Totals,
  code: string,
  [rate, gross, net, tax]: readonly [number, number, number, number],
): void {
  const [, held, heldNet, heldTax] = sum.vat.get(`${code} ${rate}`)?.amounts ?? [rate, 0, 0, 0];
  sum.vat.set(`${code} ${rate}`, { code, amounts: [rate, held + gross, heldNet + net, heldTax + tax] });
}

/** As a closing lists them: sorted by code and rate. Version 1 merged the rates of a code under the first. */
function listed(vat: Totals['vat'], v: number): Vat[] {
  const rows = [...vat.values()];
  const shown = v === 1 ? [...Map.groupBy(rows, (one) => one.code).values()].map(merged) : rows;
  return shown.toSorted(
    (a, b) => Number(a.code > b.code) - Number(a.code < b.code) || a.amounts[0] - b.amounts[0],
  );
}

const merged = (rows: readonly Vat[]): Vat =>
  rows.reduce(({ code, amounts: [rate, gross, net, tax] }, { amounts: more }) => ({
    code,
    amounts: [rate, gross + more[1], net + more[2], tax + more[3]],
  }));

function addTotals(sum: Totals, totals: Json | undefined): void {
  for (const name of counted) sum[name] += numberAt(totals, name);
  const by = isObject(totals) ? totals['byTender'] : undefined;
  kinds.forEach((kind, index) => (sum.byTender[index] = (sum.byTender[index] ?? 0) + numberAt(by, kind)));
  for (const one of vatOf(totals))
    addVat(sum, textAt(one, 'code'), [
      numberAt(one, 'rateBasisPoints'),
      numberAt(one, 'grossCents'),
      numberAt(one, 'netCents'),
      numberAt(one, 'taxCents'),
    ]);
}

const counted = [
  'sales',
  'returns',
  'corrections',
  'totalCents',
  'absoluteCents',
  'referenceCents',
  'savingCents',
] as const;

const vatOf = (totals: Json | undefined): JsonObject[] => {
  const vat = isObject(totals) ? totals['vat'] : undefined;
  return Array.isArray(vat) ? vat.filter(isObject) : [];
};

function same(sum: Totals, closing: Closing): boolean {
  const { totals } = closing.payload;
  const by = isObject(totals) ? totals['byTender'] : undefined;
  const vat = vatOf(totals);
  const expected = listed(sum.vat, closing.v);
  return (
    counted.every((name) => sum[name] === numberAt(totals, name)) &&
    kinds.every((kind, index) => sum.byTender[index] === numberAt(by, kind)) &&
    vat.length === expected.length &&
    vat.every((one, index) => {
      const { code, amounts: [rate, gross, net, tax] = [] } = expected[index] ?? {};
      return (
        one['code'] === code &&
        numberAt(one, 'rateBasisPoints') === rate &&
        numberAt(one, 'grossCents') === gross &&
        numberAt(one, 'netCents') === net &&
        numberAt(one, 'taxCents') === tax
      );
    })
  );
}

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
  vat: Map<string, [rate: number, gross: number, net: number, tax: number]>;
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
  /** Whether a closing says what the records it covers say, as far as they are in this file. */
  readonly closes: (closing: Closing) => boolean;
  /** Whether the session's closing that came last was followed by its day. */
  readonly settled: () => boolean;
}

/** `first` is the number of the first record of each of the two chains in the file. */
export function books(first: { readonly sale: number; readonly closing: number }): Books {
  const sales: SaleAt[] = [];
  const days: Closing[] = [];
  let lastSession: { readonly to: number } | null = null;
  let pending: JsonObject | null = null;

  const closes = (closing: Closing): boolean => {
    if (closing.type === 'month' || closing.type === 'year') return longHolds(closing, days, first.closing);
    const range = closing.payload['sales'];
    const [from, to] = [numberAt(range, 'from'), numberAt(range, 'to')];
    if (!(Number.isSafeInteger(from) && Number.isSafeInteger(to)) || from > to + 1) return false;
    const last = sales.at(-1)?.seq ?? first.sale - 1;
    const atHand = from >= first.sale || from === to + 1;
    if (atHand && (to > last || !same(addedUp(sales.slice(from - first.sale, to - first.sale + 1)), closing)))
      return false;
    if (closing.type === 'session') {
      const follows = lastSession ? from === lastSession.to + 1 : first.closing > 1 || from === 1;
      lastSession = { to };
      pending = closing.payload;
      return follows;
    }
    if (closing.type !== 'day') return false;
    const before = days.at(-1);
    const held = dayHolds(closing, before, { from, first: first.closing, session: pending });
    pending = null;
    days.push(closing);
    return held;
  };
  return { addSale: (sale) => void sales.push(sale), closes, settled: () => pending === null };
}

/** A day goes on from the day before: its range, and the totals that are never reset. */
function dayHolds(
  day: Closing,
  before: Closing | undefined,
  at: { readonly from: number; readonly first: number; readonly session: JsonObject | null },
): boolean {
  const { perpetual, totals } = day.payload;
  if (at.session && !sameAmounts(at.session['perpetual'], perpetual)) return false;
  const isFirst = !before && at.first === 1;
  if (!before && !isFirst) return true;
  const start = before?.payload['perpetual'];
  const follows = before ? at.from === numberAt(before.payload['sales'], 'to') + 1 : at.from === 1;
  const net = before ? numberAt(start, 'netCents') : 0;
  const absolute = before ? numberAt(start, 'absoluteCents') : 0;
  return (
    follows &&
    numberAt(perpetual, 'netCents') === net + numberAt(totals, 'totalCents') &&
    numberAt(perpetual, 'absoluteCents') === absolute + numberAt(totals, 'absoluteCents')
  );
}

const sameAmounts = (a: Json | undefined, b: Json | undefined): boolean =>
  numberAt(a, 'netCents') === numberAt(b, 'netCents') &&
  numberAt(a, 'absoluteCents') === numberAt(b, 'absoluteCents');

/** A month or a year is the sum of its days. */
function longHolds(closing: Closing, days: readonly Closing[], first: number): boolean {
  const { days: range, perpetual } = closing.payload;
  const [from, to] = [numberAt(range, 'from'), numberAt(range, 'to')];
  const last = days.at(-1);
  if (last && !sameAmounts(last.payload['perpetual'], perpetual)) return false;
  if (!(from >= first)) return Number.isSafeInteger(from) && Number.isSafeInteger(to);
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
  const held = sum.vat.get(code) ?? [rate, 0, 0, 0];
  sum.vat.set(code, [held[0], held[1] + gross, held[2] + net, held[3] + tax]);
}

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
  const codes = [...sum.vat.keys()].toSorted();
  return (
    counted.every((name) => sum[name] === numberAt(totals, name)) &&
    kinds.every((kind, index) => sum.byTender[index] === numberAt(by, kind)) &&
    vat.length === codes.length &&
    vat.every((one, index) => {
      const [rate, gross, net, tax] = sum.vat.get(codes[index] ?? '') ?? [];
      return (
        one['code'] === codes[index] &&
        numberAt(one, 'rateBasisPoints') === rate &&
        numberAt(one, 'grossCents') === gross &&
        numberAt(one, 'netCents') === net &&
        numberAt(one, 'taxCents') === tax
      );
    })
  );
}

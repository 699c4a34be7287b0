import { type Json, type JsonObject, isObject, textAt } from './canonical.ts';

export const kinds = ['cash', 'bankCard', 'structureCredit'] as const;

/** A whole number of cents, or not a number that can be added: every comparison with it fails. */
const whole = (value: Json | undefined): number =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : Number.NaN;

const listOf = (value: Json | undefined): JsonObject[] | null =>
  Array.isArray(value) && value.every(isObject) ? value : null;

const sumOf = (list: readonly JsonObject[], name: string): number =>
  list.reduce((total, one) => total + whole(one[name]), 0);

export interface SaleSums {
  readonly total: number;
  readonly reference: number;
  readonly saving: number;
  readonly byKind: readonly [number, number, number];
  /** code, rate, gross, net, tax */
  readonly vat: readonly (readonly [string, number, number, number, number])[];
}

/** What a sale or a return adds to totals; null when its own sums do not hold. */
export function saleSums(payload: JsonObject): SaleSums | null {
  const lines = listOf(payload['lines']);
  const tenders = listOf(payload['tenders']);
  const vat = listOf(payload['vat']);
  const net = payload['netByKind'];
  if (!lines || !tenders || !vat || !isObject(net)) return null;
  const total = whole(payload['totalCents']);
  const reference = whole(payload['referenceCents']);
  const saving = whole(payload['savingCents']);
  const byKind = [whole(net['cash']), whole(net['bankCard']), whole(net['structureCredit'])] as const;
  const change = whole(payload['changeCents']);
  const tendered = kinds.map((kind) =>
    sumOf(
      tenders.filter((one) => one['kind'] === kind),
      'cents',
    ),
  );
  const ok =
    lines.every(lineHolds) &&
    sumOf(lines, 'totalCents') === total &&
    sumOf(lines, 'referenceCents') === reference &&
    sumOf(lines, 'savingCents') === saving &&
    byKind[0] + byKind[1] + byKind[2] === total &&
    tenders.every((one) => kinds.includes(one['kind'] as (typeof kinds)[number])) &&
    byKind.every((amount, index) => amount === (tendered[index] ?? 0) - (index === 0 ? change : 0)) &&
    vatHolds(vat, lines);
  if (!ok) return null;
  return {
    total,
    reference,
    saving,
    byKind,
    vat: vat.map((one) => [
      textAt(one, 'code'),
      whole(one['rateBasisPoints']),
      whole(one['grossCents']),
      whole(one['netCents']),
      whole(one['taxCents']),
    ]),
  };
}

function lineHolds(line: JsonObject): boolean {
  const quantity = whole(line['quantity']);
  const total = whole(line['totalCents']);
  const reference = whole(line['referenceCents']);
  return (
    total === zero(quantity * whole(line['unitPriceCents'])) &&
    reference === zero(quantity * whole(line['unitReferenceCents'])) &&
    whole(line['savingCents']) === reference - total
  );
}

/** A negative zero is zero. */
const zero = (value: number): number => (value === 0 ? 0 : value);

function vatHolds(vat: readonly JsonObject[], lines: readonly JsonObject[]): boolean {
  const codes = [...new Set(lines.map((line) => textAt(line, 'vatCode')))].toSorted();
  if (codes.length !== vat.length) return false;
  return vat.every((one, index) => {
    const code = textAt(one, 'code');
    const gross = whole(one['grossCents']);
    const rate = whole(one['rateBasisPoints']);
    const net = Math.sign(gross) * roundedHalfUp(Math.abs(gross) * 10_000, 10_000 + rate);
    return (
      code === codes[index] &&
      gross ===
        sumOf(
          lines.filter((line) => line['vatCode'] === code),
          'totalCents',
        ) &&
      whole(one['netCents']) === zero(net) &&
      whole(one['taxCents']) === gross - whole(one['netCents'])
    );
  });
}

/** Exact: the quotient and its remainder, no fraction of a float in between. */
const roundedHalfUp = (numerator: number, denominator: number): number => {
  const rest = numerator % denominator;
  return (numerator - rest) / denominator + (2 * rest >= denominator ? 1 : 0);
};

/** What a correction moves between kinds of payment; null when it does not add up to nothing. */
export function correctionSums(payload: JsonObject): readonly [number, number, number] | null {
  const change = payload['change'];
  if (!isObject(change)) return null;
  if (change['what'] !== 'tender') return [0, 0, 0];
  const by = change['byKind'];
  if (!isObject(by)) return null;
  const moved = [whole(by['cash']), whole(by['bankCard']), whole(by['structureCredit'])] as const;
  return moved[0] + moved[1] + moved[2] === 0 ? moved : null;
}

/** Whether a closing adds up in itself. */
export function closingHolds(type: string, payload: JsonObject): boolean {
  const totals = payload['totals'];
  const by = isObject(totals) ? totals['byTender'] : null;
  if (!isObject(totals) || !isObject(by)) return false;
  if (kinds.reduce((sum, kind) => sum + whole(by[kind]), 0) !== whole(totals['totalCents'])) return false;
  return type !== 'session' || sessionHolds(payload, by);
}

function sessionHolds(payload: JsonObject, byTender: JsonObject): boolean {
  const differences = listOf(payload['differences']);
  const count = payload['cashCount'];
  if (!differences || !isObject(count)) return false;
  const drawer =
    whole(payload['floatCents']) +
    whole(byTender['cash']) +
    whole(payload['payInCents']) -
    whole(payload['dropCents']);
  const counted = Object.entries(count).reduce((sum, [piece, many]) => sum + Number(piece) * whole(many), 0);
  const left = whole(payload['floatLeftCents']) + whole(payload['takingsCents']);
  return (
    counted === left &&
    differences.length === kinds.length &&
    kinds.every((kind) => differences.some((one) => one['tender'] === kind)) &&
    differences.every((one) => {
      const expected = whole(one['expectedCents']);
      const found = whole(one['countedCents']);
      const kind = textAt(one, 'tender');
      return (
        whole(one['differenceCents']) === found - expected &&
        expected === (kind === 'cash' ? drawer : whole(byTender[kind])) &&
        (kind !== 'cash' || found === counted)
      );
    })
  );
}

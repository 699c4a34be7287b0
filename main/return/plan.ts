import type { Input, Refusal } from '#contract/ipc.ts';
import type { UnitRecord } from '#db/queries/stock.ts';
import type { SaleRow } from '#db/queries/sale.ts';
import {
  type Catalogue,
  type Family,
  type Product,
  isReconditioned,
  productBySku,
} from '#domain/catalogue.ts';
import { type LineId, type UnitKey, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type AcceptedReturn, acceptReturn } from '#domain/returns.ts';
import type { SaleLine } from '#domain/sale.ts';
import { readUnitText } from '../basket/unit-text.ts';
import type { ReadingDeps } from '../deps.ts';
import { signedSale } from '../journal/read.ts';

export interface PlannedReturn {
  /** Lines of the new record: those taken back, negative, and those given in exchange. */
  readonly lines: readonly SaleLine[];
  readonly accepted: readonly AcceptedReturn[];
}

type Asked = Input<'returnLines'>['lines'];

/** What a return takes back and gives, judged by the family's rules. */
export function planReturn(
  deps: ReadingDeps,
  sale: SaleRow,
  asked: { readonly lines: Asked; readonly overridden: boolean },
): Result<PlannedReturn, Refusal<'returnLines'>> {
  const { payload } = signedSale(deps, sale);
  const already = deps.store.returnedByLine(payload.lines.map((line) => line.lineId));
  const lines: SaleLine[] = [];
  const accepted: AcceptedReturn[] = [];
  const givenUnits = new Set<UnitKey>();
  for (const request of asked.lines) {
    const rules = { family: (line: SaleLine) => familyOf(deps, line), overridden: asked.overridden };
    const one = acceptReturn(payload.lines, already, request, rules);
    if (!one.ok) return one;
    already[request.lineId] = (already[request.lineId] ?? 0) + request.quantity;
    accepted.push(one.value);
    lines.push(takenBack(deps, one.value, request.condition));
    if (request.as === 'refund') continue;
    const given = givenInstead(deps, one.value, { newUnit: request.newUnit, givenUnits });
    if (!given.ok) return given;
    lines.push(given.value);
  }
  return ok({ lines, accepted });
}

function familyOf(deps: ReadingDeps, line: SaleLine): Family {
  const family = deps.reference().catalogue.families.find((one) => one.id === line.family);
  if (!family) throw new Error(`family ${line.family} is no longer published`);
  return family;
}

const takenBack = (deps: ReadingDeps, one: AcceptedReturn, reason: string): SaleLine => ({
  ...one.line,
  lineId: brandAs<LineId>(deps.newId()),
  quantity: one.quantity,
  totalCents: one.totalCents,
  referenceCents: one.referenceCents,
  savingCents: one.savingCents,
  warnings: [],
  guaranteeUntil: null,
  returns: { lineId: one.line.lineId, reason },
});

interface Instead {
  readonly newUnit: string | null;
  /** Given by this return already: one unit replaces one. */
  readonly givenUnits: Set<UnitKey>;
}

/** The same thing given in its place, at the price that was paid. */
function givenInstead(
  deps: ReadingDeps,
  one: AcceptedReturn,
  instead: Instead,
): Result<SaleLine, Refusal<'returnLines'>> {
  const { line } = one;
  const quantity = -one.quantity;
  const given: SaleLine = {
    ...line,
    lineId: brandAs<LineId>(deps.newId()),
    quantity,
    totalCents: cents(-one.totalCents),
    referenceCents: cents(-one.referenceCents),
    savingCents: cents(-one.savingCents),
    warnings: [],
  };
  if (line.unit === null) return ok(given);
  const unit = exchangeUnit(deps, line, instead);
  return unit.ok ? ok({ ...given, unit: unit.value }) : unit;
}

function exchangeUnit(
  deps: ReadingDeps,
  line: SaleLine,
  { newUnit, givenUnits }: Instead,
): Result<{ readonly key: UnitKey; readonly text: string }, Refusal<'returnLines'>> {
  if (newUnit === null || newUnit === '') return refuse({ kind: 'exchange-unit-needed' });
  const { catalogue } = deps.reference();
  const product = productBySku(catalogue, line.sku);
  const read = product && readUnitText(product, newUnit, catalogue.policy.deviceLabelPattern);
  if (!read || 'reason' in read) return refuse({ kind: 'exchange-unit-refused', text: newUnit });
  const inStock = deps.store.unitByKey(read.key);
  const free = inStock?.sku === line.sku && (inStock.status === 'available' || inStock.status === 'received');
  if (!free || givenUnits.has(read.key) || !mayBeGiven(catalogue, product, inStock))
    return refuse({ kind: 'exchange-unit-refused', text: newUnit });
  givenUnits.add(read.key);
  return ok({ key: read.key, text: inStock.text });
}

/** Nothing is given as reconditioned that was not tested and wiped, in exchange no more than in a sale. */
const mayBeGiven = (catalogue: Catalogue, product: Product, unit: UnitRecord): boolean =>
  !isReconditioned(catalogue, product) || (unit.testedAt !== null && unit.wipedAt !== null);

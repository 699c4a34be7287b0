import { z } from 'zod';
import {
  type ChainRange,
  type DayClosingPayload,
  type LongClosingPayload,
  type SessionClosingPayload,
  differenceReasons,
} from '#domain/closing.ts';
import type { CopyPayload } from '#domain/closing.ts';
import type { LineId, SessionId, TicketNumber } from '#domain/ids.ts';
import type { JournalRecord } from '#domain/journal.ts';
import type { CashCount } from '#domain/money.ts';
import type { CorrectionPayload, SalePayload } from '#domain/sale.ts';
import { unitStatuses } from '#domain/units.ts';
import { addByTender, nothingByTender } from '#domain/tender.ts';
import type { Controls } from './batch.ts';
import { eventHolds } from './event-payload.ts';
import {
  branded,
  centsByTender,
  cents as centsField,
  count,
  day,
  entitlementId,
  familyId,
  operatorCode,
  personId,
  prescriberId,
  replacementReason,
  saleId,
  sha256Text,
  sku,
  tenderKind,
  unitKey,
} from './schema.ts';

// Payloads of records of version 1, as 0.1 signs them, and of version 2. Unknown fields pass: what a till has signed is kept whole, and
// never refused for a field of a later version. What a version did not have yet is optional, its absence explained.

const text = z.string();
const lineId = branded<LineId>(/^/, 'a line');
const ticketNumber = branded<TicketNumber>(/^/, 'a ticket number');
const sessionId = branded<SessionId>(/^/, 'a session');

const tender = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cash'), cents: centsField }),
  z.object({ kind: z.literal('bankCard'), cents: centsField, reference: text.nullable() }),
  z.object({ kind: z.literal('structureCredit'), cents: centsField, prescriberId, commitment: text }),
]);

const priceRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), cents: centsField }),
  z.object({
    kind: z.literal('percentOff'),
    percent: z.number(),
    roundToCents: z.int(),
    ceilingCents: centsField.optional(),
  }),
]);

const saleLine = z.object({
  lineId,
  sku,
  family: familyId,
  label: text,
  quantity: z.int(),
  unit: z.object({ key: unitKey, text }).nullable(),
  unitPriceCents: centsField,
  unitReferenceCents: centsField,
  totalCents: centsField,
  referenceCents: centsField,
  savingCents: centsField,
  referenceSource: text,
  referenceOn: day,
  priceListId: text,
  rule: priceRule,
  tariff: z.enum(['solidarity', 'market']),
  vatCode: text,
  entitledOnly: z.boolean().optional(),
  stock: z.enum([...unitStatuses, 'counted']).optional(),
  forHousehold: z.boolean(),
  replacement: replacementReason.nullable(),
  overriddenBy: text.nullable(),
  warnings: z.array(text),
  guaranteeUntil: day.nullable(),
  returns: z.object({ lineId, reason: text }).nullable(),
});

const vatTotal = z.object({
  code: text,
  rateBasisPoints: z.int(),
  grossCents: centsField,
  netCents: centsField,
  taxCents: centsField,
});

const saleFields = z.object({
  saleId,
  number: ticketNumber,
  kind: z.enum(['sale', 'return']),
  operator: operatorCode,
  approvedBy: operatorCode.nullable(),
  personId: personId.nullable(),
  entitlementId: entitlementId.nullable(),
  policyVersion: text,
  referenceNumber: z.int(),
  lines: z.array(saleLine),
  totalCents: centsField,
  referenceCents: centsField,
  savingCents: centsField,
  vat: z.array(vatTotal),
  tenders: z.array(tender),
  changeCents: centsField,
  netByKind: centsByTender,
  original: ticketNumber.nullable(),
  version: text,
});
const salePayload: z.ZodType<SalePayload> = saleFields;

const seller = z.object({
  name: text,
  legalName: text.optional(),
  address: text,
  siret: text,
  vatRegime: z.enum(['exempt', 'taxed']),
  vatWording: text,
  timeZone: text,
});

/** Since version 2 a sale keeps who sold it and the words of its guarantee. */
const salePayload2: z.ZodType<SalePayload> = saleFields.extend({ seller, guaranteeText: text });

const correctionPayload: z.ZodType<CorrectionPayload> = z.object({
  correctionId: text,
  of: ticketNumber,
  saleId,
  operator: operatorCode,
  approvedBy: operatorCode.nullable(),
  reason: text,
  change: z.discriminatedUnion('what', [
    z.object({ what: z.literal('tender'), byKind: centsByTender, tenders: z.array(tender).optional() }),
    z.object({
      what: z.literal('person'),
      from: personId.nullable(),
      to: personId.nullable(),
      entitlementId: entitlementId.nullable().optional(),
      rank: count.optional(),
    }),
    z.object({ what: z.literal('referral'), referralKey: text, entitlementId }),
  ]),
});

const range: z.ZodType<ChainRange> = z.object({ from: z.int(), to: z.int() });
const periodTotals = z.object({
  sales: count,
  returns: count,
  corrections: count,
  totalCents: centsField,
  absoluteCents: centsField,
  referenceCents: centsField,
  savingCents: centsField,
  byTender: centsByTender,
  vat: z.array(vatTotal),
});
const perpetual = z.object({ netCents: centsField, absoluteCents: centsField });
const totals = { totals: periodTotals, perpetual };

const dayClosingPayload: z.ZodType<DayClosingPayload> = z.object({
  previousBusinessDay: day.nullable(),
  sales: range,
  ...totals,
  businessDayTotals: periodTotals.optional(),
});

const longClosingPayload: z.ZodType<LongClosingPayload> = z.object({ period: text, days: range, ...totals });

const sessionClosingFields = z.object({
  sessionId,
  number: z.int(),
  openedBy: operatorCode,
  closedBy: operatorCode,
  joinedBy: operatorCode.nullable(),
  sales: range,
  ...totals,
  floatCents: centsField,
  payInCents: centsField,
  dropCents: centsField,
  cashCount: z.record(text, z.int()) as unknown as z.ZodType<CashCount>,
  differences: z.array(
    z.object({
      tender: tenderKind,
      expectedCents: centsField,
      countedCents: centsField,
      differenceCents: centsField,
      reason: z.enum(differenceReasons).nullable(),
    }),
  ),
  floatLeftCents: centsField,
  takingsCents: centsField,
  envelope: text.nullable(),
  heldBaskets: z.object({ kept: count, abandoned: count }),
});
const sessionClosingPayload: z.ZodType<SessionClosingPayload> = sessionClosingFields;

/** Since version 2 a Z says its tickets, sales and returns apart, and who sold. */
const sessionClosingPayload2: z.ZodType<SessionClosingPayload> = sessionClosingFields.extend({
  tickets: z.object({ first: ticketNumber, last: ticketNumber }).nullable(),
  soldCents: centsField,
  refundedCents: centsField,
  seller,
  version: text,
});

const copyPayload: z.ZodType<CopyPayload> = z.object({
  of: text,
  copy: z.int(),
  operator: operatorCode,
  reason: text,
  recordHash: sha256Text.optional(),
});

/** What an event says; each type has its own fields. */
const eventPayload = z.record(z.string(), z.unknown());

/** What each kind of record says. */
export interface Payloads {
  readonly sale: SalePayload;
  readonly correction: CorrectionPayload;
  readonly 'session-closing': SessionClosingPayload;
  readonly 'day-closing': DayClosingPayload;
  readonly 'long-closing': LongClosingPayload;
  readonly copy: CopyPayload;
  readonly event: Readonly<Record<string, unknown>>;
}

/** A journal record with its payload; `other` for a type that this version only keeps. */
export type ReadRecord =
  | { [K in keyof Payloads]: { readonly kind: K; readonly payload: Payloads[K] } }[keyof Payloads]
  | { readonly kind: 'other' };

type Reader = (payload: object) => ReadRecord | null;

const readAs =
  <K extends string, T>(kind: K, schema: z.ZodType<T>) =>
  (payload: object): { readonly kind: K; readonly payload: T } | null => {
    const parsed = schema.safeParse(payload);
    return parsed.success ? { kind, payload: parsed.data } : null;
  };

const version1: Readonly<Record<string, Reader>> = {
  'sale sale': readAs('sale', salePayload),
  'sale return': readAs('sale', salePayload),
  'sale correction': readAs('correction', correctionPayload),
  'closing session': readAs('session-closing', sessionClosingPayload),
  'closing day': readAs('day-closing', dayClosingPayload),
  'closing month': readAs('long-closing', longClosingPayload),
  'closing year': readAs('long-closing', longClosingPayload),
  'copy duplicata': readAs('copy', copyPayload),
};
const readEvent = readAs('event', eventPayload);

const version2: Readonly<Record<string, Reader>> = {
  ...version1,
  'sale sale': readAs('sale', salePayload2),
  'sale return': readAs('sale', salePayload2),
  'closing session': readAs('session-closing', sessionClosingPayload2),
};

/** How each version of a record is read: `v` of the record says which. */
const versions: Readonly<Record<number, Readonly<Record<string, Reader>>>> = { 1: version1, 2: version2 };

/**
 * Reads what a record says, by the version that it was signed under. Null for a version that is not known here, and
 * for a payload that lacks what its kind must hold.
 */
export function readRecord(record: JournalRecord): ReadRecord | null {
  const readers = versions[record.v];
  if (!readers) return null;
  const read = readers[`${record.chain} ${record.type}`];
  if (read) return read(record.payload);
  if (record.chain !== 'event') return { kind: 'other' };
  return record.v === 1 || eventHolds(record) ? readEvent(record.payload) : null;
}

/** Control totals over the sale chain: net cents per tender, net units per family. */
export function controlsOf(records: Iterable<ReadRecord>): Controls {
  let tenderCents = nothingByTender;
  const familyUnits: Record<string, number> = {};
  for (const record of records) {
    if (record.kind === 'correction' && record.payload.change.what === 'tender')
      tenderCents = addByTender(tenderCents, record.payload.change.byKind);
    if (record.kind !== 'sale') continue;
    tenderCents = addByTender(tenderCents, record.payload.netByKind);
    for (const line of record.payload.lines)
      familyUnits[line.family] = (familyUnits[line.family] ?? 0) + line.quantity;
  }
  return { tenderCents, familyUnits };
}

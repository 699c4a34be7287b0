import { z } from 'zod';
import type { JournalRecord } from '#domain/journal.ts';
import { cents } from '#domain/money.ts';
import type { Controls } from './batch.ts';
import {
  byTender,
  cents as centsField,
  day,
  entitlementId,
  familyId,
  operatorCode,
  personId,
  replacementReason,
  saleId,
  sku,
  tenderKind,
} from './schema.ts';

/**
 * What a reader of batches needs of a sale's payload. Lenient: unknown fields pass, because what a till has
 * signed is kept whole and never refused for a field of a later version.
 */
const salePayload = z.object({
  saleId,
  number: z.string(),
  kind: z.enum(['sale', 'return']),
  operator: operatorCode,
  personId: personId.nullable(),
  entitlementId: entitlementId.nullable(),
  policyVersion: z.string(),
  referenceNumber: z.int(),
  lines: z.array(
    z.object({
      lineId: z.string(),
      sku,
      family: familyId,
      label: z.string(),
      quantity: z.int(),
      unit: z.object({ key: z.string(), text: z.string() }).nullable(),
      totalCents: centsField,
      referenceCents: centsField,
      savingCents: centsField,
      priceListId: z.string(),
      vatCode: z.string(),
      forHousehold: z.boolean(),
      replacement: replacementReason.nullable(),
      returns: z.object({ lineId: z.string() }).nullable(),
    }),
  ),
  totalCents: centsField,
  referenceCents: centsField,
  savingCents: centsField,
  tenders: z.array(
    z.object({
      kind: tenderKind,
      cents: centsField,
      reference: z.string().nullish(),
      prescriberId: z.string().nullish(),
      commitment: z.string().nullish(),
    }),
  ),
  changeCents: centsField,
  netByKind: byTender,
  original: z.string().nullable(),
});
export type ReadSale = z.output<typeof salePayload>;

const correctionPayload = z.object({
  correctionId: z.string(),
  of: z.string(),
  saleId,
  change: z.discriminatedUnion('what', [
    z.object({ what: z.literal('tender'), byKind: byTender }),
    z.object({ what: z.literal('person'), from: personId.nullable(), to: personId.nullable() }),
    z.object({ what: z.literal('referral'), referralKey: z.string(), entitlementId }),
  ]),
});
export type ReadCorrection = z.output<typeof correctionPayload>;

const dayClosingPayload = z.object({
  previousBusinessDay: day.nullable(),
  totals: z.object({
    sales: z.int(),
    returns: z.int(),
    corrections: z.int(),
    totalCents: centsField,
    referenceCents: centsField,
    savingCents: centsField,
    byTender,
  }),
  perpetual: z.object({ netCents: centsField, absoluteCents: centsField }),
});
export type ReadDayClosing = z.output<typeof dayClosingPayload>;

const sessionClosingPayload = z.object({
  number: z.int(),
  differences: z.array(
    z.object({
      tender: tenderKind,
      expectedCents: centsField,
      countedCents: centsField,
      differenceCents: centsField,
      reason: z.string().nullable(),
    }),
  ),
});
export type ReadSessionClosing = z.output<typeof sessionClosingPayload>;

/** A journal record with the part of its payload that readers use; `other` for what is only kept. */
export type ReadRecord =
  | { readonly kind: 'sale'; readonly payload: ReadSale }
  | { readonly kind: 'correction'; readonly payload: ReadCorrection }
  | { readonly kind: 'day-closing'; readonly payload: ReadDayClosing }
  | { readonly kind: 'session-closing'; readonly payload: ReadSessionClosing }
  | { readonly kind: 'other' };

/** Reads what a record says; null when a sale, correction or closing lacks what its kind must hold. */
export function readRecord(record: JournalRecord): ReadRecord | null {
  if (record.chain === 'sale' && (record.type === 'sale' || record.type === 'return'))
    return readAs('sale', salePayload, record.payload);
  if (record.chain === 'sale' && record.type === 'correction')
    return readAs('correction', correctionPayload, record.payload);
  if (record.chain === 'closing' && record.type === 'day')
    return readAs('day-closing', dayClosingPayload, record.payload);
  if (record.chain === 'closing' && record.type === 'session')
    return readAs('session-closing', sessionClosingPayload, record.payload);
  return { kind: 'other' };
}

function readAs<K extends string, T>(
  kind: K,
  schema: z.ZodType<T>,
  payload: object,
): { readonly kind: K; readonly payload: T } | null {
  const parsed = schema.safeParse(payload);
  return parsed.success ? { kind, payload: parsed.data } : null;
}

/** Control totals over the sale chain: net cents per tender, net units per family. */
export function controlsOf(records: Iterable<ReadRecord>): Controls {
  const tenderCents = { cash: 0, bankCard: 0, structureCredit: 0 };
  const familyUnits: Record<string, number> = {};
  const addTenders = (amounts: Readonly<Record<keyof typeof tenderCents, number>>): void => {
    tenderCents.cash += amounts.cash;
    tenderCents.bankCard += amounts.bankCard;
    tenderCents.structureCredit += amounts.structureCredit;
  };
  for (const record of records) {
    if (record.kind === 'correction' && record.payload.change.what === 'tender')
      addTenders(record.payload.change.byKind);
    if (record.kind !== 'sale') continue;
    addTenders(record.payload.netByKind);
    for (const line of record.payload.lines)
      familyUnits[line.family] = (familyUnits[line.family] ?? 0) + line.quantity;
  }
  return {
    tenderCents: {
      cash: cents(tenderCents.cash),
      bankCard: cents(tenderCents.bankCard),
      structureCredit: cents(tenderCents.structureCredit),
    },
    familyUnits,
  };
}

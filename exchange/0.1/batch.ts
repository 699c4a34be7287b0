import { z } from 'zod';
import {
  count,
  day,
  entitlementId,
  families,
  identifier,
  instant,
  operatorCode,
  personId,
  prescriberId,
  proof,
  sha256Text,
  sku,
  unitKey,
} from '../schema.ts';
import { journalLine, personFields } from '../line-fields.ts';

// Lines of a batch of version 1, as 0.1 sealed them: what its journal did not say was told beside it.

/** `quantity` is signed: what the stock of the product gained or lost. */
const stockMovement = z.strictObject({
  t: z.literal('stock-movement'),
  movementId: identifier,
  at: instant,
  businessDay: day,
  sku,
  unit: z.strictObject({ key: unitKey, text: z.string().max(64) }).nullable(),
  quantity: z.int(),
  kind: z.enum([
    'received',
    'sold',
    'returned',
    'counted',
    'transferred-in',
    'transferred-out',
    'written-off',
    'blocked',
    'tested',
  ]),
  /** Where the unit stands after it; null for what is not tracked by unit. */
  unitStatus: z.enum(['received', 'available', 'sold', 'returned', 'blocked', 'written-off']).nullable(),
  reason: z.string().max(64).nullable(),
  operator: operatorCode,
  saleId: identifier.nullable(),
  provenance: z
    .strictObject({ donor: z.string().max(64), receivedOn: day, tested: z.boolean(), wiped: z.boolean() })
    .nullable(),
});

const entitlement = z.strictObject({
  t: z.literal('entitlement'),
  entitlementId,
  personId,
  from: day,
  until: day,
  policyVersion: z.string().max(64),
  families,
  referralKey: z.string().max(200),
  renewal: count,
});

/** A refused one travels too: it puts its structure on headquarters' call list. */
const referralUsed = z.strictObject({
  t: z.literal('referral-used'),
  referralKey: z.string().max(200),
  proof,
  prescriberId: prescriberId.nullable(),
  personId: personId.nullable(),
  entitlementId: entitlementId.nullable(),
  issuedOn: day.nullable(),
  usedOn: day,
  verdict: z.enum(['accepted', 'accepted-with-warnings', 'refused']),
  /** Codes of the verdict's reasons. */
  reasons: z.array(z.string().max(64)),
  underReserve: z.boolean(),
});

const teamChange = z.strictObject({
  t: z.literal('team-change'),
  at: instant,
  operator: operatorCode,
  change: z.enum(['created', 'reset', 'limited', 'stopped', 'resumed']),
  role: z.enum(['trainee', 'seller', 'manager']).nullable(),
  admin: z.boolean(),
  activeUntil: day.nullable(),
  by: operatorCode,
});

const personFields01 = { ...personFields, cardHash: sha256Text.nullable() };
const person = z.strictObject({ t: z.literal('person'), ...personFields01 });
const personRectified = z.strictObject({ t: z.literal('person-rectified'), ...personFields01 });
const personErased = z.strictObject({ t: z.literal('person-erased'), personId, on: day });

/** The closed list of what a batch of version 1 carries. */
export const batchLine01 = z.discriminatedUnion('t', [
  journalLine,
  stockMovement,
  entitlement,
  referralUsed,
  teamChange,
  person,
  personRectified,
  personErased,
]);
export type BatchLine01 = z.output<typeof batchLine01>;

/** What 0.1 told beside its journal. */
export const toldBySide01 = z.discriminatedUnion('t', [
  stockMovement,
  entitlement,
  referralUsed,
  teamChange,
  person,
  personRectified,
  personErased,
]);
export type ToldBySide01 = z.output<typeof toldBySide01>;
export type PersonLine01 = z.output<typeof person> | z.output<typeof personRectified>;

export const batchLineTypes01 = [
  'journal',
  'stock-movement',
  'entitlement',
  'referral-used',
  'team-change',
  'person',
  'person-rectified',
  'person-erased',
] as const satisfies readonly BatchLine01['t'][];

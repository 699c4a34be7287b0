import { z } from 'zod';
import type { JournalRecord } from '#domain/journal.ts';
import {
  type RightsEvent,
  type RightsEventType,
  type RightsPayloads,
  rightsEventTypes,
} from '#domain/rights.ts';
import { type StockMoved, stockActs } from '#domain/stock.ts';
import { unitStatuses } from '#domain/units.ts';
import {
  blindedReferral,
  cardId,
  count,
  day,
  entitlementId,
  families,
  identifier,
  operatorCode,
  personId,
  prescriberId,
  proof,
  recipient,
  sha256Text,
  sku,
  unitKey,
} from './schema.ts';

// Payloads of the events that something is computed from, since version 2. Each also says who acted (`operator`, null
// for what happens by itself). Unknown fields pass, as in every record.

const sealedCard = z.object({ id: cardId, recipient });
const unit = z.object({ key: unitKey, text: z.string().max(64) });

/** A change of the team: codes and rights, no name. */
export interface RightChanged {
  readonly of: string;
  readonly change: 'created' | 'reset' | 'limited' | 'stopped' | 'resumed';
  readonly role: 'trainee' | 'seller' | 'manager' | null;
  readonly admin: boolean;
  readonly activeUntil: string | null;
}

/** What stood in the tables before anything of it was signed, by table: its rows and their digest. */
export interface Baseline {
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>;
}

export interface ReadEvents extends RightsPayloads {
  readonly 'stock-moved': StockMoved;
  readonly 'right-changed': RightChanged;
  readonly baseline: Baseline;
}

const schemas: { readonly [T in keyof ReadEvents]: z.ZodType<ReadEvents[T]> } = {
  'window-opened': z.object({
    entitlementId,
    personId,
    on: day,
    from: day,
    until: day,
    policyVersion: z.string().max(64),
    families,
    renewal: count,
    referral: blindedReferral,
  }),
  'window-taken-back': z.object({ entitlementId }),
  'referral-refused': z.object({ proof, prescriberId, reasons: z.array(z.string().max(64)) }),
  'person-registered': z.object({ personId }),
  'card-given': z.object({ personId, card: sealedCard.nullable(), rank: count }),
  'card-sealed': z.object({ personId, card: sealedCard, rank: count }),
  'person-erased': z.object({ personId }),
  'stock-moved': z.object({
    act: z.enum(stockActs),
    reason: z.string().max(64).nullable(),
    provenance: z
      .object({ donor: z.string().max(64), receivedOn: day, tested: z.boolean(), wiped: z.boolean() })
      .nullable(),
    moves: z.array(
      z.object({
        sku,
        unit: unit.nullable(),
        quantity: z.int(),
        unitStatus: z.enum(unitStatuses).nullable(),
      }),
    ),
  }),
  'right-changed': z.object({
    of: operatorCode,
    change: z.enum(['created', 'reset', 'limited', 'stopped', 'resumed']),
    role: z.enum(['trainee', 'seller', 'manager']).nullable(),
    admin: z.boolean(),
    activeUntil: day.nullable(),
  }),
  baseline: z.object({ tables: z.record(identifier, z.object({ rows: count, sha256: sha256Text })) }),
};

/** Whether an event of version 2 holds what its type must; types that nothing is computed from hold anything. */
export const eventHolds = ({ type, payload }: Pick<JournalRecord, 'type' | 'payload'>): boolean =>
  !(type in schemas) || schemas[type as keyof ReadEvents].safeParse(payload).success;

/** What an event of this type says; null for another one, and for version 1, which computed nothing from events. */
export function readEvent<T extends keyof ReadEvents>(record: JournalRecord, type: T): ReadEvents[T] | null {
  if (record.v < 2 || record.chain !== 'event' || record.type !== type) return null;
  const read = schemas[type].safeParse(record.payload);
  return read.success ? read.data : null;
}

const actor = z.object({ operator: operatorCode.nullable() });

/** A record as the fold of rights reads it; null for what gives and closes none. */
export function rightsEventOf(record: JournalRecord): RightsEvent | null {
  if (!(rightsEventTypes as readonly string[]).includes(record.type)) return null;
  const type = record.type as RightsEventType;
  const payload = readEvent(record, type);
  const by = actor.safeParse(record.payload);
  if (!payload) return null;
  const { till, seq, at, businessDay } = record;
  const place = { till, seq, at, businessDay, operator: by.data?.operator ?? null };
  return { ...place, type, payload } as RightsEvent;
}

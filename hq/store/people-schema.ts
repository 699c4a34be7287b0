import { boolean, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CardId, TillId } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';

// Every key starts with the till, as in schema.ts.
const till = () => text('till').$type<TillId>().notNull();
const batchNo = () => integer('batch_no').notNull();
const dayOf = (name: string) => date(name, { mode: 'string' }).$type<Day>();

export const persons = pgTable(
  'person',
  {
    till: till(),
    personId: text('person_id').notNull(),
    batchNo: batchNo(),
    cardHash: text('card_hash'),
    initials: text('initials').notNull(),
    birthYear: integer('birth_year'),
    language: text('language'),
    postcode: text('postcode'),
    municipality: text('municipality'),
    qpv: text('qpv').notNull(),
    prescriberId: text('prescriber_id'),
    blindedKey: text('blinded_key'),
  },
  (table) => [
    primaryKey({ columns: [table.till, table.personId] }),
    index('person_card').on(table.cardHash),
    index('person_id').on(table.personId),
  ],
);

export const erasures = pgTable(
  'erasure',
  { till: till(), personId: text('person_id').notNull(), onDay: dayOf('on_day').notNull() },
  (table) => [primaryKey({ columns: [table.till, table.personId] })],
);

export const entitlements = pgTable(
  'entitlement',
  {
    till: till(),
    entitlementId: text('entitlement_id').notNull(),
    batchNo: batchNo(),
    personId: text('person_id').notNull(),
    fromDay: dayOf('from_day').notNull(),
    untilDay: dayOf('until_day').notNull(),
    policyVersion: text('policy_version').notNull(),
    families: text('families').notNull(),
    referralKey: text('referral_key').notNull(),
    renewal: integer('renewal').notNull(),
    /** Opened by mistake: it never was. */
    takenBack: boolean('taken_back').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.till, table.entitlementId] }),
    index('entitlement_person').on(table.personId),
  ],
);

/** Which events tell of a window or of somebody's cards: they may come in any order, from any till of the point. */
export const rightsEvents = pgTable(
  'rights_event',
  {
    till: till(),
    seq: integer('seq').notNull(),
    batchNo: batchNo(),
    /** Id of the window, or of the person. */
    subject: text('subject').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.till, table.seq] }),
    index('rights_event_subject').on(table.subject),
  ],
);

/** What stands for the cards that were given, replaced ones too. */
export const cards = pgTable(
  'card',
  {
    till: till(),
    personId: text('person_id').notNull(),
    cardId: text('card_id').$type<CardId>().notNull(),
    batchNo: batchNo(),
    recipient: text('recipient').notNull(),
    /** Another card was given since: it opens nothing. */
    replaced: boolean('replaced').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.till, table.personId, table.cardId] }),
    index('card_id').on(table.cardId),
    index('card_person').on(table.personId),
  ],
);

export const referralUses = pgTable(
  'referral_use',
  {
    till: till(),
    batchNo: batchNo(),
    position: integer('position').notNull(),
    referralKey: text('referral_key').notNull(),
    proof: text('proof').notNull(),
    prescriberId: text('prescriber_id'),
    personId: text('person_id'),
    entitlementId: text('entitlement_id'),
    issuedOn: dayOf('issued_on'),
    usedOn: dayOf('used_on').notNull(),
    verdict: text('verdict').notNull(),
    reasons: text('reasons').notNull(),
    underReserve: boolean('under_reserve').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.till, table.batchNo, table.position] }),
    index('referral_use_key').on(table.referralKey),
  ],
);

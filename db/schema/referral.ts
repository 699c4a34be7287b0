import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { EntitlementId, FamilyId, OperatorCode, PersonId, PrescriberId } from '#domain/ids.ts';
import type { ReferralProof } from '#domain/referral.ts';
import { dayColumn, flag, idColumn, instantColumn, json } from './columns.ts';
import { person } from './person.ts';

/** Structures to phone: a letter under reserve, a refusal that is theirs. */
export const callList = sqliteTable('call_list', {
  id: integer('id').primaryKey(),
  at: instantColumn('at').notNull(),
  businessDay: dayColumn('business_day').notNull(),
  prescriberId: idColumn<PrescriberId>('prescriber_id').notNull(),
  reason: text('reason').notNull(),
});

export const entitlement = sqliteTable(
  'entitlement',
  {
    id: idColumn<EntitlementId>('id').primaryKey(),
    personId: idColumn<PersonId>('person_id')
      .notNull()
      .references(() => person.id),
    fromDay: dayColumn('from_day').notNull(),
    untilDay: dayColumn('until_day').notNull(),
    policyVersion: text('policy_version').notNull(),
    families: json<'*' | readonly FamilyId[]>('families').notNull(),
    referralKey: text('referral_key').notNull(),
    renewal: integer('renewal').notNull(),
    openedAt: instantColumn('opened_at').notNull(),
    openedBy: idColumn<OperatorCode>('opened_by').notNull(),
    /** Taken back by a correction. */
    cancelledAt: instantColumn('cancelled_at'),
  },
  (table) => [index('entitlement_person').on(table.personId)],
);

/** Referrals used here: each opens one window. */
export const referralUse = sqliteTable('referral_use', {
  key: text('key').primaryKey(),
  proof: text('proof').$type<ReferralProof>().notNull(),
  prescriberId: idColumn<PrescriberId>('prescriber_id').notNull(),
  issuedOn: dayColumn('issued_on').notNull(),
  usedOn: dayColumn('used_on').notNull(),
  personId: idColumn<PersonId>('person_id').notNull(),
  entitlementId: idColumn<EntitlementId>('entitlement_id').notNull(),
  underReserve: flag('under_reserve').notNull(),
  /** The referent's name is like the person's: headquarters looks, the screen never says. */
  referentAlike: flag('referent_alike').notNull(),
});

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ReplacementReason } from '#domain/catalogue.ts';
import type {
  EntitlementId,
  FamilyId,
  HouseholdId,
  MemberCard,
  OperatorCode,
  PersonId,
  PrescriberId,
  SaleId,
} from '#domain/ids.ts';
import type { BirthDate } from '#domain/names.ts';
import type { ReferralProof } from '#domain/referral.ts';
import { centsColumn, dayColumn, flag, idColumn, instantColumn, json } from './columns.ts';

export const person = sqliteTable('person', {
  id: idColumn<PersonId>('id').primaryKey(),
  birthName: text('birth_name').notNull(),
  usedName: text('used_name').notNull(),
  firstNames: text('first_names').notNull(),
  birth: json<BirthDate>('birth').notNull(),
  birthYear: integer('birth_year'),
  phone: text('phone').notNull(),
  language: text('language').notNull(),
  postcode: text('postcode').notNull(),
  municipality: text('municipality').notNull(),
  qpv: text('qpv').$type<'yes' | 'no' | 'unknown' | 'domiciled'>().notNull(),
  qpvOn: dayColumn('qpv_on').notNull(),
  situation: text('situation'),
  contact: text('contact'),
  noticeVersion: text('notice_version').notNull(),
  noticeLanguage: text('notice_language').notNull(),
  householdId: idColumn<HouseholdId>('household_id'),
  registeredOn: dayColumn('registered_on').notNull(),
  registeredBy: idColumn<OperatorCode>('registered_by').notNull(),
  /** Rowid of its search entry. */
  searchId: integer('search_id').notNull().unique(),
});

/** "These two are not the same": asked once, kept. The smaller id stands first. */
export const dismissal = sqliteTable(
  'dismissal',
  {
    one: idColumn<PersonId>('one').notNull(),
    other: idColumn<PersonId>('other').notNull(),
    by: idColumn<OperatorCode>('by').notNull(),
    at: instantColumn('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.one, table.other] })],
);

export const memberCard = sqliteTable(
  'member_card',
  {
    card: idColumn<MemberCard>('card').primaryKey(),
    personId: idColumn<PersonId>('person_id')
      .notNull()
      .references(() => person.id),
    givenAt: instantColumn('given_at').notNull(),
    givenBy: idColumn<OperatorCode>('given_by').notNull(),
    active: flag('active').notNull(),
  },
  (table) => [index('member_card_person').on(table.personId)],
);

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

/** What was taken; a return adds negative rows on the original day. Append only. */
export const usage = sqliteTable(
  'usage',
  {
    id: integer('id').primaryKey(),
    personId: idColumn<PersonId>('person_id').notNull(),
    entitlementId: idColumn<EntitlementId>('entitlement_id'),
    saleId: idColumn<SaleId>('sale_id').notNull(),
    family: idColumn<FamilyId>('family').notNull(),
    units: integer('units').notNull(),
    referenceCents: centsColumn('reference_cents').notNull(),
    onDay: dayColumn('on_day').notNull(),
    forHousehold: flag('for_household').notNull(),
    replacement: text('replacement').$type<ReplacementReason>(),
    walkIn: flag('walk_in').notNull(),
  },
  (table) => [index('usage_person').on(table.personId, table.onDay)],
);

/** Who opened whose file, when, for which act. Append only, twelve months, for security alone. */
export const readLog = sqliteTable('read_log', {
  id: integer('id').primaryKey(),
  at: instantColumn('at').notNull(),
  operator: idColumn<OperatorCode>('operator').notNull(),
  personId: idColumn<PersonId>('person_id').notNull(),
  act: text('act').notNull(),
});

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CardId, HouseholdId, MemberCard, OperatorCode, PersonId, TillId } from '#domain/ids.ts';
import type { BirthDate } from '#domain/names.ts';
import { dayColumn, flag, idColumn, instantColumn, json } from './columns.ts';

/** Typed and not yet saved, by whoever was at a desk: registration forms. Erased after 72 hours. */
export const draft = sqliteTable(
  'draft',
  {
    till: idColumn<TillId>('till').notNull(),
    operator: idColumn<OperatorCode>('operator').notNull(),
    form: text('form').notNull(),
    body: json<unknown>('body').notNull(),
    changedAt: instantColumn('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.till, table.operator, table.form] })],
);

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
    /** What stands for it outside the point; null until headquarters' salt is known. */
    sealedId: idColumn<CardId>('sealed_id'),
    /** age key that opens what is sealed to the card, as slow to make again as the stand-in. */
    identity: text('identity'),
  },
  (table) => [index('member_card_person').on(table.personId)],
);

/** Who opened whose file, when, for which act. Append only, twelve months, for security alone. */
export const readLog = sqliteTable('read_log', {
  id: integer('id').primaryKey(),
  at: instantColumn('at').notNull(),
  operator: idColumn<OperatorCode>('operator').notNull(),
  personId: idColumn<PersonId>('person_id').notNull(),
  act: text('act').notNull(),
});

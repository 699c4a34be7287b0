import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CardId, PersonId } from '#domain/ids.ts';
import type { NetworkCard } from '#domain/network.ts';
import { dayColumn, idColumn, json } from './columns.ts';

// What headquarters told of the people of other points: sealed to their cards, and no name of anybody.

/** One row: the number of people that was taken last. */
export const networkState = sqliteTable('network_state', { number: integer('number').primaryKey() });

/** What opens with a card in hand; null where another card was given in its place. */
export const networkCard = sqliteTable('network_card', {
  id: idColumn<CardId>('id').primaryKey(),
  sealed: text('sealed'),
});

/** Referrals used at other points, blinded. */
export const networkReferral = sqliteTable('network_referral', {
  referral: text('referral').primaryKey(),
  onDay: dayColumn('on_day').notNull(),
});

/** Persons erased anywhere: they are erased here too, also after an older backup was put back. */
export const networkErasure = sqliteTable('network_erasure', {
  personId: idColumn<PersonId>('person_id').primaryKey(),
});

/** What people of this point did at others: opened with the cards that were given here. */
export const elsewhere = sqliteTable('elsewhere', {
  personId: idColumn<PersonId>('person_id').primaryKey(),
  entry: json<NetworkCard>('entry').notNull(),
});

import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OperatorCode } from '#domain/ids.ts';
import type { DeskRole } from '#domain/roles.ts';
import { dayColumn, flag, idColumn, instantColumn } from './columns.ts';

export const operator = sqliteTable('operator', {
  code: idColumn<OperatorCode>('code').primaryKey(),
  name: text('name').notNull(),
  role: text('role').$type<DeskRole>(),
  admin: flag('admin').notNull(),
  passwordHash: text('password_hash').notNull(),
  pinHash: text('pin_hash'),
  mustChange: flag('must_change').notNull(),
  status: text('status').$type<'active' | 'stopped'>().notNull(),
  activeUntil: dayColumn('active_until'),
  createdAt: instantColumn('created_at').notNull(),
});

import { integer, text } from 'drizzle-orm/sqlite-core';
import type { Brand } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import type { Day, Instant } from '#domain/time.ts';

/** Columns that carry their brand, so that a row cannot be read as something else. */
export const idColumn = <T extends Brand<string, string>>(name: string) => text(name).$type<T>();
export const centsColumn = (name: string) => integer(name).$type<Cents>();
export const dayColumn = (name: string) => text(name).$type<Day>();
export const instantColumn = (name: string) => text(name).$type<Instant>();
export const flag = (name: string) => integer(name, { mode: 'boolean' });
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();

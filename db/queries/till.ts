import { and, asc, eq } from 'drizzle-orm';
import type { TillId } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { setting, till } from '../schema/index.ts';

export type TillRow = typeof till.$inferSelect;

/** Tills of the point, and what each remembers. */
export const tillQueries = (db: Db) => ({
  insertTill: inserter(db, till),
  tills: (): TillRow[] => db.select().from(till).orderBy(asc(till.number)).all(),
  setting: <T>(ofTill: TillId, name: string): T | undefined =>
    db
      .select({ value: setting.value })
      .from(setting)
      .where(and(eq(setting.till, ofTill), eq(setting.name, name)))
      .get()?.value as T | undefined,
  saveSetting: (ofTill: TillId, name: string, value: unknown): void => {
    db.insert(setting)
      .values({ till: ofTill, name, value })
      .onConflictDoUpdate({ target: [setting.till, setting.name], set: { value } })
      .run();
  },
});

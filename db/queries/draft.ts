import { and, eq, sql } from 'drizzle-orm';
import type { TillId } from '#domain/ids.ts';
import type { Db } from '../open.ts';
import { draft } from '../schema/index.ts';

/** Forms in progress: typed and not yet saved. */
export const draftQueries = (db: Db) => ({
  draft: (ofTill: TillId, form: string) =>
    db
      .select()
      .from(draft)
      .where(and(eq(draft.till, ofTill), eq(draft.form, form)))
      .get(),
  saveDraft: (row: typeof draft.$inferInsert): void => {
    db.insert(draft)
      .values(row)
      .onConflictDoUpdate({
        target: [draft.till, draft.form],
        set: { body: row.body, changedAt: row.changedAt },
      })
      .run();
  },
  removeDraft: (ofTill: TillId, form: string): void => {
    db.delete(draft)
      .where(and(eq(draft.till, ofTill), eq(draft.form, form)))
      .run();
  },
  removeOldDrafts: (before: string): void => {
    db.delete(draft)
      .where(sql`${draft.changedAt} < ${before}`)
      .run();
  },
});

import { and, eq, sql } from 'drizzle-orm';
import type { OperatorCode, TillId } from '#domain/ids.ts';
import type { Db } from '../open.ts';
import { draft } from '../schema/index.ts';

/** Whose form, and which. */
export interface DraftKey {
  readonly till: TillId;
  readonly operator: OperatorCode;
  readonly form: string;
}

/** Forms in progress: typed and not yet saved. */
export const draftQueries = (db: Db) => ({
  draft: (of: DraftKey) => db.select().from(draft).where(isOf(of)).get(),
  saveDraft: (row: typeof draft.$inferInsert): void => {
    db.insert(draft)
      .values(row)
      .onConflictDoUpdate({
        target: [draft.till, draft.operator, draft.form],
        set: { body: row.body, changedAt: row.changedAt },
      })
      .run();
  },
  removeDraft: (of: DraftKey): void => {
    db.delete(draft).where(isOf(of)).run();
  },
  removeOldDrafts: (before: string): void => {
    db.delete(draft)
      .where(sql`${draft.changedAt} < ${before}`)
      .run();
  },
});

const isOf = ({ till, operator, form }: DraftKey) =>
  and(eq(draft.till, till), eq(draft.operator, operator), eq(draft.form, form));

import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { SessionId, TillId } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { cashCountKept, drawerMovement, session } from '../schema/index.ts';

export type SessionRow = typeof session.$inferSelect;

/** Sessions of a till, what was counted, and what moved in its drawer beside sales. */
export function sessionQueries(db: Db) {
  const open = db
    .select()
    .from(session)
    .where(and(eq(session.till, sql.placeholder('till')), isNull(session.closedAt)))
    .limit(1)
    .prepare();
  return {
    insertSession: inserter(db, session),
    openSessionOf: (till: TillId): SessionRow | undefined => open.get({ till }),
    lastSession: (till: TillId): SessionRow | undefined =>
      db.select().from(session).where(eq(session.till, till)).orderBy(desc(session.number)).limit(1).get(),
    saveSession: (row: Partial<SessionRow> & { readonly id: SessionId }): void => {
      db.update(session).set(row).where(eq(session.id, row.id)).run();
    },
    insertCashCount: inserter(db, cashCountKept),
    insertDrawerMovement: inserter(db, drawerMovement),
    drawerMovementsOf: (id: SessionId) =>
      db
        .select()
        .from(drawerMovement)
        .where(eq(drawerMovement.sessionId, id))
        .orderBy(asc(drawerMovement.at))
        .all(),
  };
}

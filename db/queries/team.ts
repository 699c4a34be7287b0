import { asc, eq, sql } from 'drizzle-orm';
import type { OperatorCode } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { operator } from '../schema/index.ts';

export type OperatorRow = typeof operator.$inferSelect;

/** The team of the point. Names live here alone; journals carry codes. */
export function operatorQueries(db: Db) {
  const byCode = db
    .select()
    .from(operator)
    .where(eq(operator.code, sql.placeholder('code')))
    .prepare();
  return {
    insertOperator: inserter(db, operator),
    operators: (): OperatorRow[] => db.select().from(operator).orderBy(asc(operator.name)).all(),
    operatorByCode: (code: OperatorCode): OperatorRow | undefined => byCode.get({ code }),
    saveOperator: (row: Partial<OperatorRow> & { readonly code: OperatorCode }): void => {
      db.update(operator).set(row).where(eq(operator.code, row.code)).run();
    },
  };
}

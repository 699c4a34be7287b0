import { desc, eq } from 'drizzle-orm';
import type { TillId } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { archive } from '../schema/index.ts';

export type ArchiveRow = typeof archive.$inferSelect;

/** Archives written so far. */
export const archiveQueries = (db: Db) => ({
  insertArchive: inserter(db, archive),
  archivesOf: (till: TillId): ArchiveRow[] =>
    db.select().from(archive).where(eq(archive.till, till)).orderBy(desc(archive.id)).all(),
});

import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Holds a folder for one application: two on one journal would each remember its end, and each think the other cut
 * it. Held by the system on a file of its own, so it ends with the process however that ends. Gives what lets go of
 * it, or null when another application holds it.
 */
export function lockFolder(folder: string): (() => void) | null {
  const lock = new Database(join(folder, 'in-use.lock'), { timeout: 0 });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return () => lock.close();
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return null;
    throw error;
  }
}

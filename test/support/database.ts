import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Db, openDatabase } from '#db/open.ts';
import { temporaryFolderUntil } from './folders.ts';

export const migrationsFolder = join(import.meta.dirname, '../../db/migrations');
export const testKey = new Uint8Array(32).fill(7);

/** A folder that is gone when the test is over. */
export const temporaryFolder = (): string => temporaryFolderUntil(onTestFinished);

/** A real encrypted database with the real migrations, in its own folder. */
export function temporaryDatabase(file = join(temporaryFolder(), 'point.db')): Db {
  const opened = openDatabase({ file, key: testKey, allowPlain: false, migrationsFolder });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  return opened.value;
}

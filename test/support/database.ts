import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { type Db, openDatabase } from '#db/open.ts';
import { temporaryFolderUntil } from './folders.ts';

export const migrationsFolder = join(import.meta.dirname, '../../db/migrations');
export const testKey = new Uint8Array(32).fill(7);

/** A folder that is gone when the test is over. */
export const temporaryFolder = (): string => temporaryFolderUntil(onTestFinished);

/** A real encrypted database with the real migrations, in its own folder. */
export const temporaryDatabase = (file = join(temporaryFolder(), 'point.db')): Db =>
  databaseAt(file, testKey);

/** The database of a point's folder, under its own key. */
export const databaseIn = (folder: string): Db =>
  databaseAt(join(folder, 'point.db'), fileKeystore(join(folder, 'keys')).read('database'));

function databaseAt(file: string, key: Uint8Array | null): Db {
  const opened = openDatabase({ file, key, allowPlain: false, migrationsFolder, copyTo: null });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  return opened.value.db;
}

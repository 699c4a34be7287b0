import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenRefusal, type Opened, openDatabase } from '#db/open.ts';
import type { Keystore } from '#drivers/keystore/port.ts';
import { type Result, ok, refuse } from '#domain/result.ts';

/** Where a point lives on its machine. */
export interface PointFolder {
  readonly folder: string;
  readonly keystore: Keystore;
  /** Development switch: a runtime whose SQLite cannot encrypt. */
  readonly allowPlain: boolean;
  readonly migrationsFolder: string;
}

export const pointFile = (folder: string): string => join(folder, 'point.db');

/** The point as it was before the last upgrade, under the same key; kept until the next closing. */
export const upgradeCopy = (folder: string): string => join(folder, 'before-upgrade.db');

export type PointRefusal = OpenRefusal | { readonly kind: 'other-keystore' };

const keyName = 'database';
/** Key of a database about to be put in the place of this one. */
const restoredKeyName = 'database-restored';

/** Puts another database in the point's place with its key: whatever stops in between, the file opens. */
export function keepRestoredKey(keystore: Keystore, key: Uint8Array, put: () => void): void {
  keystore.write(restoredKeyName, key);
  put();
  keystore.write(keyName, key);
}

/**
 * Opens the point's database with the key of its keystore, making both when there is none; its folder stands already. The key
 * is null for the plain database of a development runtime.
 */
export function openPoint(
  point: PointFolder,
): Result<Opened & { readonly key: Uint8Array | null }, PointRefusal> {
  const file = pointFile(point.folder);
  const { allowPlain, migrationsFolder } = point;
  const how = { file, allowPlain, migrationsFolder, copyTo: upgradeCopy(point.folder) };
  if (allowPlain) {
    const plain = openDatabase({ ...how, key: null });
    return plain.ok ? ok({ ...plain.value, key: null }) : plain;
  }
  const kept = point.keystore.read(keyName);
  if (!kept && existsSync(file)) return refuse({ kind: 'other-keystore' });
  const key = kept ?? randomBytes(32);
  if (!kept) point.keystore.write(keyName, key);
  const opened = openDatabase({ ...how, key });
  if (opened.ok) return ok({ ...opened.value, key });
  if (opened.refusal.kind !== 'wrong-key') return opened;
  const restored = point.keystore.read(restoredKeyName);
  const again = restored && openDatabase({ ...how, key: restored });
  if (!restored || !again) return refuse({ kind: 'other-keystore' });
  if (!again.ok) return again.refusal.kind === 'wrong-key' ? refuse({ kind: 'other-keystore' }) : again;
  point.keystore.write(keyName, restored);
  return ok({ ...again.value, key: restored });
}

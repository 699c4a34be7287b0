import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Db, type OpenRefusal, openDatabase } from '#db/open.ts';
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

export type PointRefusal = OpenRefusal | { readonly kind: 'other-keystore' };

const keyName = 'database';

/** Opens the point's database with the key of its keystore, making both when there is none. */
export function openPoint(
  point: PointFolder,
): Result<{ readonly db: Db; readonly encrypted: boolean }, PointRefusal> {
  mkdirSync(point.folder, { recursive: true, mode: 0o700 });
  const file = join(point.folder, 'point.db');
  const { allowPlain, migrationsFolder } = point;
  if (allowPlain) {
    const plain = openDatabase({ file, key: null, allowPlain, migrationsFolder });
    return plain.ok ? ok({ db: plain.value, encrypted: false }) : plain;
  }
  const kept = point.keystore.read(keyName);
  if (!kept && existsSync(file)) return refuse({ kind: 'other-keystore' });
  const key = kept ?? randomBytes(32);
  if (!kept) point.keystore.write(keyName, key);
  const opened = openDatabase({ file, key, allowPlain, migrationsFolder });
  if (opened.ok) return ok({ db: opened.value, encrypted: true });
  return refuse(opened.refusal.kind === 'wrong-key' ? { kind: 'other-keystore' } : opened.refusal);
}

import type { RestoreTools } from '../deps.ts';
import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupTrial } from '#contract/backup.ts';
import { type OpenRefusal, openDatabase } from '#db/open.ts';
import { storeOn } from '#db/store.ts';
import type { IntegrityDefect } from '#domain/integrity.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { brandAs } from '#domain/ids.ts';
import { signerFor } from '#exchange/crypto.ts';
import { headFileName, sealHeads } from '#exchange/heads-file.ts';
import { rebuildIfNeeded } from '../ledger/rebuild.ts';
import { purgeList, purgeListName } from '../person/erase.ts';
import { keepOwnTill } from '../desk/own-till.ts';
import { keepRestoredKey } from '../point.ts';
import { writeTillSecret } from '../set-up/till-keys.ts';
import { backupIdentity } from './keys.ts';
import { holdsTills, lastOf, lookAtTill } from './look.ts';
import { type OpenBackupRefusal, type OpenedBackup, extractCopy, openBackup } from './open.ts';

export interface Asked {
  readonly path: string;
  readonly recoveryKey: string | null;
}

export type RestoreRefusal =
  | OpenBackupRefusal
  | { readonly kind: 'backup-damaged' }
  /** Made by a later version of Comptoir. */
  | { readonly kind: 'backup-newer' };

/** "Essayer une restauration": opens a backup aside, looks at every record in it, and throws it away. */
export async function tryBackup(
  tools: RestoreTools,
  asked: Asked,
): Promise<Result<BackupTrial, RestoreRefusal>> {
  const opened = await openAside(tools, asked);
  if (!opened.ok) return opened;
  const { backup, copy } = opened.value;
  try {
    return await lookInside(tools, backup, { copy, marked: false });
  } finally {
    forget(copy);
  }
}

/**
 * Puts a backup in the place of the empty point of this machine. The rename is the moment it happens: before it the
 * point is still empty, after it the point is the restored one, whose key is already kept.
 */
export async function restoreBackup(
  tools: RestoreTools,
  asked: Asked,
  closePoint: () => Promise<void>,
): Promise<Result<BackupTrial, RestoreRefusal>> {
  const opened = await openAside(tools, asked);
  if (!opened.ok) return opened;
  const { backup, copy } = opened.value;
  const trial = await lookInside(tools, backup, { copy, marked: true });
  if (!trial.ok) {
    forget(copy);
    return trial;
  }
  const { sealed } = backup;
  await closePoint();
  const place = join(tools.folder, 'point.db');
  for (const one of sealed.tills) writeTillSecret(tools.keystore, one.till, one.signingKey);
  for (const suffix of ['-wal', '-shm']) {
    rmSync(`${place}${suffix}`, { force: true });
    rmSync(`${copy}${suffix}`, { force: true });
  }
  keepHeads(tools, sealed);
  keepPurgeList(tools.folder, dirname(asked.path));
  keepRestoredKey(tools.keystore, Buffer.from(sealed.databaseKey, 'base64url'), () =>
    renameSync(copy, place),
  );
  return trial;
}

const forget = (copy: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${copy}${suffix}`, { force: true });
};

async function openAside(
  tools: RestoreTools,
  asked: Asked,
): Promise<Result<{ readonly backup: OpenedBackup; readonly copy: string }, RestoreRefusal>> {
  const own = backupIdentity(tools.keystore);
  const backup = await openBackup(asked.path, { own, recovery: asked.recoveryKey });
  if (!backup.ok) return backup;
  const copy = join(tools.folder, `restored-${randomUUID()}.db`);
  try {
    if (await extractCopy(backup.value, copy)) return ok({ backup: backup.value, copy });
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
  rmSync(copy, { force: true });
  return refuse({ kind: 'backup-damaged' });
}

/** Brings the copy to the current schema, counts what it holds and checks its whole journal. */
async function lookInside(
  tools: RestoreTools,
  { sealed, line }: OpenedBackup,
  { copy, marked }: { readonly copy: string; readonly marked: boolean },
): Promise<Result<BackupTrial, RestoreRefusal>> {
  const key = Buffer.from(sealed.databaseKey, 'base64url');
  const { migrationsFolder } = tools;
  const opened = openDatabase({ file: copy, key, allowPlain: false, migrationsFolder, copyTo: null });
  if (!opened.ok) return refuse(refusalOf(opened.refusal));
  const { db } = opened.value;
  const store = storeOn(db);
  try {
    if (!holdsTills(store.tills(), sealed.tills)) return refuse({ kind: 'backup-damaged' });
    rebuildIfNeeded(store);
    let records = 0;
    const defects: IntegrityDefect[] = [];
    for (const till of sealed.tills) {
      const looked = await lookAtTill(store, till, { file: copy, key, workerFile: tools.workerFile });
      records += looked.records;
      defects.push(...looked.defects);
      if (marked) store.saveSetting(till.till, 'restored', { madeAt: sealed.madeAt });
    }
    if (marked) keepOwnTill(store, sealed.till);
    // Into the file itself: its log does not come along.
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
    return ok({
      till: sealed.till,
      siteName: line.siteName,
      madeAt: sealed.madeAt,
      lastBusinessDay: lastOf(sealed.tills.map((one) => one.lastBusinessDay)),
      sales: store.countOf('sale'),
      persons: store.countOf('person'),
      records,
      defects,
    });
  } finally {
    store.close();
  }
}

/** What a copy that cannot be opened means to whoever restores it. @throws when our own upgrade failed. */
function refusalOf(refusal: OpenRefusal): RestoreRefusal {
  if (refusal.kind === 'upgrade-failed') throw refusal.error;
  return { kind: refusal.kind === 'newer-database' ? 'backup-newer' : 'backup-damaged' };
}

/** A machine that never held a till has no memory of its chains: the backup's own stands in. */
function keepHeads(tools: RestoreTools, { tills, madeAt }: OpenedBackup['sealed']): void {
  for (const { till, keyId, signingKey, heads } of tills) {
    const path = join(tools.folder, headFileName(till));
    if (existsSync(path)) continue;
    const signer = { keyId, sign: signerFor(signingKey) };
    writeFileSync(path, sealHeads(till, madeAt, heads, signer), { mode: 0o600 });
  }
}

/** Who was erased since: the lists beside the backup and of this machine, in one. */
function keepPurgeList(folder: string, beside: string): void {
  const all = new Set([...purgeList(folder), ...purgeList(beside)]);
  if (all.size > 0)
    writeFileSync(join(folder, purgeListName), [...all].map((id) => `${brandAs(id)}\n`).join(''), {
      mode: 0o600,
    });
}

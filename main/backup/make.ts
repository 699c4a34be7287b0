import { constants, copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupProblem, BackupState } from '#contract/backup.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type SealedTill, backupFileName } from '#exchange/backup.ts';
import type { Deps } from '../deps.ts';
import { madeFolder } from '../folder.ts';
import { appendEvent } from '../journal/append.ts';
import { chainHeads } from '../journal/head-file.ts';
import { purgeList, purgeListName } from '../person/erase.ts';
import { tillSecret } from '../set-up/till-keys.ts';
import type { WorkRefusal } from '../work/desk.ts';
import { backupsIn, backupsOn, driveFolder, newestFirst } from './find.ts';
import { backupRecipients } from './keys.ts';

/** Kept in the folder: about a month of closings; drives keep all that fits. */
export const keptInFolder = 30;

type BackupRefusal = WorkRefusal | { readonly kind: 'unencrypted-point' };

interface LastBackup {
  readonly at: NonNullable<BackupState['last']>['at'] | null;
  readonly onDrive: boolean;
  readonly problem: BackupProblem | null;
}

export const backupFolder = (deps: Deps): string =>
  deps.store.setting<string>(deps.till, 'backup-folder') ?? join(deps.dataFolder, 'sauvegardes');

/** Makes a backup in the folder and copies it to every USB drive that is plugged in. */
export async function makeBackup(deps: Deps): Promise<Result<null, BackupRefusal>> {
  try {
    return await written(deps);
  } catch (error) {
    noteProblem(deps, 'failed');
    throw error;
  }
}

async function written(deps: Deps): Promise<Result<null, BackupRefusal>> {
  const folder = backupFolder(deps);
  const tills = sealedTills(deps);
  if (!deps.point.key || !tills) return failed(deps, { kind: 'unencrypted-point' });
  if (!madeFolder(folder)) return failed(deps, { kind: 'folder-unusable', folder });
  const { store, till } = deps;
  const madeAt = deps.now();
  const fileName = backupFileName(till, madeAt);
  const path = join(folder, fileName);
  const { site } = deps.reference();
  const sealed = await deps.work.run('backup', {
    task: 'backup',
    point: deps.point,
    copy: join(deps.dataFolder, 'backup-copy.db'),
    path: `${path}.part`,
    siteName: site.name,
    recipients: await backupRecipients(deps.keystore, store.setting<string>(till, 'recovery-recipient')),
    backup: {
      site: site.code,
      till,
      madeAt,
      appVersion: deps.version,
      tills,
    },
  });
  if (!sealed.ok) return failed(deps, sealed.refusal);
  renameSync(`${path}.part`, path);
  const own = (backupsIn(folder, 'folder') ?? []).filter((one) => one.till === till && one.path !== path);
  for (const old of own.slice(keptInFolder - 1)) rmSync(old.path, { force: true });
  const drives = copyToDrives(await deps.drives(), path, { fileName, purgeList: deps.dataFolder });
  copyPurgeList(deps.dataFolder, folder);
  store.transaction(() => {
    note(deps, { at: madeAt, onDrive: drives > 0, problem: null });
    appendEvent(deps, 'backup', { fileName, sizeBytes: sealed.value.sizeBytes, drives });
  });
  deps.changed('journal');
  return ok(null);
}

/** What each till of the point needs to go on elsewhere; null when a key is in another keystore. */
function sealedTills({ store, keystore }: Deps): SealedTill[] | null {
  const tills = store.tills().map(({ id, keyId, publicKey }): SealedTill | null => {
    const signingKey = tillSecret(keystore, id);
    if (signingKey === null) return null;
    const lastBusinessDay = store.lastSession(id)?.businessDay ?? null;
    return { till: id, keyId, publicKey, signingKey, lastBusinessDay, heads: chainHeads(store, id) };
  });
  return tills.every((one) => one !== null) ? tills : null;
}

/** How many drives took a whole copy; one that is full or was pulled out is passed over. */
function copyToDrives(
  drives: readonly string[],
  path: string,
  what: { readonly fileName: string; readonly purgeList: string },
): number {
  let copies = 0;
  for (const drive of drives) {
    const folder = driveFolder(drive);
    const target = join(folder, what.fileName);
    try {
      if (!madeFolder(folder)) continue;
      // Never through a link that somebody left on the drive.
      rmSync(`${target}.part`, { force: true });
      copyFileSync(path, `${target}.part`, constants.COPYFILE_EXCL);
      renameSync(`${target}.part`, target);
      copyPurgeList(what.purgeList, folder);
      copies += 1;
    } catch {
      rmSync(`${target}.part`, { force: true });
    }
  }
  return copies;
}

/** Added to the list that stands there: another till's backups may share the folder, and lose nobody of theirs. */
function copyPurgeList(from: string, to: string): void {
  const ids = new Set([...purgeList(to), ...purgeList(from)]);
  if (ids.size === 0) return;
  const target = join(to, purgeListName);
  rmSync(`${target}.part`, { force: true });
  writeFileSync(`${target}.part`, [...ids].map((id) => `${id}\n`).join(''), { flag: 'wx', mode: 0o600 });
  renameSync(`${target}.part`, target);
}

/** When the last good backup was made; null when there never was one. */
export const lastBackupAt = (deps: Deps): LastBackup['at'] =>
  deps.store.setting<LastBackup>(deps.till, 'last-backup')?.at ?? null;

/** A backup is the point's: every till of it has been backed up, or has not. */
function note({ store }: Deps, last: LastBackup): void {
  for (const { id } of store.tills()) store.saveSetting(id, 'last-backup', last);
}

const problems: Readonly<Partial<Record<BackupRefusal['kind'], BackupProblem>>> = {
  'folder-unusable': 'folder-unusable',
  'disk-full': 'disk-full',
  'unencrypted-point': 'unencrypted',
};

function failed(deps: Deps, refusal: BackupRefusal): Result<never, BackupRefusal> {
  const problem = problems[refusal.kind];
  if (problem) noteProblem(deps, problem);
  return refuse(refusal);
}

function noteProblem(deps: Deps, problem: BackupProblem): void {
  const last = deps.store.setting<LastBackup>(deps.till, 'last-backup');
  note(deps, { at: last?.at ?? null, onDrive: last?.onDrive ?? false, problem });
  deps.changed('journal');
}

/** Why the last backup failed, or none can be made; null when all is well. */
export const backupProblem = (deps: Deps): BackupProblem | null =>
  deps.point.key
    ? (deps.store.setting<LastBackup>(deps.till, 'last-backup')?.problem ?? null)
    : 'unencrypted';

/** Where backups are, which there are, and whether the last one worked. */
export async function backupState(deps: Deps): Promise<BackupState> {
  const folder = backupFolder(deps);
  const drives = await deps.drives();
  const last = deps.store.setting<LastBackup>(deps.till, 'last-backup');
  return {
    folder,
    drives,
    backups: newestFirst([...(backupsIn(folder, 'folder') ?? []), ...backupsOn(drives)]),
    last: last?.at ? { at: last.at, onDrive: last.onDrive } : null,
    problem: backupProblem(deps),
  };
}

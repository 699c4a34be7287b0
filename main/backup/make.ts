import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupProblem, BackupState } from '#contract/journal.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { backupFileName } from '#exchange/backup.ts';
import { madeFolder } from '../archive/make.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';
import { chainHeads } from '../journal/head-file.ts';
import { purgeListName } from '../person/erase.ts';
import { tillSecret } from '../set-up/till-keys.ts';
import type { WorkRefusal } from '../work/desk.ts';
import { backupsIn, backupsOn, driveFolder, newestFirst } from './find.ts';
import { backupRecipients } from './keys.ts';

/** Kept in the folder: about a month of closings; drives keep all that fits. */
const keptInFolder = 30;

interface LastBackup {
  readonly at: NonNullable<BackupState['last']>['at'] | null;
  readonly onDrive: boolean;
  readonly problem: BackupProblem | null;
}

export const backupFolder = (deps: Deps): string =>
  deps.store.setting<string>(deps.till, 'backup-folder') ?? join(deps.dataFolder, 'sauvegardes');

/** Makes a backup in the folder and copies it to every USB drive that is plugged in. */
export async function makeBackup(
  deps: Deps,
): Promise<Result<null, WorkRefusal | { readonly kind: 'unencrypted-point' }>> {
  const folder = backupFolder(deps);
  const secret = tillSecret(deps.keystore, deps.till);
  if (!deps.point.key || secret === null) return failed(deps, { kind: 'unencrypted-point' });
  if (!madeFolder(folder)) return failed(deps, { kind: 'folder-unusable', folder });
  const { store, till } = deps;
  const madeAt = deps.now();
  const fileName = backupFileName(till, madeAt);
  const path = join(folder, fileName);
  const { site } = deps.reference();
  const written = await deps.work.run('backup', {
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
      keyId: deps.signer.keyId,
      publicKey: deps.tillKey.publicKey,
      signingKey: secret,
      lastBusinessDay: store.lastSession(till)?.businessDay ?? null,
      heads: chainHeads(store, till),
    },
  });
  if (!written.ok) return failed(deps, written.refusal);
  renameSync(`${path}.part`, path);
  const own = (backupsIn(folder, 'folder') ?? []).filter((one) => one.till === till && one.path !== path);
  for (const old of own.slice(keptInFolder - 1)) rmSync(old.path, { force: true });
  const drives = copyToDrives(await deps.drives(), path, { fileName, purgeList: deps.dataFolder });
  copyPurgeList(deps.dataFolder, folder);
  store.transaction(() => {
    note(deps, { at: madeAt, onDrive: drives > 0, problem: null });
    appendEvent(deps, 'backup', { fileName, sizeBytes: written.value.sizeBytes, drives });
  });
  deps.changed('journal');
  return ok(null);
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
      copyFileSync(path, `${target}.part`);
      renameSync(`${target}.part`, target);
      copyPurgeList(what.purgeList, folder);
      copies += 1;
    } catch {
      rmSync(`${target}.part`, { force: true });
    }
  }
  return copies;
}

function copyPurgeList(from: string, to: string): void {
  const list = join(from, purgeListName);
  if (existsSync(list)) copyFileSync(list, join(to, purgeListName));
}

/** When the last good backup was made; null when there never was one. */
export const lastBackupAt = (deps: Deps): LastBackup['at'] =>
  deps.store.setting<LastBackup>(deps.till, 'last-backup')?.at ?? null;

const note = (deps: Deps, last: LastBackup): void => deps.store.saveSetting(deps.till, 'last-backup', last);

function failed<R extends { readonly kind: string }>(deps: Deps, refusal: R): Result<never, R> {
  const problems: Readonly<Record<string, BackupProblem>> = {
    'folder-unusable': 'folder-unusable',
    'disk-full': 'disk-full',
    'unencrypted-point': 'unencrypted',
  };
  const problem = problems[refusal.kind];
  const last = deps.store.setting<LastBackup>(deps.till, 'last-backup');
  if (problem) note(deps, { at: last?.at ?? null, onDrive: last?.onDrive ?? false, problem });
  deps.changed('journal');
  return refuse(refusal);
}

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
    problem: deps.point.key ? (last?.problem ?? null) : 'unencrypted',
  };
}

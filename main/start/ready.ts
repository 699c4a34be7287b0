import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Result, ok, refuse } from '#domain/result.ts';
import { pointFile } from '../point.ts';
import { type FolderRefusal, folderRefusal } from './folder.ts';
import { type StartRefusal, startRefusalOf } from './refusal.ts';

/** How the folder of the point came to be named: by nobody, as one that holds a point, or as a new one. */
export type FolderNamed = 'by-nobody' | 'existing' | 'new';

/**
 * What stands against the folder before anything is made. The till's own folder, which nobody named, may be missing;
 * one that somebody named holds a point already, or was asked for as new: a name typed wrong opens no fresh point.
 */
export function refusedFolder(folder: string, named: FolderNamed): FolderRefusal | null {
  const refused = folderRefusal(folder);
  if (refused && !isMissing(refused)) return refused;
  if (named === 'existing')
    return refused ?? (existsSync(pointFile(folder)) ? null : { kind: 'folder-without-point' });
  return named === 'new' && refused?.kind === 'folder-above-missing' ? refused : null;
}

/** Makes the folder of the point where it may be made; only the till's own is made with all that is above it. */
export function readyFolder(folder: string, named: FolderNamed): Result<null, StartRefusal> {
  const refused = refusedFolder(folder, named);
  if (refused) return refuse(refused);
  if (existsSync(folder)) return ok(null);
  try {
    mkdirSync(folder, { recursive: named === 'by-nobody', mode: 0o700 });
    return ok(null);
  } catch (error) {
    const why = startRefusalOf(error, dirname(folder));
    if (!why) throw error;
    return refuse(why);
  }
}

const isMissing = ({ kind }: FolderRefusal): boolean =>
  kind === 'folder-missing' || kind === 'folder-above-missing';

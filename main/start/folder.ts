import { type Stats, accessSync, constants, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Why a folder cannot hold the point. */
export type FolderRefusal =
  | { readonly kind: 'folder-missing' }
  /** Nor is the one above it there: a name typed wrong, or a drive that is not plugged in. */
  | { readonly kind: 'folder-above-missing' }
  /** Named by somebody, and no point is in it. */
  | { readonly kind: 'folder-without-point' }
  | { readonly kind: 'folder-is-file' }
  | { readonly kind: 'folder-link-broken' }
  | { readonly kind: 'folder-read-only' }
  | { readonly kind: 'folder-not-ours' }
  | { readonly kind: 'path-too-long' };

/** SQLite opens no path of more than 512 bytes; the longest name of ours and of its journal come behind the folder. */
const longestFolderBytes = 450;

/** What the folder itself says against it; null when a point can live there. */
export function folderRefusal(folder: string): FolderRefusal | null {
  if (Buffer.byteLength(folder) > longestFolderBytes) return { kind: 'path-too-long' };
  const found = lookAt(folder, statSync);
  if (found === 'missing') {
    if (typeof lookAt(folder, lstatSync) === 'object') return { kind: 'folder-link-broken' };
    const above = lookAt(dirname(folder), statSync);
    return { kind: above === 'missing' ? 'folder-above-missing' : 'folder-missing' };
  }
  if (found === 'below-a-file') return { kind: 'folder-is-file' };
  if (found === 'forbidden') return { kind: 'folder-not-ours' };
  if (found === 'too-long') return { kind: 'path-too-long' };
  if (!found.isDirectory()) return { kind: 'folder-is-file' };
  return accessRefusal(folder);
}

/** Whether this account may write the folder and every file of the point that is in it. */
export function isWritable(folder: string): boolean {
  const files = [
    '',
    'keys',
    ...readdirSync(folder).filter((name) => /^(?:point\.db|in-use\.lock)/.test(name)),
  ];
  return files.every((name) => accessRefusal(join(folder, name)) === null);
}

type Look = Stats | 'missing' | 'below-a-file' | 'forbidden' | 'too-long';

function lookAt(path: string, look: (path: string) => Stats): Look {
  try {
    return look(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return 'below-a-file';
    if (code === 'EACCES' || code === 'EPERM') return 'forbidden';
    if (code === 'ENAMETOOLONG') return 'too-long';
    // A drive that is not there has many names: of all of them nothing is found.
    return 'missing';
  }
}

function accessRefusal(path: string): FolderRefusal | null {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    return { kind: code === 'EROFS' ? 'folder-read-only' : 'folder-not-ours' };
  }
}

import type { ApplicationRefusal } from '../application.ts';
import type { ConnectRefusal } from '../connection.ts';
import { freeBytes, isDiskFull } from '../disk-full.ts';
import { type FolderRefusal, folderRefusal, isWritable } from './folder.ts';

/** What is typed behind the command and cannot be meant. */
export type OptionRefusal =
  | { readonly kind: 'option-unknown'; readonly option: string }
  | { readonly kind: 'option-needs-value'; readonly option: string }
  | { readonly kind: 'option-takes-no-value'; readonly option: string }
  | { readonly kind: 'port-unreadable'; readonly value: string }
  | { readonly kind: 'language-unknown'; readonly value: string };

type PortRefusal =
  | { readonly kind: 'port-busy'; readonly port: number }
  | { readonly kind: 'port-forbidden'; readonly port: number };

/** Everything that may stand between a start and a usable till, in either shell: each kind has its words. */
export type StartRefusal =
  | Exclude<ApplicationRefusal, { kind: 'upgrade-failed' }>
  /** The data are as they were; what failed is kept in the incidents. */
  | { readonly kind: 'upgrade-failed'; readonly incident: string }
  | ConnectRefusal
  | FolderRefusal
  | OptionRefusal
  | PortRefusal
  | { readonly kind: 'disk-full' }
  /** The disk does not give or take what it should, and is not full. */
  | { readonly kind: 'disk-failing' }
  | { readonly kind: 'database-damaged' }
  /** A bug: kept in the incidents under this number. */
  | { readonly kind: 'unexpected'; readonly incident: string };

/** A first start writes some 2 MB; where SQLite says that it failed and not why, so little room is why. */
const roomBytes = 4 * 1024 * 1024;

/** What something thrown while the point opened means; null for a bug. */
export function startRefusalOf(error: unknown, folder: string): StartRefusal | null {
  const codes = codesOf(error);
  const has = (pattern: RegExp): boolean => codes.some((code) => pattern.test(code));
  if (isDiskFull(error)) return { kind: 'disk-full' };
  if (has(/^SQLITE_(?:CORRUPT|NOTADB)/)) return { kind: 'database-damaged' };
  const place = folderRefusal(folder);
  if (place) return place;
  if (has(/^(?:EROFS|SQLITE_READONLY_ROLLBACK)/)) return { kind: 'folder-read-only' };
  if (has(/^(?:EACCES|EPERM)/) || (has(/^SQLITE_(?:READONLY|CANTOPEN|PERM)/) && !isWritable(folder)))
    return { kind: 'folder-not-ours' };
  // A full disk is told by SQLite as an I/O error, or hidden behind the transaction that could not be undone.
  if (has(/^SQLITE_/) && freeBytes(folder) < roomBytes) return { kind: 'disk-full' };
  if (has(/^(?:SQLITE_CANTOPEN|EISDIR)/)) return { kind: 'database-damaged' };
  if (has(/^(?:SQLITE_IOERR|EIO|ENXIO|ENODEV|ESTALE)/)) return { kind: 'disk-failing' };
  return null;
}

/** Why a port cannot be listened on. */
export function portRefusalOf(error: unknown, port: number): PortRefusal | null {
  const codes = codesOf(error);
  if (codes.includes('EADDRINUSE')) return { kind: 'port-busy', port };
  if (codes.includes('EACCES') || codes.includes('EPERM')) return { kind: 'port-forbidden', port };
  return null;
}

/** Codes of an error and of those that caused it: a query builder wraps what the database says. */
function codesOf(error: unknown): readonly string[] {
  const codes: string[] = [];
  for (let one = error; one instanceof Error && codes.length < 10; one = one.cause) {
    const { code } = one as { readonly code?: unknown };
    codes.push(typeof code === 'string' ? code : '');
  }
  return codes;
}

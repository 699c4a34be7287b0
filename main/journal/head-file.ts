import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Store } from '#db/store.ts';
import type { TillId } from '#domain/ids.ts';
import type { ChainHeads } from '#domain/integrity.ts';
import { firstPreviousHash } from '#domain/journal.ts';
import type { Instant } from '#domain/time.ts';
import { mapChains } from '#exchange/batch.ts';
import type { Signer, Verify } from '#exchange/crypto.ts';
import { headFileBytes, headFileName, openHeads, sealHeads } from '#exchange/heads-file.ts';

export interface HeadFileOptions {
  readonly folder: string;
  readonly till: TillId;
  readonly store: Pick<Store, 'lastRecord'>;
  readonly signer: Signer;
  readonly now: () => Instant;
}

export interface HeadFile {
  /** Writes where the chains stand, soon: many commits in a row cost one write. Off the sale's path. */
  readonly follow: () => void;
  /** Writes it now and waits until it is on the disk: at closings and at the end. */
  readonly flush: () => void;
  readonly close: () => void;
}

/** What the head file says: where the chains stood, or that it is not there, or that it was touched. */
export function readHeadFile(
  folder: string,
  till: TillId,
  verify: Verify,
): ChainHeads | 'missing' | 'damaged' {
  const path = join(folder, headFileName(till));
  if (!existsSync(path)) return 'missing';
  if (!statSync(path).isFile() || statSync(path).size !== headFileBytes) return 'damaged';
  return openHeads(readFileSync(path), till, verify) ?? 'damaged';
}

/** Where the chains of a till stand in the database. */
export const chainHeads = (store: Pick<Store, 'lastRecord'>, till: TillId): ChainHeads =>
  mapChains((chain) => {
    const last = store.lastRecord(till, chain);
    return { seq: last?.seq ?? 0, hash: last?.hash ?? firstPreviousHash };
  });

/**
 * The memory outside the database of where each chain stands: cutting the last records, or putting an older database
 * back, leaves it ahead. Overwritten in place after each commit, synced at closings and at the end.
 */
export function headFile(options: HeadFileOptions): HeadFile {
  const { folder, till, store, signer, now } = options;
  const path = join(folder, headFileName(till));
  // What stands there and is not a file of that length was said to be damaged: another one takes its place.
  const usable = existsSync(path) && statSync(path).isFile() && statSync(path).size === headFileBytes;
  if (!usable) rmSync(path, { force: true, recursive: true });
  const file = openSync(path, usable ? 'r+' : 'w+', 0o600);
  let waiting: ReturnType<typeof setImmediate> | undefined;
  const write = (): void => {
    clearImmediate(waiting);
    waiting = undefined;
    writeSync(file, sealHeads(till, now(), chainHeads(store, till), signer), 0, undefined, 0);
  };
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch {
      // The memory stays behind, which is normal; the next commit writes it again. No sale hangs on it.
    }
  };
  return {
    follow: () => {
      waiting ??= setImmediate(() => attempt(write));
    },
    flush: () =>
      attempt(() => {
        write();
        fsyncSync(file);
      }),
    close: () => {
      attempt(() => {
        write();
        fsyncSync(file);
      });
      closeSync(file);
    },
  };
}

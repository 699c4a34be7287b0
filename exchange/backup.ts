import { closeSync, openSync, readSync } from 'node:fs';
import { Decrypter, Encrypter } from 'age-encryption';
import { z } from 'zod';
import { canonicalText } from '#domain/journal.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { count, day, heads, instant, key32, keyId, sha256Text, siteCode, tillId } from './schema.ts';
import { parseJson } from './signed-document.ts';

/** First line of a backup, in clear: whose it is and when, so that a person can choose before typing a key. */
const openLine = z.strictObject({
  kind: z.literal('comptoir-backup'),
  v: z.literal(1),
  till: tillId,
  siteName: z.string().max(200),
  madeAt: instant,
  appVersion: z.string().max(64),
  /** Length of the sealed part that follows the line feed, then of the copy that follows it. */
  sealedBytes: count,
  copyBytes: count,
});
export type BackupLine = z.output<typeof openLine>;

/** What a till needs to go on elsewhere: its key, raw in base64url, and where its chains stood. */
const sealedTill = z.strictObject({
  till: tillId,
  keyId,
  publicKey: key32,
  signingKey: key32,
  lastBusinessDay: day.nullable(),
  heads,
});

const common = {
  site: siteCode,
  /** The till that made it; the copy holds them all. */
  till: tillId,
  madeAt: instant,
  appVersion: z.string().max(64),
  /** The copy's cipher, raw in base64url. */
  databaseKey: key32,
  copyBytes: count,
  copySha256: sha256Text,
};

/** What only the point and the recovery key can read: the keys of the copy, and what it must be. */
const sealedPart = z.strictObject({ v: z.literal(2), ...common, tills: z.array(sealedTill).min(1).max(99) });
export type SealedBackup = z.output<typeof sealedPart>;
export type SealedTill = z.output<typeof sealedTill>;

/** 0.1 knew one till a point. */
const sealedPart1 = z
  .strictObject({ v: z.literal(1), ...common, ...sealedTill.shape })
  .transform(
    ({ keyId: id, publicKey, signingKey, lastBusinessDay, heads: stood, ...rest }): SealedBackup => ({
      ...rest,
      v: 2,
      tills: [{ till: rest.till, keyId: id, publicKey, signingKey, lastBusinessDay, heads: stood }],
    }),
  );

export type BackupRefusal = { readonly kind: 'backup-unreadable' } | { readonly kind: 'recovery-key-wrong' };

/** `SITE-TILL-20261125T181500.comptoir-backup`. */
export const backupFileName = (till: string, madeAt: string): string =>
  `${till}-${madeAt.replace(/[-:]/g, '').slice(0, 15)}.comptoir-backup`;

/** What stands before the copy in a backup file. `recipients` are age recipients: the till's and the recovery key's. */
export async function sealBackup(
  part: SealedBackup,
  siteName: string,
  recipients: readonly string[],
): Promise<Buffer> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(canonicalText(part));
  const { till, madeAt, appVersion, copyBytes } = part;
  const line: BackupLine = {
    kind: 'comptoir-backup',
    v: 1,
    till,
    siteName,
    madeAt,
    appVersion,
    sealedBytes: sealed.length,
    copyBytes,
  };
  return Buffer.concat([Buffer.from(`${canonicalText(line)}\n`, 'utf8'), sealed]);
}

const longestLine = 4_096;

/** The first line of a file, or null when it is not a backup. */
export function readBackupLine(
  path: string,
): { readonly line: BackupLine; readonly lineBytes: number } | null {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(longestLine);
    const read = readSync(file, start, 0, longestLine, 0);
    const end = start.subarray(0, read).indexOf(10);
    const line = end < 0 ? null : openLine.safeParse(parseJson(start.toString('utf8', 0, end)));
    return line?.success ? { line: line.data, lineBytes: end + 1 } : null;
  } finally {
    closeSync(file);
  }
}

/** Opens the sealed part with an age identity (`AGE-SECRET-KEY-1…`). */
export async function openSealedBackup(
  sealed: Uint8Array,
  identity: string,
): Promise<Result<SealedBackup, BackupRefusal>> {
  let text: string;
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    text = await decrypter.decrypt(sealed, 'text');
  } catch {
    return refuse({ kind: 'recovery-key-wrong' });
  }
  const part = z.union([sealedPart, sealedPart1]).safeParse(parseJson(text));
  return part.success ? ok(part.data) : refuse({ kind: 'backup-unreadable' });
}

import { identityToRecipient } from 'age-encryption';
import type { Keystore } from '#drivers/keystore/port.ts';
import { newAgeIdentity } from '#exchange/seal-batch.ts';

const name = 'backup';

/** The till's own age identity: its backups open on this machine without anybody typing a key. */
export const backupIdentity = (keystore: Keystore): string | null => {
  const kept = keystore.read(name);
  return kept && Buffer.from(kept).toString('utf8');
};

/** Who can open a backup of this till: itself, and whoever holds the recovery key. */
export async function backupRecipients(keystore: Keystore, recovery: string | undefined): Promise<string[]> {
  let own = backupIdentity(keystore);
  if (own === null) {
    own = (await newAgeIdentity()).identity;
    keystore.write(name, Buffer.from(own, 'utf8'));
  }
  return [await identityToRecipient(own), ...(recovery === undefined ? [] : [recovery])];
}

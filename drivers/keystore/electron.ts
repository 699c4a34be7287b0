import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import type { Keystore } from './port.ts';
import { writeSecret } from './write-durably.ts';

/**
 * Secrets encrypted by the operating system's keystore, or null where there is none: the `basic_text` backend of
 * Linux hides nothing and counts as none.
 */
export function electronKeystore(folder: string): Keystore | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  const pathOf = (name: string): string => join(folder, `${name}.sealed`);
  return {
    kind: 'os',
    read: (name) => (existsSync(pathOf(name)) ? unsealed(readFileSync(pathOf(name))) : null),
    write: (name, secret) =>
      writeSecret(pathOf(name), safeStorage.encryptString(Buffer.from(secret).toString('base64'))),
  };
}

/** What another account, or another computer, sealed cannot be read here: it is as if it were not there. */
function unsealed(sealed: Buffer): Uint8Array | null {
  try {
    return Buffer.from(safeStorage.decryptString(sealed), 'base64');
  } catch {
    return null;
  }
}

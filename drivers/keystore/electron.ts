import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import type { Keystore } from './port.ts';
import { writeDurably } from './write-durably.ts';

/**
 * Secrets encrypted by the operating system's keystore, or null where there is none: the `basic_text` backend of
 * Linux hides nothing and counts as none.
 */
export function electronKeystore(folder: string): Keystore | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pathOf = (name: string): string => join(folder, `${name}.sealed`);
  return {
    kind: 'os',
    read: (name) =>
      existsSync(pathOf(name))
        ? Buffer.from(safeStorage.decryptString(readFileSync(pathOf(name))), 'base64')
        : null,
    write: (name, secret) => {
      const sealed = safeStorage.encryptString(Buffer.from(secret).toString('base64'));
      writeDurably(`${pathOf(name)}.new`, sealed);
      renameSync(`${pathOf(name)}.new`, pathOf(name));
    },
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Keystore } from './port.ts';
import { writeSecret } from './write-durably.ts';

/** Secrets as files of mode 0600 in a folder of mode 0700: for machines without a keystore of their own. */
export function fileKeystore(folder: string): Keystore {
  const pathOf = (name: string): string => join(folder, `${name}.key`);
  return {
    kind: 'file',
    read: (name) => (existsSync(pathOf(name)) ? readFileSync(pathOf(name)) : null),
    write: (name, secret) => writeSecret(pathOf(name), secret),
  };
}

import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the encrypted files that arrived are kept for 30 days; manifest and acknowledgement stay in the store. */
export interface BatchFiles {
  readonly keep: (fileSha256: string, bytes: Uint8Array) => Promise<void>;
  readonly sweep: (nowMs: number) => void;
}

export const receivedFileKeptMs = 30 * 86_400_000;

export function batchFilesIn(folder: string): BatchFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    keep: async (fileSha256, bytes) => {
      const path = join(folder, `${fileSha256}.comptoir`);
      const file = await open(`${path}.part`, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
    },
    sweep: (nowMs) => {
      for (const name of readdirSync(folder)) {
        const path = join(folder, name);
        if (nowMs - statSync(path).mtimeMs > receivedFileKeptMs) rmSync(path, { force: true });
      }
    },
  };
}

export const noBatchFiles: BatchFiles = { keep: async () => {}, sweep: () => {} };

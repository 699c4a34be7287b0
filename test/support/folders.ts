import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is gone once `when` has come, such as the end of a file's tests. */
export function temporaryFolderUntil(when: (remove: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-test-'));
  when(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

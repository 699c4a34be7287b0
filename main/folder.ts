import { mkdirSync, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';

/**
 * Makes the folder when it is not there; false when it cannot be used. The folder above it has to stand already:
 * a name typed wrong, or a drive that was pulled out, makes no folder somewhere else. (Making several levels at once
 * can also turn for ever where the system answers that nothing can be made, as under /proc.)
 */
export function madeFolder(folder: string): boolean {
  if (!isAbsolute(folder)) return false;
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch {
    return isFolder(folder);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const windows = process.platform === 'win32';
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Node inside a folder that holds packages, where the package of that name put it. */
export const nodeIn = (folder) => join(folder, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** Node of the project, whatever Node started this. */
export const node = nodeIn(root);

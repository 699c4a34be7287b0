import { join } from 'node:path';
import { build } from 'electron-builder';
import { root } from './paths.ts';

// The host's unpacked application in dist/. ELECTRON_DIST names an Electron where npm could not fetch one.
const { ELECTRON_DIST: electronDist } = process.env;
const made = await build({
  projectDir: root,
  config: {
    extends: join(root, 'electron-builder.yml'),
    ...(electronDist ? { electronDist } : {}),
  },
  dir: true,
  publish: 'never',
});
console.log(`packaged in ${made.join(', ') || join(root, 'dist')}`);

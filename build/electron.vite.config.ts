import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = join(import.meta.dirname, '..');
// Native addons and what carries them stay packages; everything else is bundled.
const external = ['electron', 'better-sqlite3', '@node-rs/argon2', 'serialport', 'node-hid', 'koffi'];

export default defineConfig({
  main: {
    build: {
      outDir: join(root, 'out/app/main'),
      target: 'node20',
      minify: true,
      rollupOptions: {
        input: {
          index: join(root, 'main/index.ts'),
          browser: join(root, 'main/browser.ts'),
          worker: join(root, 'main/work/worker.ts'),
        },
        external,
        output: { format: 'es' },
      },
      externalizeDeps: false,
    },
  },
  preload: {
    build: {
      outDir: join(root, 'out/app/preload'),
      rollupOptions: {
        input: { preload: join(root, 'main/preload.ts') },
        external: ['electron'],
        // A sandboxed preload is CommonJS.
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
      externalizeDeps: false,
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    plugins: [react()],
    build: {
      outDir: join(root, 'out/app/renderer'),
      emptyOutDir: true,
      minify: true,
      // One page from this machine: nothing is gained by loading it in parts.
      chunkSizeWarningLimit: 2000,
      rollupOptions: {
        input: {
          index: join(root, 'renderer/index.html'),
          display: join(root, 'renderer/display.html'),
        },
      },
    },
  },
});

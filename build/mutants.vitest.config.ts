import { defineConfig } from 'vitest/config';

const named = (variable: string): string[] => (process.env[variable] ?? '').split(',').filter(Boolean);

/** The tests that `npm run mutants` chose. One process after the other, each for many files: starting one is the price. */
export default defineConfig({
  test: {
    include: named('COMPTOIR_MUTANTS_TESTS').map((folder) => `${folder}/**/*.test.ts`),
    exclude: named('COMPTOIR_MUTANTS_WITHOUT').map((name) => `**/${name}.test.ts`),
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

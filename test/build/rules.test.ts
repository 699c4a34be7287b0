import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { root } from '#build/paths.ts';

const bin = (name: string): string => join(root, 'node_modules/.bin', name);

/** Plants a file, runs a tool, and takes the file away again whatever happens. */
function planted(path: string, text: string, command: string, args: readonly string[]) {
  const file = join(root, path);
  onTestFinished(() => rmSync(file, { force: true }));
  writeFileSync(file, text);
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  rmSync(file, { force: true });
  return { failed: done.status !== 0, said: done.stdout + done.stderr };
}

test.each([
  ['domain', "import { openDatabase } from '#db/open.ts';\nexport const planted = openDatabase;\n"],
  ['domain', "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n"],
  ['domain', 'export const planted = new Date();\nexport const page = document;\n'],
  ['contract', "import { storeOn } from '#db/store.ts';\nexport const planted = storeOn;\n"],
  ['exchange', "import { useCases } from '#main/calls.ts';\nexport const planted = useCases;\n"],
  ['db', "import { contract } from '#contract/ipc.ts';\nexport const planted = contract;\n"],
  ['drivers', "import { storeOn } from '#db/store.ts';\nexport const planted = storeOn;\n"],
  [
    'main',
    "import { startHeadquarters } from '#hq/server/start.ts';\nexport const planted = startHeadquarters;\n",
  ],
  ['renderer', "import { storeOn } from '#db/store.ts';\nexport const planted = storeOn;\n"],
  [
    'hq',
    "import { openApplication } from '#main/application.ts';\nexport const planted = openApplication;\n",
  ],
  ['verify', "import { canonicalText } from '#domain/journal.ts';\nexport const planted = canonicalText;\n"],
])('an import that %s may not make does not compile', (folder, text) => {
  expect(compiled(folder, text)).toEqual({ failed: true, names: true });
});

test.each([
  [
    'a call without its policy',
    'contract',
    "import { z } from 'zod';\nimport { call, type } from './form/call.ts';\nexport const planted = call({ input: z.object({}), output: type<null>(), refusals: type<never>() });\n",
  ],
  [
    'a write through a store that only reads',
    'main',
    "import type { ReadingStore } from '#db/store.ts';\nexport const planted = (store: ReadingStore): void => store.saveSetting('' as never, '', null);\n",
  ],
  [
    'a use case of no call',
    'main',
    "import { ok } from '#domain/result.ts';\nimport type { UseCases } from './deps.ts';\nexport const planted = { sellEverything: () => ok(null) } satisfies UseCases;\n",
  ],
])('%s does not compile', (_, folder, text) => {
  expect(compiled(folder, text)).toEqual({ failed: true, names: true });
});

function compiled(folder: string, text: string) {
  const project = join(root, folder);
  const config = readFileSync(join(project, 'tsconfig.json'), 'utf8');
  const name = `planted-${process.pid}.ts`;
  // A project of its own beside the real one, so that no other build sees the planted file.
  const own = join(project, `tsconfig.planted-${process.pid}.json`);
  onTestFinished(() => rmSync(own, { force: true }));
  const parsed = JSON.parse(config) as { compilerOptions: Record<string, unknown>; include: string[] };
  parsed.compilerOptions['outDir'] = join(root, 'out/types-planted');
  parsed.include = [name];
  writeFileSync(own, JSON.stringify(parsed));
  const { failed, said } = planted(join(folder, name), text, bin('tsc'), ['-p', own, '--noEmit']);
  rmSync(own, { force: true });
  return { failed, names: said.includes(name) };
}

test('the linter refuses any other package in the domain', () => {
  const path = 'domain/planted-lint.ts';
  const { failed, said } = planted(
    path,
    "import { z } from 'zod';\nexport const planted = z.string();\n",
    bin('oxlint'),
    [path],
  );
  expect({ failed, said: said.includes('domain is pure') }).toEqual({ failed: true, said: true });
});

test('no source file is longer than 400 lines', () => {
  const listed = spawnSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.css'], {
    cwd: root,
    encoding: 'utf8',
  });
  const long = listed.stdout
    .split('\n')
    .filter((file) => file !== '' && existsSync(join(root, file)))
    .filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 401);
  expect(long).toEqual([]);
});

test('no folder of source holds more than 30 files', () => {
  const listed = spawnSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.css'], {
    cwd: root,
    encoding: 'utf8',
  });
  const counts = new Map<string, number>();
  for (const file of listed.stdout.split('\n').filter((one) => existsSync(join(root, one)) && one !== '')) {
    const folder = file.slice(0, file.lastIndexOf('/'));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  expect([...counts].filter(([, count]) => count > 30)).toEqual([]);
});

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BareProject, bareProject } from '#test/support/bare-project.ts';

/** A project whose page was built once. */
async function built(): Promise<BareProject> {
  const project = bareProject();
  expect((await project.run('hq')).said).toMatch(/Building hq…\nran\n$/);
  return project;
}

const page = 'out/hq-web/index.html';
const rebuilt = { code: 0, said: 'Building hq…\nran\n' };

test('what stands is not built again', async () => {
  const project = await built();
  expect(await project.run('hq')).toEqual({ code: 0, said: 'ran\n' });
});

test.each([
  ['a source', 'hq/web/page.ts'],
  ['the configuration of the tool', 'hq/web/vite.config.ts'],
  ['the options of the compiler', 'build/tsconfig.base.json'],
  ['what the package maps names to', 'package.json'],
])('another build is made when %s changes', async (_, path) => {
  const project = await built();
  const was = readFileSync(join(project.folder, path), 'utf8');
  writeFileSync(join(project.folder, path), `${was} `);
  expect(await project.run('hq')).toEqual(rebuilt);
});

test('a page that was taken away is built again', async () => {
  const project = await built();
  rmSync(join(project.folder, page));
  expect(await project.run('hq')).toEqual(rebuilt);
});

test('a build that fails is told, and never passes for the one before it', async () => {
  const project = await built();
  const source = join(project.folder, 'hq/web/page.ts');
  writeFileSync(source, 'wrong');
  expect(await project.run('hq')).toEqual({
    code: 1,
    said: 'Building hq…\npage.ts is wrong\nThe application could not be built: see above what the tool said, then run the same command again.\n',
  });
  expect(existsSync(join(project.folder, page))).toBe(true);
  writeFileSync(source, '1');
  expect(await project.run('hq')).toEqual(rebuilt);
  expect(readFileSync(join(project.folder, page), 'utf8')).toBe('1');
});

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workerFile } from '#build/paths.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { openApplication } from '#main/application.ts';
import { migrationsFolder, temporaryFolder } from '#test/support/database.ts';

test('a folder is of one application at a time; the next one opens it once the first has ended', async () => {
  const folder = temporaryFolder();
  const open = () =>
    openApplication({
      folder,
      keystore: fileKeystore(join(folder, 'keys')),
      allowPlain: false,
      migrationsFolder,
      workerFile,
      demo: false,
      version: 'test',
      report: (_incident, error) => {
        throw error;
      },
    });
  const first = await open();
  expect(await open()).toEqual({ ok: false, refusal: { kind: 'already-open' } });
  if (!first.ok) throw new Error(first.refusal.kind);
  await first.value.close();
  const second = await open();
  if (!second.ok) throw new Error(second.refusal.kind);
  await second.value.close();
});

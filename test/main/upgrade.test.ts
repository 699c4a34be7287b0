import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrationsFolder, version, workerFile } from '#build/paths.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { openApplication } from '#main/application.ts';
import { facts, releasedPoint } from '#test/fixtures/released.ts';

test('a point of the last released version opens and finds its sale in progress', async () => {
  const { till: folder } = releasedPoint();
  const opened = await openApplication({
    folder,
    keystore: fileKeystore(join(folder, 'keys')),
    allowPlain: false,
    migrationsFolder,
    workerFile,
    demo: false,
    version,
    now: () => facts.at,
    report: (incident, error) => {
      throw new Error(incident, { cause: error });
    },
  });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  onTestFinished(opened.value.close);
  await opened.value.call('signIn', { operator: facts.manager.code, password: facts.manager.password });
  expect(await opened.value.call('basket', {})).toMatchObject({
    ok: true,
    value: { lines: [{ label: 'Recharge 5 €' }, { label: 'Chargeur USB-C' }] },
  });
});

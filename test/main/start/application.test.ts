import { expect, test } from 'vitest';
import { applicationIn } from '#test/support/application.ts';
import { temporaryFolder } from '#test/support/database.ts';

test('a folder is of one application at a time; the next one opens it once the first has ended', async () => {
  const folder = temporaryFolder();
  const open = () => applicationIn(folder);
  const first = await open();
  expect(await open()).toEqual({ ok: false, refusal: { kind: 'already-open' } });
  if (!first.ok) throw new Error(first.refusal.kind);
  await first.value.close();
  const second = await open();
  if (!second.ok) throw new Error(second.refusal.kind);
  await second.value.close();
});

import { expect, test } from 'vitest';
import { ok, refuse } from '#domain/result.ts';
import type { KeptTill } from '#main/kept-till.ts';
import { attempts } from '#main/start/attempts.ts';

/** A till that remembers whether it was closed, and nothing else. */
const till = (closed: string[], name: string): KeptTill => ({
  call: async () => ok(name),
  onChanged: () => () => undefined,
  close: async () => void closed.push(name),
});

test('who waits for a till that was refused gets the one that another attempt opens', async () => {
  const answers = [refuse({ kind: 'disk-full' as const }), ok(till([], 'second'))];
  const held = attempts(async () => answers.shift() ?? refuse({ kind: 'already-open' }));
  const waiting = held.opened();
  expect([await held.again(), held.isOpen()]).toEqual([{ kind: 'disk-full' }, false]);
  expect([await held.again(), held.isOpen()]).toEqual([null, true]);
  expect(await (await waiting).call('deskState', {})).toEqual(ok('second'));
});

test('asked twice at once, it is opened once; asked again, it is closed first', async () => {
  const closed: string[] = [];
  let opened = 0;
  const held = attempts(async () => ok(till(closed, `till ${(opened += 1)}`)));
  expect(await Promise.all([held.again(), held.again()])).toEqual([null, null]);
  expect([opened, closed]).toEqual([1, []]);
  await held.again();
  expect([opened, closed]).toEqual([2, ['till 1']]);
  await held.close();
  expect(closed).toEqual(['till 1', 'till 2']);
});

test('a till that opens after its window was closed is closed again', async () => {
  const closed: string[] = [];
  let open = (_application: ReturnType<typeof ok<KeptTill>>): void => undefined;
  const held = attempts(
    () =>
      new Promise((resolve) => {
        open = resolve;
      }),
  );
  const opening = held.again();
  await Promise.resolve();
  const closing = held.close();
  open(ok(till(closed, 'late')));
  await Promise.all([opening, closing]);
  expect([closed, held.isOpen()]).toEqual([['late'], false]);
});

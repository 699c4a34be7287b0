import { expect, test } from 'vitest';
import {
  entitled,
  openDay,
  passwordOf,
  codeOf,
  payloadsOf,
  recordsOf,
  rowsOf,
  scan,
  sims,
} from '#test/support/desk.ts';
import { brandAs } from '#domain/ids.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

const story = 'Madame Diallo, hébergée au foyer, a perdu la première ; sa conseillère confirme au téléphone';

/** A manager lifts the cap on a second SIM, and says why. */
async function lifted(point: TestPoint, reason: string): Promise<void> {
  await openDay(point);
  const personId = await entitled(point);
  await point.done('choosePerson', { personId, holdFirst: false });
  await scan(point, sims[0]);
  await scan(point, sims[1]);
  const { lines } = await point.done('basket', {});
  const refused = lines.find((line) => line.verdict === 'refused');
  const approval = { approver: codeOf('manager'), password: passwordOf('manager') };
  await point.done('overrideLine', { lineId: refused?.lineId ?? brandAs('none'), reason, approval });
}

const shown = async (point: TestPoint) =>
  (
    await point.done('events', { group: 'sale', operator: null, from: null, until: null, before: null })
  ).events.find((event) => event.type === 'override');

test('a short reason is signed as it was typed', async () => {
  const point = await testPoint();
  await lifted(point, 'carte perdue');
  expect(payloadsOf(point, 'event', 'override')).toMatchObject([{ reason: 'carte perdue' }]);
  expect(rowsOf(point, 'SELECT * FROM typed_text')).toEqual([]);
  await point.signInAs('manager');
  expect(await shown(point)).toMatchObject({ detail: { reason: 'carte perdue' }, erasable: null });
});

test('a long reason is signed by its digest, and erased without touching what was signed', async () => {
  const point = await testPoint();
  await lifted(point, story);
  const signed = recordsOf(point, 'event');
  expect(JSON.stringify(signed)).not.toContain('Diallo');
  await point.signInAs('manager');
  const event = await shown(point);
  expect(event).toMatchObject({ detail: { reason: story } });
  const digest = event?.erasable ?? '';
  for (const _ of [1, 2]) await point.done('eraseTypedText', { digest });
  expect(await shown(point)).toMatchObject({ detail: { reason: null, reasonErased: true }, erasable: null });
  expect(JSON.stringify(rowsOf(point, 'SELECT * FROM typed_text'))).not.toContain('Diallo');
  // Every record that stood stands as it did; that words were erased is said once.
  expect(recordsOf(point, 'event').slice(0, signed.length)).toEqual(signed);
  expect(payloadsOf(point, 'event', 'text-erased')).toEqual([{ operator: codeOf('manager'), digest }]);
  expect(await point.call('eraseTypedText', { digest: 'f'.repeat(64) })).toEqual({
    ok: false,
    refusal: { kind: 'text-unknown' },
  });
});

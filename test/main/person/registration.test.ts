import { expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { day } from '#domain/time.ts';
import { batchLine } from '#exchange/batch-line.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import { entitled, form, hour, memberCard, openDay, register, rowsOf, scan } from '#test/support/desk.ts';
import { tellCard } from '#test/exchange/parts.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  return point;
}
const found = async (point: TestPoint, text: string): Promise<string[]> =>
  (await point.done('searchPersons', { text, birthYear: null })).persons.map((one) => one.name);

test.each(['birthName', 'usedName', 'firstNames', 'municipality'] as const)(
  'a social security number is refused at the field %s and never kept',
  async (field) => {
    const point = await opened();
    const registration = form({ [field]: 'x 2 69 05 49 588 157 80' });
    const refused = { ok: false, refusal: { kind: 'looks-like-nir', field } };
    expect(await point.call('registerPerson', { registration, notTheSame: [] })).toEqual(refused);
    expect(await point.call('likePersons', { registration })).toEqual(refused);
    await point.done('keepRegistrationDraft', { draft: { [field]: '269054958815780', step: 2 } });
    expect(await point.done('registrationDraft', {})).toEqual({ [field]: '', step: 2 });
    expect(rowsOf(point, 'SELECT id FROM person')).toEqual([]);
  },
);

test('a birth to come is refused, and so is a year typed with a slip', async () => {
  const point = await opened();
  const asked = (birth: ReturnType<typeof form>['birth']) =>
    point.call('registerPerson', { registration: form({ birth }), notTheSame: [] });
  const future = { ok: false, refusal: { kind: 'birth-in-future' } };
  expect(await asked({ precision: 'day', day: day('2026-11-23') })).toEqual(future);
  expect(await asked({ precision: 'month', month: '2026-12' })).toEqual(future);
  expect(await asked({ precision: 'year', year: 2027 })).toEqual(future);
  expect(await asked({ precision: 'declared-age', age: 30, on: day('2026-11-23') })).toEqual(future);
  const slip = { ok: false, refusal: { kind: 'bad-input', where: ['registration.birth'] } };
  expect(await asked({ precision: 'day', day: day('0196-05-12') })).toEqual(slip);
  expect(await asked({ precision: 'month', month: '0019-05' })).toEqual(slip);
  expect(await asked({ precision: 'declared-age', age: 90, on: day('1950-01-01') })).toEqual(slip);
  expect(await asked({ precision: 'day', day: day('2026-11-22') })).toMatchObject({ ok: true });
});

test('somebody like one already known stops once, and passes when dismissed, however often', async () => {
  const point = await opened();
  const known = await register(point);
  const registration = form({ firstNames: 'Fatumata', birth: { precision: 'year', year: 1988 } });
  const asked = (notTheSame: (typeof known)[]) => point.call('registerPerson', { registration, notTheSame });
  expect(await asked([])).toMatchObject({
    refusal: { kind: 'perhaps-the-same', persons: [{ personId: known, name: 'Fatoumata Diallo' }] },
  });
  const stranger = brandAs<typeof known>(crypto.randomUUID());
  expect(await asked([known, known, stranger])).toMatchObject({ ok: true });
  expect(rowsOf(point, 'SELECT count(*) AS n FROM dismissal')).toEqual([{ n: 1 }]);
});

test('the same form sent twice registers one person', async () => {
  const point = await opened();
  const twice = { registration: form(), notTheSame: [] };
  const [first, second] = await Promise.all([
    point.call('registerPerson', twice),
    point.call('registerPerson', twice),
  ]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toMatchObject({ refusal: { kind: 'perhaps-the-same' } });
});

test('the same person is found among a hundred of the name and a hundred of the first name', async () => {
  const point = await opened();
  // Some of these sound alike and are refused as the same: enough are not.
  const letters = (index: number) => String.fromCodePoint(97 + (index % 26), 97 + Math.floor(index / 26) * 4);
  for (let index = 0; index < 100; index += 1) {
    const birth = { precision: 'year', year: 1920 + index } as const;
    for (const name of [{ firstNames: `Zor${letters(index)}k` }, { birthName: `Vek${letters(index)}k` }])
      await point.call('registerPerson', { registration: form({ ...name, birth }), notTheSame: [] });
  }
  expect(rowsOf(point, "SELECT id FROM person WHERE birth_name = 'Diallo'").length).toBeGreaterThan(70);
  expect(rowsOf(point, "SELECT id FROM person WHERE first_names = 'Fatoumata'").length).toBeGreaterThan(70);
  const known = await register(point);
  expect(await point.call('registerPerson', { registration: form(), notTheSame: [] })).toMatchObject({
    refusal: { kind: 'perhaps-the-same', persons: [{ personId: known }] },
  });
});

test('a draft survives a lock and a crash, for 72 hours, until it is sent', async () => {
  const point = await opened();
  const draft = { birthName: 'Dia', step: 1, more: [null, true, 'Élodie'] };
  await point.done('keepRegistrationDraft', { draft });
  const restarted = await testPoint({ folder: point.folder });
  await restarted.signInAs('seller');
  expect(await restarted.done('registrationDraft', {})).toEqual(draft);
  restarted.later(71 * hour);
  expect(await restarted.done('registrationDraft', {})).toEqual(draft);
  restarted.later(2 * hour);
  expect(await restarted.done('registrationDraft', {})).toBeNull();
  expect(rowsOf(restarted, 'SELECT * FROM draft')).toEqual([]);
  expect(await restarted.call('keepRegistrationDraft', { draft: 'x'.repeat(9_000) })).toEqual({
    ok: false,
    refusal: { kind: 'draft-too-long' },
  });
  await restarted.done('keepRegistrationDraft', { draft });
  await register(restarted);
  expect(await restarted.done('registrationDraft', {})).toBeNull();
});

test('a card is scanned or printed, belongs to one person, and names only a first name and an initial', async () => {
  const point = await opened();
  const personId = await register(point);
  const other = await register(point, { birthName: 'Benali', firstNames: 'Karim' });
  const give = (to: typeof personId, card: string | null) => point.call('giveCard', { personId: to, card });
  const card = memberCard(7);
  expect(await give(personId, `${card.slice(0, 5)} ${card.slice(5)}`)).toEqual({
    ok: true,
    value: { card, document: null },
  });
  expect(await give(other, card)).toEqual({ ok: false, refusal: { kind: 'card-taken' } });
  expect(await give(other, '4711082303')).toEqual({ ok: false, refusal: { kind: 'card-unreadable' } });
  expect(await give(brandAs(crypto.randomUUID()), null)).toEqual({
    ok: false,
    refusal: { kind: 'person-unknown' },
  });
  const printed = await point.done('giveCard', { personId, card: null });
  expect(JSON.stringify(printed.document)).toContain('Fatoumata D.');
  expect(JSON.stringify(printed.document)).not.toContain('Diallo');
  expect(await scan(point, card)).toMatchObject({ refusal: { kind: 'card-replaced' } });
  expect(await scan(point, printed.card)).toMatchObject({ value: { to: 'basket' } });
  expect(await give(other, card)).toMatchObject({ refusal: { kind: 'card-taken' } });
});

test('a card of somebody at another point is not given here', async () => {
  const key = newSigningKey();
  const card = memberCard(99);
  const networkId = brandAs<never>(crypto.randomUUID());
  const point = await testPoint({ headquarters: key });
  await tellCard(point.store, key, card, { networkId });
  await openDay(point);
  const personId = await register(point);
  expect(await point.call('giveCard', { personId, card })).toEqual({
    ok: false,
    refusal: { kind: 'card-taken' },
  });
  expect(await scan(point, card)).toMatchObject({
    value: { basket: { person: { firstName: 'K', initial: 'B' } } },
  });
});

test('a line about a person keeps naming the structure that sent them, and never a name', async () => {
  const point = await opened();
  const personId = await entitled(point);
  await point.done('giveCard', { personId, card: null });
  const lines = rowsOf(point, 'SELECT body FROM outbox ORDER BY id')
    .map((row) => batchLine.parse(JSON.parse(String(row['body']))))
    .filter((line) => line.t === 'person');
  expect(lines.map((line) => line.prescriberId)).toEqual([null, 'P001']);
  expect(JSON.stringify(lines)).not.toMatch(/Diallo|Fatoumata|04-12/);
});

test('short names, other spellings, accents and either order are found; exact surnames first', async () => {
  const point = await opened();
  const people = [
    ['Kadidia', 'Ly'],
    ['Ousmane', 'Ba'],
    ['Léa', 'Lefebvre'],
    ['Jean-Pierre', 'Le Goff'],
    ['Åsa', 'Øster'],
    ['Bastien', 'Balard'],
    ['María José', "O'Neill"],
  ] as const;
  for (const [firstNames, birthName] of people) await register(point, { firstNames, birthName });
  expect((await found(point, 'ly'))[0]).toBe('Kadidia Ly');
  expect((await found(point, 'BA'))[0]).toBe('Ousmane Ba');
  expect(await found(point, 'lefevre')).toEqual(['Léa Lefebvre']);
  expect(await found(point, 'lea LEFEBVRE')).toEqual(['Léa Lefebvre']);
  expect(await found(point, 'lefebvre lea')).toEqual(['Léa Lefebvre']);
  expect(await found(point, 'legoff')).toEqual(['Jean-Pierre Le Goff']);
  expect(await found(point, 'pierre le goff')).toEqual(['Jean-Pierre Le Goff']);
  expect(await found(point, 'oster asa')).toEqual(['Åsa Øster']);
  expect(await found(point, 'oneill jose')).toEqual(["María José O'Neill"]);
  expect(await found(point, 'zz')).toEqual([]);
});

test.each([
  '""',
  '**',
  'a* OR b',
  'NEAR(a b)',
  'surname:x',
  '--',
  '(((',
  '12 34',
  '\u0300\u0301',
  'ʘʘ',
  '𝕏𝕏',
  'فاطمة',
  '李小',
])('searching %j breaks nothing', async (text) => {
  const point = await opened();
  await register(point, { birthName: 'فاطمة', firstNames: '李' });
  expect(await point.call('searchPersons', { text, birthYear: null })).toMatchObject({ ok: true });
});

test('opening a file is a logged read with its act; an unknown person is not one', async () => {
  const point = await opened();
  const personId = await entitled(point);
  const file = await point.done('personFile', { personId, act: 'referral' });
  expect(file).toMatchObject({
    registration: form(),
    entitlements: [{ proof: 'voucher', prescriber: 'CCAS de Belleville-sur-Marne', underReserve: false }],
  });
  expect(await point.call('personFile', { personId: brandAs(crypto.randomUUID()), act: 'sale' })).toEqual({
    ok: false,
    refusal: { kind: 'person-unknown' },
  });
  expect(rowsOf(point, 'SELECT operator, person_id, act FROM read_log')).toEqual([
    { operator: 'E01', person_id: personId, act: 'referral' },
  ]);
});

import { expect, test } from 'vitest';
import type { PersonId } from '#domain/ids.ts';
import { day } from '#domain/time.ts';
import { memberCard, openDay, register, sell } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// People as they are looked for at a desk: what is written on a paper, said aloud, or read from a worn card.

const born = (year: number) => ({ precision: 'day' as const, day: day(`${year}-04-12`) });

async function withPeople(): Promise<{ point: TestPoint; ids: Record<string, PersonId> }> {
  const point = await testPoint();
  await openDay(point);
  const ids: Record<string, PersonId> = {};
  for (const [firstNames, birthName, change] of [
    ['Fatoumata', 'Diallo', { birth: born(1988), phone: '06 12 34 56 78' }],
    ['Karim', 'Benali', { birth: born(1975) }],
    ['Ibrahima', 'Diallo', { birth: born(1996) }],
    ['Abdelkader', 'Mansouri', {}],
    ['Marie José', 'Da Silva', {}],
    ['Yann', 'Le Goff', { usedName: 'Martin' }],
    ['Jean-Pierre', 'Nguyen', {}],
    ['Awa', 'Ba', {}],
    ['O', 'Kim', {}],
  ] as const)
    ids[firstNames] = await register(point, { firstNames, birthName, ...change });
  await point.done('giveCard', { personId: ids['Karim'] as PersonId, card: memberCard(108_230) });
  return { point, ids };
}

const found = async (point: TestPoint, text: string): Promise<string[]> =>
  (await point.done('searchPersons', { text, birthYear: null })).persons.map((one) => one.name);

test('each is found first, however they are looked for', async () => {
  const { point } = await withPeople();
  const { card } = point.store.activeCardOf((await idOf(point, 'Karim Benali')) as PersonId) ?? { card: '' };
  for (const [text, name] of [
    ['Fatoumata Diallo', 'Fatoumata Diallo'],
    ['Fatoumata Binta Diallo', 'Fatoumata Diallo'],
    ['Diallo Fatoumata Binta', 'Fatoumata Diallo'],
    ['Mme Diallo Fatoumata', 'Fatoumata Diallo'],
    ['madame DIALLO F', 'Fatoumata Diallo'],
    ['M. Benali', 'Karim Benali'],
    ['monsieur karim ben ali', 'Karim Benali'],
    ['Ben Ali', 'Karim Benali'],
    ['benali', 'Karim Benali'],
    ['Karim Ben', 'Karim Benali'],
    ['Diallo 1996', 'Ibrahima Diallo'],
    ['1996 diallo', 'Ibrahima Diallo'],
    ['Diallo 1988', 'Fatoumata Diallo'],
    ['06 12 34 56 78', 'Fatoumata Diallo'],
    ['0612345678', 'Fatoumata Diallo'],
    ['+33 6 12 34 56 78', 'Fatoumata Diallo'],
    ['06.12.34.56.78', 'Fatoumata Diallo'],
    [card, 'Karim Benali'],
    [`${card.slice(0, 4)} ${card.slice(4, 8)} ${card.slice(8)}`, 'Karim Benali'],
    ['Abd el Kader Mansouri', 'Abdelkader Mansouri'],
    ['abdel kader', 'Abdelkader Mansouri'],
    ['dasilva', 'Marie José Da Silva'],
    ['da silva marie jose', 'Marie José Da Silva'],
    ['Marie Da Silva', 'Marie José Da Silva'],
    ['Legoff', 'Yann Martin'],
    ['le goff yann', 'Yann Martin'],
    ['martin', 'Yann Martin'],
    ['jeanpierre nguyen', 'Jean-Pierre Nguyen'],
    ['Jean Nguyen', 'Jean-Pierre Nguyen'],
    ['NGUYEN', 'Jean-Pierre Nguyen'],
    ['ba awa', 'Awa Ba'],
    ['O Kim', 'O Kim'],
    ['o', 'O Kim'],
    ['Fatoumatta Dialo', 'Fatoumata Diallo'],
  ] as const)
    expect([text, (await found(point, text))[0]]).toEqual([text, name]);
});

const idOf = async (point: TestPoint, text: string) =>
  (await point.done('searchPersons', { text, birthYear: null })).persons[0]?.personId;

test('who bears none of the words is not found, and a year nobody was born in finds nobody', async () => {
  const { point } = await withPeople();
  for (const text of ['Popescu', 'Diallo 2001', '07 99 99 99 99', '47999999990', 'Zorro Dupont Lagardère'])
    expect([text, await found(point, text)]).toEqual([text, []]);
});

test('among equals who came last stands first, and how many more there are is said', async () => {
  const point = await testPoint();
  await openDay(point);
  const ids: PersonId[] = [];
  for (let index = 0; index < 24; index += 1)
    ids.push(
      await register(point, {
        firstNames: `Awa ${'abcdefghijklmnopqrstuvwx'[index]}xo`,
        birthName: 'Sow',
        birth: born(1950 + index),
      }),
    );
  await sell(point, { to: ids[17] as PersonId, skus: ['RECH-5'] });
  const answer = await point.done('searchPersons', { text: 'Sow Awa', birthYear: null });
  expect(answer.total).toBe(24);
  expect(answer.persons).toHaveLength(20);
  expect(answer.persons[0]?.personId).toBe(ids[17]);
});

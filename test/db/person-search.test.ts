import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OperatorCode, type PersonId, brandAs } from '#domain/ids.ts';
import { exactSearchKey, nameTokens, queryTokens, searchTokens } from '#domain/names.ts';
import { day } from '#domain/time.ts';
import type { PersonRow } from '#db/queries/person.ts';
import { type Store, storeOn } from '#db/store.ts';
import { temporaryDatabase } from '#test/support/database.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';

const surnames = (
  'Diallo,Ba,Ly,Sy,Traoré,Coulibaly,Lefebvre,Lefèvre,Le Goff,Legoff,Martin,' +
  "Nguyen,Popescu,Benali,Ben Ali,Öztürk,O'Neill,Haddad,El Khoury,Kowalczyk,Da Silva"
).split(',');
const firsts = (
  'Fatoumata,Fatou,Awa,Mohamed,Mohammed,Jean-Pierre,Ana,Anaïs,Léa,Karim,Minh,' +
  'Ousmane,Marie José,Élodie,Yusuf,Oleksandr,Bo'
).split(',');

/** Numbers that look random and are the same in every run. */
function* dice(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

function insert(
  into: Store,
  index: number,
  names: Pick<PersonRow, 'birthName' | 'usedName' | 'firstNames'>,
): PersonRow {
  const id = brandAs<PersonId>(`00000000-0000-7000-8000-${String(index).padStart(12, '0')}`);
  const birthYear = 1940 + (index % 70);
  into.insertPerson({
    ...names,
    id,
    birth: { precision: 'year', year: birthYear },
    birthYear,
    phone: '',
    language: 'fr',
    postcode: '75013',
    municipality: 'Paris',
    qpv: 'unknown',
    qpvOn: day('2026-11-22'),
    situation: null,
    contact: null,
    noticeVersion: '1',
    noticeLanguage: 'fr',
    registeredOn: day('2026-11-22'),
    registeredBy: brandAs<OperatorCode>('E01'),
    householdId: null,
  });
  return into.personById(id) as PersonRow;
}

const people: PersonRow[] = [];
let store: Store;

beforeAll(() => {
  const file = join(temporaryFolderUntil(afterAll), 'point.db');
  store = storeOn(temporaryDatabase(file));
  const roll = dice(7);
  const pick = (list: readonly string[]): string => list[Math.floor(roll.next().value * list.length)] ?? '';
  const syllable = (): string =>
    pick(['ka', 'lo', 'mi', 'ra', 'ten', 'sou', 'bel', 'dja', 'ou', 'é', 'ph', 'gne']);
  const made = (): string => {
    const word = Array.from({ length: 2 + Math.floor(roll.next().value * 3) }, syllable).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  store.transaction(() => {
    for (let index = 0; index < 2_000; index += 1) {
      const names = {
        birthName: roll.next().value < 0.6 ? made() : pick(surnames),
        usedName: roll.next().value < 0.15 ? pick(surnames) : '',
        firstNames: roll.next().value < 0.5 ? made() : pick(firsts),
      };
      people.push(insert(store, index, names));
    }
  });
  afterAll(() => store.close());
});

const best = 20;

/** Whether each typed word begins a name word or sounds as one: what the search promises, without an index. */
function matches(row: PersonRow, text: string): boolean {
  const { surname, given, phonetic } = searchTokens(row);
  const words = [...surname, ...given];
  return queryTokens(text).every(
    (typed) => words.some((word) => word.startsWith(typed.prefix)) || phonetic.includes(typed.phonetic),
  );
}

const surnamesOf = (row: PersonRow): string[] =>
  [row.birthName, row.usedName].filter((name) => name !== '').map(exactSearchKey);
/** Found, or pushed out by twenty people who match as well or better. */
function expectFound(row: PersonRow, text: string): void {
  const found = store.searchPersons(text, null, best);
  if (found.some((one) => one.id === row.id)) return;
  const among = people.filter((one) => matches(one, text));
  expect(
    among.length,
    `"${text}" finds ${row.firstNames} ${row.birthName} among ${among.length}`,
  ).toBeGreaterThan(best);
}

test('each of two thousand people is found by their full name, in either order and any accents', () => {
  for (const row of people) {
    expectFound(row, `${row.birthName} ${row.firstNames}`);
    expectFound(row, `${row.firstNames} ${row.birthName}`);
    expectFound(
      row,
      `${row.firstNames} ${row.birthName}`.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase(),
    );
  }
});

test('each of them is found by two letters of one name and the whole of the other', () => {
  for (const row of people) {
    const [first = '', last = ''] = [nameTokens(row.firstNames)[0], nameTokens(row.birthName)[0]];
    expectFound(row, `${first.slice(0, 2)} ${row.birthName}`);
    expectFound(row, `${row.birthName} ${first.slice(0, 2)}`);
    expectFound(row, `${row.firstNames} ${last.slice(0, 2)}`);
  }
});

test('nobody is found who does not match, and never more than the best twenty', () => {
  for (const row of people.slice(0, 300)) {
    const text = `${row.birthName} ${row.firstNames.slice(0, 1)}`;
    const found = store.searchPersons(text, null, best);
    expect(found.length).toBeLessThanOrEqual(best);
    expect(found.every((one) => matches(one, text))).toBe(true);
  }
});

test('an exact surname stands before one that only begins or sounds like it, when it is typed first', () => {
  for (const surname of surnames) {
    const found = store.searchPersons(surname, null, best);
    const exact = found.map((one) => surnamesOf(one).includes(exactSearchKey(surname)));
    expect(exact, surname).toEqual(exact.toSorted((a, b) => Number(b) - Number(a)));
    const all = people.filter((one) => surnamesOf(one).includes(exactSearchKey(surname)));
    expect(exact.filter(Boolean).length, surname).toBe(Math.min(best, all.length));
  }
});

test('a birth year keeps those born in it, however many share the name', () => {
  for (const row of people.slice(0, 400)) {
    const found = store.searchPersons(row.birthName, row.birthYear, best);
    expect(found.every((one) => one.birthYear === row.birthYear)).toBe(true);
    expect(found.map((one) => one.id)).toContain(row.id);
  }
});

// Turn red once the ranking of db/queries/persons.ts is put right: take `.fails` away then.
test('an exact full name, first name first, is not pushed out by those that only begin like it', () => {
  const wanted = 'Mohamed Diallo';
  const small = storeOn(temporaryDatabase());
  for (let index = 0; index < 40; index += 1)
    insert(small, index, {
      birthName: `Diallo${'abcdefghij'.charAt(index % 10)}k`,
      usedName: '',
      firstNames: 'Mohamed',
    });
  insert(small, 40, { birthName: 'Diallo', usedName: '', firstNames: 'Mohamed' });
  const [first] = small.searchPersons(wanted, null, best);
  small.close();
  expect(`${first?.firstNames} ${first?.birthName}`).toBe(wanted);
});

test('a first name that is typed does not stand before the surname that is', () => {
  const small = storeOn(temporaryDatabase());
  insert(small, 0, { birthName: 'Tran', usedName: '', firstNames: 'Lý' });
  insert(small, 1, { birthName: 'Ly', usedName: '', firstNames: 'Kadidia' });
  const found = small.searchPersons('ly', null, best);
  small.close();
  expect(found.map((row) => row.birthName)).toEqual(['Ly', 'Tran']);
});

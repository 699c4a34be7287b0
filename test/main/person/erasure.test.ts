import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PersonId } from '#domain/ids.ts';
import { applyErasures, purgeList } from '#main/person/erase.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { openDay, payloadsOf, register, rowsOf } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

const listIn = (folder: string): string => join(folder, 'purge.txt');
const written = (folder: string): string =>
  existsSync(listIn(folder)) ? readFileSync(listIn(folder), 'utf8') : '';
const namesIn = (point: TestPoint): unknown[] =>
  rowsOf(point, 'SELECT birth_name FROM person ORDER BY search_id').map((row) => row['birth_name']);

/** Two people here, and a headquarters that can say who was erased. */
async function twoPeople(folder = temporaryFolder()) {
  const point = await testPoint({ folder });
  await openDay(point);
  const erased = await register(point);
  const kept = await register(point, { birthName: 'Benali', firstNames: 'Karim' });
  const told = (...erasures: PersonId[]): number => {
    const known = new Set(point.store.erasures());
    for (const personId of erasures) if (!known.has(personId)) point.store.addErasure({ personId });
    return applyErasures(point.deps);
  };
  return { point, folder, erased, kept, told };
}

const stranger = '018f0000-0000-7000-8000-00000000dead' as PersonId;

test('whoever headquarters says was erased is on the purge list, once, and nobody else is', async () => {
  const { point, folder, erased, told } = await twoPeople();
  expect(told(stranger, erased)).toBe(1);
  expect(written(folder)).toBe(`${erased}\n`);
  expect(namesIn(point)).toEqual(['', 'Benali']);
  expect(told(stranger, erased)).toBe(0);
  expect(written(folder)).toBe(`${erased}\n`);
  expect(payloadsOf(point, 'event', 'person-erased')).toEqual([{ operator: 'E01', personId: erased }]);
});

test('a database from before an erasure, put back, gives nobody back, whatever headquarters says now', async () => {
  const { point, folder, erased, told } = await twoPeople();
  const before = join(temporaryFolder(), 'before.db');
  point.db.$client.exec(`VACUUM INTO '${before}'`);
  told(erased);
  point.end();
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `point.db${suffix}`), { force: true });
  copyFileSync(before, join(folder, 'point.db'));
  const back = await testPoint({ folder });
  expect(namesIn(back)).toEqual(['Diallo', 'Benali']);
  expect(back.store.erasures()).toEqual([]);
  expect(applyErasures(back.deps)).toBe(1);
  expect(namesIn(back)).toEqual(['', 'Benali']);
  expect(written(folder)).toBe(`${erased}\n`);
});

test('erased and not listed cannot be: where the list cannot be written, nobody is erased', async () => {
  const { point, folder, erased, told } = await twoPeople();
  // A folder in its place: what stands in the way of every write, for every account.
  mkdirSync(listIn(folder));
  expect(() => told(erased)).toThrow('EISDIR');
  expect(namesIn(point)).toEqual(['Diallo', 'Benali']);
});

test.each([
  ['without an end of line', (id: string) => id],
  ['as Windows ends lines', (id: string) => `${id}\r\n`],
  ['with blanks around it', (id: string) => `\n  ${id} \n\n`],
])('an id written on the list by hand %s is read, and what is added after it too', async (_how, by) => {
  const { point, folder, erased, kept, told } = await twoPeople();
  writeFileSync(listIn(folder), by(kept));
  expect(purgeList(folder)).toEqual([kept]);
  expect(told(erased)).toBe(2);
  expect(purgeList(folder)).toEqual([kept, erased]);
  expect(namesIn(point)).toEqual(['', '']);
});

import { expect, test } from 'vitest';
import {
  exactSearchKey,
  likeness,
  nameTokens,
  normaliseName,
  sameName,
  searchTokens,
  type PersonLike,
} from '#domain/names.ts';
import { day } from '#domain/time.ts';

test.each([
  ['Œdipe', 'oedipe'],
  ['Ægir', 'aegir'],
  ['Groß', 'gross'],
  ['Søren', 'soren'],
  ['Łukasz', 'lukasz'],
  ['Đặng', 'dang'],
  ['Guðrún', 'gudrun'],
  ['Þór', 'thor'],
  ['Yılmaz', 'yilmaz'],
])('%s is searched as %s', (written, searched) => {
  expect(normaliseName(written)).toBe(searched);
});

test('words are cut at spaces and digits, however many, and joined without them', () => {
  expect(nameTokens('Le  Goff 2  75 bis')).toEqual(['le', 'goff', 'bis']);
  expect(exactSearchKey('Le Goff-Martin')).toBe('legoffmartin');
});

test('every name is indexed once, as its words and as one', () => {
  const { surname, given } = searchTokens({ birthName: 'Le Goff', usedName: 'Le Goff', firstNames: 'Jean' });
  expect([surname, given]).toEqual([['le', 'goff', 'legoff'], ['jean']]);
  expect(searchTokens({ birthName: '—', usedName: null, firstNames: '' }).surname).toEqual([]);
});

test('one name holds all words of the other, not some of them', () => {
  expect(sameName('Diallo Barry', 'Barry')).toBe(true);
  expect(sameName('Barry', 'Diallo Barry')).toBe(true);
  expect(sameName('Diallo Barry', 'Diallo Camara')).toBe(false);
});

const person = (change: Partial<PersonLike>): PersonLike => ({
  birthName: 'Diallo',
  usedName: null,
  firstNames: 'Fatoumata',
  birth: { precision: 'day', day: day('1988-04-12') },
  phone: null,
  ...change,
});

test.each([
  ['06 12 34 56 78', '+33 6 12 34 56 78', true],
  ['0612345678', '0033612345678', true],
  ['0612345678', '+33 (0)6 12 34 56 78', true],
  ['0612345678', '0712345678', false],
  ['0612345678', '06123456789', false],
  ['33612345678', '336123456789', false],
  ['', '', false],
])('%j and %j are one telephone: %s', (one, other, same) => {
  // Another birth: only the telephone makes them perhaps the same.
  const older = { birth: { precision: 'day', day: day('1960-01-02') } as const };
  expect(likeness(person({ phone: one }), person({ phone: other, ...older }))).toBe(
    same ? 'probably-same' : 'different',
  );
});

test.each([
  ['1988-01-01', '1988-07-01', true],
  ['1988-12-31', '1988-07-01', true],
  ['1988-01-02', '1988-07-01', false],
  ['1988-11-01', '1988-07-01', false],
])('a birth on %s may be one on %s: %s', (one, other, same) => {
  const born = (on: string) => person({ birth: { precision: 'day', day: day(on) } });
  expect(likeness(born(one), born(other))).toBe(same ? 'probably-same' : 'different');
});

test.each([
  ['1986-11-22', true],
  ['1987-11-22', true],
  ['1986-11-21', false],
  ['1987-11-23', false],
])('39 years declared on 22 November 2026 may be a birth on %s: %s', (on, same) => {
  const declared = person({ birth: { precision: 'declared-age', age: 39, on: day('2026-11-22') } });
  const born = person({ birth: { precision: 'day', day: day(on) } });
  expect(likeness(declared, born)).toBe(same ? 'probably-same' : 'different');
});

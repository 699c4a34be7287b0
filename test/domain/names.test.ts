import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  exactSearchKey,
  likeness,
  nameTokens,
  normaliseName,
  phoneticMarker,
  queryTokens,
  sameName,
  searchTokens,
  type BirthDate,
  type PersonLike,
} from '#domain/names.ts';
import { phoneticCode } from '#domain/phonetic.ts';
import { day, monthOf } from '#domain/time.ts';
import pairs from '../data/names.json' with { type: 'json' };

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'aeéèioubmnlrsdthkgcœß’- DLJ'.split('')) }),
  fc.constantFrom(...pairs.same.flat(), ...pairs.different.flat()),
);

const born = (text: string): BirthDate => ({ precision: 'day', day: day(text) });

const year = (of: number): BirthDate => ({ precision: 'year', year: of });

/** The rule of search, on words alone: every typed word starts an indexed word or sounds like one. */
const finds = (typed: string, person: Parameters<typeof searchTokens>[0]): boolean => {
  const { surname, given, phonetic } = searchTokens(person);
  return queryTokens(typed).every(
    (query) =>
      [...surname, ...given].some((word) => word.startsWith(query.prefix)) ||
      phonetic.includes(query.phonetic),
  );
};

const person = (birthName: string, firstNames: string, usedName: string | null = null) => ({
  birthName,
  usedName,
  firstNames,
});

describe('normalising a name', () => {
  test.each([
    ['  Lefèvre ', 'lefevre'],
    ['N’Diaye', 'n diaye'],
    ['Jean-Pierre  DUPONT', 'jean pierre dupont'],
    ['Sœur Læticia', 'soeur laeticia'],
    ['Łukasz Groß', 'lukasz gross'],
    ['İbrahim Yılmaz', 'ibrahim yilmaz'],
    ['Nguyễn Thị Hoà', 'nguyen thi hoa'],
    ['—', ''],
  ])('%s → %s', (text, normal) => {
    expect(normaliseName(text)).toBe(normal);
  });

  test('twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseName(normaliseName(text))).toBe(normaliseName(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('two names', () => {
  test.each(pairs.same)('%s and %s may be one', (a, b) => {
    expect(sameName(a ?? '', b ?? '')).toBe(true);
  });

  test.each(pairs.different)('%s and %s are two', (a, b) => {
    expect(sameName(a ?? '', b ?? '')).toBe(false);
  });

  test.each([
    ['Mamadou Lamine', 'Lamine'],
    ['Mohamed Lamine', 'LAMINE MUHAMMAD'],
    ['Dupond', 'Dupont'],
    ['Gauthier', 'Gautier'],
    ['Schmitt', 'Schmidt'],
    ['Fernandes', 'Fernandez'],
    ['Oleksandr', 'Aleksandr'],
    ['Ba', 'BA'],
  ])('%s and %s may be one', (a, b) => {
    expect(sameName(a, b)).toBe(true);
  });

  test.each([
    ['Ba', 'Ba Diallo'],
    ['Ali', 'Ali Hassan'],
    ['Amin', 'Amina'],
    ['Daniel', 'Daniela'],
    ['Moreau', 'Morin'],
    ['Dubois', 'Dupuis'],
    ['', 'Jean'],
  ])('%s and %s are two', (a, b) => {
    expect(sameName(a, b)).toBe(false);
  });

  test('agree or not whichever comes first, and each with itself', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(sameName(a, b)).toBe(sameName(b, a));
        expect(sameName(a, a)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the sound of a word', () => {
  test.each([
    ['lefebvre', 'lefevre'],
    ['rousseau', 'rousso'],
    ['guy', 'gui'],
    ['jacques', 'jacque'],
    ['khadija', 'kadidja'],
    ['noor', 'nour'],
    ['philippe', 'filipe'],
  ])('%s sounds like %s', (a, b) => {
    expect(phoneticCode(a)).toBe(phoneticCode(b));
  });

  test.each([
    ['marie', 'mario'],
    ['martin', 'marin'],
    ['diop', 'dion'],
    ['michel', 'missel'],
  ])('%s does not sound like %s', (a, b) => {
    expect(phoneticCode(a)).not.toBe(phoneticCode(b));
  });

  test('is never empty', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of nameTokens(text)) expect(phoneticCode(token)).not.toBe('');
      }),
    );
  });
});

describe('likeness of two people', () => {
  const fanta: PersonLike = {
    birthName: 'Diallo',
    usedName: null,
    firstNames: 'Fanta Mariam',
    birth: born('1990-05-17'),
    phone: null,
  };
  const unknown: BirthDate = { precision: 'unknown' };

  test.each<[string, BirthDate]>([
    ['the same day', born('1990-05-17')],
    ['the month', { precision: 'month', month: monthOf(day('1990-05-02')) }],
    ['the year', year(1990)],
    ['1 January, which stands for the year', born('1990-01-01')],
    ['31 December, which stands for the year', born('1990-12-31')],
    ['a declared age', { precision: 'declared-age', age: 36, on: day('2026-11-22') }],
  ])('is probable with one name and %s', (_, birth) => {
    expect(likeness(fanta, { ...fanta, birthName: 'Jallow', firstNames: 'Fanta', birth })).toBe(
      'probably-same',
    );
  });

  test.each<[string, BirthDate]>([
    ['another day', born('1990-05-18')],
    ['another month', { precision: 'month', month: monthOf(day('1990-06-17')) }],
    ['another year', year(1991)],
    ['1 January of another year', born('1991-01-01')],
    ['another age', { precision: 'declared-age', age: 35, on: day('2026-11-22') }],
  ])('is none with one name and %s', (_, birth) => {
    expect(likeness(fanta, { ...fanta, birth })).toBe('different');
  });

  test.each<[string, Partial<PersonLike>]>([
    ['an unknown birth date', { birth: unknown }],
    ['family and first names the other way round', { birthName: 'Fanta Mariam', firstNames: 'Diallo' }],
  ])('is possible with %s', (_, change) => {
    expect(likeness(fanta, { ...fanta, ...change })).toBe('maybe');
  });

  test('is only possible with one half of a first name when it has three letters', () => {
    expect(likeness({ ...fanta, firstNames: 'Awa' }, { ...fanta, firstNames: 'Awa Mariam' })).toBe('maybe');
    expect(likeness({ ...fanta, firstNames: 'Awa' }, { ...fanta, firstNames: 'Ada Mariam' })).toBe(
      'different',
    );
  });

  test('does not depend on who comes first', () => {
    const births = [unknown, year(1990), year(1960), fanta.birth, born('1990-01-01')];
    const someone = fc.record<PersonLike>({
      birthName: fc.constantFrom('Diallo', 'Jallow', 'Ba', 'Fanta', ''),
      usedName: fc.constantFrom('Traoré', null),
      firstNames: fc.constantFrom('Fanta', 'Awa', 'Awa Mariam', 'Diallo'),
      birth: fc.constantFrom(...births),
      phone: fc.constantFrom('06 12 34 56 78', '+33612345678', null),
    });
    fc.assert(
      fc.property(someone, someone, (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
      }),
    );
  });

  test('is probable with one phone and one name, whatever the birth date', () => {
    const [one, other] = [
      { ...fanta, phone: '06 12 34 56 78' },
      { ...fanta, phone: '+33 6 12 34 56 78' },
    ];
    expect(likeness(one, { ...other, birth: unknown })).toBe('probably-same');
    expect(likeness(one, { ...other, birth: year(1960) })).toBe('probably-same');
    expect(likeness(one, { ...other, firstNames: 'Binta' })).toBe('maybe');
    expect(likeness(one, { ...other, firstNames: 'Binta', birthName: 'Traoré' })).toBe('different');
  });

  test('holds between the used name of one and the birth name of the other', () => {
    expect(likeness({ ...fanta, birthName: 'Traoré', usedName: 'Diallo' }, fanta)).toBe('probably-same');
  });

  test.each(pairs.different)('does not stop the form for %s and %s of one family', (a, b) => {
    expect(likeness({ ...fanta, firstNames: a ?? '' }, { ...fanta, firstNames: b ?? '' })).toBe('different');
  });

  test('is not seen in names that were not given', () => {
    const nameless = { ...fanta, birthName: '', firstNames: '' };
    expect(likeness(nameless, nameless)).toBe('different');
  });
});

describe('searching a person', () => {
  test.each([
    ['lefevre', person('Lefebvre', 'Anne')],
    ['anne lef', person('Lefebvre', 'Anne')],
    ['ly', person('Ly', 'Oumou')],
    ['ba', person('Ba', 'Ousmane')],
    ['legoff', person('Le Goff', 'Yann')],
    ['le goff', person('Le Goff', 'Yann')],
    ['o’con', person('O’Connor', 'Sean')],
    ['pierre', person('Martin', 'Jean-Pierre')],
    ['traore', person('Diallo', 'Awa', 'Traoré')],
    ['mohamed', person('Jallow', 'Muhammad')],
  ])('%s finds %o', (typed, who) => {
    expect(finds(typed, who)).toBe(true);
  });

  test.each([
    ['lefort', person('Lefebvre', 'Anne')],
    ['marin', person('Martin', 'Anne')],
    ['anne paul', person('Lefebvre', 'Anne')],
  ])('%s does not find %o', (typed, who) => {
    expect(finds(typed, who)).toBe(false);
  });

  test('gives each word once, the joined name with them', () => {
    expect(searchTokens(person('Le Goff', 'Yann', 'LE GOFF'))).toEqual({
      surname: ['le', 'goff', 'legoff'],
      given: ['yann'],
      phonetic: ['le', 'gof', 'legof', 'ian'].map((code) => phoneticMarker + code),
    });
  });

  test('never takes a typed word for a phonetic one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { prefix, phonetic } of queryTokens(text)) {
          expect(phonetic.startsWith(phoneticMarker)).toBe(true);
          expect(prefix).not.toContain(phoneticMarker);
        }
      }),
    );
  });

  test('an exact surname is known by its letters alone', () => {
    expect(exactSearchKey('Le  Goff')).toBe(exactSearchKey('LEGOFF'));
  });
});

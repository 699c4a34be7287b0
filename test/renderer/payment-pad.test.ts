import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '#domain/money.ts';
import {
  type Entry,
  type PadKey,
  amountText,
  cashStanding,
  changeOf,
  enteredCents,
  noEntry,
  padKeyOf,
  partCents,
  pressPad,
} from '#renderer/sale/entry.ts';

/** `7`, `,`, `<` erase, `C` clear, `=` exact 12,05 €, `n` a note of 20 €. */
const keyOf = (one: string): PadKey => {
  switch (one) {
    case ',':
      return { kind: 'comma' };
    case '<':
      return { kind: 'erase' };
    case 'C':
      return { kind: 'clear' };
    case '=':
      return { kind: 'exact', cents: cents(1_205) };
    case 'n':
      return { kind: 'note', cents: cents(2_000) };
    default:
      return { kind: 'digit', digit: one };
  }
};
const press = (keys: string): Entry => [...keys].map(keyOf).reduce(pressPad, noEntry);

describe('what is pressed on the pad', () => {
  it.each([
    ['07', '7', 700],
    ['00', '0', 0],
    [',', '0,', 0],
    [',5', '0,5', 50],
    ['0,05', '0,05', 5],
    ['12,', '12,', 1_200],
    ['12,,5', '12,5', 1_250],
    ['12,345', '12,34', 1_234],
    ['9999', '9999', 999_900],
    ['99999', '99999', null],
    ['99999<', '9999', 999_900],
    ['2000000000138', '2000000000138', null],
    ['2000000000138C5', '5', 500],
    ['99999,', '99999', null],
    ['12<', '1', 100],
    ['1<', '', null],
    ['<', '', null],
    ['12,5<<', '12', 1_200],
    ['12C', '', null],
    ['C', '', null],
    ['=', '12,05', 1_205],
    ['12=', '12,05', 1_205],
    ['=5', '5', 500],
    ['=,5', '0,5', 50],
    ['=<', '', null],
    ['=n', '32,05', 3_205],
    ['nn', '40', 4_000],
    ['n,', '0,', 0],
    ['n7n', '27', 2_700],
    ['5,n', '25', 2_500],
  ])('%s is the amount %j', (keys, text, amount) => {
    const entry = press(keys);
    expect([entry.text, enteredCents(entry)]).toEqual([text, amount]);
  });

  it('a scanner as slow as a typist never enters money', () => {
    expect(press('2000000000138').from).toBe('code');
    expect(cashStanding(press('89331000042000000740'), cents(500))).toEqual({ kind: 'nothing-entered' });
  });

  it('a refused key changes nothing, not even what the next one does', () => {
    expect(press('9999').from).toBe('digits');
    expect(press('12,,')).toEqual(press('12,'));
  });
});

it('any amount that is written reads back the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), (amount) => {
      const text = amountText(cents(amount));
      expect(enteredCents({ text, from: 'notes' })).toBe(amount);
    }),
  );
});

it.each([
  ...[...'0123456789'].map((digit) => [digit, { kind: 'digit', digit }] as const),
  [',', { kind: 'comma' }] as const,
  ['.', { kind: 'comma' }] as const,
  ['Backspace', { kind: 'erase' }] as const,
  ['Delete', { kind: 'clear' }] as const,
  ...['Enter', '-', '+', 'e', '12', '', ' ', '٣', 'F4'].map((key) => [key, null] as const),
])('the key %j is %j', (key, meaning) => {
  expect(padKeyOf(key)).toEqual(meaning);
});

describe('where a payment stands', () => {
  const due = cents(1_200);

  it('a cent less is missing, the exact amount gives nothing back', () => {
    expect(['11,99', '12', '12,01'].map((text) => cashStanding({ text, from: 'digits' }, due))).toEqual([
      { kind: 'missing', cents: 1 },
      { kind: 'enough', changeCents: 0 },
      { kind: 'enough', changeCents: 1 },
    ]);
  });

  it('nothing entered is not zero, also where nothing is due', () => {
    expect(cashStanding(noEntry, cents(0))).toEqual({ kind: 'nothing-entered' });
    expect(cashStanding(press('0'), cents(0))).toEqual({ kind: 'enough', changeCents: 0 });
    expect(cashStanding(press('0'), due)).toEqual({ kind: 'missing', cents: 1_200 });
  });

  it('a card or a structure takes what was entered, never more than is due', () => {
    expect(
      [noEntry, press('0'), press('11,99'), press('12'), press('12,01')].map((one) => partCents(one, due)),
    ).toEqual([1_200, 0, 1_199, 1_200, 1_200]);
  });

  it('change is told once nothing is missing, and only for what cash gave too much', () => {
    const cash = (amount: number) => ({ kind: 'cash', cents: cents(amount) }) as const;
    const card = (amount: number) => ({ kind: 'bankCard', cents: cents(amount), reference: null }) as const;
    expect([
      changeOf(due, [cash(1_199)]),
      changeOf(due, [cash(1_200)]),
      changeOf(due, [cash(1_200), card(1)]),
      changeOf(due, [card(1_201)]),
      changeOf(cents(0), []),
    ]).toEqual([null, 0, 1, null, 0]);
  });
});

import { cents } from '#domain/money.ts';
import {
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
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const press = (...keys: readonly PadKey[]) => keys.reduce(pressPad, noEntry);
const digit = (one: string): PadKey => ({ kind: 'digit', digit: one });
const note = (euros: number): PadKey => ({ kind: 'note', cents: cents(euros * 100) });

describe('the payment pad', () => {
  it('writes an amount digit by digit', () => {
    expect(press(digit('2'), digit('0'))).toEqual({ text: '20', from: 'digits' });
    expect(enteredCents(press(digit('1'), digit('4'), { kind: 'comma' }, digit('5')))).toBe(1450);
  });

  it('adds up notes that are tapped', () => {
    expect(enteredCents(press(note(20), note(20), note(5)))).toBe(4500);
  });

  it('adds a note to what was typed', () => {
    expect(enteredCents(press(digit('2'), { kind: 'comma' }, digit('5'), note(10)))).toBe(1250);
  });

  it('starts again with the first digit after a note', () => {
    expect(press(note(20), digit('5'))).toEqual({ text: '5', from: 'digits' });
  });

  it('takes the whole of a tapped amount back with one erase', () => {
    expect(press(note(20), { kind: 'erase' })).toEqual(noEntry);
    expect(press(digit('2'), digit('0'), { kind: 'erase' }).text).toBe('2');
  });

  it('enters the exact amount', () => {
    expect(enteredCents(press(note(50), { kind: 'exact', cents: cents(1205) }))).toBe(1205);
  });

  it('refuses a third decimal and a second comma, and takes no five digits for money', () => {
    const decimals = press(digit('1'), { kind: 'comma' }, digit('2'), digit('3'), digit('4'));
    expect(decimals.text).toBe('1,23');
    expect(pressPad(decimals, { kind: 'comma' })).toEqual(decimals);
    const code = press(...'12345'.split('').map(digit));
    expect([code.from, enteredCents(code)]).toEqual(['code', null]);
  });

  it('never writes what is not an amount', () => {
    const key = fc.oneof(
      fc.integer({ min: 0, max: 9 }).map((one): PadKey => digit(String(one))),
      fc.constantFrom<PadKey>({ kind: 'comma' }, { kind: 'erase' }, { kind: 'clear' }, note(5), note(50)),
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), (keys) => {
        const entry = press(...keys);
        return entry.text === '' || (entry.from === 'code') === (enteredCents(entry) === null);
      }),
    );
  });

  it('reads the keys of a keyboard', () => {
    expect(padKeyOf('7')).toEqual({ kind: 'digit', digit: '7' });
    expect(padKeyOf('.')).toEqual({ kind: 'comma' });
    expect(padKeyOf('a')).toBeNull();
    expect(padKeyOf('Enter')).toBeNull();
  });
});

describe('how a payment stands', () => {
  it('asks for an amount before anything', () => {
    expect(cashStanding(noEntry, cents(1200))).toEqual({ kind: 'nothing-entered' });
  });

  it('says what is missing, then what to give back', () => {
    expect(cashStanding(press(note(10)), cents(1200))).toEqual({ kind: 'missing', cents: 200 });
    expect(cashStanding(press(note(20)), cents(1200))).toEqual({ kind: 'enough', changeCents: 800 });
    expect(cashStanding(press({ kind: 'exact', cents: cents(1200) }), cents(1200))).toEqual({
      kind: 'enough',
      changeCents: 0,
    });
  });

  it('lets a card take what was entered, at most what is due', () => {
    expect(partCents(noEntry, cents(1200))).toBe(1200);
    expect(partCents(press(digit('5')), cents(1200))).toBe(500);
    expect(partCents(press(digit('5'), digit('0')), cents(1200))).toBe(1200);
  });

  it('gives change on cash only, once card and cash cover the sale', () => {
    const card = { kind: 'bankCard', cents: cents(500), reference: null } as const;
    expect(changeOf(cents(1200), [card])).toBeNull();
    expect(changeOf(cents(1200), [card, { kind: 'cash', cents: cents(1000) }])).toBe(300);
  });

  it('writes amounts as one would type them', () => {
    expect(amountText(cents(2000))).toBe('20');
    expect(amountText(cents(1405))).toBe('14,05');
  });
});

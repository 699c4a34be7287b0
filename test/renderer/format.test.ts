import { cents } from '#domain/money.ts';
import { type Month, day, instant } from '#domain/time.ts';
import { formatsFor, grouped } from '#renderer/ui/format.ts';
import { typesetFrench } from '#renderer/messages/typeset.ts';
import { describe, expect, it } from 'vitest';

const fr = formatsFor('fr', 'Europe/Paris');
const en = formatsFor('en', 'Europe/Paris');

describe('formats', () => {
  it('writes money with a narrow no-break space', () => {
    expect(fr.money(cents(123_456))).toBe('1\u202F234,56\u202F€');
    expect(fr.shortMoney(cents(500))).toBe('5\u202F€');
    expect(fr.shortMoney(cents(50))).toBe('0,50\u202F€');
    expect(fr.shortMoney(cents(100_000))).toBe('1\u202F000\u202F€');
    expect(en.money(cents(-123_456))).toBe('−€1,234.56');
    expect(en.shortMoney(cents(500))).toBe('€5');
  });

  it('writes a day the same whatever the zone of the computer', () => {
    expect(fr.day(day('2028-03-14'))).toBe('14 mars 2028');
    expect(fr.day(day('2028-03-01'))).toBe('1ᵉʳ mars 2028');
    expect(fr.longDay(day('2026-11-22'))).toBe('dimanche 22 novembre 2026');
    expect(en.day(day('2028-03-14'))).toBe('14 March 2028');
    expect(fr.month('2026-11' as Month)).toBe('novembre 2026');
  });

  it('reads instants on the wall of the site', () => {
    expect(fr.clock(instant('2026-11-22T08:04:00.000Z'))).toBe('9\u202Fh\u202F04');
    expect(fr.moment(instant('2026-11-22T23:30:00.000Z'))).toBe('23 novembre 2026 à 0\u202Fh\u202F30');
  });

  it('groups the digits of cards and SIMs so that they can be read out', () => {
    expect(grouped('4711082307')).toBe('4711\u00A0082\u00A0307');
    expect(grouped('89331042140212492505')).toBe('8933\u00A01042\u00A01402\u00A01249\u00A02505');
    expect(grouped('PASM25-0100')).toBe('PASM25-0100');
  });
});

describe('French typography', () => {
  it('puts narrow no-break spaces and curly apostrophes', () => {
    expect(typesetFrench("C'est « 5 € » : oui ?")).toBe('C’est «\u202F5\u202F€\u202F»\u202F: oui\u202F?');
  });
});

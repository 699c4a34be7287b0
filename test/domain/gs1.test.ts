import { describe, expect, test } from 'vitest';
import { readGs1 } from '#domain/gs1.ts';
import examples from '../data/identifiers.json' with { type: 'json' };

const gtin = '03046920029759';

describe('GS1 element string', () => {
  test.each(examples.gs1)('$text of a $aim symbol', ({ aim, text, ...fields }) => {
    expect(readGs1(aim, text)).toEqual({ ok: true, value: fields });
  });

  test.each([
    ['a product alone', `01${gtin}`, { gtin }],
    ['dates of known length', `01${gtin}11260101152702011728030121SER9`, { gtin, serial: 'SER9' }],
    ['a field this till does not use', `240ADD\u001d01${gtin}`, { gtin }],
    ['fields in another order', `21SER9\u001d10LOT42\u001d01${gtin}`, { gtin, lot: 'LOT42', serial: 'SER9' }],
    ['a leading separator', `\u001d01${gtin}`, { gtin }],
    ['a serial number alone', '21SER9', { serial: 'SER9' }],
  ])('holds %s', (_, text, fields) => {
    expect(readGs1(']C1', text)).toEqual({ ok: true, value: fields });
  });

  test.each([
    ['a symbol without FNC1', ']C0', `01${gtin}`, 'not-gs1'],
    ['a wrong check digit', ']d2', '0103046920029758', 'wrong-check-digit'],
    ['a product cut short', ']d2', '010304692002975', 'wrong-form'],
    ['letters in a product', ']d2', '010304692002975A', 'wrong-form'],
    ['a serial number above 20 characters', ']e0', `21${'9'.repeat(21)}`, 'wrong-form'],
    ['an empty lot', ']Q3', `10\u001d01${gtin}`, 'wrong-form'],
    ['a text', ']Q3', 'BONJOUR', 'wrong-form'],
    ['nothing', ']d2', '', 'wrong-form'],
  ])('is refused with %s', (_, aim, text, reason) => {
    expect(readGs1(aim, text)).toEqual({ ok: false, refusal: { reason } });
  });
});
